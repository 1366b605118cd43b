"""The key store has exactly the tables of the versions that wrote their SQL by hand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.keys.key_file import KeyFile
from storage.keys.key_server import KeyServer
from tests.databases import new_database
from tests.storage.keys.key_servers import ask

# The statements of the earlier versions. Existing installations have these tables.
TABLES = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value BLOB NOT NULL)",
    "CREATE TABLE data_key (id BLOB PRIMARY KEY, owner TEXT NOT NULL, month INTEGER NOT NULL, "
    "wrapped BLOB NOT NULL, retired INTEGER NOT NULL DEFAULT 0)",
    "CREATE UNIQUE INDEX data_key_sealing ON data_key (owner, month) WHERE retired = 0",
    "CREATE INDEX data_key_owner ON data_key (owner)",
    "CREATE TABLE forgotten (owner TEXT PRIMARY KEY)",
    "CREATE TABLE withdrawn (chain TEXT NOT NULL, purpose TEXT NOT NULL, at TEXT NOT NULL, "
    "PRIMARY KEY (chain, purpose))",
    # Since version 2.
    "CREATE TABLE floor (owner TEXT NOT NULL, thing BLOB NOT NULL, number BLOB NOT NULL, "
    "PRIMARY KEY (owner, thing))",
)
REPLICA = (
    "CREATE TABLE replica (id TEXT PRIMARY KEY, seen_at TIMESTAMPTZ NOT NULL, "
    "place TEXT NOT NULL, epochs TEXT NOT NULL)"
)
COLUMNS = (
    "SELECT table_name, column_name, ordinal_position, column_default, is_nullable, data_type "
    "FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 3"
)
INDEXES = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"
FACTS = {"epoch": b"1"}


def _layout(file: Path) -> list[object]:
    found: list[object] = []
    with closing(sqlite3.connect(file)) as db:
        tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        for (table,) in tables.fetchall():
            found.append((table, db.execute(f"PRAGMA table_info({table})").fetchall()))
            indexes = db.execute(f"PRAGMA index_list({table})").fetchall()
            for index in sorted(row[1:] for row in indexes):
                found.append((index, db.execute(f"PRAGMA index_xinfo('{index[0]}')").fetchall()))
    return found


def test_a_file_has_the_same_layout_as_before(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "before.db")) as db, db:
        for table in TABLES:
            db.execute(table)
    store = KeyFile(tmp_path / "now.db")
    store.begin(FACTS)
    store.close()
    assert _layout(tmp_path / "now.db") == _layout(tmp_path / "before.db")


def test_a_server_has_the_same_layout_as_before() -> None:
    before, now = new_database(), new_database()
    for table in (*TABLES, REPLICA):
        ask(before, table.replace("BLOB", "BYTEA"))
    store = KeyServer(now)
    store.begin(FACTS)
    store.close()
    for question in (COLUMNS, INDEXES):
        assert ask(now, question) == ask(before, question)
