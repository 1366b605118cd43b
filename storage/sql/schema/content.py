"""Content that a client keeps, sealed, and what was done with it."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    String,
    Table,
    Text,
)

from bot.domain.check_in import AnswerState
from bot.domain.consent import Purpose
from storage.keys.sealed import SealedColumn
from storage.sql.columns import Choice, UtcTime
from storage.sql.schema.base import (
    HASH,
    client_content,
    id_column,
    metadata,
    organisation,
    seal_column,
)

answer = client_content(
    "answer",
    Column("question", Text),
    id_column("check_in", null=True),
    id_column("step_id", null=True),
    Column("mark", SealedColumn),
    Column("words", SealedColumn),
    Column("state", Choice(AnswerState), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("source", String(HASH)),
    Column("edited_at", UtcTime),
)

step = client_content(
    "step",
    Column("when_words", SealedColumn, nullable=False),
    Column("then_words", SealedColumn, nullable=False),
    Column("state", SealedColumn, nullable=False),
    Column("more", SealedColumn),
    Column("at", UtcTime, nullable=False),
)

asking = client_content(
    "asking",
    Column("choices", SealedColumn, nullable=False),
    Column("at", UtcTime, nullable=False),
)

# The texts that a client said yes to, as they read them.
agreed = client_content(
    "agreed",
    Column("said", SealedColumn, nullable=False),
    Column("at", UtcTime, nullable=False),
)

note = client_content(
    "note",
    id_column("coach_id"),
    Column("words", SealedColumn, nullable=False),
    Column("at", UtcTime, nullable=False),
)

# A line that a client approved for the one who pays.
sponsor_line = client_content(
    "sponsor_line",
    Column("line", SealedColumn, nullable=False),
    Column("at", UtcTime, nullable=False),
)

share = client_content(
    "share",
    id_column("coach_id"),
    id_column("answer_id"),
    Column("heading", SealedColumn, nullable=False),
    Column("body", SealedColumn, nullable=False),
    Column("approved_at", UtcTime, nullable=False),
    Column("purpose", Choice(Purpose), nullable=False),
    id_column("digest", null=True),
    Column("seen_at", UtcTime),
    Column("brings", Boolean, nullable=False),
    Column("unnamed", Boolean, nullable=False),
)

Index(None, share.c.organisation, share.c.digest)

sighting = Table(
    "sighting",
    metadata,
    organisation(),
    id_column("share_id", key=True),
    id_column("digest", key=True),
    Column("at", UtcTime, nullable=False),
    seal_column(),
    ForeignKeyConstraint(
        ["organisation", "share_id"], ["share.organisation", "share.id"], ondelete="CASCADE"
    ),
    Index(None, "organisation", "digest"),
)

posted = Table(
    "posted",
    metadata,
    organisation(),
    id_column("digest", key=True),
    id_column("coach_id"),
    Column("message", SealedColumn, nullable=False),
    Column("until", UtcTime, nullable=False),
    seal_column(),
    Index(None, "organisation", "coach_id"),
    Index(None, "organisation", "until"),
)

bring_up = Table(
    "bring_up",
    metadata,
    organisation(),
    id_column("share_id", key=True),
    id_column("coach_id"),
    Column("at", UtcTime, nullable=False),
    seal_column(),
    ForeignKeyConstraint(
        ["organisation", "share_id"], ["share.organisation", "share.id"], ondelete="CASCADE"
    ),
    Index(None, "organisation", "coach_id"),
)

# Owners who may have keys that nothing needs any more; `tidy` empties it.
untidy = Table("untidy", metadata, organisation(), id_column("owner", key=True))
