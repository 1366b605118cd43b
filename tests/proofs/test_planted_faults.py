"""Plants each fault and checks that the histories find it, which shows what they are worth."""

from __future__ import annotations

import pytest

from tests.by_hand import by_hand
from tests.planted.faults import CAUGHT_BY_HISTORIES, Fault
from tests.proofs.catching import must_be_caught, must_hold


@pytest.mark.parametrize("fault", CAUGHT_BY_HISTORIES, ids=lambda fault: fault.name)
def test_a_planted_fault_is_caught(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Histories that hold without the fault must fail with it."""
    must_hold(fault.history)
    fault.plant(monkeypatch)
    must_be_caught(fault.history)


@by_hand
@pytest.mark.parametrize("fault", CAUGHT_BY_HISTORIES, ids=lambda fault: fault.name)
def test_the_search_finds_a_planted_fault(fault: Fault, monkeypatch: pytest.MonkeyPatch) -> None:
    fault.plant(monkeypatch)
    must_be_caught()
