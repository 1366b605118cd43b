"""Every way by which something leaves to a platform, and how what it carried is cleared again.

A platform has one table of these. Its calls go through the table, so a method without a row cannot
be called. `tests/proofs/test_copies.py` walks each table: it plants words through each method,
erases them, and looks at what the platform still shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Clearing(StrEnum):
    """How what a method carried is cleared. NOTHING: it carries nobody's words, so nothing is."""

    NOTHING = "nothing"
    CHAT = "clear"
    HOME = "redraw_home"
    STAYS = "stays"


class Left(StrEnum):
    """What stays after an erase, because it is not the bot's. The certificate names each."""

    OWN_WORDS = "own_words"
    ORGANISATION = "organisation"
    DRIVE = "drive"
    MAILBOX = "mailbox"


class UnlistedMethodError(RuntimeError):
    """A method has no row. Write the row, and say there how what it carries is cleared."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One method. `left` says whose a copy is that STAYS, and only then.

    Raises ValueError if the row contradicts itself.
    """

    method: str
    clearing: Clearing
    left: Left | None = None

    def __post_init__(self) -> None:
        if (self.clearing is Clearing.STAYS) != (self.left is not None):
            raise ValueError(f"{self.method}: what stays is somebody's")

    @property
    def carries(self) -> bool:
        """True if a person's words may leave by it."""
        return self.clearing is not Clearing.NOTHING


class OutgoingMethods:
    """All methods of one platform. `stays` is what its people leave there by themselves."""

    def __init__(self, *rows: Outgoing, stays: frozenset[Left] = frozenset()) -> None:
        self._rows = {row.method: row for row in rows}
        if len(self._rows) < len(rows):
            raise ValueError("two rows for one method")
        self._stays = stays

    def of(self, method: str) -> Outgoing:
        """Raises UnlistedMethodError."""
        try:
            return self._rows[method]
        except KeyError:
            raise UnlistedMethodError(method) from None

    def __iter__(self) -> Iterator[Outgoing]:
        return iter(self._rows.values())

    @property
    def left(self) -> frozenset[Left]:
        """All that stays after an erase: the certificate names exactly this."""
        return self._stays | {row.left for row in self if row.left is not None}
