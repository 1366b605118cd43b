"""The key store of one process: a SQLite file of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, MetaData, create_engine, event, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from storage.keys import tables
from storage.keys.at_once import AtOnce
from storage.keys.records import KeyProcess, OfOwners
from storage.keys.tables import TABLES, data_key, make_tables, refuse_newer
from storage.keys.whole_store import WholeStore

# A rollback journal and not a write-ahead log; EXTRA syncs the folder too, so that a power cut
# neither loses a new key nor brings back a destroyed one.
PRAGMAS = ("journal_mode=DELETE", "secure_delete=ON", "synchronous=EXTRA")
BUSY_SECONDS = 10.0
# Owners whose keys are read on the event loop.
FEW = 100


class KeyFile(WholeStore):
    """One connection, which all threads of the process share, and one that reads at once.

    Raises `sqlite3.Error`.
    """

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        super().__init__(_engine(file), sqlite.insert)
        self._at_once = AtOnce(file)

    def of_at_once(self, owners: Collection[str]) -> OfOwners | None:
        """Few at a time, so that the loop is not held."""
        return self._at_once.of(owners) if len(owners) <= FEW else None

    def close(self) -> None:
        self._at_once.close()
        super().close()

    def beat(self, me: KeyProcess) -> Sequence[KeyProcess]:
        """Returns `me`: no other process may use the file."""
        return (me,)

    def leave(self, me: KeyProcess) -> None:
        """Does nothing: there is no list."""

    def _begin(self, db: Connection, *, turning: bool) -> None:
        """SQLite takes one transaction at a time, turning or not."""
        db.exec_driver_sql("BEGIN IMMEDIATE")

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        """The driver's own errors name no value."""
        try:
            yield
        except DBAPIError as problem:
            raise (problem.orig or problem) from None

    def _has_tables(self, db: Connection) -> bool:
        refuse_newer(db.exec_driver_sql("PRAGMA user_version").scalar_one())
        found = db.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'about'")
        return found.first() is not None

    def _make_tables(self, db: Connection) -> None:
        columns = {row.name for row in db.exec_driver_sql("PRAGMA table_info(data_key)")}
        if columns and "retired" not in columns:
            _upgrade_first_version(db)
        make_tables(db, TABLES)
        db.exec_driver_sql(f"PRAGMA user_version={tables.VERSION}")


def _engine(file: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        hide_parameters=True,
        pool_size=1,
        max_overflow=0,
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, record: object) -> None:
    # Without this the driver begins transactions by itself, too late.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _upgrade_first_version(db: Connection) -> None:
    """Its table allows one key for an owner and month, so that no key can be retired."""
    first = data_key.to_metadata(MetaData(), name="first_data_key")
    db.exec_driver_sql("ALTER TABLE data_key RENAME TO first_data_key")
    make_tables(db, [data_key])
    names = ["id", "owner", "month", "wrapped"]
    db.execute(insert(data_key).from_select(names, select(*(first.c[name] for name in names))))
    first.drop(db)
