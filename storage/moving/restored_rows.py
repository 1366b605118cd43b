"""Copies the rows of a backup into a new SQLite file, or into a server in one transaction."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.data_folder import DATABASE, RESTORING, sqlite_in
from storage.keys.key_file import KeyFile
from storage.keys.key_server import KeyServer
from storage.keys.keyring import Keys
from storage.keys.location import KEY_STORE
from storage.keys.records import MOVING
from storage.migrate import migrate
from storage.moving.backup import Installation, carry_all
from storage.moving.platform_tables import OwnRows, PlatformTables, carry_rows, in_order
from storage.moving.restore_place import NEW, engine_of, write_note
from storage.moving.rows import go_on_counting, refuse_what_is_there
from storage.moving.told import Told
from storage.sql.schema import metadata


async def carry_into(
    into: Installation, old: AsyncEngine, keys: Keys, note: tuple[Path, str], told: Told
) -> None:
    """Copies all rows; the note says that they are there, from the moment of the commit on."""
    new = into.folder / RESTORING / NEW
    url = into.url or str(sqlite_in(new / DATABASE))
    async with engine_of(url) as engine:
        await migrate(engine)
        async with old.connect() as source, engine.begin() as target:
            for table in metadata.sorted_tables:
                await refuse_what_is_there(target, table, into.organisation)
            await carry_all(source, target, into.organisation, told)
            for table in metadata.sorted_tables:
                await go_on_counting(target, table)
            for one in into.platform_tables:
                await _carry_platform(into, one, source, target, keys)
            if into.url is not None:
                await asyncio.to_thread(_fill_server, into)
                write_note(*note)
    if into.url is None:
        write_note(*note)


async def _carry_platform(
    into: Installation,
    one: PlatformTables,
    source: AsyncConnection,
    target: AsyncConnection,
    keys: Keys,
) -> None:
    """Copies the rows of one platform whose owners have keys: the others were erased since."""
    whose = OwnRows(keys.has_any)
    async with AsyncExitStack() as stack:
        if into.url is None:
            file = into.folder / RESTORING / NEW / one.file
            engine = await stack.enter_async_context(engine_of(str(sqlite_in(file))))
            target = await stack.enter_async_context(engine.begin())
        await target.run_sync(one.tables.create_all)
        for table in in_order(one):
            await carry_rows(source, target, table, whose)


def _fill_server(into: Installation) -> None:
    """Brings recovered keys to their server; it stays shut until the rows are there, too."""
    file = into.folder / RESTORING / NEW / KEY_STORE
    if into.location.url is None or not file.exists():
        return
    store, server = KeyFile(file), KeyServer(into.location.url)
    try:
        server.take_over(store.contents(), {MOVING: b"1"})
    finally:
        store.close()
        server.close()
    file.unlink()
