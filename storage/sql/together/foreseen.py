"""What a transaction has read for many at once, so that single reads need not ask again.

It holds until the transaction writes or locks anything, and never outlives it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any, Final

NOT_FORESEEN: Final = object()


class Foreseen:
    """The answers of single reads, by the read's name and its arguments."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Hashable], Any] = {}
        # Grows with each write, so that what was read before one is not kept after it.
        self.forgotten = 0

    def answer(self, read: str, about: Hashable) -> Any:
        """Returns the answer of a read, or NOT_FORESEEN."""
        return self._known.get((read, about), NOT_FORESEEN)

    def keep(self, read: str, answers: Mapping[Any, Any], since: int) -> None:
        """Keeps answers, unless something was written since `forgotten` was `since`."""
        if since == self.forgotten:
            self._known.update({(read, about): found for about, found in answers.items()})

    def forget(self) -> None:
        """Call it before anything is written or locked."""
        self.forgotten += 1
        self._known.clear()
