"""The retention sweep: ends engagements, removes expired data, and destroys its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta

from bot.domain.consent import Act, Entry, Purpose, Terms, extend, latest
from bot.domain.people import Address
from bot.observing.traces import TracedRound, traced
from bot.ports import (
    Adapter,
    Clock,
    DamagedError,
    MayDestroy,
    Store,
    Transaction,
    always,
)
from bot.rules.homes import redraw_homes
from bot.rules.portions import MOST, Portions
from bot.settings import Settings


async def expire(tx: Transaction, chain: str, now: datetime) -> int:
    """Appends an `expired` entry for each grant of `chain` whose `until` has passed by `now` (UTC).

    The entry carries the wording that was shown when the grant was given. Returns how many entries
    it appended. It may be repeated.
    """
    ledger = list(await tx.ledger(chain))
    over = [entry for purpose in Purpose if (entry := _run_out(ledger, purpose, now))]
    for given in over:
        terms = Terms(given.readers, given.kept_until) if given.readers else None
        wording = given.wording
        entry = extend(ledger, chain, Act.EXPIRED, given.purpose, wording, now, terms=terms)
        await tx.append(entry)
        ledger.append(entry)
    return len(over)


def _run_out(ledger: list[Entry], purpose: Purpose, now: datetime) -> Entry | None:
    entry = latest(ledger, purpose)
    if entry is None or entry.act is not Act.GIVEN or entry.until is None:
        return None
    return entry if entry.until <= now else None


async def _homes_with_an_end(
    tx: Transaction, ended: Sequence[str], now: datetime
) -> dict[Address, str]:
    """Everybody whose home page shows what ends now: an engagement, or steps past their time.

    Read it before anything is removed, for then nobody knows where they are.
    """
    people = set(await tx.clients_with_steps_past(now, MOST))
    homes: dict[Address, str] = {}
    # What cannot be read is left as it is: it keeps nothing from being removed.
    with suppress(DamagedError):
        for engagement in (await tx.engagements(ended)).values():
            people |= {engagement.client_id, engagement.coach_id}
    for person_id in sorted(people):
        with suppress(DamagedError):
            person = await tx.person(person_id)
            if person is not None:
                homes[person.address] = person.language
    return homes


SWEEP_EVERY = timedelta(minutes=15)
# While a sweep finds more than it removes at once.
TIDY_EVERY = timedelta(minutes=1)


class Sweep:
    """The sweeps of one process.

    Several processes may sweep at the same time: each thing is removed once. Nothing is swept while
    `may_destroy` says that the clocks are in doubt: the next sweep after that removes it.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        adapters: Mapping[str, Adapter],
        may_destroy: MayDestroy = always,
    ) -> None:
        self._store = store
        self._adapters = adapters
        self._clock = clock
        self._may_destroy = may_destroy
        self._settings = settings
        self._swept_at: datetime | None = None
        self._renewed_on: date | None = None
        self._tidied_at: datetime | None = None
        self._swept, self._left, self._tidied = (Portions(store, clock) for _ in range(3))

    async def now(self) -> None:
        """Sweeps if `SWEEP_EVERY` has passed, or if the last sweep left more than one batch."""
        now = self._clock.now()
        if self._swept_at is not None and abs(now - self._swept_at) < SWEEP_EVERY:
            return
        if not await self._may_destroy():
            return
        await self._sweep(now)

    @traced(TracedRound.SWEEP)
    async def _sweep(self, now: datetime) -> None:
        async with self._store.transaction() as tx:
            ended = await tx.end_overdue(now, MOST)
            homes = await _homes_with_an_end(tx, ended, now)
            for engagement_id in ended:
                await expire(tx, engagement_id, now)
        removed = await self._swept.all(lambda tx, most: tx.sweep(now, most))
        before = now - timedelta(days=self._settings.grace_days)
        removed += await self._left.all(lambda tx, most: tx.erase_left(before, now, most))
        if self._renewed_on != now.date():
            async with self._store.transaction() as tx:
                await tx.renew_inbox_keys()
        self._renewed_on = now.date()
        await redraw_homes(self._adapters, homes)
        if max(len(ended), removed, await self._tidy(now, removed)) < MOST:
            self._swept_at = now

    async def _tidy(self, now: datetime, removed: int) -> int:
        """Destroys the keys that nobody needs now: once all is removed, or each `TIDY_EVERY`.

        What is left is read for that. Returns of how many people.
        """
        self._tidied_at = self._tidied_at or now
        if removed >= MOST and abs(now - self._tidied_at) < TIDY_EVERY:
            return 0
        tidied = await self._tidied.all(lambda tx, most: tx.tidy(most))
        self._tidied_at = now
        return tidied
