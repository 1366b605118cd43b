"""What a whole claim needs, in SQL: a few statements, whatever their number of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.consent import Act, Entry, Purpose
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Rhythm
from storage.schema import delivery, engagement, ledger, rhythm
from storage.sql_base import UNKNOWN, SqlPort, each_thing
from storage.sql_ledger import entries_of
from storage.sql_outbox import CLAIMED
from storage.sql_people import entry_of
from storage.sql_rows import plan_rows


class SqlSweep(SqlPort):
    async def engagements(self, ids: Collection[str]) -> Mapping[str, Engagement]:
        mine = self._w.select(engagement, self._w.among(engagement.c.id, ids))
        rows = await self._w.all(mine)
        return {one.id: one for one in each_thing(Engagement, rows)}

    async def rhythms(self, owners: Collection[str]) -> Mapping[str, Rhythm]:
        mine = (self._w.among(rhythm.c.owner, owners), rhythm.c.confirmed.is_(True))
        rows = await self._w.all(self._w.select(rhythm, *mine))
        return {
            one.owner: replace(one, days_off=()) if one.days_off is None else one
            for one in each_thing(Rhythm, rows)
        }

    async def decisions(
        self, chains: Collection[str], purposes: Collection[Purpose]
    ) -> Mapping[str, Sequence[Entry]]:
        try:
            return await self._decisions(chains, purposes)
        except ValueError:
            found: dict[str, Sequence[Entry]] = {}
            for chain in chains:
                found |= await self._readable_decisions(chain, purposes)
            return found

    async def plan_many(self, deliveries: Sequence[Delivery]) -> Collection[str]:
        if not deliveries:
            return frozenset()
        planned = await plan_rows(self._w, deliveries)
        soon = [one.id for one in deliveries if one.id in planned and self._w.soon(one.due_at)]
        if soon:
            these = self._w.select(delivery, self._w.among(delivery.c.id, soon))
            self._w.wakes.update(row.workspace or UNKNOWN for row in await self._w.all(these))
        return planned

    async def settle_many(
        self, delivery_ids: Collection[str], state: DeliveryState, at: datetime, reason: str
    ) -> None:
        mine = self._w.update(delivery, self._w.among(delivery.c.id, delivery_ids), CLAIMED)
        settled = mine.values(state=state, settled_at=at, reason=reason)
        if await self._w.change(settled) != len(set(delivery_ids)):
            raise ValueError("not claimed")

    async def _decisions(
        self, chains: Collection[str], purposes: Collection[Purpose]
    ) -> dict[str, Sequence[Entry]]:
        about = (ledger.c.purpose.in_(purposes), ledger.c.act != Act.ASKED)
        query = self._w.select(ledger, self._w.among(ledger.c.chain, chains), *about)
        entries = await entries_of(self._w, query.order_by(ledger.c.chain, ledger.c.seq), entry_of)
        by_chain: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_chain[entry.chain].append(entry)
        return dict(by_chain)

    async def _readable_decisions(
        self, chain: str, purposes: Collection[Purpose]
    ) -> dict[str, Sequence[Entry]]:
        try:
            return await self._decisions([chain], purposes)
        except ValueError:
            return {}
