"""Adds the lines that a client approved for the one who pays. There are none before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
ID = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "sponsor_line",
        sa.Column("organisation", sa.String(40), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("engagement_id", ID, nullable=False),
        sa.Column("client_id", ID, nullable=False),
        sa.Column("line", sa.LargeBinary(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.Column("seal", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation", "engagement_id"],
            ["engagement.organisation", "engagement.id"],
            name=op.f("fk_sponsor_line_engagement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation", "id", name=op.f("pk_sponsor_line")),
    )
    for column in ("engagement_id", "until"):
        index = op.f(f"ix_sponsor_line_organisation_{column}")
        op.create_index(index, "sponsor_line", ["organisation", column])
