"""The key store of one process: a SQLite file of its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from storage.keys.store import KeyStore, Replica
from storage.keys.tables import bring_up_to_date, has_tables


class KeyFile(KeyStore):
    """A rollback journal and not a write-ahead log, secure_delete, and `synchronous=EXTRA`, which
    also syncs the folder: after a power cut neither is a new key lost nor a destroyed one back.
    """

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600)
        self._one = Lock()
        self._db = sqlite3.connect(
            file, isolation_level=None, check_same_thread=False, timeout=10.0
        )

    def about(self) -> dict[str, bytes]:
        for pragma in ("journal_mode=DELETE", "secure_delete=ON", "synchronous=EXTRA"):
            self._db.execute(f"PRAGMA {pragma}").fetchall()
        return self.facts()

    def facts(self) -> dict[str, bytes]:
        with self._transaction() as db:
            return dict(db.execute("SELECT name, value FROM about")) if has_tables(db) else {}

    def bring_up_to_date(self) -> None:
        with self._transaction() as db:
            bring_up_to_date(db)

    def beat(self, me: Replica) -> Sequence[Replica]:
        """Nobody else can."""
        return (me,)

    def leave(self, me: Replica) -> None:
        """There is no list."""

    def close(self) -> None:
        with self._one:
            self._db.close()

    def _tables(self, db: Any) -> None:
        bring_up_to_date(db)

    @contextmanager
    def _transaction(self, *, turning: bool = False) -> Iterator[sqlite3.Connection]:
        """SQLite takes one at a time, turning or not."""
        with self._one:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                # On a full disk SQLite has rolled back by itself, and has nothing left to.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
