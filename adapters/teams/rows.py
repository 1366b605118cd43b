"""What has to be remembered, sealed: how to write to a person, and which messages are ours.

Of a message there is its id, its time, which button was pressed last and a keyed hash of each
quote in it: enough to take it back, and nothing that could be read. Everything about one person is
sealed under one key, which `forget` destroys; only the running process then still knows the chat.
Other processes read and write the same rows: what is known of them here is never older than a
moment. What is older than it may be goes by itself.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.teams.inbound.arrivals import Place
from adapters.teams.tables import CHAT, OWN, OwnMessage, make_tables, own_of, plain_of
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Sealer

KeyedHash = Callable[[str, str], str]
# Longer than the longest engagement and its grace days: who only reads must still be reached.
CHAT_DAYS = 1_100
MOST_REMEMBERED = 20_000
FRESH_SECONDS = 10.0


class Rows:
    """Open with `Rows.on`. What can no longer be opened counts as not there."""

    def __init__(
        self,
        engine: AsyncEngine,
        sealer: Sealer,
        keyed_hash: KeyedHash,
        keep_days: int = 365,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine = engine
        self._sealer = sealer
        self._keyed_hash = keyed_hash
        self._keep_days = keep_days
        self._swept_on = 0
        self._seconds = seconds
        self._stored: OrderedDict[str, tuple[Place, float]] = OrderedDict()
        self._leaving: OrderedDict[str, Place] = OrderedDict()
        self._one = asyncio.Lock()

    @classmethod
    async def on(
        cls, engine: AsyncEngine, sealer: Sealer, keyed_hash: KeyedHash, keep_days: int = 365
    ) -> Rows:
        """In a database that stays its owner's. Makes its two tables where they are missing.

        No message of the bot's is remembered for longer than `keep_days`.
        """
        await make_tables(engine)
        return cls(engine, sealer, keyed_hash, keep_days)

    async def remember(self, place: Place) -> None:
        """How to write to someone, as it was when they last wrote."""
        person = self._person(place.address)
        if not self._is_fresh(person, place):
            async with self._one:
                owner = await self._owner(person)
                await self._store(person, place, owner)

    async def renew(self, place: Place) -> None:
        """The same for someone who is known already; of a stranger nothing is stored."""
        person = self._person(place.address)
        async with self._one:
            owner = await self._owner(person)
            if owner is not None:
                await self._store(person, place, owner)

    async def place(self, address: Address) -> Place | None:
        person = self._person(address)
        async with self._engine.connect() as db:
            row = (await db.execute(select(CHAT).where(CHAT.c.person == person))).first()
        if row is None:
            return self._leaving.get(person)
        found = await self._unseal(row.owner, person, row.sealed)
        return None if found is None else Place(**found)

    async def note(self, address: Address, message: OwnMessage) -> None:
        """Nothing for someone who was forgotten: what they get after that is theirs alone."""
        person = self._person(address)
        async with self._one:
            owner = await self._owner(person)
            if owner is None:
                return
            key = self._key(person, message.id)
            sealed = await self._seal(owner, key, plain_of(message))
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
        return [own_of(one) for one in opened if one is not None]

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
        place = await self.place(address)
        async with self._one:
            owner = await self._owner(person)
            async with self._engine.begin() as db:
                await db.execute(delete(OWN).where(OWN.c.person == person))
                await db.execute(delete(CHAT).where(CHAT.c.person == person))
            self._stored.pop(person, None)
            if place is not None:
                self._leaving[person] = place
                _keep_few(self._leaving)
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
        """A keyed hash: it tells whether two texts are the same, and nothing else."""
        return self._keyed_hash("teams.mark", f"{self._person(address)}|{text}")

    async def _owner(self, person: str) -> str | None:
        async with self._engine.connect() as db:
            found = await db.execute(select(CHAT.c.owner).where(CHAT.c.person == person))
            owner: str | None = found.scalar_one_or_none()
            return owner

    async def _store(self, person: str, place: Place, known: str | None) -> None:
        owner = known or f"teams:{person}:{secrets.token_hex(8)}"
        sealed = await self._seal(owner, person, asdict(place))
        day = datetime.now(UTC).toordinal()
        changed = update(CHAT).where(CHAT.c.person == person).values(sealed=sealed, day=day)
        row = {"person": person, "owner": owner, "sealed": sealed, "day": day}
        try:
            async with self._engine.begin() as db:
                await db.execute(changed if known is not None else insert(CHAT).values(row))
        except IntegrityError:
            # Another process was quicker: it is known now, under a key of theirs.
            await self._store(person, place, await self._owner(person))
            return
        self._stored[person] = place, self._seconds()
        self._stored.move_to_end(person)
        _keep_few(self._stored)

    def _is_fresh(self, person: str, place: Place) -> bool:
        """Whether it was stored a moment ago: another process may forget or change it any time."""
        known, at = self._stored.get(person, (None, 0.0))
        return known == place and self._seconds() - at < FRESH_SECONDS

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
        # No id of Teams' holds a space: so no two people can be read as one.
        return self._keyed_hash("teams.person", f"{address.workspace} {address.user}")

    def _key(self, person: str, message: str) -> str:
        return self._keyed_hash("teams.message", f"{person}|{message}")


def _keep_few(known: OrderedDict[str, Any]) -> None:
    while len(known) > MOST_REMEMBERED:
        known.popitem(last=False)
