"""Adds the halt: the organisation's red button."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")


def upgrade() -> None:
    op.create_table(
        "halt",
        sa.Column("organisation", sa.String(40), nullable=False),
        sa.Column("halted_at", MOMENT, nullable=False),
        sa.Column("halted_by", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("resumed_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("organisation", name=op.f("pk_halt")),
    )
