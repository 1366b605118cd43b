"""SQL for who may coach where the organisation approves each coach.

A row holds a keyed hash of a keyed hash. The first of them is the reference that a person reads and
hands to an operator: who can write to the database cannot make a row of it. A withdrawal raises a
floor in the key store, so a row from before it that is put back names nobody any more.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain.people import Address
from storage.keys.keyring import Keys
from storage.sql.port import SqlPort
from storage.sql.schema import coach_approval
from storage.sql.unit_of_work import UnitOfWork

_LETTERS = 16
WITHDRAWN = "withdrawn"


def reference_of(keys: Keys, address: Address) -> str:
    return keys.keyed_hash("coach", address.chat_key)[:_LETTERS]


def approval_of(keys: Keys, reference: str, withdrawn: int = 0) -> str:
    """Names an approval that was given after so many withdrawals."""
    after = f"|{withdrawn}" if withdrawn else ""
    return keys.keyed_hash("coach_approval", f"{reference}{after}")


async def approval_now(work: UnitOfWork, reference: str) -> str:
    """Names the one approval that counts for this reference now, whether it is there or not."""
    first = approval_of(work.keys, reference)
    return approval_of(work.keys, reference, await work.seals.floor(first, WITHDRAWN))


class SqlApprovals(SqlPort):
    def coach_reference(self, address: Address) -> str:
        return reference_of(self._w.keys, address)

    async def coach_approved(self, address: Address) -> bool:
        approval = await self._approval(self.coach_reference(address))
        return await self._w.first(self._w.where(coach_approval, approval=approval)) is not None

    async def approve_coach(self, reference: str, at: datetime) -> None:
        await self._w.add(coach_approval, {"approval": await self._approval(reference), "at": at})

    async def withdraw_approval(self, reference: str) -> bool:
        this = coach_approval.c.approval == await self._approval(reference)
        await self._w.seals.raise_floor(approval_of(self._w.keys, reference), WITHDRAWN)
        return await self._w.change(self._w.delete(coach_approval, this)) > 0

    async def _approval(self, reference: str) -> str:
        return await approval_now(self._w, reference)
