"""Checks that the random histories catch a planted fault."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.proofs.coaching_histories import CoachingHistories

# So many histories are played from one seed.
SEEDED = 3
MOST = 1000


def must_be_caught(known: int | None = None) -> None:
    """Plays histories until one fails. Fails the test itself if none does.

    The histories of the seed `known` come first. Another version of Hypothesis or of a rule may
    draw other histories from that seed; then up to `MOST` others are played.
    """
    if known is not None and not _holds(known, SEEDED):
        return
    with pytest.raises(AssertionError):
        _play(None, MOST)


def must_hold(known: int | None) -> None:
    """Plays the histories of this seed without a fault. Raises AssertionError if one fails."""
    _play(known, SEEDED)


def _holds(known: int | None, histories: int) -> bool:
    try:
        _play(known, histories)
    except AssertionError:
        return False
    return True


def _play(known: int | None, histories: int) -> None:
    """Plays so many histories. Without a seed they are the same each time."""
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
