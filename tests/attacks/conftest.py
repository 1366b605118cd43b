"""Counts the tries of every attack, and holds the count against what the page publishes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.attacks.attack import Attack, Tried


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Iterator[Tried]:
    counted = Tried()
    yield counted
    found = getattr(request.function, "attack", None)
    assert isinstance(found, Attack), "mark the test with @attack"
    assert counted.count == found.tries
