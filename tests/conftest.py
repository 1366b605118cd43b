"""Settings for every test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, settings

from bot.run.platforms import registered
from tests.postgresql import dropped_afterwards
from tests.run_folder import run_folder

# A slow machine is no defect: no example has to be fast, and the same ones are tried each time.
settings.register_profile(
    "handrail", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("handrail")

# A test of one adapter says that platform's own sentences, too.
registered()


@pytest.fixture(autouse=True)
def _databases_end_with_their_test() -> Iterator[None]:
    with dropped_afterwards():
        yield


def pytest_configure(config: pytest.Config) -> None:
    """The run's folder is made once: worker processes get it from the process that starts them."""
    if hasattr(config, "workerinput"):
        return
    stack = ExitStack()
    folder = stack.enter_context(run_folder())
    config.add_cleanup(stack.close)
    if config.option.basetemp is None:
        config.option.basetemp = str(folder / "t")
