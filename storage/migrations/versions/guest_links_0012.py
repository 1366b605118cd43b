"""Adds the links by which guest coaches come in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
HASH = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "guest_link",
        sa.Column("organisation", sa.String(40), nullable=False),
        sa.Column("link_hash", HASH, nullable=False),
        sa.Column("made_by", HASH, nullable=False),
        sa.Column("asked_by", HASH, nullable=False),
        sa.Column("asks", sa.Integer(), nullable=False),
        sa.Column("approves", sa.Boolean(), nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("seal", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("organisation", "link_hash", name=op.f("pk_guest_link")),
    )
    for column in ("made_by", "asked_by", "until"):
        index = op.f(f"ix_guest_link_organisation_{column}")
        op.create_index(index, "guest_link", ["organisation", column])
