"""Errors that carry a sentence for the operator."""

from __future__ import annotations

from importlib.util import find_spec

from bot.domain.operator import TellOperatorError
from bot.domain.outgoing import fault_of

POSTGRESQL_DRIVER = "psycopg"


class RefusedError(Exception):
    """A start would do harm. The text says what to do, and has no secret and no words in it."""


class NotTurnedError(TellOperatorError):
    """The epoch was not turned, or its old file is still there."""


class KeyStoreError(Exception):
    """The key server cannot be reached, or failed. The transaction happened whole or not at all.

    The text names no value.
    """


def refuse_unprotected(address: str) -> None:
    """Raises RefusedError for a database on another host that does not say how it is protected."""
    fault = fault_of(address)
    if fault is not None:
        raise RefusedError(f"The address of the database {fault}. Nothing was changed.")


def refuse_without_driver(address: str) -> None:
    """Raises RefusedError for a PostgreSQL where its library is not installed."""
    if address.startswith("postgresql") and find_spec(POSTGRESQL_DRIVER) is None:
        raise RefusedError(
            "The database is a PostgreSQL, and its library is not installed here. Install "
            "handrail[postgres], then start again. Nothing was changed."
        )
