"""Every door by which a person's free text comes in, and how it is heard before anything else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.chat import Deleted, Edited, Happening, Pressed, Submitted, Wrote
from bot.handlers.conversation import Conversation
from bot.understand import Distress, Heard, Level, hear


def texts_of(what: Happening) -> tuple[str, ...]:
    """Every text that a person may have written. The type checker refuses a new, unheard kind.

    All values of a form count: which of them are free text is for the form to say, not for us.
    """
    match what:
        case Wrote(text, _) | Edited(_, text):
            return (text.text,)
        case Submitted(_, values):
            return tuple(values.values())
        case Pressed() | Deleted():
            return ()
    assert_never(what)


def heard_in(talk: Conversation) -> list[Heard]:
    """Hears every text of the event, in the order in which they were written."""
    texts = texts_of(talk.event.what)
    return [hear(text, talk.person.language, talk.today) for text in texts]


def worst(heard: Sequence[Heard]) -> Distress | None:
    """The most serious distress in what was heard."""
    found = [one.distress for one in heard if one.distress is not None]
    certain = (one for one in found if one.level is Level.CERTAIN)
    return next(certain, found[0] if found else None)
