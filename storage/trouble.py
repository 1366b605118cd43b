"""Errors that carry a sentence for the operator."""

from __future__ import annotations

from importlib.util import find_spec

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.domain.databases.address import ESCAPES, fault_of_database
from bot.domain.operator import TellOperatorError
from bot.domain.outgoing import fault_of

POSTGRESQL_DRIVER = "psycopg"


class RefusedError(Exception):
    """A start would do harm. The text says what to do, and has no secret and no words in it.

    It may repeat what a file or a setting says, so it has only what a terminal can show plainly.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(printable(sentence))


def printable(text: str) -> str:
    """Returns the text with a question mark for whatever is not shown: no code for a terminal."""
    return "".join(one if one.isprintable() or one == "\n" else "?" for one in text)


class NotTurnedError(TellOperatorError):
    """The epoch was not turned, or its old file is still there."""


class KeyStoreError(Exception):
    """The key server cannot be reached, or failed. The transaction happened whole or not at all.

    The text names no value.
    """


def database_at(address: str | URL) -> URL:
    """Reads the address of a database. Every address is read here, and nowhere else.

    Raises RefusedError, with a sentence that repeats no part of a wrong one.
    """
    if isinstance(address, URL):
        return address
    fault = fault_of_database(address)
    if fault is not None:
        raise RefusedError(f"The address of the database {fault} Nothing was changed.")
    try:
        return make_url(address)
    except (ArgumentError, ValueError):
        raise RefusedError(
            f"The address of the database cannot be read. {ESCAPES} Nothing was changed."
        ) from None


def psycopg_address(address: str) -> str:
    """The address without the name of SQLAlchemy's driver, as psycopg takes it."""
    return database_at(address).set(drivername="postgresql").render_as_string(hide_password=False)


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
