"""A PostgreSQL of the benchmark's own: it writes to the disk as PostgreSQL does by default."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.postgresql import Server, own_server

TICKS = os.sysconf("SC_CLK_TCK")
SETTINGS = "max_connections = 200\nautovacuum = off\n"


@dataclass(frozen=True, slots=True)
class Databases:
    """Makes, copies and drops databases."""

    server: Server

    def new(self) -> str:
        return self.server.new_database()

    def copy(self, url: str) -> str:
        """Makes a database like `url`, to which nobody may be connected; returns its URL."""
        taken = self.server.new_database()
        self._run(f"DROP DATABASE {_name(taken)}")
        self._run(f"CREATE DATABASE {_name(taken)} TEMPLATE {_name(url)} STRATEGY file_copy")
        return taken

    def drop(self, url: str) -> None:
        self.server.drop([url])

    def settle(self) -> None:
        """Writes to the disk now what would be written during a measurement."""
        self._run("CHECKPOINT")

    def _run(self, sql: str) -> None:
        with psycopg.connect(self.server.process.get_uri(), autocommit=True) as connection:
            connection.execute(sql.encode())


@contextmanager
def databases() -> Iterator[Databases]:
    with own_server(SETTINGS) as server:
        yield Databases(server)


def plain(url: str) -> str:
    """The URL as the bare driver reads it."""
    return url.replace("+psycopg", "")


def spent_by_postgresql() -> float:
    """Processor time (seconds) of all living processes of PostgreSQL on this machine."""
    spent = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "comm").read_text(encoding="utf-8").strip() == "postgres":
                told = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
                spent += int(told[11]) + int(told[12])
        except OSError:
            continue
    return spent / TICKS


def _name(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")
