"""Accepted events, the events already seen, wrong codes, approved coaches, and guest links."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from storage.keys.sealed import SealedColumn
from storage.sql.columns import HourTime, UtcTime
from storage.sql.schema.base import (
    HASH,
    ORGANISATION,
    metadata,
    organisation,
    seal_column,
)

# Accepted events that are not done, sealed under keys that go after the rows.
inbox = Table(
    "inbox",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("organisation", String(ORGANISATION), nullable=False),
    Column("event", String(HASH), nullable=False),
    Column("place", String(HASH), nullable=False),
    Column("body", SealedColumn, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("handled_at", UtcTime),
    Column("tries", Integer, nullable=False),
    seal_column(),
    UniqueConstraint("organisation", "event"),
    Index(None, "organisation", "place", "number"),
    Index(None, "organisation", "at"),
)

seen_event = Table(
    "seen_event",
    metadata,
    organisation(),
    Column("event", String(HASH), primary_key=True),
    Column("at", HourTime, nullable=False),
    Index(None, "organisation", "at"),
)

wrong_code = Table(
    "wrong_code",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("organisation", String(ORGANISATION), nullable=False),
    Column("person", String(HASH), nullable=False),
    Column("workspace", String(HASH), nullable=False),
    Column("at", UtcTime, nullable=False),
    Index(None, "organisation", "person", "at"),
    Index(None, "organisation", "workspace", "at"),
    Index(None, "organisation", "at"),
)

# Coaches whom an operator approved. Empty where the organisation approves nobody by hand.
coach_approval = Table(
    "coach_approval",
    metadata,
    organisation(),
    Column("approval", String(HASH), primary_key=True),
    Column("at", UtcTime, nullable=False),
)

# Links for guest coaches, of which only keyed hashes are here.
guest_link = Table(
    "guest_link",
    metadata,
    organisation(),
    Column("link_hash", String(HASH), primary_key=True),
    Column("made_by", String(HASH), nullable=False),
    Column("asked_by", String(HASH), nullable=False),
    Column("asks", Integer, nullable=False),
    Column("approves", Boolean, nullable=False),
    Column("until", UtcTime, nullable=False),
    seal_column(),
    Index(None, "organisation", "made_by"),
    Index(None, "organisation", "asked_by"),
    Index(None, "organisation", "until"),
)
