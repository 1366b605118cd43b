"""The question whether a client coaches somebody, too."""

from __future__ import annotations

from bot.chat import Message, Text
from bot.domain import actions
from bot.domain.actions import AsACoach
from bot.messages.common import buttons, message
from bot.text import Catalogue


def ask(say: Catalogue, what: AsACoach) -> Message:
    return message(
        say,
        "coach-too",
        Text(say("coach-too")),
        buttons(
            (say("coach-too-yes"), actions.COACH_TOO(what, "yes")),
            (say("coach-too-no"), actions.COACH_TOO(what, "no")),
        ),
    )
