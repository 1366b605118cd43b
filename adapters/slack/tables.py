"""The SQL tables that Slack's adapter keeps beside the store's: installs, and their places.

Each row is found by a keyed hash of an id, and what it says is sealed.
"""

from __future__ import annotations

from sqlalchemy import Column, Double, LargeBinary, MetaData, String, Table

METADATA = MetaData()

INSTALL = Table(
    "slack_install",
    METADATA,
    Column("workspace", String(64), primary_key=True),
    Column("owner", String(120), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("renewing_until", Double, nullable=False),
)

# `until` counts seconds since 1970, and is set once the app was removed there.
PLACE = Table(
    "slack_place",
    METADATA,
    Column("workspace", String(64), primary_key=True),
    Column("organisation", String(64), nullable=False, index=True),
    Column("owner", String(120), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("until", Double),
)
