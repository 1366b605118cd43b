"""What a whole claim needs, in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from bot.domain.consent import Act, Decided, Entry, Purpose
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Rhythm
from tests.memory_store.outbox import MemoryOutbox


class MemoryClaimBatch(MemoryOutbox):
    async def engagements(self, ids: Collection[str]) -> Mapping[str, Engagement]:
        known = self._t.engagements
        return {one: known[one] for one in ids if one in known}

    async def with_ledgers(
        self, ids: Collection[str]
    ) -> Mapping[str, tuple[Engagement, Sequence[Entry]]]:
        found = await self.engagements(ids)
        return {key: (one, self._t.ledgers.get(key, ())) for key, one in found.items()}

    async def rhythms(self, owners: Collection[str]) -> Mapping[str, Rhythm]:
        known = self._t.rhythms
        return {owner: known[owner, True] for owner in owners if (owner, True) in known}

    async def decisions(
        self, chains: Collection[str], purposes: Collection[Purpose]
    ) -> Mapping[str, Sequence[Decided]]:
        return {
            chain: [
                entry
                for entry in self._t.ledgers.get(chain, ())
                if entry.purpose in purposes and entry.act is not Act.ASKED
            ]
            for chain in chains
        }

    async def plan_many(self, deliveries: Sequence[Delivery]) -> Collection[str]:
        return {one.id for one in deliveries if await self.plan(one)}

    async def settle_many(
        self, delivery_ids: Collection[str], state: DeliveryState, at: datetime, reason: str
    ) -> None:
        for delivery_id in set(delivery_ids):
            await self.settle(delivery_id, state, at, reason)
