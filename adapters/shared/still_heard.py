"""What is still heard from a workspace that the operator has taken from the list.

Its other events are refused. But a stop, words of distress, an erase and a deleted message are
heard first, wherever they come from: nobody loses the way out.
"""

from __future__ import annotations

from datetime import UTC, datetime

from bot.chat import Deleted, Edited, Event, Pressed, Reacted, Submitted, Wrote
from bot.domain import actions
from bot.domain.actions import read_action
from bot.understand import Intent, hear

ENDS = (
    actions.STOP,
    actions.ERASE,
    actions.ERASE_PART,
    actions.ERASE_DAYS,
    actions.ERASE_SPAN,
    actions.ERASE_ONE,
    actions.ERASE_ANSWER,
)


def is_still_heard(event: Event) -> bool:
    """True for an event that ends something, or that tells of distress."""
    match event.what:
        case Deleted():
            return True
        case Reacted():
            return False
        case Wrote(text) | Edited(_, text):
            return _ends(text.text, event.language)
        case Pressed(action):
            return _is_of_ends(action, form=False)
        case Submitted(action, values):
            heard = (_ends(value, event.language) for value in values.values())
            return _is_of_ends(action, form=True) or any(heard)


def _ends(text: str, language: str | None) -> bool:
    heard = hear(text, language or "en", datetime.now(UTC).date())
    return heard.distress is not None or heard.command.intent in (Intent.STOP, Intent.ERASE)


def _is_of_ends(action: str, *, form: bool) -> bool:
    found = read_action(action, form=form)
    return found is not None and found.row in ENDS
