"""What a group needs, in memory: one after the other, for everything is at hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from bot.domain.asking import Asking
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.people import Person
from tests.memory_store.people import MemoryPeople
from tests.memory_store.sides import MemoryClientSide
from tests.memory_store.sweep import MemoryClaimBatch


class MemoryTogether(MemoryPeople, MemoryClientSide, MemoryClaimBatch):
    async def chat_keys(self, person_ids: Collection[str]) -> Mapping[str, str]:
        found = {one: await self.person(one) for one in person_ids}
        return {one: person.address.chat_key for one, person in found.items() if person}

    async def foresee(self, group: Sequence[Delivery], since: datetime) -> None:
        """Everything is in memory already."""

    async def foresee_settling(self, group: Sequence[Delivery]) -> None:
        """Everything is in memory already."""

    async def settle_sent(self, delivery_ids: Collection[str], at: datetime, *, by: str) -> None:
        for delivery_id in delivery_ids:
            await self.settle(delivery_id, DeliveryState.SENT, at, by=by)

    async def save_people(self, people: Sequence[Person], at: datetime) -> None:
        for one in people:
            await self.save_person(one, at)

    async def save_askings(self, askings: Sequence[Asking]) -> None:
        for one in askings:
            await self.save_asking(one)
