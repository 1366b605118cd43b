"""The ledger of grants, its keyed heads and tally, and the hash of the key store in use."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Integer,
    String,
    Table,
    Text,
)

from bot.domain.consent import Act, Purpose
from storage.keys.sealed import SealedColumn
from storage.sql.columns import Choice, Names, UtcTime
from storage.sql.schema.base import (
    HASH,
    id_column,
    metadata,
    organisation,
)

keyring = Table(
    "keyring",
    metadata,
    organisation(),
    Column("mark", String(HASH), key="keys_hash", nullable=False),
)

ledger = Table(
    "ledger",
    metadata,
    organisation(),
    id_column("chain", key=True),
    Column("seq", Integer, primary_key=True),
    Column("act", Choice(Act), nullable=False),
    Column("purpose", Choice(Purpose), nullable=False),
    # Empty only in a row that an older version wrote.
    Column("body", SealedColumn),
    # Written by older versions only: see `storage.sql.sealed_rows.left_empty`.
    Column("wording_hash", Text, nullable=False),
    Column("wording_catalogue", Text, nullable=False),
    Column("wording_language", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("until", UtcTime),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("readers", Names),
    Column("kept_until", UtcTime),
)

# `hash` is the last entry's, sealed as that entry is; `seal` is a keyed hash of the whole head.
ledger_head = Table(
    "ledger_head",
    metadata,
    organisation(),
    id_column("chain", key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("seal", String(HASH), nullable=False),
)

ledger_tally = Table(
    "ledger_tally",
    metadata,
    organisation(),
    Column("chains", Integer, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("seal", String(HASH), nullable=False),
)
