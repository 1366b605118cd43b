"""The stored rows of Teams, encrypted: how to write to a person, and the bot's own messages.

A message's row has its id, its time, the button that was pressed last and a keyed hash of each
quote: enough to delete it, and nothing to read. Everything about one person is encrypted under one
key, which `forget` destroys; then only the running process still knows the chat. Other processes
use the same rows, so the cache here is at most 10 seconds old. Old rows are deleted once a day.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime

from cachetools import LRUCache
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.bounded import MOST, BriefMemory
from adapters.shared.sealed_rows import KeyedHash, RowSealer
from adapters.teams.inbound.arrivals import ChatReference
from adapters.teams.tables import CHAT, META, OWN, OwnMessage, make_tables, own_of, plain_of
from bot.domain.people import Address
from bot.ports import MayDestroy, Sealer, always

# Longer than the longest engagement with its grace days, to reach a person who only reads.
CHAT_DAYS = 1_100
FRESH_SECONDS = 10.0


class Rows:
    """Open it with `Rows.on`. A row that can no longer be read counts as missing."""

    def __init__(
        self,
        engine: AsyncEngine,
        sealer: Sealer,
        keyed_hash: KeyedHash,
        keep_days: int = 365,
        seconds: Callable[[], float] = time.monotonic,
        may_destroy: MayDestroy = always,
    ) -> None:
        self._engine = engine
        self._sealer = RowSealer(sealer, keyed_hash, "teams", "teams")
        self._keep_days = keep_days
        self._may_destroy = may_destroy
        self._cleaned_on = 0
        self._stored: BriefMemory[str, ChatReference] = BriefMemory(FRESH_SECONDS, seconds)
        # People who were forgotten a moment ago, for the last message to them.
        self._leaving: LRUCache[str, ChatReference] = LRUCache(MOST)
        self._one = asyncio.Lock()

    @classmethod
    async def on(
        cls,
        engine: AsyncEngine,
        sealer: Sealer,
        keyed_hash: KeyedHash,
        keep_days: int = 365,
        may_destroy: MayDestroy = always,
    ) -> Rows:
        """Opens the rows in a database that the caller closes, and creates missing tables.

        A row of a message is deleted after `keep_days`.
        """
        await make_tables(engine)
        return cls(engine, sealer, keyed_hash, keep_days, may_destroy=may_destroy)

    async def remember(self, chat: ChatReference) -> None:
        """Stores how to write to someone, each time they write."""
        person = self._person(chat.address)
        if self._stored.get(person) != chat:
            async with self._one:
                owner = await self._owner(person)
                await self._store(person, chat, owner)

    async def renew(self, chat: ChatReference) -> None:
        """The same for someone who is known already; stores nothing about a stranger."""
        person = self._person(chat.address)
        async with self._one:
            owner = await self._owner(person)
            if owner is not None:
                await self._store(person, chat, owner)

    async def chat(self, address: Address) -> ChatReference | None:
        person = self._person(address)
        async with self._engine.connect() as db:
            row = (await db.execute(select(CHAT).where(CHAT.c.person == person))).first()
        if row is None:
            return self._leaving.get(person)
        found = await self._sealer.unseal_or_none(row.owner, person, row.sealed)
        return None if found is None else ChatReference(**found)

    async def people_in(self, tenant: str) -> list[Address]:
        """The addresses of all known chats of one tenant."""
        async with self._engine.connect() as db:
            rows = (await db.execute(select(CHAT))).all()
        opened = [
            await self._sealer.unseal_or_none(row.owner, row.person, row.sealed) for row in rows
        ]
        chats = [ChatReference(**one) for one in opened if one is not None]
        return [chat.address for chat in chats if chat.tenant == tenant]

    async def counted(self, people: Collection[Address]) -> Mapping[str, int]:
        """How many rows of each table are about these people."""
        whose = [self._person(one) for one in people]
        async with self._engine.connect() as db:
            return {
                table.name: int(
                    (
                        await db.execute(
                            select(func.count()).select_from(table).where(table.c.person.in_(whose))
                        )
                    ).scalar_one()
                )
                for table in META.sorted_tables
            }

    async def workspaces(self) -> set[str]:
        """The tenants of all known chats."""
        async with self._engine.connect() as db:
            rows = (await db.execute(select(CHAT))).all()
        opened = [
            await self._sealer.unseal_or_none(row.owner, row.person, row.sealed) for row in rows
        ]
        return {one["tenant"] for one in opened if one is not None}

    async def note(self, address: Address, message: OwnMessage) -> None:
        """Stores one message of the bot's. Stores nothing for someone who was forgotten."""
        person = self._person(address)
        async with self._one:
            owner = await self._owner(person)
            if owner is None:
                return
            key = self._key(person, message.id)
            sealed = await self._sealer.seal(owner, key, plain_of(message))
            async with self._engine.begin() as db:
                await db.execute(delete(OWN).where(OWN.c.message == key))
                row = {"person": person, "message": key, "sealed": sealed}
                await db.execute(insert(OWN).values(day=message.at.toordinal(), **row))
        if self._cleaned_on != message.at.toordinal() and await self._may_destroy():
            await self.delete_old(message.at)

    async def own(self, address: Address, message: str | None = None) -> list[OwnMessage]:
        """The bot's messages to this person, oldest first; one or all."""
        person = self._person(address)
        owner = await self._owner(person)
        if owner is None:
            return []
        wanted = select(OWN).where(OWN.c.person == person).order_by(OWN.c.number)
        if message is not None:
            wanted = wanted.where(OWN.c.message == self._key(person, message))
        async with self._engine.connect() as db:
            rows = (await db.execute(wanted)).all()
        opened = [await self._sealer.unseal_or_none(owner, row.message, row.sealed) for row in rows]
        return [own_of(one) for one in opened if one is not None]

    async def pressed(self, address: Address, message: str, action: str) -> None:
        """Stores the pressed button, so that the card shows it when it is drawn again."""
        for one in await self.own(address, message):
            await self.note(address, replace(one, chosen=self.text_hash(address, action)))

    async def drop(self, address: Address, messages: Collection[str]) -> None:
        person = self._person(address)
        keys = [self._key(person, message) for message in messages]
        async with self._one, self._engine.begin() as db:
            await db.execute(delete(OWN).where(OWN.c.message.in_(keys)))

    async def forget(self, address: Address) -> None:
        """Deletes the rows and the key. This process remembers the chat for a last message."""
        person = self._person(address)
        chat = await self.chat(address)
        async with self._one:
            owner = await self._owner(person)
            async with self._engine.begin() as db:
                await db.execute(delete(OWN).where(OWN.c.person == person))
                await db.execute(delete(CHAT).where(CHAT.c.person == person))
            self._stored.forget(person)
            if chat is not None:
                self._leaving[person] = chat
            if owner is not None:
                await self._sealer.destroy(owner)

    async def delete_old(self, now: datetime) -> None:
        """Deletes the rows that are too old, and the key of each deleted chat."""
        self._cleaned_on = today = now.toordinal()
        old = CHAT.c.day < today - CHAT_DAYS
        async with self._one:
            async with self._engine.begin() as db:
                owners = (await db.execute(select(CHAT.c.owner).where(old))).scalars().all()
                await db.execute(delete(CHAT).where(old))
                await db.execute(delete(OWN).where(OWN.c.day < today - self._keep_days))
            for owner in owners:
                await self._sealer.destroy(owner)

    def text_hash(self, address: Address, text: str) -> str:
        """A keyed hash, which shows only whether two texts to one person are the same."""
        return self._sealer.hash("mark", self._person(address), text)

    async def _owner(self, person: str) -> str | None:
        async with self._engine.connect() as db:
            found = await db.execute(select(CHAT.c.owner).where(CHAT.c.person == person))
            owner: str | None = found.scalar_one_or_none()
            return owner

    async def _store(self, person: str, chat: ChatReference, known: str | None) -> None:
        owner = known or self._sealer.new_owner(person)
        sealed = await self._sealer.seal(owner, person, asdict(chat))
        day = datetime.now(UTC).toordinal()
        changed = update(CHAT).where(CHAT.c.person == person).values(sealed=sealed, day=day)
        row = {"person": person, "owner": owner, "sealed": sealed, "day": day}
        try:
            async with self._engine.begin() as db:
                await db.execute(changed if known is not None else insert(CHAT).values(row))
        except IntegrityError:
            # Another process stored this person first, under an owner of its own. Seal again under
            # that owner, because the row is opened with its keys, and an erase destroys only those.
            await self._store(person, chat, await self._owner(person))
            return
        self._stored.put(person, chat)

    def _person(self, address: Address) -> str:
        # No id of Teams contains a space, so two people never have the same text.
        return self._sealer.hash("person", f"{address.workspace} {address.user}")

    def _key(self, person: str, message: str) -> str:
        return self._sealer.hash("message", person, message)
