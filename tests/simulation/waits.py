"""What a platform has asked for: no request before Retry-After is over, from any process."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.people import Address
from tests.simulation.faults import Process
from tests.simulation.loop import SteadyClock


@dataclass
class Wait:
    """`told` and `written` are places in the order of things. `for_all`: the whole workspace."""

    to: Address
    reference: str
    until: datetime
    for_all: bool
    by: Process
    told: int
    written: int | None = None

    def is_meant(self, to: Address, reference: str) -> bool:
        if not self.for_all:
            return reference == self.reference
        return (to.platform, to.workspace) == (self.to.platform, self.to.workspace)


class Waits:
    """What had begun before its process knew of it was under way, and may arrive.

    Who died before it could write it down has taken it along: nobody else can know.
    """

    def __init__(self, clock: SteadyClock, broke: Callable[[str], None]) -> None:
        self._clock = clock
        self._broke = broke
        self._order = 0
        self._begun: dict[str, int] = {}
        self._waits: list[Wait] = []

    def begun(self, reference: str) -> None:
        self._begun[reference] = self._next()

    def told(
        self, to: Address, reference: str, wait: timedelta, by: Process, *, for_all: bool
    ) -> None:
        until = self._clock.now() + wait
        self._waits.append(Wait(to, reference, until, for_all, by, self._next()))

    def written(self, references: Collection[str], by: Process, *, closed: bool) -> None:
        """`closed`: and the workspace's lane in the same transaction."""
        for wait in self._waits:
            if wait.by is by and wait.reference in references and (closed or not wait.for_all):
                wait.written = wait.written or self._next()

    def asked(self, to: Address, reference: str, by: Process) -> None:
        """At the moment of a request."""
        now = self._clock.now()
        self._waits = [wait for wait in self._waits if now < wait.until]
        for wait in self._waits:
            if wait.is_meant(to, reference) and self._should_have_known(wait, reference, by):
                where = "its workspace" if wait.for_all else "its chat"
                self._broke(f"a 429 was retried early: {where} was closed until {wait.until:%H:%M}")

    def the_clock_was_set(self) -> None:
        """What was noted by the clock before is nonsense now, for everybody."""
        self._waits.clear()

    def _should_have_known(self, wait: Wait, reference: str, by: Process) -> bool:
        begun = self._begun.get(reference, 0)
        if wait.by is by:
            return begun > wait.told
        return wait.written is not None and begun > wait.written

    def _next(self) -> int:
        self._order += 1
        return self._order
