"""Pure: what a person did in a tab, as an event, and the line that says the same in the chat."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from adapters.shared.json_values import checked_text, checked_values, dict_at, hint, need_match
from adapters.teams.outbound.invitation import INVITE
from bot.chat import Event, Pressed, Submitted
from bot.domain.people import Address
from bot.domain.words import Words
from bot.text import DEFAULT, catalogue

GESTURE = re.compile(r"[0-9a-f-]{36}")
LONGEST_LINE = 200


def event_of(sender: Address, name: str, given: Mapping[str, object]) -> Event:
    """A press or a form. The page gives each gesture an id, so that a repeat counts once.

    Raises NotUnderstoodError.
    """
    gesture, action = need_match(given, "id", GESTURE), checked_text(given.get("action"), 500)
    values = dict_at(given, "values")
    what = Submitted(action, checked_values(values.items())) if values else Pressed(action)
    once = hashlib.sha256(f"tab {sender.user} {gesture}".encode()).hexdigest()[:40]
    return Event(once, sender, Words(name), what, language=hint(given.get("language")))


def line_of(event: Event) -> str:
    """What the person would type in the chat instead: the code, or a coach's word for one."""
    match event.what:
        case Submitted(_, values):
            return next(filter(None, values.values()), "")[:LONGEST_LINE]
        case Pressed(action) if action == INVITE:
            return catalogue(event.language or DEFAULT)("teams-say-coach")
    return ""
