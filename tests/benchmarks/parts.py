"""Every part of the benchmark, by name. Each runs alone, and all of them one after the other.

A part imports what it needs when it runs: one that measures memory must not carry all the others.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks.figures import Figure, Reporter
from tests.benchmarks.scale import SQL, Scale

if TYPE_CHECKING:
    from tests.benchmarks.road.server import Databases

Run = Callable[[Reporter, Scale, Path], None]
ONE = ("sqlite",)
LEAN = 500


@dataclass(frozen=True, slots=True)
class Part:
    """`about` says what is measured. `kinds` are the databases that it runs on."""

    about: str
    run: Run
    kinds: tuple[str, ...] = SQL


def measured(name: str, kind: str, scale: Scale) -> list[Figure]:
    """Runs one part on one database, and prints each figure as it comes."""
    report = Reporter(name, kind, [])
    with TemporaryDirectory(prefix="hr-bench-") as folder:
        PARTS[name].run(report, scale, Path(folder))
    return report.made


def _check_ins(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks.road import check_ins, population

    with _databases(report.kind) as made:

        async def run() -> None:
            people = await population.populated(folder / "data", scale.clients, made)
            await check_ins.measure(people, scale.rounds, report)

        asyncio.run(run())


def _answers(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks.road import answers, population

    with _databases(report.kind) as made:

        async def run() -> None:
            people = await population.populated(folder / "data", scale.clients, made)
            await answers.measure(people, scale.rounds, report)

        asyncio.run(run())


def _statements(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks.road import population, statements

    count = min(scale.clients, statements.A_CLAIM)
    with _databases(report.kind) as made:

        async def run() -> None:
            people = await population.populated(folder / "data", count, made)
            await statements.measure(people, report)

        asyncio.run(run())


def _sharing(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks.road import sharing

    sizes = scale.coached, scale.weeks
    with _databases(report.kind) as made:
        urls = tuple(made.new() if made else None for _ in range(3))
        asyncio.run(sharing.measure(folder, urls, scale.rounds, sizes, report))


def _joining(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks.road import joining

    with _databases(report.kind) as made:
        url = made.new() if made else None
        asyncio.run(joining.measure(folder, url, scale.rounds, scale.joins, report))


def _minute(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks.road import minute, population

    names = [f"T{number}" for number in range(scale.workspaces)]
    with _databases(report.kind) as made:

        async def run() -> None:
            people = await population.populated(folder, scale.due, made, names, lean=True)
            await minute.measure(people, report)

        asyncio.run(run())


def _workers(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks.road import workers

    with _databases(report.kind) as made:
        assert made is not None
        asyncio.run(workers.measure(folder, made, scale.clients, scale.rounds, report))


def _slack(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks import bench_slack_inbound

    bench_slack_inbound.measure(scale.requests, report)


def _teams(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks import bench_teams_inbound

    seconds = scale.seconds / max(1, scale.rounds)
    asyncio.run(bench_teams_inbound.measure(seconds, scale.rounds, report))


def _sweep(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks import sweeps

    due, handed_over = min(sweeps.DUE, scale.clients), min(sweeps.HANDED_OVER, scale.due)
    sweeps.measure(scale.enrolled, scale.rounds, report, due=due, handed_over=handed_over)


def _heavy(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks.road import heavy, population

    count = min(scale.clients, LEAN)
    with _databases(report.kind) as made:

        async def run() -> None:
            people = await population.populated(folder / "data", count, made)
            await heavy.measure(people, scale.many, scale.seconds, report)

        asyncio.run(run())


def _memory(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks.road import memory

    memory.measure(folder, scale.enrolled, scale.rounds, report)


def _start(report: Reporter, scale: Scale, folder: Path) -> None:
    from tests.benchmarks import starting

    starting.measure(scale.rounds, report)


@contextmanager
def _databases(kind: str) -> Iterator[Databases | None]:
    """A server of the benchmark's own for PostgreSQL. Events are logged as in production."""
    from tests.benchmarks.road import server, whole_house

    whole_house.log_as_in_production()
    if kind == "sqlite":
        yield None
        return
    with server.databases() as made:
        yield made


PARTS: Mapping[str, Part] = {
    "check-ins": Part("whole check-ins, all due at once", _check_ins),
    "answers": Part("whole answers, by handle and through the inbox", _answers),
    "statements": Part("statements a check-in, and round trips of an answer", _statements),
    "sharing": Part("share, approve, and the digest", _sharing),
    "joining": Part("from the code to the receipt", _joining),
    "minute": Part("10,000 due in one minute, in 200 workspaces", _minute, ONE),
    "workers": Part("one, two and three workers", _workers, ("postgresql",)),
    "slack": Part("Slack's events to the acknowledgement", _slack, ONE),
    "teams": Part("Teams' activities to the acknowledgement", _teams, ONE),
    "sweep": Part("what a claim costs", _sweep),
    "heavy": Part("an erase, a retention sweep, an epoch turn, beside people", _heavy),
    "memory": Part("memory with few and with many enrolled", _memory, ONE),
    "start": Part("start to ready", _start, ONE),
}


def environment() -> dict[str, str]:
    """What a part's process is given: no setting of the house that somebody has set here."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HANDRAIL_")}
