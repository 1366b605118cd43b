"""Settles deliveries that are ready at the same moment in one commit. Nobody waits for a send."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import structlog

from bot.delivery.settle import Settling
from bot.delivery.settled import Departed
from bot.delivery.verdict import Covered
from bot.domain.delivery import Delivery
from bot.ports import Outcome, Sent

# The most that share a commit: others wait for the store meanwhile.
MOST_TOGETHER = 25

log = structlog.get_logger()


@dataclass(eq=False, slots=True)
class _Ready:
    """One that has left. `told`: whether it is settled, or None for whoever settles next."""

    left: Departed
    told: asyncio.Future[bool | None]


class SettlingTogether:
    """Whoever is ready first settles for all that are ready; those who come meanwhile are next.

    Where that fails, each is settled by itself, so that a broken one holds up no other.
    """

    def __init__(self, settling: Settling) -> None:
        self._settling = settling
        self._ready: list[_Ready] = []
        self._is_settling = False

    async def settle(
        self,
        delivery: Delivery,
        outcome: Outcome,
        composed: Covered | None = None,
        workspace: str | None = None,
    ) -> None:
        """Stores the outcome: see `Settling.settle`. Its person is locked, and no other has them.

        Only what was sent is settled together. What was not is rare, and each its own case.
        """
        if isinstance(outcome, Sent) and await self._shared(Departed(delivery, composed, outcome)):
            return
        await self._settling.settle(delivery, outcome, composed, workspace)

    async def _shared(self, left: Departed) -> bool:
        """True if it is settled; False if it must be settled by itself."""
        mine = _Ready(left, asyncio.get_running_loop().create_future())
        self._ready.append(mine)
        settles = not self._is_settling
        self._is_settling = True
        try:
            told = None if settles else await mine.told
            settles = told is None
            if told is not None:
                return told
            # Those that are ready at this very moment come with it.
            await asyncio.sleep(0)
            return await self._settle_with(mine)
        finally:
            if mine in self._ready:
                self._ready.remove(mine)
            if settles or _is_asked(mine):
                self._hand_over()

    async def _settle_with(self, mine: _Ready) -> bool:
        """Settles it and others that are ready, and tells those. True if they are settled."""
        others = [one for one in self._ready if one is not mine and not one.told.done()]
        many, settled = [mine, *others][:MOST_TOGETHER], False
        self._ready = [one for one in self._ready if one not in many]
        try:
            await self._settling.settle_sent([one.left for one in many])
            settled = True
        except Exception as problem:
            log.warning("not_settled_together", error=type(problem).__name__)
        finally:
            for one in many:
                if not one.told.done():
                    one.told.set_result(settled)
        return settled

    def _hand_over(self) -> None:
        """Whoever has waited longest settles next."""
        coming = next((one for one in self._ready if not one.told.done()), None)
        self._is_settling = coming is not None
        if coming is not None:
            coming.told.set_result(None)


def _is_asked(one: _Ready) -> bool:
    """True for one that was asked to settle next, and was cancelled before it could."""
    return one.told.done() and not one.told.cancelled() and one.told.result() is None
