"""What has to be remembered, sealed: how to write to a person, and which messages are ours.

Of a message there is its id, its time, which button was pressed last and a keyed digest of each
quote in it: enough to take it back, and nothing that could be read. Everything about one person is
sealed under one key, which `forget` destroys; only the running process then still knows the chat.
What is older than it may be goes by itself, day by day.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    delete,
    event,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from adapters.teams.inbound import Place
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Sealer

Digest = Callable[[str, str], str]
META = MetaData()
CHAT = Table(
    "teams_chat",
    META,
    Column("person", String(128), primary_key=True),
    Column("owner", String(200), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    # The day on which they were last heard of, as `date.toordinal` counts.
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
# Longer than the longest engagement and its grace days: who only reads must still be reached.
CHAT_DAYS = 1_100
MOST_REMEMBERED = 20_000
MAKING_TABLES = 7_204_160_512
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "busy_timeout=10000")


@dataclass(frozen=True, slots=True)
class OwnMessage:
    """One message of the bot's. `quotes` and `chosen` are keyed digests; `at` is UTC."""

    id: str
    at: datetime
    quotes: tuple[str, ...] = ()
    chosen: str = ""


def make_engine(url: str) -> AsyncEngine:
    """`url` with its driver. Errors hold no values, and a commit survives a power cut."""
    engine = create_async_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine.sync_engine, "connect", _set_pragmas)
    return engine


