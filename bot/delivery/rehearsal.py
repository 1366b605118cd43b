"""Looks at what would be said next, without saying it or moving any clock.

It lets time pass in a transaction that is taken back: it claims, plans what follows and asks the
gate, as at the real times. So what it finds follows the rules of the gate, and no others.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from bot.delivery.claim import plan_next_and_filter
from bot.delivery.gate import compose
from bot.delivery.verdict import Covered, Withheld
from bot.domain.delivery import Delivery, Kind
from bot.domain.reasons import Reason
from bot.ports import Chance, DamagedError, Store, Transaction
from bot.settings import Settings

# So many moments are looked at. A digest of which nothing is ever shared would go on for ever.
MOST_LOOKED_AT = 200
BATCH = 100
SILENT = Withheld(Reason.NOT_COMPOSED)


class _TakenBackError(Exception):
    """Ends the transaction, so that the store takes all of it back."""


class Rehearsal:
    """Looks ahead for one process, whose id is `worker`."""

    def __init__(self, store: Store, chance: Chance, settings: Settings, worker: str) -> None:
        self._store = store
        self._chance = chance
        self._settings = settings
        self._worker = worker

    async def next_said(self, now: datetime) -> datetime | None:
        """Returns when something leaves next, in UTC and not before `now`.

        Returns None if nothing leaves at the next `MOST_LOOKED_AT` planned moments.
        """
        found = None
        with suppress(_TakenBackError):
            async with self._store.transaction() as tx:
                found = await self._first_said(tx, now)
                raise _TakenBackError
        return found

    async def _first_said(self, tx: Transaction, now: datetime) -> datetime | None:
        for _ in range(MOST_LOOKED_AT):
            due = await tx.next_due()
            if due is None:
                return None
            now = max(now, due)
            claimed = await tx.claim(now, BATCH, by=self._worker)
            for one in await plan_next_and_filter(tx, self._chance, claimed, now):
                if await self._is_said(tx, one, now):
                    return now
        return None

    async def _is_said(self, tx: Transaction, one: Delivery, now: datetime) -> bool:
        """Settles a delivery that does not leave, so that the next one can be looked at."""
        composed = await self._composed(tx, one, now)
        if isinstance(composed, Covered):
            return True
        if composed.until is not None:
            await tx.retry(one.id, composed.until, composed.reason, by=self._worker)
        else:
            await tx.settle(one.id, composed.state, now, composed.reason, by=self._worker)
        return False

    async def _composed(self, tx: Transaction, one: Delivery, now: datetime) -> Covered | Withheld:
        # An amend takes words out of a message that is there already: it says nothing.
        if one.kind is Kind.AMEND:
            return SILENT
        try:
            return await compose(tx, one, now, self._settings)
        except DamagedError:
            return SILENT
