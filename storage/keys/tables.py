"""The key store's tables, on both databases, and the way from its first version to this one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from storage.trouble import RefusedError

VERSION = 1
# SQLite keeps the number in its file's header.
VERSION_FACT = "version"
SET_FACT = "INSERT INTO about VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
TABLES = (
    "CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value BLOB NOT NULL)",
    """CREATE TABLE IF NOT EXISTS data_key (
        id BLOB PRIMARY KEY, owner TEXT NOT NULL, month INTEGER NOT NULL, wrapped BLOB NOT NULL,
        retired INTEGER NOT NULL DEFAULT 0)""",
    # A retired key still opens what it sealed, but seals no more: the month can have another.
    """CREATE UNIQUE INDEX IF NOT EXISTS data_key_sealing ON data_key (owner, month)
        WHERE retired = 0""",
    "CREATE INDEX IF NOT EXISTS data_key_owner ON data_key (owner)",
    # Whose rows may still have to go; an owner leaves this list when they have gone.
    "CREATE TABLE IF NOT EXISTS forgotten (owner TEXT PRIMARY KEY)",
    # What was withdrawn last, by random numbers: a database brought back from a backup has no idea.
    """CREATE TABLE IF NOT EXISTS withdrawn (
        chain TEXT NOT NULL, purpose TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (chain, purpose))""",
)
# Which processes use the key store, and which epochs each can read; only where several may.
REPLICA = """CREATE TABLE IF NOT EXISTS replica (
    id TEXT PRIMARY KEY, seen_at TIMESTAMPTZ NOT NULL, place TEXT NOT NULL, epochs TEXT NOT NULL)"""
COPY_FIRST_VERSION = (
    "INSERT INTO data_key (id, owner, month, wrapped) "
    "SELECT id, owner, month, wrapped FROM first_data_key"
)


class Database(Protocol):
    """A connection within a transaction, as `sqlite3` has it; marks are question marks."""

    def execute(self, query: str, values: Sequence[Any] = (), /) -> Any: ...

    def executemany(self, query: str, rows: Iterable[Sequence[Any]], /) -> Any: ...


def has_tables(db: sqlite3.Connection) -> bool:
    """Raises RefusedError when a newer Handrail made them."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    refuse_newer(version)
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone())


def bring_up_to_date(db: sqlite3.Connection) -> None:
    """Within a transaction: all of it, or none."""
    columns = {row[1] for row in db.execute("PRAGMA table_info(data_key)")}
    first_version = bool(columns) and "retired" not in columns
    if first_version:
        db.execute("ALTER TABLE data_key RENAME TO first_data_key")
    for table in TABLES:
        db.execute(table)
    if first_version:
        db.execute(COPY_FIRST_VERSION)
        db.execute("DROP TABLE first_data_key")
    db.execute(f"PRAGMA user_version={VERSION}")


def has_server_tables(db: Database) -> bool:
    """The same on PostgreSQL. Raises RefusedError also where the data lies."""
    if _is_there(db, "alembic_version"):
        raise RefusedError(
            "HANDRAIL_KEYS_URL names the database that the data lies in. Whoever has a copy of it "
            "would have both: give the keys a database and a role of their own. "
            "Nothing was changed."
        )
    if not _is_there(db, "about"):
        return False
    row = db.execute("SELECT value FROM about WHERE name = ?", (VERSION_FACT,)).fetchone()
    refuse_newer(int(row[0]) if row else 0)
    return True


def bring_server_up_to_date(db: Database) -> None:
    for table in (*TABLES, REPLICA):
        db.execute(table.replace("BLOB", "BYTEA"))
    db.execute(SET_FACT, (VERSION_FACT, str(VERSION).encode()))


def refuse_newer(version: int) -> None:
    if version > VERSION:
        raise RefusedError(
            "The key store was written by a newer Handrail. Install that one again, then start. "
            "Nothing was changed."
        )


def _is_there(db: Database, table: str) -> bool:
    found = db.execute("SELECT to_regclass(?)", (table,)).fetchone()
    return found is not None and found[0] is not None
