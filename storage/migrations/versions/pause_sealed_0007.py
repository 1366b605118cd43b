"""Adds the sealed pause of a person. The next start moves the old ones, because it has the keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # It may be empty, because the previous version goes on writing rows meanwhile.
    op.add_column("person", sa.Column("pause", sa.LargeBinary(), nullable=True))
