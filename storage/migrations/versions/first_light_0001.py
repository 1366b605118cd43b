"""Makes every table of the first version, and a ledger that refuses to be changed."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# A migration must never change with the schema, so it is written out here.
MOMENT = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
SEALED = sa.LargeBinary()
CHOICE = sa.String(20)

SQLITE_GUARDS = tuple(
    f"CREATE TRIGGER ledger_refuses_{act} BEFORE {act} ON ledger "
    "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
    for act in ("UPDATE", "DELETE")
)
POSTGRESQL_GUARDS = (
    "CREATE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$",
    "CREATE TRIGGER ledger_refuses BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger "
    "FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()",
)


def upgrade() -> None:
    _delivery()
    _engagement()
    _invitation()
    _keyring()
    _ledger()
    _person()
    _rhythm()
    _seen_event()
    _wrong_code()
    _answer()
    _share()
    _step()
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for guard in SQLITE_GUARDS if on_sqlite else POSTGRESQL_GUARDS:
        op.execute(guard)


def _delivery() -> None:
    op.create_table(
        "delivery",
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("kind", CHOICE, nullable=False),
        sa.Column("to", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("not_before", MOMENT, nullable=False),
        sa.Column("not_after", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("subject", sa.String(length=64)),
        sa.Column("state", CHOICE, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claimed_at", MOMENT),
        sa.Column("settled_at", MOMENT),
        sa.Column("reason", sa.Text()),
        sa.PrimaryKeyConstraint("organisation", "id", name="pk_delivery"),
        sa.UniqueConstraint(
            "organisation",
            "to",
            "owner",
            "kind",
            "slot",
            name="uq_delivery_organisation_to_owner_kind_slot",
        ),
    )
    op.create_index(
        "ix_delivery_open",
        "delivery",
        ["organisation", "state", "due_at"],
        sqlite_where=sa.text("state IN ('planned', 'claimed')"),
        postgresql_where=sa.text("state IN ('planned', 'claimed')"),
    )
    op.create_index(
        "ix_delivery_organisation_owner_kind", "delivery", ["organisation", "owner", "kind"]
    )


def _engagement() -> None:
    op.create_table(
        "engagement",
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("coach_id", sa.String(length=64), nullable=False),
        sa.Column("client_id", sa.String(length=64), nullable=False),
        sa.Column("state", CHOICE, nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("keeps_until", MOMENT, nullable=False),
        sa.Column("agreement_version", sa.Text(), nullable=False),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("organisation", "id", name="pk_engagement"),
    )
    op.create_index(
        "ix_engagement_organisation_client_id", "engagement", ["organisation", "client_id"]
    )
    op.create_index(
        "ix_engagement_organisation_coach_id", "engagement", ["organisation", "coach_id"]
    )
    op.create_index("ix_engagement_organisation_ends_at", "engagement", ["organisation", "ends_at"])
    op.create_index(
        "ix_engagement_organisation_keeps_until", "engagement", ["organisation", "keeps_until"]
    )


def _invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("code_digest", sa.String(length=64), nullable=False),
        sa.Column("coach_id", sa.String(length=64), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("engagement_id", sa.String(length=64)),
        sa.PrimaryKeyConstraint("organisation", "id", name="pk_invitation"),
        sa.UniqueConstraint(
            "organisation", "code_digest", name="uq_invitation_organisation_code_digest"
        ),
    )
    op.create_index(
        "ix_invitation_organisation_coach_id", "invitation", ["organisation", "coach_id"]
    )
    op.create_index(
        "ix_invitation_organisation_expires_at", "invitation", ["organisation", "expires_at"]
    )


def _keyring() -> None:
    op.create_table(
        "keyring",
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("organisation", name="pk_keyring"),
    )


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("act", CHOICE, nullable=False),
        sa.Column("purpose", CHOICE, nullable=False),
        sa.Column("wording_hash", sa.Text(), nullable=False),
        sa.Column("wording_catalogue", sa.Text(), nullable=False),
        sa.Column("wording_language", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("until", MOMENT),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("organisation", "chain", "seq", name="pk_ledger"),
    )


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("address_digest", sa.String(length=64), nullable=False),
        sa.Column("address", SEALED, nullable=False),
        sa.Column("name", SEALED, nullable=False),
        sa.Column("dialogue", SEALED, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text()),
        sa.PrimaryKeyConstraint("organisation", "id", name="pk_person"),
        sa.UniqueConstraint(
            "organisation", "address_digest", name="uq_person_organisation_address_digest"
        ),
    )


def _rhythm() -> None:
    op.create_table(
        "rhythm",
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("rrule", sa.Text(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("window_from", sa.Time(), nullable=False),
        sa.Column("window_to", sa.Time(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("paused_until", sa.Date()),
        sa.PrimaryKeyConstraint("organisation", "owner", "confirmed", name="pk_rhythm"),
    )


def _seen_event() -> None:
    op.create_table(
        "seen_event",
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("event", sa.String(length=64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("organisation", "event", name="pk_seen_event"),
    )
    op.create_index("ix_seen_event_organisation_at", "seen_event", ["organisation", "at"])


def _wrong_code() -> None:
    op.create_table(
        "wrong_code",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("workspace", sa.String(length=64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_wrong_code"),
    )
    op.create_index("ix_wrong_code_organisation_at", "wrong_code", ["organisation", "at"])
    op.create_index(
        "ix_wrong_code_organisation_person_at", "wrong_code", ["organisation", "person", "at"]
    )
    op.create_index(
        "ix_wrong_code_organisation_workspace_at", "wrong_code", ["organisation", "workspace", "at"]
    )


def _content(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column("organisation", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("engagement_id", sa.String(length=64), nullable=False),
        sa.Column("client_id", sa.String(length=64), nullable=False),
        *columns,
        sa.Column("until", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation", "engagement_id"],
            ["engagement.organisation", "engagement.id"],
            name=f"fk_{name}_engagement",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation", "id", name=f"pk_{name}"),
    )
    for column in ("engagement_id", "until"):
        op.create_index(f"ix_{name}_organisation_{column}", name, ["organisation", column])


def _answer() -> None:
    _content(
        "answer",
        sa.Column("question", sa.Text()),
        sa.Column("check_in", sa.String(length=64)),
        sa.Column("step_id", sa.String(length=64)),
        sa.Column("mark", SEALED),
        sa.Column("words", SEALED),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("source", sa.String(length=64)),
    )


def _share() -> None:
    _content(
        "share",
        sa.Column("coach_id", sa.String(length=64), nullable=False),
        sa.Column("answer_id", sa.String(length=64), nullable=False),
        sa.Column("heading", SEALED, nullable=False),
        sa.Column("body", SEALED, nullable=False),
        sa.Column("approved_at", MOMENT, nullable=False),
        sa.Column("digest", sa.String(length=64)),
        sa.Column("seen_at", MOMENT),
    )
    op.create_index("ix_share_organisation_digest", "share", ["organisation", "digest"])


def _step() -> None:
    _content(
        "step",
        sa.Column("when_words", SEALED, nullable=False),
        sa.Column("then_words", SEALED, nullable=False),
        sa.Column("state", SEALED, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
    )
