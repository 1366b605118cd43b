"""What an older version stored in the clear is sealed at the next start, and is what it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.domain.pause import Pause
from bot.ports import DamagedError
from bot.upkeep.ledger_audit import audit
from storage import OpenedStore
from storage.data_folder import DATABASE
from storage.keys.location import KEY_STORE
from tests.databases import opened
from tests.storage.older import in_clear, seal_heads_as_before, undivide, unguarded, write_as_before
from tests.world import Chatter, World, joined

NAME = "org-old"


async def lived(folder: Path) -> tuple[World, Chatter, Mapping[str, Any]]:
    """A client who has joined, with everything as the older version left it."""
    async with opened("sqlite", folder, NAME) as store:
        world = World(store.store)
        # A start reads the machine's clock, and each month has keys of its own.
        world.clock.at = datetime.now(UTC)
        client, _ = await joined(world)
        before = await everything(store, client)
    unguarded(folder)
    async with opened("sqlite", folder, NAME) as store, store.store.transaction() as tx:
        await seal_heads_as_before(tx)
        await write_as_before(tx, world.clock.now())
    undivide(folder, NAME)
    return world, client, before


async def everything(store: OpenedStore, client: Chatter) -> Mapping[str, Any]:
    async with store.store.transaction() as tx:
        person = await tx.person_at(client.address)
        assert person is not None
        (engagement,) = await tx.engagements_of(person.id)
        return {
            "person": person,
            "engagement": engagement,
            "rhythm": await tx.rhythm(engagement.id),
            "coach's": await tx.rhythm(engagement.coach_id),
            "ledger": await tx.ledger(engagement.id),
            "told": await tx.stored_about(person.id),
        }


async def test_a_start_seals_it_all_and_changes_nothing(tmp_path: Path) -> None:
    _, client, before = await lived(tmp_path)
    assert in_clear(tmp_path)["person.language"] == {"en"}
    async with opened("sqlite", tmp_path, NAME) as store:
        assert await everything(store, client) == before
        assert (await audit(store.store)).flaws == ()
    for place, values in in_clear(tmp_path).items():
        assert len(values) == 1, place
    assert {v for p, (v,) in in_clear(tmp_path).items() if p.endswith("unsealed")} == {0}


async def test_a_second_start_moves_nothing_again(tmp_path: Path) -> None:
    _, client, before = await lived(tmp_path)
    async with opened("sqlite", tmp_path, NAME) as store:
        found = store.keys.keyed_hash("code", "KXPT")
    for _ in range(2):
        async with opened("sqlite", tmp_path, NAME) as store:
            assert store.keys.keyed_hash("code", "KXPT") == found
            assert await store.keys.check() == 0
            assert await everything(store, client) == before


async def test_a_copy_of_the_older_keys_that_is_put_back_still_fits(tmp_path: Path) -> None:
    _, client, before = await lived(tmp_path)
    older = (tmp_path / KEY_STORE).read_bytes()
    async with opened("sqlite", tmp_path, NAME):
        pass
    (tmp_path / KEY_STORE).write_bytes(older)
    async with opened("sqlite", tmp_path, NAME) as store:
        assert await everything(store, client) == before
        assert (await audit(store.store)).flaws == ()


async def test_a_row_in_the_clear_counts_for_nothing_while_it_runs(tmp_path: Path) -> None:
    """Else whoever can write to the database would choose the settings, and give grants."""
    _, client, before = await lived(tmp_path)
    async with opened("sqlite", tmp_path, NAME) as store:
        async with store.store.transaction() as tx:
            await write_as_before(tx, before["engagement"].started_at)
        async with store.store.transaction() as tx:
            with pytest.raises(DamagedError):
                await tx.person_at(client.address)
            with pytest.raises(DamagedError):
                await tx.engagement(before["engagement"].id)
            assert await tx.rhythm(before["engagement"].id) is None
            with pytest.raises(ValueError, match="cannot be read"):
                await tx.ledger(before["engagement"].id)


@pytest.mark.parametrize(
    ("stored", "pause"),
    [("9000-01-01", Pause(None)), ("2026-12-10", Pause(date(2026, 12, 10)))],
)
async def test_a_pause_of_the_first_versions_is_sealed_and_goes_on(
    stored: str, pause: Pause, tmp_path: Path
) -> None:
    world, client, _ = await lived(tmp_path)
    with closing(sqlite3.connect(tmp_path / DATABASE)) as database, database:
        database.execute("UPDATE rhythm SET paused_until = ?", (stored,))
        # A rest of the older version left nothing planned.
        database.execute("DELETE FROM delivery")
    async with opened("sqlite", tmp_path, NAME) as store:
        world.store = store.store
        await world.restart()
        async with store.store.transaction() as tx:
            person = await tx.person_at(client.address)
        assert person is not None
        assert person.pause == pause
        await world.until(world.clock.now() + timedelta(days=8))
        assert world.platform.arrived == []
        told = await client.writes("resume")
        assert told[0].template == "resumed"
        await world.until(world.clock.now() + timedelta(days=8))
        assert world.platform.arrived
    assert in_clear(tmp_path)["rhythm.paused_until"] == {None}
