"""The one rule that keys lie apart from data, and the three ways to check it.

Whoever copies a database that has both could read everything.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from storage.keys.tables import data_key
from storage.trouble import RefusedError, database_at

# The table in which the data says which schema it has.
DATA_TABLE = "alembic_version"
APART = (
    "Whoever has a copy of it would have both: give the keys a database and a role of their own."
)


def refuse_same_database(data_url: str | None, keys_url: str) -> None:
    """Compares the two addresses.

    Raises RefusedError where they name one database, or where the data lies on SQLite.
    """
    data = _place(data_url or "")
    if data is None:
        raise RefusedError(
            "HANDRAIL_KEYS_URL is for many processes, and they need HANDRAIL_DATABASE_URL to be a "
            "PostgreSQL too. Set both, or none. Nothing was changed."
        )
    if data == _place(keys_url):
        raise RefusedError(
            f"HANDRAIL_KEYS_URL and HANDRAIL_DATABASE_URL name the same database. {APART} "
            "Nothing was changed."
        )


def refuse_data_here(keys: Connection) -> None:
    """Looks into the database of the keys. Raises RefusedError where it holds the data."""
    if has_table(keys, DATA_TABLE):
        raise RefusedError(
            f"HANDRAIL_KEYS_URL names the database that the data lies in. {APART} "
            "Nothing was changed."
        )


def refuse_keys_here(data: Connection) -> None:
    """Looks into the database of the data. Raises RefusedError where it holds the keys.

    Two addresses that look different can name one database, so call it once the keys are open.
    """
    if has_table(data, data_key.name):
        raise RefusedError(f"The database of HANDRAIL_DATABASE_URL holds the keys too. {APART}")


def has_table(db: Connection, table: str) -> bool:
    """True if this PostgreSQL has a table of that name."""
    return db.execute(select(func.to_regclass(table))).scalar() is not None


def _place(url: str) -> tuple[str, str, str | None] | None:
    """Host (or the folder of a socket), port and database; None where it is no PostgreSQL."""
    if not url:
        return None
    parsed = database_at(url)
    if parsed.get_backend_name() != "postgresql":
        return None
    host, port = parsed.query.get("host", parsed.host), parsed.query.get("port", parsed.port)
    return str(host or "localhost"), str(port or 5432), parsed.database
