"""Refuses a PostgreSQL whose text would come back as bytes: no statement could be read there."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, event

from storage.trouble import RefusedError

# The name that PostgreSQL gives to no encoding at all.
NONE = "SQL_ASCII"
NO_ENCODING = (
    "A database has no encoding (SQL_ASCII), so no text could be read there. Make it anew with "
    "CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0, or set the address of another one. "
    "Nothing was changed."
)


def refuse_no_encoding(engine: Engine) -> None:
    """From now on each new connection raises RefusedError where the database has no encoding.

    It asks before SQLAlchemy does, which fails on the first text that it reads.
    """
    event.listen(engine, "connect", _refuse, insert=True)


def _refuse(connection: Any, record: object) -> None:
    # The driver's own connection, also within the wrapper that asyncio needs.
    own = getattr(connection, "driver_connection", connection)
    if own.info.parameter_status("client_encoding") == NONE:
        connection.close()
        raise RefusedError(NO_ENCODING)
