"""Checks that no process sends a request before a platform's Retry-After is over."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.people import Address
from tests.simulation.faults import Process
from tests.simulation.loop import SteadyClock


@dataclass
class Wait:
    """One 429. `for_all`: it closes the whole workspace, else only one chat.

    `told` and `written` number the moments when process `by` heard of it and committed it.
    """

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
    """Knows the open 429s, and which requests should have heeded them.

    A request that began before its process knew of the 429 may still arrive. If the process that
    got the 429 died before it committed it, the other processes cannot know.
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
        """`closed`: the workspace's lane was closed in the same transaction."""
        for wait in self._waits:
            if wait.by is by and wait.reference in references and (closed or not wait.for_all):
                wait.written = wait.written or self._next()

    def asked(self, to: Address, reference: str, by: Process) -> None:
        """Reports a request that its process should not have made, at the moment it is made."""
        now = self._clock.now()
        self._waits = [wait for wait in self._waits if now < wait.until]
        for wait in self._waits:
            if wait.is_meant(to, reference) and self._should_have_known(wait, reference, by):
                where = "its workspace" if wait.for_all else "its chat"
                self._broke(f"a 429 was retried early: {where} was closed until {wait.until:%H:%M}")

    def the_clock_was_set(self) -> None:
        """Forgets every wait, because their times were noted by the clock before it was set."""
        self._waits.clear()

    def _should_have_known(self, wait: Wait, reference: str, by: Process) -> bool:
        begun = self._begun.get(reference, 0)
        if wait.by is by:
            return begun > wait.told
        return wait.written is not None and begun > wait.written

    def _next(self) -> int:
        self._order += 1
        return self._order
