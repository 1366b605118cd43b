"""A ratchet: how many statements a check-in takes, and how often an answer waits for the database.

They are counts at the drivers, the same on every machine. Lower a number here when a change lowers
it; raise none without a decision.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.sql import sqlite_driver
from tests.benchmarks.road.population import populated
from tests.benchmarks.road.server import Databases
from tests.benchmarks.road.statements import counts
from tests.databases import SQL
from tests.postgresql import dropped_afterwards, shared_server

# A claim of one group: what a claim itself takes is shared by these few.
CLIENTS = 25
# By database: statements a check-in, statements of an answer, its round trips before the commit.
AT_MOST = {"sqlite": (0.8, 8, 1), "postgresql": (0.84, 9, 3)}


@pytest.mark.parametrize("kind", SQL)
async def test_the_roads_take_no_more_statements_and_trips_than_they_did(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a slow machine it would visit its thread only to let others have their turn.
    monkeypatch.setattr(sqlite_driver, "HELD_SECONDS", 60)
    with dropped_afterwards():
        made = Databases(shared_server()) if kind == "postgresql" else None
        found = await counts(await populated(tmp_path / "data", CLIENTS, made))
    each, statements, trips = AT_MOST[kind]
    assert 0 < found.each <= each, "more statements a check-in"
    assert 0 < found.answer <= statements, found.statements
    assert 0 <= found.trips <= trips, "an answer waits more often"
