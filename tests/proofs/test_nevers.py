"""Nevers 1, 2, 3, 5 and 6 hold over random histories.

`TESTS_HISTORIES=long` (make simulate) plays many more histories, and longer ones.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.proofs.coaching_histories import CoachingHistories

LONG = os.environ.get("TESTS_HISTORIES") == "long"
HISTORIES, STEPS = (3000, 80) if LONG else (60, 40)


def test_the_nevers_hold_over_random_histories() -> None:
    run_state_machine_as_test(
        CoachingHistories,
        settings=settings(
            max_examples=HISTORIES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not LONG,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.generate],
        ),
    )
