"""The two ways anything happens: someone wrote (`handle`), the time came (`tick`).

Answer the person who wrote by returning messages. Reach anyone else, or later, by planning a
delivery. There is no third road.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from bot.chat import Deleted, Edited, Event, Message, Wrote
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.people import Address, Dialogue, Person
from bot.domain.wall_time import is_zone
from bot.domain.words import Words
from bot.handlers.planning import plan_next
from bot.handlers.scene import Scene
from bot.messages.common import note
from bot.outgoing import Covered, Held, compose
from bot.plain import offered
from bot.ports import Adapter, Chance, Clock, NotSent, Outcome, Sent, Store, Transaction, Unknown
from bot.routes import route
from bot.settings import Settings
from bot.text import DEFAULT, catalogue

BATCH = 500
SWEEP_EVERY = timedelta(minutes=15)
FIRST_RETRY = timedelta(seconds=30)
MOST_TRIES = 8
NAME_LIMIT = 80

log = structlog.get_logger()


class Bot:
    """One bot, whatever the platforms. `adapters` are found by an address's platform."""

    def __init__(
        self,
        store: Store,
        adapters: Mapping[str, Adapter],
        clock: Clock,
        chance: Chance,
        settings: Settings,
    ) -> None:
        self._store = store
        self._adapters = adapters
        self._clock = clock
        self._chance = chance
        self._settings = settings
        self._swept_at: datetime | None = None

    async def handle(self, event: Event) -> Sequence[Message]:
        """Takes one event once, and returns what to answer its sender. Never raises.

        Everything it changes is saved together or not at all.
        """
        async with self._store.holding(_place(event.sender)):
            try:
                async with self._store.transaction() as tx:
                    return await self._answer(tx, event)
            except Exception as problem:
                log.error("event_failed", error=type(problem).__name__, where=_where(problem))
                return [note(catalogue(event.language or DEFAULT), "trouble")]

    async def zone_of(self, address: Address) -> str | None:
        """The IANA zone a person chose or was first seen in, None for a stranger."""
        async with self._store.transaction() as tx:
            person = await tx.person_at(address)
        return person.zone if person else None

    async def next_due(self) -> datetime | None:
        """When the earliest planned delivery is due (UTC)."""
        async with self._store.transaction() as tx:
            return await tx.next_due()

    async def recover(self) -> int:
        """Settles what a dead process had claimed, without guessing. Call once, before `tick`."""
        async with self._store.transaction() as tx:
            left = await tx.claimed()
        for delivery in left:
            await self._reconcile(delivery)
        return len(left)

    async def tick(self) -> int:
        """Lets everything that is due happen; returns how many messages left."""
        now = self._clock.now()
        await self._sweep(now)
        sent = 0
        while claimed := await self._claim():
            for delivery in claimed:
                sent += await self._deliver(delivery)
        return sent

    async def _answer(self, tx: Transaction, event: Event) -> Sequence[Message]:
        now = self._clock.now()
        if not await _is_new(tx, event, now):
            return []
        known = await tx.person_at(event.sender)
        person = known or self._stranger(event)
        scene = Scene(tx, now, self._chance, self._settings, person, event, known=known is not None)
        reply = await route(scene)
        if scene.known:
            await tx.save_person(_remembering(scene, reply), now)
        return reply

    def _stranger(self, event: Event) -> Person:
        """Someone not stored (yet). What the platform says of them is taken with care."""
        language = catalogue(event.language or DEFAULT).language
        zone = event.zone if event.zone and is_zone(event.zone) else None
        name = Words(" ".join(event.name.text.split())[:NAME_LIMIT])
        return Person(self._chance.new_id(), event.sender, name, language, zone)

    async def _sweep(self, now: datetime) -> None:
        if self._swept_at is not None and abs(now - self._swept_at) < SWEEP_EVERY:
            return
        async with self._store.transaction() as tx:
            await tx.end_overdue(now, BATCH)
            await tx.sweep(now, BATCH)
        self._swept_at = now

    async def _claim(self) -> list[Delivery]:
        """Claimed and committed before anything is sent; the next occurrence with it."""
        now = self._clock.now()
        async with self._store.transaction() as tx:
            claimed = await tx.claim(now, BATCH)
            for delivery in claimed:
                await self._plan_following(tx, delivery, now)
        return list(claimed)

    async def _plan_following(self, tx: Transaction, delivery: Delivery, now: datetime) -> None:
        if delivery.kind not in (Kind.CHECK_IN, Kind.DIGEST):
            return
        rhythm = await tx.rhythm(delivery.owner)
        if rhythm is None:
            return
        engagement = await tx.engagement(delivery.owner)
        last_day = engagement.ends_on if engagement else None
        after = max(now, delivery.not_after)
        await plan_next(tx, self._chance, delivery.kind, delivery.to, rhythm, after, last_day)

    async def _deliver(self, delivery: Delivery) -> int:
        async with self._store.transaction() as tx:
            person = await tx.person(delivery.to)
        place = _place(person.address) if person else delivery.to
        async with self._store.holding(place):
            async with self._store.transaction() as tx:
                composed = await compose(tx, delivery, self._clock.now())
                if isinstance(composed, Held):
                    await tx.settle(delivery.id, composed.state, self._clock.now(), composed.reason)
                    return 0
                await tx.shared_in(composed.shares, delivery.id, self._clock.now())
            outcome = await self._send(delivery, composed)
            async with self._store.transaction() as tx:
                await self._settle(tx, delivery, outcome, composed)
        return 1 if isinstance(outcome, Sent) else 0

    async def _send(self, delivery: Delivery, composed: Covered) -> Outcome:
        adapter = self._adapters.get(composed.to.address.platform)
        if adapter is None:
            return NotSent("no_adapter")
        try:
            return await adapter.send(composed.to.address, composed.message, delivery.id)
        except Exception as problem:
            log.error("adapter_raised", error=type(problem).__name__)
            return Unknown("raised")

    async def _settle(
        self, tx: Transaction, delivery: Delivery, outcome: Outcome, composed: Covered | None
    ) -> None:
        now = self._clock.now()
        match outcome:
            case Sent():
                await tx.settle(delivery.id, DeliveryState.SENT, now)
                if composed is not None and composed.dialogue is not None:
                    await _await_answer(tx, composed.to.id, composed.dialogue, now)
            case NotSent(reason, retry_after):
                await tx.not_shared_in(delivery.id)
                await self._again_or_never(tx, delivery, reason, retry_after, now)
            case _:
                await tx.settle(delivery.id, DeliveryState.UNCONFIRMED, now, outcome.reason)
                log.warning("delivery_unconfirmed", kind=delivery.kind.value)

    async def _again_or_never(
        self,
        tx: Transaction,
        delivery: Delivery,
        reason: str,
        retry_after: timedelta | None,
        now: datetime,
    ) -> None:
        if retry_after is not None and delivery.attempts + 1 < MOST_TRIES:
            backoff = FIRST_RETRY * 2**delivery.attempts
            due_at = now + max(retry_after, backoff)
            if due_at < delivery.not_after:
                await tx.retry(delivery.id, due_at, reason)
                return
        await tx.settle(delivery.id, DeliveryState.NOT_DELIVERED, now, reason)
        log.error("delivery_failed", kind=delivery.kind.value, reason=reason)

    async def _reconcile(self, delivery: Delivery) -> None:
        async with self._store.transaction() as tx:
            person = await tx.person(delivery.to)
        adapter = self._adapters.get(person.address.platform) if person else None
        if person is None or adapter is None:
            outcome: Outcome = NotSent("gone")
        else:
            outcome = await adapter.find(person.address, delivery.id)
        if isinstance(outcome, NotSent) and person is not None and adapter is not None:
            outcome = NotSent("interrupted", timedelta(0))
        async with self._store.transaction() as tx:
            await self._settle(tx, delivery, outcome, None)


