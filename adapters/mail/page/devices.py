"""Devices: who is let in on which device, until when. The device has the secret as a cookie."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta

from adapters.mail.page.secret_rows import SecretRows
from adapters.shared.sealed_rows import KeyedHash
from bot.domain.people import Address

LASTS = timedelta(days=30)


class Devices:
    """Nothing of it is only in memory: any process lets the device in, also after a restart."""

    def __init__(self, rows: SecretRows, keyed_hash: KeyedHash) -> None:
        self._rows = rows
        self._keyed_hash = keyed_hash

    async def begin(self, person: Address, device: str, now: datetime) -> None:
        until = now + LASTS
        await self._rows.add(device, person, until, until)

    async def whose(self, device: str, now: datetime) -> Address | None:
        """The person who is let in on this device at `now` (UTC)."""
        row = await self._rows.find(device)
        return row.person if row is not None and row.counts(now) else None

    async def end(self, device: str) -> None:
        await self._rows.remove(device)

    async def end_all(self, person: Address) -> None:
        await self._rows.remove_of(person)

    async def people(self) -> Sequence[Address]:
        return await self._rows.people()

    async def remove_all(self) -> None:
        await self._rows.remove_all()

    async def remove_old(self, now: datetime) -> None:
        await self._rows.remove_old(now)

    def proof(self, device: str) -> str:
        """What each form of this device's page carries, so that no other website makes one."""
        return self._keyed_hash("mail.form", device)

    def is_proof(self, given: str, device: str) -> bool:
        """Compares in constant time."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.proof(device).encode())
