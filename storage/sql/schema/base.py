"""The metadata of every table, and the columns that many of them have."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Index, MetaData, String, Table

from storage.sql.columns import UtcTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ORGANISATION = 40
ID = 64
HASH = 64
SEAL = 32
# A platform's name, a colon, a keyed hash.
WORKSPACE = 96


def organisation() -> Column[str]:
    return Column("organisation", String(ORGANISATION), primary_key=True)


def id_column(name: str = "id", *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, String(ID), primary_key=key, nullable=null)


def seal_column() -> Column[str]:
    """The keyed hash of the row: see `storage.sql.seals.row_seals`.

    It is NULL only in a row that an older version wrote.
    """
    return Column("seal", String(SEAL))


def client_content(name: str, *columns: Column[Any]) -> Table:
    """Makes a table of content inside one engagement, which it cannot outlive."""
    return Table(
        name,
        metadata,
        organisation(),
        id_column(key=True),
        id_column("engagement_id"),
        id_column("client_id"),
        *columns,
        Column("until", UtcTime, nullable=False),
        seal_column(),
        ForeignKeyConstraint(
            ["organisation", "engagement_id"],
            ["engagement.organisation", "engagement.id"],
            ondelete="CASCADE",
        ),
        Index(None, "organisation", "engagement_id"),
        Index(None, "organisation", "until"),
    )
