"""The short form: the real core and real stores, a fault at any call, and every rule must hold."""

from __future__ import annotations

import os

import pytest

from tests.simulation.history import Plan, play
from tests.simulation.many import Sum
from tests.simulation.planted import FAULTS, Plant
from tests.simulation.shrinking import shrunk, told

LONG = os.environ.get("HANDRAIL_HISTORIES") == "long"
SHORT_FAULTS = (
    "recovery_simply_sends_again",
    "a_stop_is_only_words",
    "what_is_not_found_at_once_never_was",
)
SEEDS = 120
STORES = [("memory", 1, 13, 40), ("sqlite", 31, 33, 8), ("postgresql", 33, 35, 8)]


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
    (plant,) = [one for one in FAULTS if one.__name__ == "a_stop_is_only_words"]
    plant(monkeypatch)
    failed = next(o for o in (play(Plan(seed)) for seed in range(1, SEEDS)) if o.problems)
    short = shrunk(failed)
    assert short.problems
    assert len(short.plan.without) > 20
    text = told(short)
    assert f"make simulate SEED={failed.plan.seed}" in text
    assert "stop" in text


@pytest.mark.parametrize(
    "plant",
    [one for one in FAULTS if LONG or one.__name__ in SHORT_FAULTS],
    ids=lambda plant: plant.__name__,
)
def test_a_planted_fault_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    caught = (seed for seed in range(1, SEEDS) if play(Plan(seed)).problems)
    assert next(caught, None) is not None
