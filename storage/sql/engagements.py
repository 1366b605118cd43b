"""SQL for engagements. A row from before a stop of its client counts as stopped."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Row

from bot.domain.engagement import Engagement, EngagementState
from bot.domain.people import Address
from bot.ports import DamagedError
from storage.keys.keyring import KeyDestroyedError
from storage.sql.person_texts import address_text
from storage.sql.port import SqlPort, readable
from storage.sql.reading.rows_of_person import engagement_row_of, engagement_rows_of
from storage.sql.schema import engagement, person
from storage.sql.sealed_rows.engagements import engagement_row, read_engagement
from storage.sql.seals.keeping import keeps_less, note_shorter
from storage.sql.seals.row_seals import STOP, values_of


class SqlEngagements(SqlPort):
    async def engagement(self, engagement_id: str) -> Engagement | None:
        row = await engagement_row_of(self._w, engagement_id)
        return await self._engagement_of(row) if row is not None else None

    async def engagements_of(self, client_id: str) -> Sequence[Engagement]:
        rows = await engagement_rows_of(self._w, client_id)
        found = await readable(rows, self._engagement_of)
        return sorted(found, key=attrgetter("started_at"), reverse=True)

    async def save_engagement(self, new: Engagement) -> None:
        """Saves it. What ends or stops raises the client's floor, so that no older row counts."""
        mine = engagement.c.client_id == new.client_id
        rows = await self._w.all(self._w.select(engagement, mine).with_for_update())
        before = await self._readable_one(rows, new.id)
        if _closes(before, new):
            await self._close([row for row in rows if row.id != new.id], new.client_id)
        if before is not None and keeps_less(before, new):
            await note_shorter(self._w.seals, new)
        await self._w.save(engagement, await engagement_row(self._w, new))

    async def shut(self, person_id: str) -> None:
        """See `People.shut`."""
        mine = self._w.select(engagement, engagement.c.client_id == person_id)
        await self._close(await self._w.all(mine.with_for_update()), person_id)

    async def shut_at(self, address: Address) -> None:
        """See `People.shut_at`. Reads nothing of the person but the id."""
        named = self._w.keys.keyed_hash("address", address_text(address).text)
        here = self._w.select(person, person.c.address_hash == named)
        for row in await self._w.all(here.with_only_columns(person.c.id)):
            await self.shut(row.id)

    async def _engagements_where(self, *where: ColumnElement[bool]) -> list[Engagement]:
        rows = await self._w.all(self._w.select(engagement, *where).order_by(engagement.c.id))
        await self._w.warm({row.client_id for row in rows})
        return await readable(rows, self._read_engagement)

    async def _present(
        self, coach_id: str, ids: Collection[str], now: datetime
    ) -> Mapping[str, Engagement]:
        """Returns those of these engagements that the coach is in now, as they were sealed."""
        theirs = await self._with_coach(coach_id, ids)
        return {key: one for key, one in theirs.items() if _goes_on(one, now)}

    async def _with_coach(self, coach_id: str, ids: Collection[str]) -> Mapping[str, Engagement]:
        """Returns those of these engagements that are this coach's, ended or not, as sealed.

        A row from before a stop may be from before an end: it shows a coach nothing.
        """
        rows = await self._w.all(self._w.select(engagement, self._w.among(engagement.c.id, ids)))
        await self._w.warm({row.client_id for row in rows})
        current = await self._w.fitting(engagement, rows)
        found = await readable(current, self._read_engagement)
        return {one.id: one for one in found if one.coach_id == coach_id}

    async def _engagement_of(self, row: Row[Any]) -> Engagement:
        """Reads a row whose id alone says what it is: of one that was read and not changed."""
        question = ("engagement", row.id)
        return await self._w.memo.once(question, (engagement,), lambda: self._read_engagement(row))

    async def _read_engagement(self, row: Row[Any]) -> Engagement:
        read = await read_engagement(self._w, row)
        behind = await self._w.seals.behind(engagement, row)
        self._w.clients[row.id] = row.client_id
        return replace(read, stopped=True, listed=False) if behind else read

    async def _readable_one(
        self, rows: Sequence[Row[Any]], engagement_id: str
    ) -> Engagement | None:
        for row in rows:
            if row.id == engagement_id:
                try:
                    return await self._read_engagement(row)
                except (DamagedError, KeyDestroyedError):
                    return None
        return None

    async def _close(self, others: Sequence[Row[Any]], client_id: str) -> None:
        """Raises the client's floor, and brings their other engagements up to it."""
        seals = self._w.seals
        current, left = [], []
        for row in others:
            try:
                if not await seals.behind(engagement, row):
                    current.append(row)
                elif await seals.is_left_so(engagement, row):
                    left.append(row)
            except DamagedError:
                continue
        await seals.raise_floor(client_id, STOP)
        for row in (*current, *left):
            sealing = seals.seal_left if row in left else seals.seal
            seal = await sealing(engagement, values_of(engagement, row))
            await self._w.change(self._w.setting(engagement, {"seal": seal}, id=row.id))


def _closes(before: Engagement | None, new: Engagement) -> bool:
    """True if an older row of this engagement would allow more than `new` does."""
    shut = new.stopped or new.state is EngagementState.ENDED
    if before is None:
        return shut
    was_shut = before.stopped or before.state is EngagementState.ENDED
    sooner = new.ends_at < before.ends_at
    return (shut and not was_shut) or sooner or (before.listed and not new.listed)


def _goes_on(one: Engagement, now: datetime) -> bool:
    return one.state is not EngagementState.ENDED and one.ends_at > now
