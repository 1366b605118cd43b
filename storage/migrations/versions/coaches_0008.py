"""Adds the coaches whom an operator approved, and empties who used a code."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
ORGANISATION = sa.String(40)
HASH = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "coach_approval",
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column("approval", HASH, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("organisation", "approval", name=op.f("pk_coach_approval")),
    )
    # The column stays, because the previous version goes on writing to it meanwhile.
    op.execute("UPDATE invitation SET engagement_id = NULL")
