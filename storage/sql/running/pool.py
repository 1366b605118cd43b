"""What a connection does between two transactions: only what it needs.

SQLAlchemy would ask each connection that leaves the pool whether it lives, and roll back each one
that returns. Both are trips to the database, which is most of what a small transaction takes.
"""

from __future__ import annotations

from time import monotonic
from typing import Any

from sqlalchemy import Engine, PoolResetState, event
from sqlalchemy.exc import InvalidatePoolError

from storage.sql.sqlite_driver import FewTrips

# How long a connection may lie in the pool before it is asked whether it still lives.
FRESH_SECONDS = 1.0
RETURNED = "returned"


def roll_back_what_is_open(engine: Engine) -> None:
    """Makes a connection that returns with an open transaction roll it back; no other one.

    A commit that failed leaves one open. `engine` was made with `pool_reset_on_return=None`.
    """
    event.listen(engine, "reset", _reset)


def ask_whoever_rested(engine: Engine) -> None:
    """Asks a connection that lay in the pool for a while whether it still lives.

    If it does not, all of the pool are replaced. So no statement meets a connection that was lost
    long ago; one that was lost just now fails like any other in the middle of a transaction.
    """

    def returned(_: Any, record: Any) -> None:
        record.info[RETURNED] = monotonic()

    def leaves(connection: Any, record: Any, _: Any) -> None:
        since = record.info.get(RETURNED)
        if since is None or monotonic() - since < FRESH_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as lost:
            raise InvalidatePoolError("the connection was lost") from lost

    event.listen(engine, "checkin", returned)
    event.listen(engine, "checkout", leaves)


def _reset(connection: Any, _: Any, state: PoolResetState) -> None:
    if state.asyncio_safe and _is_open(connection.driver_connection):
        connection.rollback()


def _is_open(driver: Any) -> bool:
    """True if a transaction is open, or if nobody knows."""
    if isinstance(driver, FewTrips):
        return driver.may_be_in_transaction
    status: str = driver.info.transaction_status.name
    return status != "IDLE"
