"""Reads keys from the file of one process on the event loop, where that needs no wait.

A trip to a thread and back, with a transaction of SQLAlchemy's there, takes many times as long as
SQLite takes to find the keys of a few owners.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.dialects import sqlite

from storage.keys.records import OfOwners
from storage.keys.statements import all_of, sorted_out

# Steps of SQLite's own machine after which a read is given up: about a millisecond.
STEPS = 20_000
OWNERS = "owners"


class AtOnce:
    """A connection that only reads, waits for no lock, and gives up what takes long.

    It has no part in the transactions of the key store: it sees what is committed.
    """

    def __init__(self, file: Path) -> None:
        """The file is opened when something is read first, and again after `close`."""
        self._file = file
        self._opened: sqlite3.Connection | None = None
        named: BindParameter[str] = bindparam(OWNERS)
        owners = select(func.json_each(named).table_valued("value").c.value)
        statement: Any = all_of(owners)
        compiled = statement.compile(dialect=sqlite.dialect(paramstyle="named"))
        self._sql, self._fixed = str(compiled), dict(compiled.params)

    def of(self, owners: Collection[str]) -> OfOwners | None:
        """Returns every key and floor of these owners; None if that has to wait, or fails.

        The caller then reads them in a thread, which says what is wrong.
        """
        with suppress(sqlite3.Error):
            given = self._fixed | {OWNERS: json.dumps(list(owners))}
            return sorted_out(self._connection().execute(self._sql, given).fetchall())
        return None

    def close(self) -> None:
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def _connection(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = sqlite3.connect(
                f"{self._file.absolute().as_uri()}?mode=ro",
                timeout=0,
                isolation_level=None,
                check_same_thread=False,
                uri=True,
            )
            self._opened.execute("PRAGMA trusted_schema=OFF")
            self._opened.set_progress_handler(lambda: True, STEPS)
        return self._opened
