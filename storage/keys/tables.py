"""The tables of the key store, the same on SQLite and PostgreSQL.

Older installations have these tables already: a change of layout needs a new `VERSION`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    literal_column,
    text,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from storage.trouble import RefusedError

# SQLite has it in the file's header, PostgreSQL among the facts.
VERSION = 2
VERSION_FACT = "version"

_metadata = MetaData()


def _key(name: str, kind: Any = Text) -> Column[Any]:
    """A primary key. The first SQLite files allow NULL in it, so the layout says so."""
    return Column(name, kind, primary_key=True, nullable=True)


about = Table("about", _metadata, _key("name"), Column("value", LargeBinary, nullable=False))

data_key = Table(
    "data_key",
    _metadata,
    _key("id", LargeBinary),
    Column("owner", Text, nullable=False),
    Column("month", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("retired", Integer, nullable=False, server_default=text("0")),
)
# Written out, because PostgreSQL must see the constant to find the index below.
SEALING = data_key.c.retired == literal_column("0")
# A retired key opens what it sealed and seals no more, so its month can have another key.
Index(
    "data_key_sealing",
    data_key.c.owner,
    data_key.c.month,
    unique=True,
    sqlite_where=SEALING,
    postgresql_where=SEALING,
)
Index("data_key_owner", data_key.c.owner)

# Owners whose keys are destroyed, until their rows are gone too.
forgotten = Table("forgotten", _metadata, _key("owner"))

# The last withdrawals, by random numbers: a database restored from a backup lacks them.
withdrawn = Table(
    "withdrawn",
    _metadata,
    Column("chain", Text, primary_key=True),
    Column("purpose", Text, primary_key=True),
    Column("at", Text, nullable=False),
)

# A row sealed under a lower number is from before a stop: see `storage.sql.seals.row_seals`.
# `thing` is a keyed hash, and `number` is encrypted: the table tells nobody how often one stopped.
floor = Table(
    "floor",
    _metadata,
    Column("owner", Text, primary_key=True),
    Column("thing", LargeBinary, primary_key=True),
    Column("number", LargeBinary, nullable=False),
)

# The processes that use the key store, and the epochs that each can read. PostgreSQL only.
replica = Table(
    "replica",
    _metadata,
    _key("id"),
    Column("seen_at", DateTime(timezone=True), nullable=False),
    Column("place", Text, key="folder", nullable=False),
    Column("epochs", Text, nullable=False),
)

TABLES = (about, data_key, forgotten, withdrawn, floor)


def make_tables(db: Connection, tables: Sequence[Table]) -> None:
    """Makes the tables and indexes that are not there."""
    for table in tables:
        db.execute(CreateTable(table, if_not_exists=True))
        for index in sorted(table.indexes, key=lambda one: str(one.name)):
            db.execute(CreateIndex(index, if_not_exists=True))


def refuse_newer(version: int) -> None:
    """Raises RefusedError for tables that a newer Handrail made."""
    if version > VERSION:
        raise RefusedError(
            "The key store was written by a newer Handrail. Install that one again, then start. "
            "Nothing was changed."
        )
