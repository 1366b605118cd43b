"""The coach's side, in SQL: one door, and it opens only on approved shares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, select

from bot.domain.engagement import EngagementState
from bot.domain.share import SharedItem
from storage.schema import engagement, ledger, person, share
from storage.sql_base import SqlPort, readable


class SqlCoachSide(SqlPort):
    async def shared_with(
        self, coach_id: str, since: datetime, now: datetime
    ) -> Sequence[SharedItem]:
        query = (
            select(share, person.c.name)
            .join(
                engagement,
                and_(
                    engagement.c.organisation == share.c.organisation,
                    engagement.c.id == share.c.engagement_id,
                ),
            )
            .join(
                person,
                and_(
                    person.c.organisation == engagement.c.organisation,
                    person.c.id == engagement.c.client_id,
                ),
            )
            .where(
                share.c.organisation == self._w.organisation,
                share.c.client_id == engagement.c.client_id,
                engagement.c.coach_id == coach_id,
                engagement.c.state != EngagementState.ENDED,
                engagement.c.ends_at > now,
                share.c.approved_at >= since,
            )
            .order_by(share.c.approved_at, share.c.id)
        )
        rows = await self._w.all(query)
        await self._w.keys.warm({row.client_id for row in rows})
        return await readable(rows, self._read_item)

    async def shared_in(self, share_ids: Sequence[str], digest: str, at: datetime) -> None:
        fresh = self._w.update(share, share.c.id.in_(share_ids), share.c.digest.is_(None))
        await self._w.change(fresh.values(digest=digest, seen_at=at))

    async def not_shared_in(self, digest: str) -> None:
        carried = self._w.update(share, share.c.digest == digest)
        await self._w.change(carried.values(digest=None, seen_at=None))

    async def has_invited(self, coach_id: str) -> bool:
        invited = self._w.select(ledger, ledger.c.chain == coach_id)
        return await self._w.first(invited.limit(1)) is not None

    async def _read_item(self, row: Row[Any]) -> SharedItem:
        client = row.client_id
        return SharedItem(
            share_id=row.id,
            engagement_id=row.engagement_id,
            client_name=await self._w.unseal("person.name", client, client, row.name),
            heading=await self._w.unseal("share.heading", row.id, client, row.heading),
            body=await self._w.unseal("share.body", row.id, client, row.body),
            approved_at=row.approved_at,
            new=row.digest is None,
        )
