"""Asks the gate about deliveries, and begins those that may leave, in one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from bot.delivery.attempts import Attempts
from bot.delivery.gate import compose
from bot.delivery.spacing import APART
from bot.delivery.verdict import Covered, Withheld
from bot.domain.delivery import Delivery
from bot.ports import Clock, Store, Transaction
from bot.settings import Settings

# After this many, other tasks may run: a group must not delay people who write.
BREATH = 5


class MovedError(Exception):
    """A person moved to another address while a message to them was claimed."""


class Beginning:
    """Begins deliveries of `worker`: one, or a group whose people are all locked."""

    def __init__(
        self, store: Store, clock: Clock, settings: Settings, attempts: Attempts, worker: str
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._attempts = attempts
        self._worker = worker

    async def begin(
        self, group: Sequence[Delivery], workspace: str, keys: Mapping[str, str] | None = None
    ) -> Mapping[str, Covered | Withheld]:
        """Returns what the gate says of each, by its id. What is covered has begun, and is saved.

        Leaves out those of which another worker has the claim now; all, where the workspace is
        closed. Raises DamagedError for one that cannot be composed, and MovedError for a person
        who is not at the lock in `keys` any more: then none of them has begun.
        """
        async with self._store.transaction() as tx:
            # Read the clock after waiting for the store, not before.
            now = self._clock.now()
            if len(group) > 1:
                await tx.foresee(group, now - APART)
            closed = await tx.closed_until(workspace, now) is not None
            if closed or self._attempts.closed_by(workspace):
                await tx.release([one.id for one in group], by=self._worker)
                return {}
            await _refuse_moved(tx, group, keys or {})
            verdicts: dict[str, Covered | Withheld] = {}
            for number, one in enumerate(group, start=1):
                verdicts[one.id] = await compose(tx, one, now, self._settings)
                if number % BREATH == 0:
                    await asyncio.sleep(0)
            covered = {key: one for key, one in verdicts.items() if isinstance(one, Covered)}
            mine = await tx.begin(covered, self._worker, now) if covered else ()
            for key in mine:
                shares, seen = covered[key].shares, covered[key].seen
                if shares:
                    await tx.shared_in(shares, key, now, seen=seen)
        for key in mine:
            attempt = self._attempts.of(key)
            attempt.began, attempt.composed = now, covered[key]
        lost = covered.keys() - set(mine)
        return {key: verdict for key, verdict in verdicts.items() if key not in lost}


async def _refuse_moved(
    tx: Transaction, group: Sequence[Delivery], keys: Mapping[str, str]
) -> None:
    for one in group if keys else ():
        person = await tx.person(one.to)
        if person is not None and person.address.chat_key != keys[one.id]:
            raise MovedError("the person is not where they were locked")
