"""The short form of the simulation: any call on a real store may fail, and every rule holds."""

from __future__ import annotations

from itertools import chain

import pytest

from tests.by_hand import by_hand
from tests.planted.consent import a_stop_is_only_words
from tests.planted.faults import CAUGHT_BY_SIMULATION, Fault
from tests.simulation.history import ALIKE, Plan, play
from tests.simulation.many import Sum
from tests.simulation.shrinking import shrunk, told

SEEDS = 120
STORES = [
    ("memory", 1, 10, 40),
    ("memory", 100_001, 100_006, 40),
    ("sqlite", 31, 32, 8),
    ("sqlite", 100_001, 100_002, 8),
    ("postgresql", 33, 34, 8),
    ("postgresql", 100_002, 100_003, 8),
]


@pytest.mark.parametrize(("kind", "first", "last", "length"), STORES)
def test_whatever_fails_every_rule_holds(
    kind: str, first: int, last: int, length: int, capsys: pytest.CaptureFixture[str]
) -> None:
    total = Sum()
    for seed in range(first, last):
        outcome = play(Plan(seed, kind, length))
        assert not outcome.problems, told(shrunk(outcome))
        total.add(outcome)
    assert total.sent > last - first
    assert total.fired.total() > last - first
    if kind == "memory" and first > ALIKE:
        # Groups were left half, and somebody acted before the rest was settled.
        assert total.groups["broken off, none settled"] > 0
        assert any(what.endswith("before the rest was settled") for what in total.groups)
    with capsys.disabled():
        print(f"\n{kind}: {total.years:.1f} client-years, {total.fired.total()} faults")


def test_the_same_seed_plays_the_same_history_byte_for_byte() -> None:
    for plan in (Plan(3), Plan(6, length=12), Plan(9, "sqlite", 6)):
        first, second = play(plan), play(plan)
        assert first.lines == second.lines
        assert first.calls == second.calls
        assert len(first.lines) > 20


def test_another_seed_plays_another_history() -> None:
    assert play(Plan(3, length=12)).lines != play(Plan(4, length=12)).lines


def test_every_store_plays_the_same_history_where_nothing_fails() -> None:
    told_by = [play(Plan(5, kind, 8, faults=False)).lines for kind in ("memory", "sqlite")]
    assert told_by[0] == told_by[1]


def test_a_failing_history_is_made_shorter_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    a_stop_is_only_words(monkeypatch)
    failed = next(o for o in (play(Plan(seed)) for seed in range(1, SEEDS)) if o.problems)
    short = shrunk(failed)
    assert short.problems
    assert len(short.plan.without) > 20
    text = told(short)
    assert f"make simulate SEED={failed.plan.seed}" in text
    assert "stop" in text


@pytest.mark.parametrize("fault", CAUGHT_BY_SIMULATION, ids=lambda fault: fault.name)
def test_a_planted_fault_is_caught(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    """A history that breaks no rule without the fault must break one with it.

    If the seed plays another history by now, one of the other histories must.
    """
    known = Plan(fault.simulation or 0)
    assert not play(known).problems
    fault.plant(monkeypatch)
    assert play(known).problems or caught()


@by_hand
@pytest.mark.parametrize("fault", CAUGHT_BY_SIMULATION, ids=lambda fault: fault.name)
def test_the_search_finds_a_planted_fault(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    fault.plant(monkeypatch)
    assert caught()


def caught() -> bool:
    seeds = chain(range(1, SEEDS), range(ALIKE + 1, ALIKE + SEEDS))
    return any(play(Plan(seed)).problems for seed in seeds)
