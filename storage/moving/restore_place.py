"""The folder that a restore works in, and the empty place that it fills."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.data_folder import DATABASE
from storage.keys.key_server import KeyServer
from storage.moving.backup import Installation
from storage.moving.platform_tables import has_table
from storage.sql.engine import make_engine
from storage.sql.schema import metadata
from storage.trouble import RefusedError

BACKUP, NEW, READY = Path("backup.db"), Path("new"), Path("ready")
NOT_EMPTY = (
    "{where} has an organisation already, and a restore never writes over one. Move it away, or "
    "restore into an empty place. Nothing was changed."
)


async def begun(into: Installation, work: Path) -> datetime | None:
    """Returns what a restore noted that was interrupted when its rows were all there.

    Removes what another one left, and raises RefusedError where the place is not empty.
    """
    there = await is_there(into)
    if (work / READY).exists() and (into.url is None or there):
        said = (work / READY).read_text("ascii").strip()
        return datetime.fromisoformat(said) if said else None
    if there:
        where = "The database of HANDRAIL_DATABASE_URL" if into.url else str(into.folder)
        raise RefusedError(NOT_EMPTY.format(where=where))
    shutil.rmtree(work, ignore_errors=True)
    return None


async def is_there(into: Installation) -> bool:
    if into.url is None:
        return (into.folder / DATABASE).exists()
    async with engine_of(into.url) as engine, engine.connect() as connection:
        for table in metadata.sorted_tables:
            if not await connection.run_sync(has_table, table):
                continue
            mine = select(table.c.organisation).where(table.c.organisation == into.organisation)
            if (await connection.execute(mine.limit(1))).first() is not None:
                return True
    return False


async def place(into: Installation, work: Path) -> None:
    """Moves the new files to their places, the database last, and opens the key server."""
    new = work / NEW
    found = sorted(file.relative_to(new) for file in new.rglob("*") if file.is_file())
    for file in sorted(found, key=lambda file: file == DATABASE):
        (into.folder / file).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.replace(new / file, into.folder / file)
    if into.location.url is not None:
        server = KeyServer(into.location.url)
        try:
            await asyncio.to_thread(server.end_move)
        finally:
            server.close()


def write_note(file: Path, text: str) -> None:
    with file.open("w", encoding="ascii") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


@asynccontextmanager
async def engine_of(url: str) -> AsyncIterator[AsyncEngine]:
    engine = make_engine(url)
    try:
        yield engine
    finally:
        await engine.dispose()
