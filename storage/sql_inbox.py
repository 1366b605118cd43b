"""Events accepted before they are handled, in SQL: sealed, in order, gone when done with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Row, func, select

from bot.chat import Event, Wrote
from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import DamagedError, Taken
from storage.event_text import event_of, event_text
from storage.keys import KeyDestroyedError
from storage.schema import inbox
from storage.sealed import Sealed
from storage.sql_base import INBOX, SqlPort

NOTHING = Words("")

log = structlog.get_logger()


class SqlInbox(SqlPort):
    async def take_in(self, events: Sequence[Event], at: datetime) -> None:
        rows = [await self._row(event, at) for event in events]
        await self._w.add_all(inbox, rows, ("organisation", "event"))

    async def next_taken(self, place: str) -> Taken | None:
        mine = inbox.c.place == self._place(place)
        while True:
            oldest = self._w.select(inbox, mine).order_by(inbox.c.number).limit(1)
            row = await self._w.first(oldest)
            if row is None:
                return None
            event = await self._opened(row)
            if event is not None:
                tried = self._w.update(inbox, inbox.c.number == row.number)
                await self._w.change(tried.values(tries=row.tries + 1))
                return Taken(row.number, event, row.at, row.handled_at is not None, row.tries)
            await self.drop_taken(row.number)

    async def mark_handled(self, number: int) -> None:
        done = self._w.update(inbox, inbox.c.number == number)
        await self._w.change(done.values(handled_at=inbox.c.at))

    async def drop_taken(self, number: int) -> None:
        await self._w.change(self._w.delete(inbox, inbox.c.number == number))

    async def keep_only_whom_to_answer(self) -> None:
        """Of what was handled and may not yet be answered: that alone is sealed anew."""
        for row in await self._w.all(self._w.select(inbox, inbox.c.handled_at.is_not(None))):
            event = await self._opened(row)
            if event is not None:
                less = replace(event, name=NOTHING, what=Wrote(NOTHING))
                this = self._w.update(inbox, inbox.c.number == row.number)
                await self._w.change(this.values(body=await self._body(row.event, less, row.at)))

    async def places_waiting(self, before: datetime, limit: int) -> Sequence[str]:
        first = select(func.min(inbox.c.number)).where(
            inbox.c.organisation == self._w.organisation, inbox.c.at <= before
        )
        oldest = first.group_by(inbox.c.place).limit(limit)
        rows = await self._w.all(self._w.select(inbox, inbox.c.number.in_(oldest)))
        places = []
        for row in sorted(rows, key=lambda row: row.number):
            event = await self._opened(row)
            if event is None:
                await self.drop_taken(row.number)
            else:
                places.append(event.sender.place)
        return places

    async def _row(self, event: Event, at: datetime) -> dict[str, Any]:
        where = event.sender
        named = f"{where.platform}\0{where.workspace}\0{event.id}"
        name = self._w.keys.digest("accepted", named)
        body = await self._body(name, event, at)
        place = self._place(where.place)
        return {"event": name, "place": place, "body": body, "at": at, "tries": 0}

    async def _body(self, name: str, event: Event, at: datetime) -> Sealed:
        return await self._w.seal("inbox.body", name, INBOX, event_text(event), at)

    async def _opened(self, row: Row[Any]) -> Event | None:
        body: Sealed = row.body
        try:
            return event_of(await self._w.unseal("inbox.body", row.event, INBOX, body))
        except (KeyDestroyedError, DamagedError):
            METRICS.failed("event")
            log.error("accepted_event_unreadable")
            return None

    def _place(self, place: str) -> str:
        return self._w.keys.digest("place", place)
