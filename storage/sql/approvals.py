"""SQL for who may coach where the organisation approves each coach.

A row holds a keyed hash of a keyed hash. The first of them is the reference that a person reads and
hands to an operator: who can write to the database cannot make a row of it.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Address
from storage.keys.keyring import Keys
from storage.sql.port import SqlPort
from storage.sql.schema import coach_approval

_LETTERS = 16


def reference_of(keys: Keys, address: Address) -> str:
    return keys.keyed_hash("coach", address.chat_key)[:_LETTERS]


def approval_of(keys: Keys, reference: str) -> str:
    return keys.keyed_hash("coach_approval", reference)


class SqlApprovals(SqlPort):
    def coach_reference(self, address: Address) -> str:
        return reference_of(self._w.keys, address)

    async def coach_approved(self, address: Address) -> bool:
        mine = coach_approval.c.approval == self._approval(self.coach_reference(address))
        return await self._w.first(self._w.select(coach_approval, mine)) is not None

    async def approve_coach(self, reference: str, at: datetime) -> None:
        await self._w.add(coach_approval, {"approval": self._approval(reference), "at": at})

    async def withdraw_approval(self, reference: str) -> bool:
        this = coach_approval.c.approval == self._approval(reference)
        return await self._w.change(self._w.delete(coach_approval, this)) > 0

    def _approval(self, reference: str) -> str:
        return approval_of(self._w.keys, reference)
