"""The key store of many processes: a PostgreSQL database and role of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    ARRAY,
    Connection,
    Engine,
    Executable,
    LargeBinary,
    Select,
    column,
    create_engine,
    delete,
    event,
    func,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from storage.encoding import refuse_no_encoding
from storage.keys.apart import has_table, refuse_data_here
from storage.keys.records import MOVING, KeyProcess
from storage.keys.tables import (
    TABLES,
    VERSION,
    VERSION_FACT,
    about,
    data_key,
    make_tables,
    refuse_newer,
    replica,
)
from storage.keys.whole_store import WholeStore
from storage.trouble import (
    KeyStoreError,
    RefusedError,
    database_at,
    refuse_unprotected,
    refuse_without_driver,
)

# The number of an advisory lock. This database is ours alone, so any number does.
WRITING = 7_201
REWRITTEN_AT_ONCE = 100_000
LIVE = timedelta(seconds=60)
LISTED = timedelta(days=1)
# A process that freezes in the middle of a transaction must not stop the others for ever.
SETUP = (
    "SET idle_in_transaction_session_timeout = '60s'",
    "SET statement_timeout = '30s'",
    "SELECT set_config('synchronous_commit', 'on', false) "
    "WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')",
)
CONNECT = {
    "connect_timeout": 10,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "application_name": "handrail keys",
}


class KeyServer(WholeStore):
    """One connection for the process, and another for a turn. A lost one is made anew.

    A transaction whose answer is lost raises KeyStoreError: it happened whole, or not at all, and
    the caller may repeat it. The store repeats nothing that may have happened.
    """

    shared = True

    def __init__(self, url: str) -> None:
        """Raises ValueError for what is not the address of a PostgreSQL database."""
        super().__init__(_engine(url), postgresql.insert)

    def about(self) -> dict[str, bytes]:
        """Returns the facts, as `KeyStore.about` does. Raises RefusedError during a move, too."""
        found = self.facts()
        if MOVING in found:
            raise RefusedError(
                "Keys are being moved into this key store, or their move was broken off. Repeat "
                "`handrail db copy` or `handrail restore`, then start again. Nothing was changed."
            )
        return found

    def beat(self, me: KeyProcess) -> Sequence[KeyProcess]:
        told = json.dumps({str(number): each for number, each in me.epochs.items()})
        row = {"seen_at": func.now(), "folder": me.folder, "epochs": told}
        mine = self._insert(replica).values(id=me.id, **row)
        with self._transaction() as db:
            db.execute(delete(replica).where(replica.c.seen_at < func.now() - LISTED))
            db.execute(mine.on_conflict_do_update(index_elements=[replica.c.id], set_=row))
            return self._processes(db)

    def leave(self, me: KeyProcess) -> None:
        with self._transaction() as db:
            db.execute(delete(replica).where(replica.c.id == me.id))

    def end_move(self) -> None:
        """Ends the move: from now on the key store may be opened."""
        with self._transaction() as db:
            db.execute(delete(about).where(about.c.name == MOVING))

    def _begin(self, db: Connection, *, turning: bool) -> None:
        """Takes a lock that writers share and that a turn has alone."""
        lock = func.pg_advisory_xact_lock if turning else func.pg_advisory_xact_lock_shared
        if turning:
            self._twice_if_lost(db, text("SET LOCAL statement_timeout = 0"))
            db.execute(select(lock(WRITING)))
        else:
            self._twice_if_lost(db, select(lock(WRITING)))

    def _twice_if_lost(self, db: Connection, first: Any) -> None:
        """Runs the first statement, again if the connection is lost: nothing has happened yet."""
        try:
            db.execute(first)
        except DBAPIError as problem:
            if not problem.connection_invalidated:
                raise
            db.rollback()
            db.execute(first)

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        """Raises KeyStoreError with the kind of trouble only: PostgreSQL's errors may name rows."""
        try:
            yield
        except SQLAlchemyError as problem:
            found = getattr(problem, "orig", None) or problem
            said = getattr(getattr(found, "diag", None), "message_primary", None)
            kind = said or type(found).__name__
            raise KeyStoreError(f"the key store did not do it ({kind})") from None

    def _has_tables(self, db: Connection) -> bool:
        refuse_data_here(db)
        if not has_table(db, about.name):
            return False
        refuse_newer(int(db.execute(_version()).scalar() or 0))
        return True

    def _make_tables(self, db: Connection) -> None:
        make_tables(db, [*TABLES, replica])
        self._set_facts(db, {VERSION_FACT: str(VERSION).encode()})

    def _processes(self, db: Connection) -> Sequence[KeyProcess]:
        alive = replica.c.seen_at > func.now() - LIVE
        columns = (replica.c.id, replica.c.folder, replica.c.epochs)
        rows = db.execute(select(*columns).where(alive).order_by(replica.c.id))
        return [
            KeyProcess(name, folder, {int(n): each for n, each in json.loads(epochs).items()})
            for name, folder, epochs in rows
        ]

    def _read(self, query: Executable) -> list[tuple[Any, ...]]:
        """Sends one statement without a transaction, in one round trip, again if it was lost."""
        with self._one, self._plain_errors():
            try:
                return self._read_once(query)
            except DBAPIError as problem:
                if not problem.connection_invalidated:
                    raise
                return self._read_once(query)

    def _read_once(self, query: Executable) -> list[tuple[Any, ...]]:
        with self._engine.connect() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            return [tuple(row) for row in alone.execute(query)]

    def _rewrite(self, db: Connection, wrapped: Mapping[bytes, bytes]) -> None:
        many = ARRAY(LargeBinary)
        pairs = list(wrapped.items())
        for start in range(0, len(pairs), REWRITTEN_AT_ONCE):
            ids, anew = zip(*pairs[start : start + REWRITTEN_AT_ONCE], strict=True)
            new = (
                func.unnest(literal(list(ids), many), literal(list(anew), many))
                .table_valued(column("id", LargeBinary), column("wrapped", LargeBinary))
                .render_derived("new")
            )
            these = update(data_key).where(data_key.c.id == new.c.id)
            db.execute(these.values(wrapped=new.c.wrapped))


def _engine(url: str) -> Engine:
    parsed = database_at(url)
    if parsed.get_backend_name() != "postgresql":
        raise ValueError("only PostgreSQL can hold the keys of many processes")
    refuse_unprotected(parsed.render_as_string(hide_password=False))
    refuse_without_driver(parsed.drivername)
    engine = create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        pool_size=1,
        max_overflow=-1,
        connect_args=CONNECT,
    )
    event.listen(engine, "connect", _prepare)
    refuse_no_encoding(engine)
    return engine


def _prepare(connection: Any, record: object) -> None:
    try:
        connection.autocommit = True
        for each in SETUP:
            connection.execute(each)
        connection.autocommit = False
    except BaseException:
        connection.close()
        raise


def _version() -> Select[Any]:
    return select(about.c.value).where(about.c.name == VERSION_FACT)