class Rows:
    """Open with `Rows.open`. What can no longer be opened counts as not there."""

    def __init__(
        self, engine: AsyncEngine, sealer: Sealer, digest: Digest, keep_days: int = 365
    ) -> None:
        self._engine = engine
        self._sealer = sealer
        self._digest = digest
        self._keep_days = keep_days
        self._swept_on = 0
        self._known: OrderedDict[str, Place] = OrderedDict()
        self._stored: dict[str, int] = {}
        self._one = asyncio.Lock()

    @classmethod
    async def open(cls, url: str, sealer: Sealer, digest: Digest, keep_days: int = 365) -> Rows:
        """`url` with its driver. No message of the bot's is remembered for longer than that."""
        return await cls.on(make_engine(url), sealer, digest, keep_days)

    @classmethod
    async def on(
        cls, engine: AsyncEngine, sealer: Sealer, digest: Digest, keep_days: int = 365
    ) -> Rows:
        """In a database that somebody else opened. Makes its two tables where they are missing."""
        async with engine.begin() as db:
            if engine.dialect.name == "postgresql":
                # Several processes may begin at once, and the tables are made by one of them.
                await db.execute(select(func.pg_advisory_xact_lock(MAKING_TABLES)))
            await db.run_sync(META.create_all)
        return cls(engine, sealer, digest, keep_days)

    async def close(self) -> None:
        await self._engine.dispose()

    async def remember(self, place: Place) -> None:
        """How to write to someone, as it was when they last wrote."""
        person, today = self._person(place.address), datetime.now(UTC).toordinal()
        if self._stored.get(person) == today and self._known.get(person) == place:
            return
        async with self._one:
            owner = await self._owner(person)
            fresh = owner is None
            owner = owner or f"teams:{person}:{secrets.token_hex(8)}"
            sealed = await self._seal(owner, person, asdict(place))
            async with self._engine.begin() as db:
                if fresh:
                    row = {"person": person, "owner": owner, "sealed": sealed, "day": today}
                    await db.execute(insert(CHAT).values(row))
                else:
                    changed = update(CHAT).where(CHAT.c.person == person)
                    await db.execute(changed.values(sealed=sealed, day=today))
        self._keep(person, place)
        self._stored[person] = today

    async def place(self, address: Address) -> Place | None:
        person = self._person(address)
        known = self._known.get(person)
        if known is not None:
            return known
        async with self._engine.connect() as db:
            row = (await db.execute(select(CHAT).where(CHAT.c.person == person))).first()
        found = None if row is None else await self._unseal(row.owner, person, row.sealed)
        if found is None:
            return None
        place = Place(**found)
        self._keep(person, place)
        return place

    async def note(self, address: Address, message: OwnMessage) -> None:
        """Nothing for someone who was forgotten: what they get after that is theirs alone."""
        person = self._person(address)
        async with self._one:
            owner = await self._owner(person)
            if owner is None:
                return
            key = self._key(person, message.id)
            sealed = await self._seal(owner, key, _plain(message))
            async with self._engine.begin() as db:
                await db.execute(delete(OWN).where(OWN.c.message == key))
                row = {"person": person, "message": key, "sealed": sealed}
                await db.execute(insert(OWN).values(day=message.at.toordinal(), **row))
        await self.sweep(message.at)

    async def own(self, address: Address, message: str | None = None) -> list[OwnMessage]:
        """Oldest first, one or all."""
        person = self._person(address)
        owner = await self._owner(person)
        if owner is None:
            return []
        wanted = select(OWN).where(OWN.c.person == person).order_by(OWN.c.number)
        if message is not None:
            wanted = wanted.where(OWN.c.message == self._key(person, message))
        async with self._engine.connect() as db:
            rows = (await db.execute(wanted)).all()
        opened = [await self._unseal(owner, row.message, row.sealed) for row in rows]
        return [_own(one) for one in opened if one is not None]

    async def pressed(self, address: Address, message: str, action: str) -> None:
        """So that a card shows, when it is looked at again, what was chosen on it."""
        for one in await self.own(address, message):
            await self.note(address, replace(one, chosen=self.mark(address, action)))

    async def drop(self, address: Address, messages: Collection[str]) -> None:
        person = self._person(address)
        keys = [self._key(person, message) for message in messages]
        async with self._one, self._engine.begin() as db:
            await db.execute(delete(OWN).where(OWN.c.message.in_(keys)))

    async def forget(self, address: Address) -> None:
        """Rows and key. The chat itself stays known to this process, to say good-bye in it."""
        person = self._person(address)
        await self.place(address)
        async with self._one:
            owner = await self._owner(person)
            async with self._engine.begin() as db:
                await db.execute(delete(OWN).where(OWN.c.person == person))
                await db.execute(delete(CHAT).where(CHAT.c.person == person))
            self._stored.pop(person, None)
            if owner is not None:
                await self._sealer.forget(owner)

    async def sweep(self, now: datetime) -> None:
        """Once a day: what is older than it may be goes, and with a chat its key."""
        today = now.toordinal()
        if self._swept_on == today:
            return
        self._swept_on = today
        old = CHAT.c.day < today - CHAT_DAYS
        async with self._one:
            async with self._engine.begin() as db:
                owners = (await db.execute(select(CHAT.c.owner).where(old))).scalars().all()
                await db.execute(delete(CHAT).where(old))
                await db.execute(delete(OWN).where(OWN.c.day < today - self._keep_days))
            for owner in owners:
                await self._sealer.forget(owner)

    def mark(self, address: Address, text: str) -> str:
        """A keyed digest: it tells whether two texts are the same, and nothing else."""
        return self._digest("teams.mark", f"{self._person(address)}|{text}")

    async def _owner(self, person: str) -> str | None:
        async with self._engine.connect() as db:
            found = await db.execute(select(CHAT.c.owner).where(CHAT.c.person == person))
            owner: str | None = found.scalar_one_or_none()
            return owner

    def _keep(self, person: str, place: Place) -> None:
        self._known[person] = place
        self._known.move_to_end(person)
        while len(self._known) > MOST_REMEMBERED:
            gone, _ = self._known.popitem(last=False)
            self._stored.pop(gone, None)

    async def _seal(self, owner: str, key: str, what: dict[str, Any]) -> bytes:
        words = Words(json.dumps(what))
        return await self._sealer.seal(owner, f"teams|{key}", words, datetime.now(UTC))

    async def _unseal(self, owner: str, key: str, sealed: bytes) -> dict[str, Any] | None:
        try:
            opened = await self._sealer.unseal(owner, f"teams|{key}", sealed)
        except (KeyError, ValueError):
            return None
        found: dict[str, Any] = json.loads(opened.text)
        return found

    def _person(self, address: Address) -> str:
        return self._digest("teams.person", f"{address.workspace}|{address.user}")

    def _key(self, person: str, message: str) -> str:
        return self._digest("teams.message", f"{person}|{message}")


def _plain(message: OwnMessage) -> dict[str, Any]:
    return asdict(message) | {"at": message.at.isoformat()}


def _own(row: dict[str, Any]) -> OwnMessage:
    at = datetime.fromisoformat(row["at"])
    return OwnMessage(row["id"], at, tuple(row["quotes"]), row["chosen"])


def _set_pragmas(connection: Any, record: object) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
