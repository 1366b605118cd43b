"""Whether the histories notice a fault that was planted."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.proofs.coaching_histories import CoachingHistories

# A seed stands for so many histories.
SEEDED = 3
MOST = 1000


def must_be_caught(known: int | None = None) -> None:
    """Plays histories until one of them fails; raises what pytest raises where none does.

    The histories of the seed `known` come first. Where another version of Hypothesis or of a rule
    draws other ones from it, all the others follow.
    """
    if known is not None and not _holds(known, SEEDED):
        return
    with pytest.raises(AssertionError):
        _play(None, MOST)


def must_hold(known: int | None) -> None:
    """Raises AssertionError where a history of this seed fails with no fault planted."""
    _play(known, SEEDED)


def _holds(known: int | None, histories: int) -> bool:
    try:
        _play(known, histories)
    except AssertionError:
        return False
    return True


def _play(known: int | None, histories: int) -> None:
    """Without a seed, the same histories each time."""
    machine = type("CoachingHistories", (CoachingHistories,), {})
    if known is not None:
        machine = seed(known)(machine)
    looking = settings(
        max_examples=histories,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
        print_blob=False,
    )
    run_state_machine_as_test(machine, settings=looking)
