"""Keys on a PostgreSQL of their own, as several processes use them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import make_url
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from storage.keys.epoch_files import Epochs
from storage.keys.key_server import KeyServer
from storage.keys.keyring import Keys
from storage.keys.opening import open_shared_keys
from storage.keys.roots import FileRoot


class ReadOnlyEpochs(Epochs):
    """The epochs of a mounted secret, in which only the operator adds and removes files."""

    def writable(self) -> bool:
        return False


def epochs_of(folder: Path, *, mounted: bool = False) -> Epochs:
    kind = ReadOnlyEpochs if mounted else Epochs
    return kind(folder / "epochs", FileRoot(), "org")


def process(url: str, folder: Path, *, mounted: bool = False) -> Keys:
    """Opens this key store for one more process."""
    return open_shared_keys(url, epochs_of(folder, mounted=mounted))


def ask(url: str, query: str, *values: Any) -> list[tuple[Any, ...]]:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        found = connection.execute(query, values or None)
        return found.fetchall() if found.description else []


def cut_off(url: str) -> int:
    """Ends every connection to this database at once, as a restart of the server would."""
    query = (
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    return int(ask(url, query)[0][0])


@contextmanager
def served(url: str) -> Iterator[KeyServer]:
    store = KeyServer(url)
    try:
        yield store
    finally:
        store.close()


Around = Callable[[str, Callable[[], object]], object]


def around_statements(patch: pytest.MonkeyPatch, around: Around) -> None:
    """Calls `around` with each statement, COMMIT too, and a function that runs it."""
    dialect_class: Any = PGDialect_psycopg
    execute, commit = dialect_class.do_execute, dialect_class.do_commit

    def executing(dialect: Any, cursor: Any, statement: str, *more: Any) -> None:
        around(statement, lambda: execute(dialect, cursor, statement, *more))

    def committing(dialect: Any, connection: Any) -> None:
        around("COMMIT", lambda: commit(dialect, connection))

    patch.setattr(PGDialect_psycopg, "do_execute", executing)
    patch.setattr(PGDialect_psycopg, "do_commit", committing)
