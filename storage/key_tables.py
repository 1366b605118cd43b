"""The key store's tables, and the way from its first version to this one."""

from __future__ import annotations

import sqlite3

from storage.trouble import RefusedError

VERSION = 1
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
COPY_FIRST_VERSION = (
    "INSERT INTO data_key (id, owner, month, wrapped) "
    "SELECT id, owner, month, wrapped FROM first_data_key"
)


def has_tables(db: sqlite3.Connection) -> bool:
    """Raises RefusedError when a newer Handrail made them."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise RefusedError(
            "The key store was written by a newer Handrail. Install that one again, then start. "
            "Nothing was changed."
        )
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
