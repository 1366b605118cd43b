"""Adds a client's own copy of the texts they said yes to. It is empty for a yes of before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
ID = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "agreed",
        sa.Column("organisation", sa.String(40), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("engagement_id", ID, nullable=False),
        sa.Column("client_id", ID, nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation", "engagement_id"],
            ["engagement.organisation", "engagement.id"],
            name=op.f("fk_agreed_engagement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation", "id", name=op.f("pk_agreed")),
    )
    for column in ("engagement_id", "until"):
        index = op.f(f"ix_agreed_organisation_{column}")
        op.create_index(index, "agreed", ["organisation", column])
