"""Plays one history from one seed: people who have agreed, faults at any call, rules to hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bot.domain.people import Address
from bot.ports import Store
from storage import open_store
from tests.databases import postgresql_url
from tests.engines import sqlite_without_threads
from tests.memory_store.store import MemoryStore
from tests.simulation import deeds, steps
from tests.simulation.audit import Audit, BadTimes
from tests.simulation.faults import Faults
from tests.simulation.keys import failing_keys
from tests.simulation.loop import BEGINNING, SteadyClock, SteadyLoop, turns
from tests.simulation.network import BLIND, READABLE
from tests.simulation.people import Pair, Times
from tests.simulation.rules import EnoughError, Rules
from tests.simulation.shared_clock import shared
from tests.simulation.stage import Stage
from tests.simulation.transcript import Transcript
from tests.simulation.zones import CHANGING, own_rules

ZONES = (
    "Europe/Berlin",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Beirut",
    "America/Asuncion",
    "Asia/Kolkata",
    "Pacific/Chatham",
    "America/New_York",
    "Australia/Lord_Howe",
    CHANGING,
)
LOOKS_EVERY = 12
# From this seed on, all pairs are in one workspace and have the same rhythm, so that their
# check-ins fall due together and leave in groups.
ALIKE = 100_000


@dataclass(frozen=True)
class Plan:
    """Describes one history. `without` holds the numbers of steps that are left out.

    `workers` is the number of processes; None lets the seed decide.
    """

    seed: int
    kind: str = "memory"
    length: int = 40
    without: Collection[int] = ()
    faults: bool = True
    workers: int | None = None

    @property
    def alike(self) -> bool:
        return self.seed >= ALIKE

    @property
    def processes(self) -> int:
        """How many processes share the store: more than one in half of the histories."""
        return self.workers or {0: 2, 1: 3}.get(self.seed % 4, 1)


@dataclass
class Outcome:
    plan: Plan
    problems: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
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


def play(plan: Plan) -> Outcome:
    """Plays a history to its end, or to the first step in which a rule breaks."""
    clock = SteadyClock()
    loop = SteadyLoop(clock)
    outcome = Outcome(plan)
    try:
        with own_rules(), sqlite_without_threads(), shared(clock):
            loop.run_until_complete(_whole(plan, clock, outcome))
    finally:
        loop.end()
    return outcome


async def _whole(plan: Plan, clock: SteadyClock, outcome: Outcome) -> None:
    with turns().elsewhere():
        opening = opened(plan)
        truth = await opening.__aenter__()
    try:
        await _played(plan, clock, truth, outcome)
    finally:
        with turns().elsewhere():
            await opening.__aexit__(None, None, None)


async def _played(plan: Plan, clock: SteadyClock, truth: Store, outcome: Outcome) -> None:
    stage = made(plan, clock, truth)
    await gathered(stage, Random(f"{plan.seed}:people"), alike=plan.alike)
    try:
        with failing_keys(stage.faults, plan.kind):
            await _lived(plan, stage, truth)
    except EnoughError:
        stage.transcript.note("and so on")
    _report(stage, outcome)


async def _lived(plan: Plan, stage: Stage, truth: Store) -> None:
    for number in range(plan.length):
        if number in plan.without:
            continue
        late = number * 5 > plan.length * 3
        await steps.play(stage, plan.seed, number, late=late, faults=plan.faults)
        if stage.rules.problems:
            return
        if number % LOOKS_EVERY == LOOKS_EVERY - 1:
            await stage.rest()
            await stage.audit.look(truth, stage.pairs)
    await stage.everything_comes()
    await stage.rest()
    await stage.audit.look(truth, stage.pairs)


def made(plan: Plan, clock: SteadyClock, truth: Store) -> Stage:
    transcript = Transcript(clock)
    faults = Faults(transcript.note)
    rules = Rules(clock, transcript.note)
    rules.has_keys = plan.kind != "memory"
    bad_times = BadTimes()
    stage = Stage(
        clock, transcript, faults, rules, bad_times, Audit(rules, clock, bad_times), deeds.reacts
    )
    stage.open(truth, plan.seed, plan.processes, alike=plan.alike)
    return stage


async def gathered(stage: Stage, random: Random, *, alike: bool = False) -> None:
    """Adds the pairs; each has agreed to everything.

    All clients have the same user id, or else (`alike`) the same workspace and rhythm.
    """
    await stage.installation.begin()
    for number in range(random.randint(3, 4)):
        pair = _alike(stage, random, number) if alike else _pair(stage, random, number)
        stage.pairs.append(pair)
        stage.rules.pairs = stage.pairs
        for human in (pair.client, pair.coach):
            stage.transcript.zones[human.name] = pair.times.zone
        await pair.join()


def _pair(stage: Stage, random: Random, number: int) -> Pair:
    platform = BLIND if number % 2 else READABLE
    zone = random.choice(ZONES)
    start, end = random.choice(deeds.WINDOWS)
    every = random.choice((1, 1, 1, 2))
    times = Times(random.choice(deeds.DAYS), every, start, end, zone, BEGINNING)
    workspace = f"workspace-{number}"
    client = stage.human(Address(platform, workspace, "same"), f"Client{number}", zone)
    coach = stage.human(Address(platform, workspace, "boss"), f"Coach{number}", zone)
    return Pair(number, client, coach, times, random.choice((0.3, 0.6, 0.9)))


def _alike(stage: Stage, random: Random, number: int) -> Pair:
    """The first pair is as any other. Those after it are where it is, and as often."""
    if not stage.pairs:
        return replace(_pair(stage, random, random.choice((0, 1))), number=0)
    where, times = stage.pairs[0].client.address, replace(stage.pairs[0].times)
    client = stage.human(replace(where, user=f"client-{number}"), f"Friend{number}", times.zone)
    coach = stage.human(replace(where, user=f"coach-{number}"), f"Guide{number}", times.zone)
    return Pair(number, client, coach, times, random.choice((0.3, 0.6, 0.9)))


@asynccontextmanager
async def opened(plan: Plan) -> AsyncIterator[Store]:
    if plan.kind == "memory":
        yield MemoryStore()
        return
    url = postgresql_url() if plan.kind == "postgresql" else None
    with TemporaryDirectory(prefix="hr-sim-") as folder:
        # One database holds many histories, so each run needs an organisation of its own.
        store = await open_store(Path(folder), url, f"org-{plan.seed}-{Path(folder).name}")
        try:
            yield store.store
        finally:
            await store.close()


def _report(stage: Stage, outcome: Outcome) -> None:
    outcome.problems = stage.rules.problems
    outcome.lines = stage.transcript.lines()
    outcome.years = stage.years
    outcome.sent = len(stage.rules.arrived)
    outcome.ticks, outcome.slowest = stage.ticks, stage.slowest
    outcome.crashes = stage.faults.crashes
    outcome.accepted = stage.accepted.count
    outcome.interrupted = stage.accepted.interrupted
    outcome.taken_over = stage.claims.taken_over_so_far
    outcome.fired, outcome.calls = stage.faults.fired, stage.faults.calls
    outcome.ends = stage.audit.counted()
    outcome.groups = stage.groups.counted
