"""Adds one sealed column each for what is read only after its row was found.

The next start moves the old values, because it has the keys. The old columns stay for one release,
and hold the same in every row from then on. The guard of the ledger lets an entry be sealed once.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ONCE = "OLD.body IS NOT NULL OR NEW.body IS NULL"
SQLITE_GUARDS = (
    "DROP TRIGGER ledger_refuses_UPDATE",
    f"CREATE TRIGGER ledger_refuses_UPDATE BEFORE UPDATE ON ledger WHEN {ONCE} "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END",
)
POSTGRESQL_GUARDS = (
    "DROP TRIGGER ledger_refuses ON ledger",
    "CREATE TRIGGER ledger_refuses BEFORE DELETE OR TRUNCATE ON ledger "
    "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()",
    f"CREATE TRIGGER ledger_refuses_update BEFORE UPDATE ON ledger FOR EACH ROW WHEN ({ONCE}) "
    "EXECUTE FUNCTION ledger_refuses()",
)


def upgrade() -> None:
    for table in ("person", "engagement", "rhythm"):
        op.add_column(table, sa.Column("settings", sa.LargeBinary(), nullable=True))
    op.add_column("ledger", sa.Column("body", sa.LargeBinary(), nullable=True))
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for guard in SQLITE_GUARDS if on_sqlite else POSTGRESQL_GUARDS:
        op.execute(guard)
