"""Rows that a secret opens: one-time links and devices. The database knows no secret.

A row is found by the keyed hash of its secret. Whose it is, until when it counts and whether it was
used is sealed together with that hash, so whoever can write to the database can move no row to
another secret, and make none count longer. Each row has keys of its own. They are destroyed with
it, so no older copy of the database brings a used link or an ended device back.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, delete, func, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.shared.sealed_rows import KeyedHash, RowSealer
from bot.domain.people import Address
from bot.ports import Sealer

PLATFORM = "mail"
SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def new_secret() -> str:
    """256 bits that nobody guesses, as 43 letters of an address or a cookie."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True, repr=False)
class SecretRow:
    """`until` (UTC) is when it stops to count. `owner` names the keys that seal it."""

    token: str
    owner: str
    person: Address
    until: datetime
    used: bool

    def counts(self, now: datetime) -> bool:
        return not self.used and now < self.until


class SecretRows:
    """The rows of one table. A row that cannot be read, or that was changed, counts as missing."""

    def __init__(
        self, table: Table, engine: AsyncEngine, sealer: Sealer, keyed_hash: KeyedHash
    ) -> None:
        self._table = table
        self._engine = engine
        self._sealer = RowSealer(sealer, keyed_hash, PLATFORM, table.name)

    async def add(self, secret: str, person: Address, until: datetime, kept: datetime) -> None:
        """`until`: as long as it counts. `kept`: as long as the row is there to be read."""
        token = self._token(secret)
        row = SecretRow(token, self._sealer.new_owner(token), person, until, used=False)
        values = {
            "token": token,
            "person": self.name_of(person),
            "owner": row.owner,
            "sealed": await self._sealed(row),
            "until": int(kept.timestamp()),
        }
        async with self._engine.begin() as db:
            await db.execute(insert(self._table).values(values))

    async def find(self, secret: str) -> SecretRow | None:
        """The row of this secret, whether it still counts or not."""
        if not SECRET.fullmatch(secret):
            return None
        token = self._token(secret)
        wanted = select(self._table).where(self._table.c.token == token)
        async with self._engine.connect() as db:
            found = (await db.execute(wanted)).first()
        return None if found is None else await self._opened(found)

    async def use(self, row: SecretRow) -> bool:
        """Marks it as used. False if another request was first: it is used once, ever."""
        used = SecretRow(
            row.token, self._sealer.new_owner(row.token), row.person, row.until, used=True
        )
        same = self._table.c.token == row.token, self._table.c.owner == row.owner
        values = {"owner": used.owner, "sealed": await self._sealed(used)}
        async with self._engine.begin() as db:
            changed = (await db.execute(update(self._table).where(*same).values(values))).rowcount
        # What is destroyed is the old row's keys, or those of the new row that was not written.
        await self._sealer.destroy(row.owner if changed else used.owner)
        return bool(changed)

    async def remove(self, secret: str) -> None:
        await self._remove(self._table.c.token == self._token(secret))

    async def remove_of(self, person: Address) -> None:
        await self._remove(self._table.c.person == self.name_of(person))

    async def remove_all(self) -> None:
        await self._remove(true())

    async def people(self) -> Sequence[Address]:
        """Whose the rows are, as far as they can be read."""
        async with self._engine.connect() as db:
            rows = (await db.execute(select(self._table))).all()
        opened = [await self._opened(row) for row in rows]
        return [row.person for row in opened if row is not None]

    async def remove_old(self, now: datetime) -> None:
        await self._remove(self._table.c.until < int(now.timestamp()))

    async def count_of(self, person: Address, kept_after: datetime) -> int:
        """How many rows of this person are kept until later than that."""
        of = self._table.c.person == self.name_of(person)
        late = self._table.c.until > int(kept_after.timestamp())
        async with self._engine.connect() as db:
            found = await db.execute(select(func.count()).select_from(self._table).where(of, late))
            return int(found.scalar_one())

    async def _remove(self, which: ColumnElement[bool]) -> None:
        """Destroys the keys first: a crash then leaves rows that nobody can read."""
        async with self._engine.connect() as db:
            found = await db.execute(select(self._table.c.owner).where(which))
            owners: Sequence[str] = found.scalars().all()
        for owner in owners:
            await self._sealer.destroy(owner)
        async with self._engine.begin() as db:
            await db.execute(delete(self._table).where(self._table.c.owner.in_(owners)))

    async def _sealed(self, row: SecretRow) -> bytes:
        entry = {
            "workspace": row.person.workspace,
            "user": row.person.user,
            "until": row.until.timestamp(),
            "used": row.used,
        }
        return await self._sealer.seal(row.owner, row.token, entry)

    async def _opened(self, found: Row[Any]) -> SecretRow | None:
        entry = await self._sealer.unseal_or_none(found.owner, found.token, found.sealed)
        if entry is None:
            return None
        person = Address(PLATFORM, entry["workspace"], entry["user"])
        if found.person != self.name_of(person):
            return None
        until = datetime.fromtimestamp(entry["until"], UTC)
        return SecretRow(found.token, found.owner, person, until, entry["used"])

    def _token(self, secret: str) -> str:
        return self._sealer.hash("token", self._table.name, secret)

    def name_of(self, person: Address) -> str:
        """The keyed hash by which a person's rows are found."""
        return self._sealer.hash("door", person.workspace, person.user)
