"""How often an answer asks the database before its commit: a ratchet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.sql.running.road import Given, run_all
from tests.databases import SQL, opened
from tests.world import World, joined

MOST = 3
# Statements that go together count once.
MOST_STATEMENTS = 9


@pytest.mark.parametrize("kind", SQL)
async def test_an_answer_takes_at_most_three_trips_before_its_commit(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client's words to a check-in, kept and sealed, at the hour in which all is looked for."""
    trips: list[int] = []

    async def together(connection: AsyncConnection, several: Sequence[Given]) -> Any:
        trips.append(len(several))
        return await run_all(connection, several)

    async def alone(*_: Any, **__: Any) -> Any:
        raise AssertionError("an answer asks by a road of its own")

    async with opened(kind, tmp_path) as house:
        world = World(house.store)
        client, _ = await joined(world)
        assert await world.skip()
        with monkeypatch.context() as patch:
            patch.setattr("storage.sql.running.statements.run_all", together)
            patch.setattr(AsyncConnection, "execute", alone)
            (answer,) = await client.writes("It went better than I thought.")
    assert answer.template == "you-wrote"
    assert len(trips) <= MOST
    assert sum(trips) <= MOST_STATEMENTS
