"""The two SQL tables of Teams. Their rows are encrypted (see `rows`)."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import (
    Column,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    func,
    select,
)
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.json_values import Json

META = MetaData()
CHAT = Table(
    "teams_chat",
    META,
    Column("person", String(128), primary_key=True),
    Column("owner", String(200), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    # The day of their last message, as `date.toordinal` counts.
    Column("day", Integer, nullable=False, index=True),
)
OWN = Table(
    "teams_own_message",
    META,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("person", String(128), nullable=False, index=True),
    Column("message", String(128), nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("day", Integer, nullable=False, index=True),
)
MAKING_TABLES = 7_204_160_512


async def make_tables(engine: AsyncEngine) -> None:
    """Creates the tables if they do not exist."""
    async with engine.begin() as db:
        if engine.dialect.name == "postgresql":
            # Several processes may start at once; one of them creates the tables.
            await db.execute(select(func.pg_advisory_xact_lock(MAKING_TABLES)))
        await db.run_sync(META.create_all)


@dataclass(frozen=True, slots=True)
class SaidMessage:
    """A message that a person wrote: Teams' id of it, and a keyed hash of its text."""

    message: str
    text_hash: str


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """One message of the bot's; `at` is UTC.

    `quotes` and `chosen` are keyed hashes: of the person's texts in it and the names of its files,
    and of the pressed button. `said` is the person's message that it quotes: Teams does not tell
    what a deleted message said.
    """

    id: str
    at: datetime
    quotes: tuple[str, ...] = ()
    chosen: str = ""
    said: SaidMessage | None = None


def plain_of(message: OwnMessage) -> Json:
    return asdict(message) | {"at": message.at.isoformat()}


def own_of(row: Json) -> OwnMessage:
    at = datetime.fromisoformat(row["at"])
    said = row.get("said")
    of = SaidMessage(**said) if said else None
    return OwnMessage(row["id"], at, tuple(row["quotes"]), row["chosen"], of)
