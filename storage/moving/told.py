"""How a long command tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

# Takes what is being done, how much of it is done, and how much there is (None: not known).
Told = Callable[[str, int, int | None], None]


def nobody(what: str, done: int, of: int | None) -> None:
    """Tells nobody."""
