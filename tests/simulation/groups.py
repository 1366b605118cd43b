"""Counts the groups of a history: who began together, and what broke off before all had ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from tests.simulation.faults import Process

# So many are a group here: with two, one half is one.
LEAST = 3


@dataclass(eq=False)
class _Group:
    size: int
    process: Process
    left: set[str]

    @property
    def broken(self) -> bool:
        return bool(self.left) and not self.process.alive


@dataclass
class Groups:
    """`counted`: how many groups began, were broken off whole or half settled, and who acted then.

    A group is broken off if its process dies after it began, and before each of it was settled.
    """

    counted: Counter[str] = field(default_factory=Counter)
    _open: list[_Group] = field(default_factory=list)

    def begun(self, ids: Collection[str], process: Process) -> None:
        if len(ids) >= LEAST:
            self.counted["begun"] += 1
            self._open.append(_Group(len(ids), process, set(ids)))

    def ended(self, ids: Collection[str]) -> None:
        """Call this for what was settled, planned again or put off."""
        for group in self._open:
            group.left.difference_update(ids)
        self._open = [group for group in self._open if group.left]

    def died(self, process: Process) -> None:
        for group in self._open:
            if group.process is process:
                half = len(group.left) < group.size
                self.counted[f"broken off, {'half' if half else 'none'} settled"] += 1

    @property
    def is_broken(self) -> bool:
        """True while something of a group whose process died is not settled."""
        return any(group.broken for group in self._open)

    def acts(self, deed: str) -> None:
        """Somebody of a group, or the organisation, has just done this. Counts if one is broken."""
        if self.is_broken:
            self.counted[f"{deed} before the rest was settled"] += 1
