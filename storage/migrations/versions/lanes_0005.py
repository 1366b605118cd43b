"""Adds many workers: a lane per workspace, who claimed a delivery, and accepted events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
ORGANISATION = sa.String(40)
ID = sa.String(64)
DIGEST = sa.String(64)
WORKSPACE = sa.String(96)
OPEN = sa.text("state IN ('planned', 'claimed')")


def upgrade() -> None:
    # They may be empty, because the previous version goes on writing rows meanwhile.
    op.add_column("person", sa.Column("workspace", WORKSPACE, nullable=True))
    op.create_index(
        op.f("ix_person_organisation_workspace"), "person", ["organisation", "workspace"]
    )
    op.add_column("delivery", sa.Column("workspace", WORKSPACE, nullable=True))
    op.add_column("delivery", sa.Column("claimed_by", ID, nullable=True))
    op.add_column("delivery", sa.Column("begun_at", MOMENT, nullable=True))
    op.create_index(
        "ix_delivery_lane",
        "delivery",
        ["organisation", "workspace", "due_at"],
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
    _lanes()
    _inbox()


def _lanes() -> None:
    times = ("used_until", "closed_at", "closed_until", "left_at")
    op.create_table(
        "lane",
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column("workspace", WORKSPACE, nullable=False),
        *(sa.Column(name, MOMENT, nullable=True) for name in times),
        sa.PrimaryKeyConstraint("organisation", "workspace", name=op.f("pk_lane")),
    )
    op.create_table(
        "worker",
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("organisation", "id", name=op.f("pk_worker")),
    )
    op.create_index(op.f("ix_worker_organisation_seen_at"), "worker", ["organisation", "seen_at"])


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("organisation", ORGANISATION, nullable=False),
        sa.Column("event", DIGEST, nullable=False),
        sa.Column("place", DIGEST, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("handled_at", MOMENT, nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_inbox")),
        sa.UniqueConstraint("organisation", "event", name=op.f("uq_inbox_organisation_event")),
    )
    for columns in (["place", "number"], ["at"]):
        name = op.f(f"ix_inbox_organisation_{'_'.join(columns)}")
        op.create_index(name, "inbox", ["organisation", *columns])
