"""Deliveries, the pace of each workspace, and the workers that send."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.domain.delivery import DeliveryState, Kind
from storage.sql.columns import Choice, UtcTime
from storage.sql.schema.base import (
    ID,
    WORKSPACE,
    id_column,
    metadata,
    organisation,
    seal_column,
)

delivery = Table(
    "delivery",
    metadata,
    organisation(),
    id_column(key=True),
    Column("kind", Choice(Kind), nullable=False),
    id_column("to"),
    id_column("owner"),
    Column("slot", Text, nullable=False),
    Column("not_before", UtcTime, nullable=False),
    Column("not_after", UtcTime, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    id_column("subject", null=True),
    Column("state", Choice(DeliveryState), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("claimed_at", UtcTime),
    Column("settled_at", UtcTime),
    Column("reason", Text),
    Column("workspace", String(WORKSPACE)),
    id_column("claimed_by", null=True),
    Column("begun_at", UtcTime),
    seal_column(),
    UniqueConstraint("organisation", "to", "owner", "kind", "slot"),
    Index(None, "organisation", "owner", "kind"),
)

# Only open deliveries are searched by time, so an idle tick does not read the others.
Index(
    "ix_delivery_open",
    delivery.c.organisation,
    delivery.c.state,
    delivery.c.due_at,
    sqlite_where=text("state IN ('planned', 'claimed')"),
    postgresql_where=text("state IN ('planned', 'claimed')"),
)

Index(
    "ix_delivery_lane",
    delivery.c.organisation,
    delivery.c.workspace,
    delivery.c.due_at,
    sqlite_where=text("state IN ('planned', 'claimed')"),
    postgresql_where=text("state IN ('planned', 'claimed')"),
)

# The pace of one workspace: see `bot.domain.pace.Lane`.
lane = Table(
    "lane",
    metadata,
    organisation(),
    Column("workspace", String(WORKSPACE), primary_key=True),
    Column("used_until", UtcTime),
    Column("closed_at", UtcTime),
    Column("closed_until", UtcTime),
    Column("left_at", UtcTime),
)

worker = Table(
    "worker",
    metadata,
    organisation(),
    id_column(key=True),
    Column("seen_at", UtcTime, nullable=False),
    Index(None, "organisation", "seen_at"),
)

# The organisation's red button: see `bot.domain.halting.halt`. It has no seal, because it works
# without the keys. Whoever writes it only keeps messages back, or ends that: no consent changes.
halt = Table(
    "halt",
    metadata,
    organisation(),
    Column("halted_at", UtcTime, nullable=False),
    Column("halted_by", Text, nullable=False),
    Column("because", Text),
    Column("resumed_at", UtcTime),
)

# The worker that tells the operator that nothing can be sent, and when it last did.
alarm = Table(
    "alarm",
    metadata,
    organisation(),
    Column("held_by", String(ID), nullable=False),
    Column("held_at", UtcTime, nullable=False),
)
