"""Checks that no process takes over a claim from a process that is alive and says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain.delivery import Delivery
from bot.run.many_processes import SILENT_FOR
from tests.simulation.faults import Process
from tests.simulation.loop import SteadyClock


class Claims:
    """Knows each worker's process, and when it last gave a sign of life (by the shared clock)."""

    def __init__(self, clock: SteadyClock, broke: Callable[[str], None]) -> None:
        self._clock = clock
        self._broke = broke
        self._workers: dict[str, Process] = {}
        self._heard_at: dict[str, datetime] = {}
        self.taken_over_so_far = 0

    def claimed(self, worker: str, process: Process) -> None:
        self._workers[worker] = process

    def beat(self, worker: str) -> None:
        self._heard_at[worker] = self._clock.shared()

    def taken_over(self, delivery: Delivery) -> None:
        self.taken_over_so_far += 1
        worker = delivery.claimed_by or ""
        owner, heard_at = self._workers.get(worker), self._heard_at.get(worker)
        if owner is None or not owner.alive:
            return
        if heard_at is None or self._clock.shared() - heard_at < SILENT_FOR:
            self._broke(f"a claim of {delivery.kind.value} was taken from a process that lives")
