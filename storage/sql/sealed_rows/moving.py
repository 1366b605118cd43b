"""Moves what an older version stored in the clear into the sealed column beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, select

from bot.domain.ledger import Counted, Head
from bot.domain.pause import Pause
from bot.domain.rhythm import UNTIL_ASKED
from bot.ports import DamagedError
from storage.keys.keyring import KeyDestroyedError
from storage.sql.engagements import SqlEngagements
from storage.sql.ledger import AT_ONCE
from storage.sql.people import SqlPeople
from storage.sql.schema import engagement, ledger, ledger_head, ledger_tally, person, rhythm
from storage.sql.sealed_rows.engagements import engagement_row, read_engagement
from storage.sql.sealed_rows.entries import entry_row, read_entry
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.sealed_rows.rhythms import read_rhythm, rhythm_row, rhythms_where

# A row of an older version has another value in this column.
STANDS_IN: Mapping[Table, str] = {
    person: "language",
    engagement: "started_at",
    rhythm: "rrule",
}
UNREADABLE = (DamagedError, KeyDestroyedError, ValueError, TypeError, AttributeError)


class SqlMoving(SqlPeople, SqlEngagements):
    async def move_settings(self, at: datetime, limit: int) -> int:
        """Seals the settings of a few rows; returns how many. Repeat it until it returns 0.

        `at` (UTC) chooses the keys of people. What belongs to nobody who can be read is emptied.
        """
        moved = 0
        for table, move in (
            (person, self._move_person),
            (engagement, self._move_engagement),
            (rhythm, self._move_rhythm),
        ):
            for row in await self._w.all(self._w.select(table, _in_clear(table)).limit(limit)):
                moved += 1
                try:
                    await move(row, at)
                except UNREADABLE:
                    await self._empty(table, row)
        return moved

    async def move_entries(self) -> None:
        """Seals every entry of the ledger. One that cannot be read stays, and is found as that."""
        own = (ledger.c.organisation == self._w.organisation, ledger.c.body.is_(None))
        found = await self._w.execute(select(ledger.c.chain, ledger.c.seq).where(*own))
        for chain, seq in found.all():
            this = (ledger.c.chain == chain, ledger.c.seq == seq)
            try:
                row = await self._w.first(self._w.select(ledger, *this))
                sealed = entry_row(self._w, read_entry(self._w, row)) if row else {}
            except UNREADABLE:
                continue
            await self._w.change(self._w.update(ledger, *this).values(**sealed))

    async def move_heads(self) -> None:
        """Seals the heads and the tally with a key that is for nothing else.

        One whose seal by the older key does not fit stays as it is, and is found as forged.
        """
        last = ""
        while page := await self._heads_after(last):
            for row in page:
                head = Head(row.chain, row.seq, row.hash, row.number)
                if self._fits(row.seal, self._older("ledger.head", *astuple(head)[:-1])):
                    await self._save_head(head)
            last = page[-1].chain
        for row in await self._w.all(self._w.select(ledger_tally)):
            if self._fits(row.seal, self._older("ledger.tally", row.chains, row.entries)):
                await self._save_tally(Counted(row.chains, row.entries))

    async def _heads_after(self, chain: str) -> Sequence[Row[Any]]:
        following = self._w.select(ledger_head, ledger_head.c.chain > chain)
        return await self._w.all(following.order_by(ledger_head.c.chain).limit(AT_ONCE))

    def _older(self, purpose: str, *facts: object) -> str:
        """The seal as an older version made it, with the key that finds rows."""
        return self._w.keys.keyed_hash(purpose, json.dumps(facts, default=repr))

    async def _move_person(self, row: Row[Any], at: datetime) -> None:
        await self.save_person(await self._read_person(row), at)

    async def _move_engagement(self, row: Row[Any], at: datetime) -> None:
        await self._readable(row.client_id)
        one = await read_engagement(self._w, row)
        await self._w.save(engagement, await engagement_row(self._w, one))

    async def _move_rhythm(self, row: Row[Any], at: datetime) -> None:
        mine = (rhythm.c.organisation == row.organisation, rhythm.c.owner == row.owner)
        query = rhythms_where(*mine, rhythm.c.confirmed == row.confirmed)
        (whole,) = await self._w.all(query)
        whose = whole.client_id or row.owner
        await self._readable(whose)
        if row.paused_until is not None:
            await self._move_pause(whose, row.paused_until, at)
        await self._w.save(rhythm, await rhythm_row(self._w, await read_rhythm(self._w, whole)))

    async def _move_pause(self, whose: str, stored: date, at: datetime) -> None:
        """Gives the person the pause that the first versions kept with each rhythm."""
        who = await self.person(whose)
        if who is not None:
            until = None if stored == UNTIL_ASKED else stored
            pause = Pause(until) if who.pause is None else _longer(who.pause, until)
            await self.save_person(replace(who, pause=pause), at)

    async def _readable(self, person_id: str) -> None:
        """Raises KeyDestroyedError for somebody who was erased: nothing makes them a new key."""
        if await self.person(person_id) is None:
            raise KeyDestroyedError("nobody is left whose settings these are")

    async def _empty(self, table: Table, row: Row[Any]) -> None:
        this = [column == row._mapping[column.name] for column in table.primary_key]
        emptied = self._w.update(table, *this).values(**LEFT_EMPTY[table.name])
        await self._w.change(emptied)


def _in_clear(table: Table) -> ColumnElement[bool]:
    name = STANDS_IN[table]
    there: ColumnElement[bool] = table.c[name] != LEFT_EMPTY[table.name][name]
    return table.c.settings.is_(None) & there


def _longer(pause: Pause, until: date | None) -> Pause:
    """The pause that ends later, of one and of another until a date, or None for no end."""
    if pause.until is None or (until is not None and until <= pause.until):
        return pause
    return Pause(until)
