"""Hears one line: distress, a command, a question to the bot, small talk, times or words."""

from __future__ import annotations

from datetime import date

from bot.understand.classifier.windows import weigh_text
from bot.understand.distress import judge
from bot.understand.heard import Heard
from bot.understand.line import understand
from bot.understand.pauses import Understood
from bot.understand.phrases import Intent
from bot.understand.questions import asks_about_stop, may_be_stop, question_in
from bot.understand.small_talk import small_talk


def hear(text: str, language: str, today: date) -> Heard:
    """Hears a line in the chat's language (BCP 47); distress and stop in all languages at once.

    `today` is the person's local date. Never raises. `docs/hearing.md` says how long it takes.
    Where no table knows the line and the classifier thinks of a stop, the bot asks.
    """
    weighed = weigh_text(text)
    command = understand(text, language, today)
    stop_in_doubt = command.intent is None and may_be_stop(weighed)
    if stop_in_doubt and asks_about_stop(weighed):
        command = Understood(Intent.STOP, sure=False)
    return Heard(
        distress=judge(weighed),
        command=command,
        question=question_in(weighed),
        small=small_talk(text, language),
        stop_in_doubt=stop_in_doubt,
    )
