"""Adds what coaching needs: sessions, questions, notes, a coach's card, quieter rhythms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
ORGANISATION = sa.String(40)
ID = sa.String(64)
# With a server default the previous version can go on writing rows while both run.
OFF = sa.false()


def upgrade() -> None:
    op.add_column("engagement", _flag("listed"))
    op.add_column("engagement", sa.Column("session_at", MOMENT, nullable=True))
    for name in ("brings", "unnamed"):
        op.add_column("share", _flag(name))
    for name in ("quiet_from", "quiet_to"):
        op.add_column("rhythm", sa.Column(name, sa.Time(), nullable=True))
    op.add_column("rhythm", sa.Column("days_off", sa.String(), nullable=True))
    op.add_column("rhythm", sa.Column("holidays", sa.Text(), nullable=True))
    op.add_column("answer", sa.Column("edited_at", MOMENT, nullable=True))
    op.add_column("step", sa.Column("more", sa.LargeBinary(), nullable=True))
    _content("asking", sa.Column("choices", sa.LargeBinary(), nullable=False))
    _content(
        "note",
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=False),
    )
    _coachs("profile", "coach_id", sa.Column("card", sa.LargeBinary(), nullable=False))
    _coachs(
        "question_set",
        "id",
        sa.Column("coach_id", ID, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    _coachs(
        "bring_up",
        "share_id",
        sa.Column("coach_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation", "share_id"],
            ["share.organisation", "share.id"],
            name=op.f("fk_bring_up_share"),
            ondelete="CASCADE",
        ),
    )
    for table in ("question_set", "bring_up"):
        name = op.f(f"ix_{table}_organisation_coach_id")
        op.create_index(name, table, ["organisation", "coach_id"])


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=OFF)


def _content(name: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        name,
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("engagement_id", ID, nullable=False),
        sa.Column("client_id", ID, nullable=False),
        *columns,
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation", "engagement_id"],
            ["engagement.organisation", "engagement.id"],
            name=op.f(f"fk_{name}_engagement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation", "id", name=op.f(f"pk_{name}")),
    )
    for column in ("engagement_id", "until"):
        index = op.f(f"ix_{name}_organisation_{column}")
        op.create_index(index, name, ["organisation", column])


def _coachs(name: str, key: str, *columns: sa.Column[object] | sa.Constraint) -> None:
    op.create_table(
        name,
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column(key, ID, nullable=False),
        *columns,
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("organisation", key, name=op.f(f"pk_{name}")),
    )
