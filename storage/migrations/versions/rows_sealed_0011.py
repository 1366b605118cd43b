"""Adds the seal of a row. The next start seals the rows that are there: it has the keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = (
    *("person", "invitation", "engagement", "rhythm", "profile", "question_set"),
    *("answer", "step", "agreed", "asking", "note", "share", "sighting", "posted", "bring_up"),
    *("delivery", "inbox"),
)
SEAL = 32


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("seal", sa.String(SEAL), nullable=True))
