"""Whether the histories notice a fault that was planted."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.proofs.coaching_histories import CoachingHistories


def must_be_caught() -> None:
    """Plays histories until one of them fails; raises what pytest raises where none does."""
    looking = settings(
        max_examples=1000,
        stateful_step_count=40,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
        print_blob=False,
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(CoachingHistories, settings=looking)