async def _is_new(tx: Transaction, event: Event, now: datetime) -> bool:
    """Once per event id, and once per message: one gesture can arrive as two events.

    A deletion is remembered as a message seen, so that its text cannot arrive afterwards.
    """
    if not await tx.first_time(event.sender, event.id, now):
        return False
    match event.what:
        case Wrote(_, str() as message):
            return await tx.first_time(event.sender, f"message:{message}", now)
        case Deleted(message):
            await tx.first_time(event.sender, f"message:{message}", now)
        case Edited():
            pass
    return True


def _remembering(scene: Scene, reply: Sequence[Message]) -> Person:
    """What to expect next: what a handler asked for, and the choices just shown.

    A check-in stays open while other things are asked; any other question is open only once.
    """
    before = scene.person.dialogue
    dialogue = scene.dialogue
    if dialogue.awaiting is None and before.awaiting == "answer" and not scene.quiet:
        dialogue = before
    return replace(scene.person, dialogue=replace(dialogue, offered=offered(reply)))


async def _await_answer(tx: Transaction, person_id: str, dialogue: Dialogue, now: datetime) -> None:
    person = await tx.person(person_id)
    if person is not None:
        await tx.save_person(replace(person, dialogue=dialogue), now)


def _where(problem: BaseException) -> str:
    """The file and line that raised: enough to find it, and nothing of what was being said."""
    frame = traceback.extract_tb(problem.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"


def _place(address: Address) -> str:
    return "|".join((address.platform, address.workspace, address.user))
