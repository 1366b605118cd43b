"""Every door by which a person's free text comes in.

Whatever the door, each text is heard before anything else, and held against one table of limits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import assert_never

from bot.chat import Deleted, Edited, Happening, Pressed, Reacted, Submitted, Wrote
from bot.domain.limits import LINE, TooMuch, beyond, beyond_form
from bot.handlers.conversation import Conversation
from bot.understand import Distress, FirstHearing, Heard, Level, first_hearing, hear

# More characters than this are heard in a thread: they may take 20 ms, and everybody would wait.
HEARD_AT_ONCE = 400
# So few threads that many long texts wait for each other, and not for everything else.
_ASIDE = ThreadPoolExecutor(2, thread_name_prefix="hearing")


def texts_of(what: Happening) -> tuple[str, ...]:
    """Every text that a person may have written. The type checker refuses a new, unheard kind.

    All values of a form count: which of them are free text is for the form to say, not for us.
    """
    match what:
        case Wrote(text, _) | Edited(_, text):
            return (text.text,)
        case Submitted(_, values):
            return tuple(values.values())
        case Pressed() | Deleted() | Reacted():
            return ()
    assert_never(what)


def too_much_in(what: Happening) -> TooMuch | None:
    """What one of its texts has too much of, by `bot.domain.limits`, or None."""
    match what:
        case Wrote(text, _) | Edited(_, text):
            return beyond(text.text, LINE)
        case Submitted(action, values):
            return beyond_form(action, values)
        case Pressed() | Deleted() | Reacted():
            return None
    assert_never(what)


async def first_heard(what: Happening) -> list[FirstHearing]:
    """Hears what takes long, in every text, before anything is locked. Long texts in a thread."""
    texts = texts_of(what)
    if sum(map(len, texts)) <= HEARD_AT_ONCE:
        return [first_hearing(text) for text in texts]
    loop = asyncio.get_running_loop()
    once = {
        text: await loop.run_in_executor(_ASIDE, first_hearing, text)
        for text in dict.fromkeys(texts)
    }
    return [once[text] for text in texts]


def heard_in(talk: Conversation, first: Sequence[FirstHearing]) -> list[Heard]:
    """Hears every text of the event, in the order in which they were written.

    A text that stands in several fields is heard once: a forged form has hundreds of them.
    """
    texts = texts_of(talk.event.what)
    once = {
        text: hear(text, talk.person.language, talk.today, before)
        for text, before in dict(zip(texts, first, strict=True)).items()
    }
    return [once[text] for text in texts]


def worst(heard: Sequence[Heard]) -> Distress | None:
    """The most serious distress in what was heard."""
    found = [one.distress for one in heard if one.distress is not None]
    certain = (one for one in found if one.level is Level.CERTAIN)
    return next(certain, found[0] if found else None)
