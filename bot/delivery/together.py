"""Sends what one claim brought side by side. Those whose turn has come begin in one commit.

Each is then sent, settled and released by itself: a slow one holds up no other.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import structlog

from bot.delivery.attempts import Attempts
from bot.delivery.begin import Beginning
from bot.delivery.halting import FreshLook
from bot.delivery.kinds import KINDS
from bot.delivery.send import Sending
from bot.delivery.settle import Settling
from bot.delivery.settle_together import SettlingTogether
from bot.delivery.verdict import Covered, Withheld
from bot.domain.delivery import Delivery
from bot.ports import Release, Store

log = structlog.get_logger()


class SendingTogether:
    """Sends for one process. `stopping` is true once nothing more may set out."""

    def __init__(
        self,
        store: Store,
        beginning: Beginning,
        sending: Sending,
        settling: Settling,
        attempts: Attempts,
        stopping: Callable[[], bool],
    ) -> None:
        self._store = store
        self._beginning = beginning
        self._sending = sending
        self._settling = settling
        self._settles = SettlingTogether(settling)
        self._attempts = attempts
        self._stopping = stopping
        # What releases the people of a group, until its delivery is over.
        self._held: dict[str, Release] = {}

    async def work_off(self, waiting: deque[Delivery], workspace: str, width: int) -> int:
        """Sends what waits, at most `width` messages at once. Returns how many left.

        What is left in `waiting` was not tried: this process is stopping.
        """
        sent, taken = 0, list(waiting)
        keys = await self._keys_of(taken)
        under_way: set[asyncio.Task[int]] = set()
        try:
            while under_way or (waiting and not self._stopping()):
                free = 0 if self._stopping() else min(width - len(under_way), len(waiting))
                if free:
                    turn = [waiting.popleft() for _ in range(free)]
                    under_way |= await self._set_out(turn, workspace, keys)
                    continue
                done, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                sent += sum(one.result() for one in done)
            return sent
        finally:
            await self._end(under_way, taken)

    async def _end(self, under_way: set[asyncio.Task[int]], taken: Sequence[Delivery]) -> None:
        """Leaves nothing behind where this was cancelled, or the process is dying."""
        for one in under_way:
            one.cancel()
        if under_way:
            await asyncio.gather(*under_way, return_exceptions=True)
        for delivery in taken:
            await self._release(delivery)

    async def _keys_of(self, claimed: Sequence[Delivery]) -> Mapping[str, str]:
        """The locks of whom this claim goes to. Who has none is sent to alone."""
        try:
            return await self._settling.locks_of([d for d in claimed if KINDS[d.kind].together])
        except Exception as problem:
            log.warning("group_broke", error=type(problem).__name__)
            return {}

    async def _set_out(
        self, turn: Sequence[Delivery], workspace: str, keys: Mapping[str, str]
    ) -> set[asyncio.Task[int]]:
        """Begins those that may leave now, and sends each. The others are sent one by one."""
        fresh = FreshLook(self._store)
        verdicts = await self._begun(turn, workspace, keys)
        works = []
        for one in turn:
            if one.id in verdicts:
                work = partial(self._carried_out, one, verdicts[one.id], workspace, fresh)
                works.append(self._sending.guarded(one, work))
            else:
                works.append(self._sending.send(one, workspace))
        return {asyncio.create_task(one) for one in works}

    async def _begun(
        self, turn: Sequence[Delivery], workspace: str, keys: Mapping[str, str]
    ) -> Mapping[str, Covered | Withheld | None]:
        """What the gate says of those that begin together; None where nothing is left to do.

        Where anything goes wrong before they have begun, each goes its own way instead.
        """
        group = [one for one in turn if one.id in keys]
        if len(group) < 2:
            return {}
        try:
            group = await self._locked(group, keys)
            found = await self._beginning.begin(group, workspace, keys) if group else {}
        except Exception as problem:
            log.warning("group_broke", error=type(problem).__name__)
            for one in group:
                await self._release(one)
            return {}
        return {one.id: found.get(one.id) for one in group}

    async def _locked(self, group: Sequence[Delivery], keys: Mapping[str, str]) -> list[Delivery]:
        """Locks those for whom nobody works now, and one message for each person."""
        free = dict(await self._store.lock_free({keys[one.id] for one in group}))
        return [one for one in group if self._holds(one, free.pop(keys[one.id], None))]

    def _holds(self, delivery: Delivery, release: Release | None) -> bool:
        if release is not None:
            self._held[delivery.id] = release
        return release is not None

    async def _release(self, delivery: Delivery) -> None:
        release = self._held.pop(delivery.id, None)
        if release is not None:
            await release()

    async def _carried_out(
        self,
        delivery: Delivery,
        verdict: Covered | Withheld | None,
        workspace: str,
        fresh: FreshLook,
    ) -> int:
        try:
            if verdict is None:
                return 0
            return await self._sending.carried_out(
                delivery, verdict, workspace, fresh, self._settles
            )
        finally:
            await self._release(delivery)
