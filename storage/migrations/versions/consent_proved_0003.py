"""Adds terms in the ledger, who has seen a share and where, and a client's keeping time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
ORGANISATION = sa.String(40)
ID = sa.String(64)


def upgrade() -> None:
    op.add_column("ledger", sa.Column("readers", sa.String(), nullable=True))
    op.add_column("ledger", sa.Column("kept_until", MOMENT, nullable=True))
    op.add_column("engagement", sa.Column("keep_days", sa.Integer(), nullable=True))
    # Shares from before they had a purpose were all asked for as words.
    op.add_column(
        "share",
        sa.Column("purpose", sa.String(20), nullable=False, server_default="share_words"),
    )
    _sighting()
    _posted()
    op.create_table(
        "untidy",
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column("owner", ID, nullable=False),
        sa.PrimaryKeyConstraint("organisation", "owner", name=op.f("pk_untidy")),
    )


def _sighting() -> None:
    op.create_table(
        "sighting",
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column("share_id", ID, nullable=False),
        sa.Column("digest", ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation", "share_id"],
            ["share.organisation", "share.id"],
            name=op.f("fk_sighting_share"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation", "share_id", "digest", name=op.f("pk_sighting")),
    )
    op.create_index(op.f("ix_sighting_organisation_digest"), "sighting", ["organisation", "digest"])
    op.execute(
        "INSERT INTO sighting (organisation, share_id, digest, at) "
        "SELECT organisation, id, digest, seen_at FROM share "
        "WHERE digest IS NOT NULL AND seen_at IS NOT NULL"
    )


def _posted() -> None:
    op.create_table(
        "posted",
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column("digest", ID, nullable=False),
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("message", sa.LargeBinary(), nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("organisation", "digest", name=op.f("pk_posted")),
    )
    for column in ("coach_id", "until"):
        name = op.f(f"ix_posted_organisation_{column}")
        op.create_index(name, "posted", ["organisation", column])
