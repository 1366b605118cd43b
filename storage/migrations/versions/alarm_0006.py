"""Adds the alarm: one of many workers tells the operator that nothing can be sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
ORGANISATION = sa.String(40)
ID = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "alarm",
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column("held_by", ID, nullable=False),
        sa.Column("held_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("organisation", name=op.f("pk_alarm")),
    )
