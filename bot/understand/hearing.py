"""Hears one line: distress, a command, a question to the bot, small talk, times or words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.understand.anywhere.greetings import greeting_in
from bot.understand.anywhere.language_names import language_named
from bot.understand.classifier.windows import Weighed, weigh_text
from bot.understand.distress import judge
from bot.understand.heard import Distress, Heard
from bot.understand.line import understand
from bot.understand.pauses import Understood
from bot.understand.phrases import Intent
from bot.understand.plain_line import Typed
from bot.understand.questions import asks_about_stop, may_be_stop, question_in
from bot.understand.small_talk import small_talk
from bot.understand.sure_yes import SENTENCES


@dataclass(frozen=True, slots=True, repr=False)
class FirstHearing:
    """What hearing finds whatever the language and the day, and the line that it was found in."""

    typed: Typed
    weighed: Sequence[Weighed]
    distress: Distress | None


def first_hearing(text: str) -> FirstHearing:
    """Weighs a text of any length and judges its distress. Never raises."""
    weighed = weigh_text(text)
    return FirstHearing(Typed(text), weighed, judge(weighed))


def hear(text: str, language: str, today: date, first: FirstHearing | None = None) -> Heard:
    """Hears a line in the chat's language (BCP 47); distress and stop in all languages at once.

    `today` is the person's local date. Never raises. `docs/hearing.md` says how long it takes.
    Where no table knows the line and the classifier thinks of a stop, the bot asks. `first` is what
    `first_hearing` found in the same text already.
    """
    first = first or first_hearing(text)
    typed, weighed = first.typed, first.weighed
    command = understand(typed, language, today)
    stop_in_doubt = command.intent is None and may_be_stop(weighed)
    if stop_in_doubt and asks_about_stop(weighed):
        command = Understood(Intent.STOP, sure=False)
    return Heard(
        distress=first.distress,
        command=command,
        question=question_in(weighed),
        small=small_talk(typed, language),
        stop_in_doubt=stop_in_doubt,
        a_sentence_stops=command.intent is Intent.STOP and _stops(text, language, today),
        greeted=greeting_in(typed),
        language=language_named(typed),
    )


def _stops(text: str, language: str, today: date) -> bool:
    """True if a sentence of the text alone is a sure stop."""
    meant = (understand(one, language, today) for one in SENTENCES.split(text))
    return any(one.intent is Intent.STOP and one.sure for one in meant)
