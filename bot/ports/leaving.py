"""The last look before something leaves by itself: has the organisation halted everything?

A platform asks right before the request that shows something, because a lot can pass between the
gate and that request: a token that is renewed, a chat that is opened, a message in several parts.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from bot.ports.platforms import NotSent

# Returns why a message may not leave any more, or None if it may.
LastLook = Callable[[], Awaitable[NotSent | None]]
_LOOK: ContextVar[LastLook | None] = ContextVar("last_look", default=None)


class HaltedError(Exception):
    """The message under way may not leave any more. `outcome` says why; nothing has left."""

    def __init__(self, outcome: NotSent) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


@contextmanager
def leaving_by_itself(look: LastLook) -> Iterator[None]:
    """What is sent in the block leaves by itself, so `look` is asked right before it leaves."""
    before = _LOOK.set(look)
    try:
        yield
    finally:
        _LOOK.reset(before)


async def last_look() -> None:
    """Raises HaltedError where the message under way may not leave any more.

    Never for an answer to somebody who wrote, nor for an edit: no halt holds them up.
    """
    look = _LOOK.get()
    stopped = None if look is None else await look()
    if stopped is not None:
        raise HaltedError(stopped)
