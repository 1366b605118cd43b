"""Every table. Each row carries its organisation; ids are random, words are sealed.

A thief of the database learns how many pseudonymous people are asked, and when; not who, not
what. `organisation` leads every key, so that no query can cross it by accident.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    UniqueConstraint,
    text,
)

from bot.domain.check_in import AnswerState
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.engagement import EngagementState
from storage.keys.sealed import SealedColumn
from storage.sql.columns import Choice, Moment, Names

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ORGANISATION = 40
ID = 64
DIGEST = 64
# A platform's name, a colon, a keyed digest.
WORKSPACE = 96


def _organisation() -> Column[str]:
    return Column("organisation", String(ORGANISATION), primary_key=True)


def _id(name: str = "id", *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, String(ID), primary_key=key, nullable=null)


def _content(name: str, *columns: Column[Any]) -> Table:
    """What a client keeps, inside one engagement: it cannot outlive it."""
    return Table(
        name,
        metadata,
        _organisation(),
        _id(key=True),
        _id("engagement_id"),
        _id("client_id"),
        *columns,
        Column("until", Moment, nullable=False),
        ForeignKeyConstraint(
            ["organisation", "engagement_id"],
            ["engagement.organisation", "engagement.id"],
            ondelete="CASCADE",
        ),
        Index(None, "organisation", "engagement_id"),
        Index(None, "organisation", "until"),
    )


keyring = Table(
    "keyring",
    metadata,
    _organisation(),
    Column("mark", String(DIGEST), nullable=False),
)

person = Table(
    "person",
    metadata,
    _organisation(),
    _id(key=True),
    Column("address_digest", String(DIGEST), nullable=False),
    Column("address", SealedColumn, nullable=False),
    Column("name", SealedColumn, nullable=False),
    Column("dialogue", SealedColumn, nullable=False),
    Column("language", Text, nullable=False),
    Column("zone", Text),
    Column("workspace", String(WORKSPACE)),
    UniqueConstraint("organisation", "address_digest"),
    Index(None, "organisation", "workspace"),
)

invitation = Table(
    "invitation",
    metadata,
    _organisation(),
    _id(key=True),
    Column("code_digest", String(DIGEST), nullable=False),
    _id("coach_id"),
    Column("ends_on", Date, nullable=False),
    Column("expires_at", Moment, nullable=False),
    _id("engagement_id", null=True),
    UniqueConstraint("organisation", "code_digest"),
    Index(None, "organisation", "coach_id"),
    Index(None, "organisation", "expires_at"),
)

engagement = Table(
    "engagement",
    metadata,
    _organisation(),
    _id(key=True),
    _id("coach_id"),
    _id("client_id"),
    Column("state", Choice(EngagementState), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("keeps_until", Moment, nullable=False),
    Column("agreement_version", Text, nullable=False),
    Column("stopped", Boolean, nullable=False),
    Column("keep_days", Integer),
    Column("listed", Boolean, nullable=False),
    Column("session_at", Moment),
    Index(None, "organisation", "client_id"),
    Index(None, "organisation", "coach_id"),
    Index(None, "organisation", "ends_at"),
    Index(None, "organisation", "keeps_until"),
)

ledger = Table(
    "ledger",
    metadata,
    _organisation(),
    _id("chain", key=True),
    Column("seq", Integer, primary_key=True),
    Column("act", Choice(Act), nullable=False),
    Column("purpose", Choice(Purpose), nullable=False),
    Column("wording_hash", Text, nullable=False),
    Column("wording_catalogue", Text, nullable=False),
    Column("wording_language", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("until", Moment),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("readers", Names),
    Column("kept_until", Moment),
)

# An entry's hash can be computed by anyone; a seal only with the key store's index key.
ledger_head = Table(
    "ledger_head",
    metadata,
    _organisation(),
    _id("chain", key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("seal", String(DIGEST), nullable=False),
)

ledger_tally = Table(
    "ledger_tally",
    metadata,
    _organisation(),
    Column("chains", Integer, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("seal", String(DIGEST), nullable=False),
)

rhythm = Table(
    "rhythm",
    metadata,
    _organisation(),
    _id("owner", key=True),
    Column("confirmed", Boolean, primary_key=True),
    Column("rrule", Text, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("window_from", Time, nullable=False),
    Column("window_to", Time, nullable=False),
    Column("zone", Text, nullable=False),
    Column("paused_until", Date),
    Column("quiet_from", Time),
    Column("quiet_to", Time),
    Column("days_off", Names),
    Column("holidays", Text),
)

answer = _content(
    "answer",
    Column("question", Text),
    _id("check_in", null=True),
    _id("step_id", null=True),
    Column("mark", SealedColumn),
    Column("words", SealedColumn),
    Column("state", Choice(AnswerState), nullable=False),
    Column("at", Moment, nullable=False),
    Column("source", String(DIGEST)),
    Column("edited_at", Moment),
)

step = _content(
    "step",
    Column("when_words", SealedColumn, nullable=False),
    Column("then_words", SealedColumn, nullable=False),
    Column("state", SealedColumn, nullable=False),
    Column("more", SealedColumn),
    Column("at", Moment, nullable=False),
)

asking = _content(
    "asking",
    Column("choices", SealedColumn, nullable=False),
    Column("at", Moment, nullable=False),
)

note = _content(
    "note",
    _id("coach_id"),
    Column("words", SealedColumn, nullable=False),
    Column("at", Moment, nullable=False),
)

share = _content(
    "share",
    _id("coach_id"),
    _id("answer_id"),
    Column("heading", SealedColumn, nullable=False),
    Column("body", SealedColumn, nullable=False),
    Column("approved_at", Moment, nullable=False),
    Column("purpose", Choice(Purpose), nullable=False),
    _id("digest", null=True),
    Column("seen_at", Moment),
    Column("brings", Boolean, nullable=False),
    Column("unnamed", Boolean, nullable=False),
)
Index(None, share.c.organisation, share.c.digest)

sighting = Table(
    "sighting",
    metadata,
    _organisation(),
    _id("share_id", key=True),
    _id("digest", key=True),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(
        ["organisation", "share_id"], ["share.organisation", "share.id"], ondelete="CASCADE"
    ),
    Index(None, "organisation", "digest"),
)

posted = Table(
    "posted",
    metadata,
    _organisation(),
    _id("digest", key=True),
    _id("coach_id"),
    Column("message", SealedColumn, nullable=False),
    Column("until", Moment, nullable=False),
    Index(None, "organisation", "coach_id"),
    Index(None, "organisation", "until"),
)

profile = Table(
    "profile",
    metadata,
    _organisation(),
    _id("coach_id", key=True),
    Column("card", SealedColumn, nullable=False),
    Column("at", Moment, nullable=False),
)

question_set = Table(
    "question_set",
    metadata,
    _organisation(),
    _id(key=True),
    _id("coach_id"),
    Column("body", SealedColumn, nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "organisation", "coach_id"),
)

bring_up = Table(
    "bring_up",
    metadata,
    _organisation(),
    _id("share_id", key=True),
    _id("coach_id"),
    Column("at", Moment, nullable=False),
    ForeignKeyConstraint(
        ["organisation", "share_id"], ["share.organisation", "share.id"], ondelete="CASCADE"
    ),
    Index(None, "organisation", "coach_id"),
)

# Whose keys may be more than what is still kept needs; emptied by `tidy`.
untidy = Table("untidy", metadata, _organisation(), _id("owner", key=True))

delivery = Table(
    "delivery",
    metadata,
    _organisation(),
    _id(key=True),
    Column("kind", Choice(Kind), nullable=False),
    _id("to"),
    _id("owner"),
    Column("slot", Text, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("not_after", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    _id("subject", null=True),
    Column("state", Choice(DeliveryState), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("claimed_at", Moment),
    Column("settled_at", Moment),
    Column("reason", Text),
    Column("workspace", String(WORKSPACE)),
    _id("claimed_by", null=True),
    Column("begun_at", Moment),
    UniqueConstraint("organisation", "to", "owner", "kind", "slot"),
    Index(None, "organisation", "owner", "kind"),
)
# Only open deliveries are looked for by time: an idle tick must not meet the settled ones.
Index(
    "ix_delivery_open",
    delivery.c.organisation,
    delivery.c.state,
    delivery.c.due_at,
    sqlite_where=text("state IN ('planned', 'claimed')"),
    postgresql_where=text("state IN ('planned', 'claimed')"),
)

Index(
    "ix_delivery_lane",
    delivery.c.organisation,
    delivery.c.workspace,
    delivery.c.due_at,
    sqlite_where=text("state IN ('planned', 'claimed')"),
    postgresql_where=text("state IN ('planned', 'claimed')"),
)

# What is known of one workspace's road: see `bot.domain.pace.Lane`.
lane = Table(
    "lane",
    metadata,
    _organisation(),
    Column("workspace", String(WORKSPACE), primary_key=True),
    Column("used_until", Moment),
    Column("closed_at", Moment),
    Column("closed_until", Moment),
    Column("left_at", Moment),
)

worker = Table(
    "worker",
    metadata,
    _organisation(),
    _id(key=True),
    Column("seen_at", Moment, nullable=False),
    Index(None, "organisation", "seen_at"),
)

# Which worker tells the operator that nothing can be sent, and when it last said so.
alarm = Table(
    "alarm",
    metadata,
    _organisation(),
    Column("held_by", String(ID), nullable=False),
    Column("held_at", Moment, nullable=False),
)

# Accepted, and not done with. Sealed under keys of its own, which go when the rows are gone.
inbox = Table(
    "inbox",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("organisation", String(ORGANISATION), nullable=False),
    Column("event", String(DIGEST), nullable=False),
    Column("place", String(DIGEST), nullable=False),
    Column("body", SealedColumn, nullable=False),
    Column("at", Moment, nullable=False),
    Column("handled_at", Moment),
    Column("tries", Integer, nullable=False),
    UniqueConstraint("organisation", "event"),
    Index(None, "organisation", "place", "number"),
    Index(None, "organisation", "at"),
)

seen_event = Table(
    "seen_event",
    metadata,
    _organisation(),
    Column("event", String(DIGEST), primary_key=True),
    Column("at", Moment, nullable=False),
    Index(None, "organisation", "at"),
)

wrong_code = Table(
    "wrong_code",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("organisation", String(ORGANISATION), nullable=False),
    Column("person", String(DIGEST), nullable=False),
    Column("workspace", String(DIGEST), nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "organisation", "person", "at"),
    Index(None, "organisation", "workspace", "at"),
    Index(None, "organisation", "at"),
)
