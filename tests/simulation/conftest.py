"""Turns the log off, because a simulation breaks things on purpose."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import structlog

from tests.quiet import quietly


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    before = structlog.get_config()
    quietly()
    yield
    structlog.configure(**before)
