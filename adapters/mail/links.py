"""One-time links: each opens the page once, within 15 minutes, on the device that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from adapters.mail.page.devices import Devices
from adapters.mail.page.secret_rows import SecretRow, SecretRows, new_secret
from bot.domain.people import Address
from bot.ports import MayDestroy, always

LASTS = timedelta(minutes=15)
# So long "send me a new one" knows to whom, on the page of a link that has ended.
KEPT = timedelta(days=90)
# What one person is mailed at most because somebody pressed "send me a new one".
MOST_PER_HOUR, MOST_PER_DAY = 3, 12
OPEN, GUEST = "/mail/link/", "/mail/coach/"


class Links:
    """`public` is this server's address for browsers, without a slash at its end."""

    def __init__(
        self,
        rows: SecretRows,
        devices: Devices,
        public: str,
        may_destroy: MayDestroy = always,
    ) -> None:
        self._rows = rows
        self._devices = devices
        self._public = public
        self._may_destroy = may_destroy
        self._cleaned_on = 0

    async def make(self, person: Address, now: datetime) -> str:
        """The address of a new link. `now` is UTC. It names no person."""
        await self._remove_old(now)
        secret = new_secret()
        await self._rows.add(secret, person, now + LASTS, now + KEPT)
        return f"{self._public}{OPEN}{secret}"

    def guest_url(self, secret: str) -> str:
        """The address of the page on which a guest link is opened (see `page.inviting`)."""
        return f"{self._public}{GUEST}{secret}"

    async def redeem(self, token: str, device: str, now: datetime) -> Address | None:
        """Uses the link up, and lets its person in on this device from now on.

        `device` is the new secret of that device (`new_secret`), for its cookie. None: the link is
        used up, too old, or none of ours. Nothing tells which.
        """
        row = await self._rows.find(token)
        if row is None or not row.counts(now) or not await self._rows.use(row):
            return None
        await self._devices.begin(row.person, device, now)
        return row.person

    async def find(self, token: str) -> SecretRow | None:
        """The link, also one that has ended; None where nothing is known of it."""
        return await self._rows.find(token)

    async def may_mail_again(self, person: Address, now: datetime) -> bool:
        """False once this person was made as many links as anybody needs."""
        for span, most in ((timedelta(hours=1), MOST_PER_HOUR), (timedelta(days=1), MOST_PER_DAY)):
            if await self._rows.count_of(person, now - span + KEPT) >= most:
                return False
        return True

    async def end(self, person: Address) -> None:
        """Ends every link of this person, and lets nobody in on their devices any more."""
        await self._rows.remove_of(person)
        await self._devices.end_all(person)

    def name_of(self, person: Address) -> str:
        """The keyed hash by which this person's links and devices are found."""
        return self._rows.name_of(person)

    async def people(self) -> Sequence[Address]:
        """Everybody who has links or devices, as far as these can be read."""
        return [*await self._rows.people(), *await self._devices.people()]

    async def end_all(self) -> None:
        """Ends every link, and every device of everybody."""
        await self._rows.remove_all()
        await self._devices.remove_all()

    async def _remove_old(self, now: datetime) -> None:
        """Once a day, in each process."""
        if self._cleaned_on != now.toordinal() and await self._may_destroy():
            self._cleaned_on = now.toordinal()
            await self._rows.remove_old(now)
            await self._devices.remove_old(now)
