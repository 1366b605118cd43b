"""Makes engines whose commits survive a power cut and whose errors name no values."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.encoding import refuse_no_encoding
from storage.sql.running.pool import ask_whoever_rested, roll_back_what_is_open
from storage.sql.running.road import begin
from storage.sql.sqlite_driver import FewTrips, connected
from storage.trouble import database_at, refuse_unprotected, refuse_without_driver

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "recursive_triggers=ON",
    "busy_timeout=10000",
    # What a file's own schema says may call no function that does more than compute.
    "trusted_schema=OFF",
)
BEGIN = "BEGIN IMMEDIATE"
CONNECT_SECONDS = 10
SQLITE = "sqlite+aiosqlite"
DRIVERS = {"sqlite": SQLITE, "postgresql": "postgresql+psycopg"}


def make_engine(url: str | URL) -> AsyncEngine:
    """Makes one for a `sqlite:` or `postgresql:` URL, with or without a driver's name.

    Raises ValueError for any other database, and RefusedError for one on another host whose
    address does not say how the connection is protected.
    """
    parsed = database_at(url)
    driver = DRIVERS.get(parsed.get_backend_name())
    if driver is None:
        raise ValueError("only SQLite and PostgreSQL are supported")
    refuse_unprotected(parsed.render_as_string(hide_password=False))
    refuse_without_driver(parsed.drivername)
    how = _of_postgresql(parsed) if driver != SQLITE else _of_sqlite(parsed)
    engine = create_async_engine(
        parsed.set(drivername=driver), hide_parameters=True, pool_reset_on_return=None, **how
    )
    _prepare(engine.sync_engine)
    roll_back_what_is_open(engine.sync_engine)
    if driver != SQLITE:
        ask_whoever_rested(engine.sync_engine)
    return engine


def make_sync_engine(url: URL) -> Engine:
    """Makes one for work in a thread, such as migrations."""
    driver = DRIVERS[url.get_backend_name()].removesuffix("+aiosqlite")
    refuse_unprotected(url.render_as_string(hide_password=False))
    refuse_without_driver(url.drivername)
    engine = create_engine(url.set(drivername=driver), hide_parameters=True)
    _prepare(engine)
    return engine


def _of_postgresql(url: URL) -> dict[str, Any]:
    pool = {"pool_size": 12, "max_overflow": 8}
    if "connect_timeout" in url.query:
        return pool
    return pool | {"connect_args": {"connect_timeout": CONNECT_SECONDS}}


def _of_sqlite(url: URL) -> dict[str, Any]:
    """Connects with the arguments that SQLAlchemy makes of the URL."""
    dialect = url.set(drivername=SQLITE).get_dialect()()
    arguments, named = dialect.create_connect_args(url)
    return {"async_creator": partial(connected, *arguments, **named)}


def _prepare(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin_immediate)
    else:
        refuse_no_encoding(engine)
        event.listen(engine, "handle_error", _drop_detail)


def _set_pragmas(connection: Any, record: object) -> None:
    # Without this the driver begins transactions by itself, too late, and can fail half-way.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    if isinstance(connection.connection.driver_connection, FewTrips):
        begin(connection, BEGIN)
    else:
        connection.exec_driver_sql(BEGIN)


def _drop_detail(context: ExceptionContext) -> None:
    """Keeps only the first sentence: PostgreSQL quotes the failing row in a DETAIL."""
    sentence = getattr(getattr(context.original_exception, "diag", None), "message_primary", None)
    if sentence is None or context.sqlalchemy_exception is None:
        return
    context.original_exception.args = (sentence,)
    context.sqlalchemy_exception.args = (sentence,)
