"""Plays many histories on all cores, and sums up their outcomes."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import count

from tests.quiet import quietly
from tests.simulation.history import ALIKE, Outcome, Plan, play

# One history of so many runs on a real database, because it takes fifteen times longer there.
SQLITE_EVERY = 60
POSTGRESQL_EVERY = 90
SHORT = 16
ALIKE_EVERY = 4
AT_ONCE = 300
FAILED = 10


@dataclass
class Sum:
    histories: Counter[str] = field(default_factory=Counter)
    years: float = 0.0
    sent: int = 0
    ticks: int = 0
    slowest: int = 0
    crashes: int = 0
    accepted: int = 0
    interrupted: int = 0
    taken_over: int = 0
    fired: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    failed: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        self.histories[outcome.plan.kind] += 1
        self.years += outcome.years
        self.sent += outcome.sent
        self.ticks += outcome.ticks
        self.slowest = max(self.slowest, outcome.slowest)
        self.crashes += outcome.crashes
        self.accepted += outcome.accepted
        self.interrupted += outcome.interrupted
        self.taken_over += outcome.taken_over
        self.fired += outcome.fired
        self.calls += outcome.calls
        self.ends += outcome.ends
        self.groups += outcome.groups
        if outcome.problems:
            self.failed.append(outcome)

    def broke(self) -> str:
        """The seeds of the histories that broke a rule, each with its store."""
        return " ".join(f"{o.plan.seed}:{o.plan.kind}" for o in self.failed) or "none"

    def lines(self, seconds: float) -> list[str]:
        stores = ", ".join(f"{n} on {kind}" for kind, n in sorted(self.histories.items()))
        faults = ", ".join(f"{n} {kind}" for kind, n in self.fired.most_common())
        groups = ", ".join(f"{n} {what}" for what, n in sorted(self.groups.items()))
        ends = ", ".join(f"{n} {end}" for end, n in sorted(self.ends.items()))
        twice = sum("twice" in p or "two " in p for o in self.failed for p in o.problems)
        lost = sum("lost" in p or "never was" in p for o in self.failed for p in o.problems)
        unsure = sum(n for end, n in self.ends.items() if end.endswith("unconfirmed"))
        return [
            f"histories: {self.histories.total()} ({stores}), {self.years:.0f} client-years",
            f"in {seconds:.0f} s; {self.sent} messages arrived, {self.ticks} ticks",
            f"calls to the outside world: {self.calls.total()}",
            f"faults: {self.fired.total()} ({faults})",
            f"crashes survived: {self.crashes}; claims taken over: {self.taken_over}",
            f"groups of three and more: {groups}",
            f"accepted first: {self.accepted}; told that it was interrupted: {self.interrupted}",
            f"twice: {twice}; lost: {lost}; histories that broke a rule: {self.broke()}",
            f"how deliveries ended: {ends}",
            f"unconfirmed: {unsure} of {self.ends.total()}"
            f" ({100 * unsure / max(1, self.ends.total()):.2f} %)",
            f"ticks until what was due was done: at most {self.slowest + 1}",
        ]


def planned(first: int) -> Iterator[Plan]:
    """Yields a plan for each seed from `first` on, without end; of some the pairs are alike.

    On a real database they are alike in every second one. Of those that are alike the seeds follow
    each other, so that they have one process and several by turns, as `Plan.processes` says.
    """
    for seed in count(first):
        if seed % POSTGRESQL_EVERY == 0:
            yield Plan(_alike(seed, POSTGRESQL_EVERY, 2), "postgresql", SHORT)
        elif seed % SQLITE_EVERY == 0:
            yield Plan(_alike(seed, SQLITE_EVERY, 2), "sqlite", SHORT)
        else:
            yield Plan(_alike(seed, 1, ALIKE_EVERY))


def _alike(seed: int, every: int, one_of: int) -> int:
    """Every so many seeds (`one_of`), a seed from which all are alike; else the seed itself."""
    number, rest = divmod(seed // every, one_of)
    return seed if rest else ALIKE + number


def played(plan: Plan) -> Outcome:
    outcome = play(plan)
    if not outcome.problems:
        outcome.lines = []
    return outcome


def play_until(
    years: float, first: int, seconds: float, so_far: Callable[[Sum], None] = lambda _: None
) -> Sum:
    """Plays until `years` client-years are played, `seconds` are over or FAILED histories broke.

    Calls `so_far` after every AT_ONCE histories.
    """
    total, until = Sum(), time.monotonic() + seconds
    workers = os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()
    plans = planned(first)
    with ProcessPoolExecutor(workers or 1, initializer=quietly) as pool:
        while total.years < years and len(total.failed) < FAILED and time.monotonic() < until:
            for outcome in pool.map(played, _some(plans), chunksize=5):
                total.add(outcome)
            so_far(total)
    return total


def _some(plans: Iterator[Plan]) -> Iterable[Plan]:
    return [next(plans) for _ in range(AT_ONCE)]
