"""What came in: events seen, codes guessed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from bot.domain.people import Address
from storage.schema import seen_event, wrong_code
from storage.sql_base import SqlPort


class SqlInbound(SqlPort):
    async def first_time(self, workspace: Address, event_id: str, at: datetime) -> bool:
        place = self._workspace(workspace)
        event = self.digest("event", f"{place}{event_id}")
        return await self._w.add(seen_event, {"event": event, "at": at})

    async def wrong_codes(self, person_id: str, since: datetime) -> int:
        return await self._count(wrong_code.c.person == person_id, since)

    async def wrong_codes_in_workspace(self, workspace: Address, since: datetime) -> int:
        return await self._count(wrong_code.c.workspace == self._workspace(workspace), since)

    async def note_wrong_code(self, person_id: str, workspace: Address, at: datetime) -> None:
        place = self._workspace(workspace)
        await self._w.add(wrong_code, {"person": person_id, "workspace": place, "at": at})

    def digest(self, purpose: str, text: str) -> str:
        return self._w.keys.digest(purpose, text)

    def _workspace(self, address: Address) -> str:
        return self.digest("workspace", f"{address.platform}\0{address.workspace}")

    async def _count(self, whose: ColumnElement[bool], since: datetime) -> int:
        query = select(func.count()).select_from(wrong_code)
        mine = wrong_code.c.organisation == self._w.organisation
        row = await self._w.first(query.where(mine, whose, wrong_code.c.at >= since))
        return int(row[0]) if row else 0
