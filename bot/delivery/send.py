"""Sends one delivery: composes it behind the gate, sends it once, settles it.

Its claim was committed before. If the outcome is unknown, it is never sent again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

import structlog

from bot.chat import Message
from bot.delivery.amend import Amends
from bot.delivery.attempts import Attempt, Attempts
from bot.delivery.begin import Beginning
from bot.delivery.halting import FreshLook
from bot.delivery.settle import Settling
from bot.delivery.verdict import Covered, Withheld
from bot.domain.delivery import Delivery, Kind
from bot.domain.reasons import Reason
from bot.domain.sponsoring.sponsor import Sponsor
from bot.metrics import METRICS, Pulse
from bot.ports import (
    Adapter,
    Clock,
    DamagedError,
    NotSent,
    Outcome,
    Sent,
    Store,
    Unknown,
    WritesLines,
    leaving_by_itself,
)

# Mail that is not configured now may be so again within the days in which a line may leave.
MAIL_AGAIN = timedelta(hours=8)

log = structlog.get_logger()


class Settles(Protocol):
    """Stores the outcome of one delivery: by itself, or together with others."""

    async def settle(
        self,
        delivery: Delivery,
        outcome: Outcome,
        composed: Covered | None = None,
        workspace: str | None = None,
    ) -> None: ...


class Sending:
    """Sends for `worker`, one delivery at a time; several may be under way side by side."""

    def __init__(
        self,
        store: Store,
        adapters: Mapping[str, Adapter],
        clock: Clock,
        pulse: Pulse,
        settling: Settling,
        beginning: Beginning,
        attempts: Attempts,
    ) -> None:
        self._store = store
        self._adapters = adapters
        self._clock = clock
        self._pulse = pulse
        self._settling = settling
        self._beginning = beginning
        self._attempts = attempts
        self._amends = Amends(store, adapters, clock)

    async def send(self, delivery: Delivery, workspace: str) -> int:
        """Sends one delivery. Returns how many messages left: 1 or 0.

        Never raises: a broken delivery delays no other.
        """
        return await self.guarded(delivery, partial(self._deliver, delivery, workspace))

    async def guarded(self, delivery: Delivery, work: Callable[[], Awaitable[int]]) -> int:
        """Does the last part of the work of one delivery. Never raises: see `send`."""
        try:
            return await work()
        except Exception as problem:
            METRICS.failed("delivery")
            kind, error = delivery.kind.value, type(problem).__name__
            log.error("delivery_broke", kind=kind, error=error)
            await self._set_aside(delivery, self._attempts.of(delivery.id))
            return 0
        finally:
            self._attempts.finish(delivery.id)

    async def _set_aside(self, delivery: Delivery, attempt: Attempt) -> None:
        if attempt.begun:
            self._attempts.look_for(delivery.id, attempt)
            return
        try:
            await self._settling.again_or_never(delivery)
        except Exception as problem:
            log.error("not_set_aside", error=type(problem).__name__)
            self._attempts.look_for(delivery.id, attempt)

    async def _deliver(self, delivery: Delivery, workspace: str) -> int:
        async with self._store.locked(await self._settling.lock_of(delivery)):
            if delivery.kind is Kind.AMEND:
                outcome = await self._amends.outcome(delivery)
                await self._settling.settle(delivery, outcome)
                return 0
            fresh = FreshLook(self._store)
            verdict = await self._verdict(delivery, workspace)
            if verdict is None:
                return 0
            return await self.carried_out(delivery, verdict, workspace, fresh, self._settling)

    async def _verdict(self, delivery: Delivery, workspace: str) -> Covered | Withheld | None:
        """Composes the message and notes that sending begins.

        None if another worker has the claim now, or the workspace is closed. A delivery that cannot
        be composed does not leave, and delays no other.
        """
        try:
            return (await self._beginning.begin([delivery], workspace)).get(delivery.id)
        except DamagedError:
            METRICS.failed("delivery")
            log.error("not_composed", kind=delivery.kind.value)
            return Withheld(Reason.NOT_COMPOSED)

    async def carried_out(
        self,
        delivery: Delivery,
        verdict: Covered | Withheld,
        workspace: str,
        fresh: FreshLook,
        settles: Settles,
    ) -> int:
        """Does what the gate said: sends once, and settles. Its person is locked.

        `fresh` was made before the gate was asked.
        """
        if isinstance(verdict, Withheld):
            await self._settling.withhold(delivery, verdict)
            return 0
        attempt = self._attempts.of(delivery.id)
        began = attempt.began or self._clock.now()
        attempt.outcome = outcome = await self._sent(delivery, verdict, workspace, began, fresh)
        attempt.answered_at = self._clock.now()
        self._note(outcome)
        if isinstance(outcome, Unknown):
            self._attempts.look_for(delivery.id, attempt)
            return 0
        await settles.settle(delivery, outcome, verdict, workspace)
        return 1 if isinstance(outcome, Sent) else 0

    async def _sent(
        self,
        delivery: Delivery,
        composed: Covered,
        workspace: str,
        began: datetime,
        fresh: FreshLook,
    ) -> Outcome:
        """Sends, unless a 429 for this workspace arrived after composing, the organisation has
        halted everything since, or more than `SENDS_WITHIN` passed since the delivery began.
        """
        closed, stopped = self._attempts.closed_by(workspace), await fresh.look()
        for known in (closed, stopped, self._settling.too_late(began)):
            if known is not None:
                return known
        with leaving_by_itself(fresh.look):
            return await self._handed_over(delivery, composed)

    async def _handed_over(self, delivery: Delivery, composed: Covered) -> Outcome:
        try:
            if composed.mailed_to is not None:
                return await self._mailed(composed.mailed_to, composed.message, delivery.id)
            adapter = self._adapters.get(composed.to.address.platform)
            if adapter is None:
                return NotSent("no_adapter")
            return await adapter.send(composed.to.address, composed.message, delivery.id)
        except Exception as problem:
            METRICS.failed("adapter")
            log.error("adapter_raised", error=type(problem).__name__)
            return Unknown("raised")

    async def _mailed(self, to: Sponsor, message: Message, reference: str) -> Outcome:
        """Mails a line to the one who pays. A wait that mail asks for holds up no chat."""
        writes = next(
            (one for one in self._adapters.values() if isinstance(one, WritesLines)), None
        )
        if writes is None:
            return NotSent("no_mail", MAIL_AGAIN)
        outcome = await writes.write_line(to.address.text, message, reference)
        return replace(outcome, for_all=False) if isinstance(outcome, NotSent) else outcome

    def _note(self, outcome: Outcome) -> None:
        """Notes for the alarm whether messages get out.

        A final refusal is about one person, not the platform.
        """
        match outcome:
            case Sent():
                self._pulse.left()
            case Unknown() | NotSent(_, timedelta()):
                self._pulse.stuck()
