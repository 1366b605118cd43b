"""Each line of the doctor is broken once: it alone is not well then, and says what to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.halting.halt import Halt
from bot.domain.ledger import WHOLE, Damage, Flaw
from bot.domain.operator import Finding, PublicAddress, Standing
from bot.upkeep.checks import intact
from bot.upkeep.checks.line import Outside
from bot.upkeep.checks.lines import LINES
from bot.upkeep.clocks.trust import Doubt
from bot.upkeep.doctor import examine
from bot.upkeep.ledger_audit import LedgerReport
from tests.fakes import START
from tests.memory_store.store import MemoryStore, MemoryTransaction
from tests.operators import FakeKeyDesk, FakeMachine, behind, installed
from tests.things import delivery
from tests.upkeep.doctors_table import BEGINS, ENDS, table
from tests.world import World, joined

ROOT = Path(__file__).parents[2]
DAY = timedelta(days=1)
FREE = 20 * 1024**3


class Case:
    """An installation in which all is well until a test changes something."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.patch = patch
        self.store = MemoryStore()
        self.keys, self.machine = FakeKeyDesk(), FakeMachine()
        self.outside: dict[str, Any] = {}
        self.now = START
        self.present: set[str] = set()

    async def findings(self) -> dict[str, Finding]:
        given = installed(
            self.store,
            self.now,
            keys=self.keys,
            standing=self.machine.standing,
            present=self.present,
            outside=Outside(**self.outside),
        )
        return {one.name: one for one in (await examine(given)).findings}

    def answers(self, method: str, answer: object) -> None:
        """From now on every transaction answers so, or raises it."""

        async def told(*_: object) -> object:
            if isinstance(answer, Exception):
                raise answer
            return answer

        self.patch.setattr(MemoryTransaction, method, told)

    def stands(self, **changed: Any) -> None:
        given: dict[str, Any] = {"mode": 0o700, "free_bytes": FREE, "schema_matches": True}
        self.machine.found = Standing(**(given | changed))

    async def plans(self, *, claimed: bool = False) -> None:
        async with self.store.transaction() as tx:
            await tx.plan(delivery(due_at=START))
            if claimed:
                await tx.claim(START, 1)
        self.now = START + timedelta(hours=1)


class SomeClocks:
    def __init__(self, doubt: Doubt | None = None, moved: timedelta = timedelta(0)) -> None:
        self._doubt = doubt
        self._moved = moved

    def machine_now(self) -> datetime:
        return START - self._moved

    async def doubt(self) -> Doubt | None:
        return self._doubt


def _address(**told: Any) -> Callable[[], Awaitable[PublicAddress]]:
    async def look() -> PublicAddress:
        return PublicAddress(**told)

    return look


def _listening(workers: int) -> Callable[[], Awaitable[int]]:
    async def count() -> int:
        return workers

    return count


def _audited(case: Case, damage: Damage) -> None:
    async def audit(_: object) -> LedgerReport:
        return LedgerReport(1, 3, (Flaw(WHOLE, None, damage),))

    case.patch.setattr(intact, "audit", audit)


def _older_epoch(case: Case) -> None:
    case.keys.turned_at = START - 91 * DAY


async def _absent(case: Case) -> None:
    world = World(case.store)
    await joined(world)


Break = Callable[[Case], Awaitable[None] | None]
BREAKS: dict[str, Break] = {
    "clocks": lambda c: c.outside.update(clocks=SomeClocks(Doubt(400 * DAY, DAY))),
    "page clock": lambda c: c.outside.update(clocks=SomeClocks(moved=12 * DAY)),
    "database": lambda c: c.answers("try_writing", OSError("zebra")),
    "schema": lambda c: c.stands(schema_matches=False),
    "retention": lambda c: c.answers("behind", behind(4, hours=2)),
    "halt": lambda c: c.answers("halt", Halt(START, "root")),
    "queue": lambda c: c.outside.update(listening=_listening(0)),
    "deliveries due": lambda c: c.plans(),
    "deliveries claimed": lambda c: c.plans(claimed=True),
    "deliveries set aside": lambda c: c.answers("set_aside", 2),
    "rows": lambda c: c.answers("refused_rows", {"person": 1}),
    "ledger": lambda c: _audited(c, Damage.CHANGED),
    "keys": lambda c: setattr(c.keys, "unreadable", 1),
    "retired keys": lambda c: setattr(c.keys, "retired", 1),
    "epoch": _older_epoch,
    "turns": lambda c: setattr(c.keys, "more", {"wanted": True, "by_hand": True}),
    "backup": lambda c: setattr(c.keys, "more", {"backed_up_at": None}),
    "data folder": lambda c: c.stands(mode=0o755),
    "files": lambda c: c.stands(loose=("chmod 600 1.key",)),
    "disk": lambda c: c.stands(free_bytes=1024),
    "policy": lambda c: c.outside.update(policy=lambda: [Finding("policy", False, "2 faults.")]),
    "platforms": _absent,
    "public address": lambda c: c.outside.update(address=_address(trouble="cannot be reached")),
    "certificate": lambda c: c.outside.update(address=_address(certificate_ends=START + 3 * DAY)),
}
# Lines that only tell.
NEVER_ILL = {"version"}


def test_each_line_has_its_break_and_a_name_of_its_own() -> None:
    names = [line.name for line in LINES]
    assert len(set(names)) == len(names)
    assert set(names) == set(BREAKS) | NEVER_ILL


@pytest.mark.parametrize("line", LINES, ids=lambda one: one.name)
async def test_what_is_broken_is_told_by_its_line_alone_with_what_to_do(
    line: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Case(monkeypatch)
    well = await case.findings()
    assert all(one.ok and not one.do for one in well.values()), well
    if line.name in NEVER_ILL:
        return
    changing = BREAKS[line.name](case)
    if changing is not None:
        await changing
    found = await case.findings()
    assert [name for name, one in found.items() if not one.ok] == [line.name]
    assert found[line.name].do == line.do
    assert "zebra" not in repr(found)


@pytest.mark.parametrize("line", LINES, ids=lambda one: one.name)
def test_each_line_is_written_in_whole_sentences(line: Any) -> None:
    for sentence in (line.looks_at, line.do):
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence[0] == "`"
        assert "|" not in sentence


async def test_an_older_ledger_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case(monkeypatch)
    _audited(case, Damage.OLDER_COPY)
    finding = (await case.findings())["ledger"]
    assert "older copy" in finding.sentence
    assert "ledger accept" in finding.do


async def test_where_there_is_a_queue_or_an_address_that_works_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = Case(monkeypatch)
    ends = START + 90 * DAY
    case.outside = {"listening": _listening(2), "address": _address(certificate_ends=ends)}
    found = await case.findings()
    assert found["queue"].sentence == "2 workers listening."
    assert "2027-02-21" in found["certificate"].sentence
    assert found["public address"].ok


def test_the_page_for_operators_has_the_table() -> None:
    page = (ROOT / "docs" / "operating.md").read_text()
    written = page.partition(BEGINS)[2].partition(ENDS)[0].strip()
    assert written == table(), "python -m tests.upkeep.doctors_table prints it"
