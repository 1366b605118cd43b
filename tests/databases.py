"""Stores for tests: in memory, on a SQLite file, and on a real PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from bot.ports import Store
from storage import OpenedStore, open_store
from storage.data_folder import DATABASE, sqlite_in
from storage.migrate import _upgrade
from tests.engines import sqlite_without_threads
from tests.memory_store.store import MemoryStore
from tests.postgresql import passing_database, shared_server

SQL = ("sqlite", "postgresql")
# Like "postgresql", with the keys on another PostgreSQL database, as many processes have them.
SCALED = "scaled"
STORES = ("memory", *SQL, SCALED)


@asynccontextmanager
async def opened(
    kind: str, folder: Path, organisation: str = "", *, threads: bool = False
) -> AsyncIterator[OpenedStore]:
    """Opens a store on a database. On PostgreSQL each organisation has rows of its own.

    A new SQLite file is a copy of an empty one with the schema, which is faster than migrating.
    With `threads` it works in a thread of its own, as in the product (`tests/engines.py`).
    """
    url = None if kind == "sqlite" else postgresql_url()
    if url is None:
        _begin_sqlite(folder / DATABASE)
    keys = new_database() if kind == SCALED else None
    name = organisation or f"org-{uuid4().hex[:16]}"
    with nullcontext() if threads else sqlite_without_threads():
        store = await open_store(folder, url, name, keys_url=keys)
    try:
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def any_store(kind: str, folder: Path, *, threads: bool = False) -> AsyncIterator[Store]:
    if kind == "memory":
        yield MemoryStore()
        return
    async with opened(kind, folder, threads=threads) as store:
        yield store.store


@cache
def postgresql_url() -> str:
    """Returns the URL of this process's database. Each test has its own organisation there."""
    return shared_server().new_database()


def new_database() -> str:
    """Returns the URL of a new, empty database. It is dropped when the test ends."""
    return passing_database()


def _begin_sqlite(file: Path) -> None:
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        file.write_bytes(_empty_sqlite())


@cache
def _empty_sqlite() -> bytes:
    """Makes a SQLite database with the schema of this version and no rows."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / DATABASE
        _upgrade(sqlite_in(file))
        return file.read_bytes()
