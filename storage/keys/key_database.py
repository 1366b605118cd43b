"""The database of a key store: its transactions, its locks, and the processes that use it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Table
from sqlalchemy.exc import SQLAlchemyError

from storage.keys.records import KeyProcess, OfOwners


class KeyDatabase(ABC):
    """A subclass opens, locks and upgrades its own database. Call it off the event loop, but for
    `of_at_once`.
    """

    # Whether several processes may use it at the same time.
    shared = False

    def __init__(self, engine: Engine, insert: Callable[[Table], Any]) -> None:
        """`insert` makes an INSERT of the dialect, which can say ON CONFLICT."""
        self._engine = engine
        self._insert = insert
        self._one = Lock()

    @abstractmethod
    def _begin(self, db: Connection, *, turning: bool) -> None:
        """Begins a transaction, and takes its lock before anything is read.

        While one is `turning`, no other that writes is open in any process.
        """

    @abstractmethod
    def _plain_errors(self) -> AbstractContextManager[None]:
        """Turns an error of SQLAlchemy into one that names no value."""

    @abstractmethod
    def _has_tables(self, db: Connection) -> bool:
        """True if the key store's tables exist.

        Raises RefusedError for tables of a newer version, or if the data lies here too.
        """

    @abstractmethod
    def _make_tables(self, db: Connection) -> None:
        """Makes the tables, or brings them up to date."""

    def of_at_once(self, owners: Collection[str]) -> OfOwners | None:
        """Returns what `KeyStore.of` does, on the event loop; None where that would wait."""
        return None

    @abstractmethod
    def beat(self, me: KeyProcess) -> Sequence[KeyProcess]:
        """Notes that `me` is alive; returns every process that is alive, `me` among them."""

    @abstractmethod
    def leave(self, me: KeyProcess) -> None:
        """Takes `me` off the list again."""

    def _processes(self, db: Connection) -> Sequence[KeyProcess]:
        return ()

    @contextmanager
    def _transaction(self, *, turning: bool = False) -> Iterator[Connection]:
        """Commits durably when the block ends, and rolls back when it raises.

        On a server a turn has a connection of its own, so that other threads go on reading.
        """
        alone = nullcontext() if turning and self.shared else self._one
        with alone, self._plain_errors(), self._engine.connect() as db:
            self._begin(db, turning=turning)
            try:
                yield db
                db.commit()
            except BaseException:
                with suppress(SQLAlchemyError):
                    db.rollback()
                raise

    def close(self) -> None:
        """Closes its connections."""
        with self._one:
            self._engine.dispose()
