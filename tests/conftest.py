"""Settings for every test."""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
import threading
import warnings
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from bot.run.platforms import registered
from tests.engines import quick_engines
from tests.postgresql import dropped_afterwards
from tests.run_folder import run_folder

# No example must be fast, because a slow machine is no defect. Each run tries the same examples.
settings.register_profile(
    "handrail", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("handrail")

# Whoever brings a key gives it to nobody else: a key that others can open is refused.
os.umask(0o077)

# A test of one adapter needs that platform's own sentences too.
registered()
quick_engines()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slowest folder begins first, so that no process is left alone with it at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith("tests/scaled/"))


def pytest_collection_finish(session: pytest.Session) -> None:
    """Thousands of tests stay until the end: looking through them for rubbish is time lost."""
    gc.collect()
    gc.freeze()


SIGN_INS = ("microsoftonline.com", "microsoftonline.us", "microsoftonline.cn")


@pytest.fixture(autouse=True)
def _nobody_signs_in_at_microsoft(monkeypatch: pytest.MonkeyPatch) -> None:
    """A house with an app id asks for a token at its start: here Microsoft is always away."""
    real = socket.getaddrinfo

    def look_up(host: Any, *given: Any, **named: Any) -> Any:
        if str(host).endswith(SIGN_INS):
            raise socket.gaierror("no test asks Microsoft")
        return real(host, *given, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@pytest.fixture(autouse=True)
def _databases_end_with_their_test() -> Iterator[None]:
    with dropped_afterwards():
        yield


@pytest.fixture(autouse=True)
def _logging_ends_with_its_test() -> Iterator[None]:
    """Undoes what a command that runs inside a test does to the whole process's log."""
    handed = logging.Logger.callHandlers
    before = logging.raiseExceptions, logging.lastResort, logging.root.level
    hooks = warnings.showwarning, sys.excepthook, sys.unraisablehook, threading.excepthook
    yield
    logging.Logger.callHandlers = handed  # type: ignore[method-assign]
    logging.raiseExceptions, logging.lastResort, level = before
    logging.root.setLevel(level)
    warnings.showwarning, sys.excepthook, sys.unraisablehook, threading.excepthook = hooks


def pytest_configure(config: pytest.Config) -> None:
    """Makes the run's folder once. Worker processes get it from the process that starts them."""
    if hasattr(config, "workerinput"):
        return
    stack = ExitStack()
    folder = stack.enter_context(run_folder())
    config.add_cleanup(stack.close)
    if config.option.basetemp is None:
        config.option.basetemp = str(folder / "t")
