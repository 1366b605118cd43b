"""A simulation breaks things on purpose: its log is of no use to anyone."""

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
