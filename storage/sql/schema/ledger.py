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

# Anyone can compute the hash of an entry; `seal` is a keyed hash and needs the index key.
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
