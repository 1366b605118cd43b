"""People, invitations, engagements, rhythms, and what a coach writes about themselves."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
)

from bot.domain.engagement import EngagementState
from storage.keys.sealed import SealedColumn
from storage.sql.columns import Choice, Names, UtcTime
from storage.sql.schema.base import (
    HASH,
    WORKSPACE,
    id_column,
    metadata,
    organisation,
    seal_column,
)

person = Table(
    "person",
    metadata,
    organisation(),
    id_column(key=True),
    Column("address_digest", String(HASH), key="address_hash", nullable=False),
    Column("address", SealedColumn, nullable=False),
    Column("name", SealedColumn, nullable=False),
    Column("dialogue", SealedColumn, nullable=False),
    # Empty only in a row that an older version wrote.
    Column("settings", SealedColumn),
    # Written by older versions only: see `storage.sql.sealed_rows.left_empty`.
    Column("pause", SealedColumn),
    Column("language", Text, nullable=False),
    Column("zone", Text),
    Column("workspace", String(WORKSPACE)),
    seal_column(),
    UniqueConstraint("organisation", "address_hash"),
    Index(None, "organisation", "workspace"),
)

invitation = Table(
    "invitation",
    metadata,
    organisation(),
    id_column(key=True),
    Column("code_digest", String(HASH), key="code_hash", nullable=False),
    id_column("coach_id"),
    Column("ends_on", Date, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    # Empty since 0011: nothing says whether a code was used, or by whom.
    id_column("engagement_id", null=True),
    seal_column(),
    UniqueConstraint("organisation", "code_hash"),
    Index(None, "organisation", "coach_id"),
    Index(None, "organisation", "expires_at"),
)

engagement = Table(
    "engagement",
    metadata,
    organisation(),
    id_column(key=True),
    id_column("coach_id"),
    id_column("client_id"),
    Column("state", Choice(EngagementState), nullable=False),
    # Empty only in a row that an older version wrote.
    Column("settings", SealedColumn),
    Column("ends_at", UtcTime, nullable=False),
    Column("keeps_until", UtcTime, nullable=False),
    Column("agreement_version", Text, nullable=False),
    Column("stopped", Boolean, nullable=False),
    Column("listed", Boolean, nullable=False),
    # Written by older versions only: see `storage.sql.sealed_rows.left_empty`.
    Column("started_at", UtcTime, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("keep_days", Integer),
    Column("session_at", UtcTime),
    seal_column(),
    Index(None, "organisation", "client_id"),
    Index(None, "organisation", "coach_id"),
    Index(None, "organisation", "ends_at"),
    Index(None, "organisation", "keeps_until"),
)

rhythm = Table(
    "rhythm",
    metadata,
    organisation(),
    id_column("owner", key=True),
    Column("confirmed", Boolean, primary_key=True),
    # Empty only in a row that an older version wrote.
    Column("settings", SealedColumn),
    # Written by older versions only: see `storage.sql.sealed_rows.left_empty`.
    Column("rrule", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("window_from", Time, nullable=False),
    Column("window_to", Time, nullable=False),
    Column("zone", Text, nullable=False),
    Column("paused_until", Date),
    Column("quiet_from", Time),
    Column("quiet_to", Time),
    Column("days_off", Names),
    Column("holidays", Text),
    seal_column(),
)

profile = Table(
    "profile",
    metadata,
    organisation(),
    id_column("coach_id", key=True),
    Column("card", SealedColumn, nullable=False),
    Column("at", UtcTime, nullable=False),
    seal_column(),
)

question_set = Table(
    "question_set",
    metadata,
    organisation(),
    id_column(key=True),
    id_column("coach_id"),
    Column("body", SealedColumn, nullable=False),
    Column("at", UtcTime, nullable=False),
    seal_column(),
    Index(None, "organisation", "coach_id"),
)
