"""Checks the store itself after a time without faults: no delivery or answer is lost or stuck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.check_in import Answer
from bot.domain.consent import Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement, EngagementState
from bot.domain.rhythm import Rhythm
from bot.ports import Store, Transaction
from tests.simulation.loop import SteadyClock, turns
from tests.simulation.network import READABLE
from tests.simulation.people import Pair
from tests.simulation.rules import MARKER, Rules, allowed

DAY = timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OPEN = (DeliveryState.PLANNED, DeliveryState.CLAIMED)
LOST = (DeliveryState.UNCONFIRMED, DeliveryState.NOT_DELIVERED, DeliveryState.DROPPED)
ARRIVED = (DeliveryState.SENT, DeliveryState.UNCONFIRMED)


@dataclass
class BadTimes:
    """The times in which no process ran, the network was down, or the clock was wrong."""

    times: list[tuple[datetime, datetime]] = field(default_factory=list)

    def between(self, first: datetime, last: datetime) -> None:
        self.times.append((min(first, last), max(first, last)))

    def touches(self, first: datetime, last: datetime) -> bool:
        return any(first < end and start < last for start, end in self.times)


@dataclass
class Found:
    """All that the store holds about one engagement. `asked`: its check-ins are allowed now."""

    engagement: Engagement
    rhythm: Rhythm | None
    asked: bool
    deliveries: list[Delivery]
    answers: Sequence[Answer]


class Audit:
    """Reports broken rules. `ends` holds each ended delivery's platform and final state, by id."""

    def __init__(self, rules: Rules, clock: SteadyClock, bad_times: BadTimes) -> None:
        self._rules = rules
        self._clock = clock
        self._bad_times = bad_times
        self.ends: dict[str, tuple[str, DeliveryState]] = {}
        self._lives: dict[str, tuple[Pair, int]] = {}
        self._by_old_rules: set[str] = set()

    async def rules_change(self, truth: Store, zone: str, pairs: Sequence[Pair]) -> None:
        """Notes what is planned in `zone` now: its window may lie outside the new local hours."""
        with turns().elsewhere():
            async with truth.transaction() as tx:
                for pair in (one for one in pairs if one.times.zone == zone):
                    for found in await self._of(tx, pair):
                        self._by_old_rules |= {d.id for d in found.deliveries if d.state in OPEN}

    async def look(self, truth: Store, pairs: Sequence[Pair]) -> None:
        with turns().elsewhere():
            async with truth.transaction() as tx:
                for pair in pairs:
                    for found in await self._of(tx, pair):
                        self._every_slot_has_ended(pair, found)
                        self._nothing_is_lost(pair, found)
                        self._one_is_ahead(pair, found)
                        self._every_date_was_planned(pair, found)
                        self._the_last_edit_counts(pair, found)
                    await self._digests(tx, pair)
                    await self._an_erase_left_nothing(tx, pair)

    def counted(self) -> Counter[str]:
        return Counter(f"{platform} {state.value}" for platform, state in self.ends.values())

    async def _of(self, tx: Transaction, pair: Pair) -> list[Found]:
        person = await tx.person_at(pair.client.address)
        found = []
        for engagement in await tx.engagements_of(person.id) if person else []:
            deliveries = [d for kind in Kind for d in await tx.deliveries(engagement.id, kind)]
            ledger = await tx.ledger(engagement.id)
            asked = allowed(ledger, Purpose.CHECK_INS, self._clock.now())
            rhythm, answers = await tx.rhythm(engagement.id), await tx.answers(engagement.id)
            found.append(Found(engagement, rhythm, asked, deliveries, answers))
            self._lives.setdefault(engagement.id, (pair, pair.life))
        return found

    async def _an_erase_left_nothing(self, tx: Transaction, pair: Pair) -> None:
        mine = [one for one, (whose, _) in self._lives.items() if whose is pair]
        for engagement in mine:
            if self._lives[engagement][1] == pair.life:
                continue
            for kind in Kind:
                if await tx.deliveries(engagement, kind):
                    self._rules.broke(f"{kind.value} of {pair.name} is left after an erase")

    async def _digests(self, tx: Transaction, pair: Pair) -> None:
        coach = await tx.person_at(pair.coach.address)
        kinds = (Kind.DIGEST, Kind.AMEND)
        mine = [d for kind in kinds for d in await tx.deliveries(coach.id, kind)] if coach else []
        for delivery in mine:
            self._has_ended(delivery, pair.coach.address.platform)
        if sum(d.kind is Kind.DIGEST and _is_next(d) for d in mine) > 1:
            self._rules.broke(f"two digests are planned for {pair.coach.name}")

    def _every_slot_has_ended(self, pair: Pair, found: Found) -> None:
        for delivery in found.deliveries:
            self._has_ended(delivery, pair.client.address.platform)
        keys = Counter((d.kind, d.slot) for d in found.deliveries)
        for (kind, slot), times in keys.items():
            if times > 1:
                self._rules.broke(f"{kind.value} of slot {slot} is there {times} times")

    def _has_ended(self, delivery: Delivery, platform: str) -> None:
        what = f"{delivery.kind.value} of slot {delivery.slot}"
        now, state = self._clock.now(), delivery.state
        if state is DeliveryState.CLAIMED:
            self._rules.broke(f"{what} stays claimed and is never settled")
        if state is DeliveryState.PLANNED and delivery.due_at <= now:
            self._rules.broke(f"{what} is due and nobody takes it")
        left = delivery.id in self._rules.arrived
        if left and state not in ARRIVED:
            self._rules.broke(f"{what} arrived, and is said to be {state.value}")
        if state is DeliveryState.SENT and not left and delivery.kind is not Kind.AMEND:
            self._rules.broke(f"{what} is said to be sent, and never arrived")
        if state not in OPEN:
            self.ends[delivery.id] = (platform, state)

    def _nothing_is_lost(self, pair: Pair, found: Found) -> None:
        """Each delivery to a readable platform arrived, if a process could send in its window."""
        if pair.client.address.platform != READABLE or pair.silent:
            return
        for delivery in found.deliveries:
            if delivery.state not in LOST or delivery.reason == "blocked":
                continue
            if delivery.id in self._by_old_rules:
                continue
            when = (delivery.not_before, delivery.not_after)
            if delivery.not_after < pair.times.since or self._bad_times.touches(*when):
                continue
            if delivery.not_before < pair.times.since or not _in_hours(pair, delivery):
                continue
            what = f"{delivery.kind.value} of slot {delivery.slot} for {pair.name}"
            self._rules.broke(f"{what} is lost: {delivery.state.value}, {delivery.reason}")

    def _one_is_ahead(self, pair: Pair, found: Found) -> None:
        engagement = found.engagement
        ahead = [d for d in found.deliveries if d.kind is Kind.CHECK_IN and d.state in OPEN]
        if sum(_is_next(d) for d in ahead) > 1:
            self._rules.broke(f"{len(ahead)} check-ins are planned for {pair.name}")
        active = engagement.state is EngagementState.ACTIVE and not engagement.stopped
        rhythm = found.rhythm
        if not active or not found.asked or rhythm is None or not rhythm.confirmed:
            return
        soon = self._clock.now() + 5 * 7 * DAY
        if not ahead and soon < engagement.ends_at:
            self._rules.broke(f"no check-in is planned for {pair.name}, who goes on")

    def _every_date_was_planned(self, pair: Pair, found: Found) -> None:
        """Each date of the rhythm since it was chosen has a check-in. Counts by weekdays alone."""
        times, engagement = pair.times, found.engagement
        if times.every != 1 or pair.silent or engagement.state is not EngagementState.ACTIVE:
            return
        if not found.asked or found.rhythm is None or times.paused_until is not None:
            return
        slots = {d.slot for d in found.deliveries if d.kind is Kind.CHECK_IN}
        now = self._clock.now()
        day = max(times.since, now - 21 * DAY)
        while (day := day + DAY) < now - DAY:
            local = times.local(day).date()
            if WEEKDAYS[local.weekday()] not in times.days or local > engagement.ends_on:
                continue
            touched = self._bad_times.touches(day - 2 * DAY, day + 2 * DAY)
            if local.isoformat() not in slots and not touched:
                self._rules.broke(f"the check-in of {local} for {pair.name} never was")

    def _the_last_edit_counts(self, pair: Pair, found: Found) -> None:
        words = [a.words.text for a in found.answers if a.words is not None]
        there = {marker for text in words for marker in MARKER.findall(text)}
        now = self._clock.now()
        for said in pair.said.values():
            fresh = said.kept_until is not None and now < said.kept_until
            mine = found.engagement.id == said.engagement
            if fresh and mine and not said.deleted and said.counts not in there:
                self._rules.broke(f"{said.counts} was kept by {pair.name}, and is not there")
        for text in words:
            for marker in MARKER.findall(text):
                if marker in self._rules.dead:
                    self._rules.broke(f"{marker} is kept, and was {self._rules.dead[marker]}")
                if self._rules.owner.get(marker) is not pair:
                    self._rules.broke(f"{marker} is kept for somebody else")


def _in_hours(pair: Pair, delivery: Delivery) -> bool:
    """False if the hours or the zone's rules changed since it was planned: it may be dropped."""
    begins = pair.times.local(delivery.not_before).time()
    return pair.times.start <= begins < pair.times.end


def _is_next(delivery: Delivery) -> bool:
    """True for a planned delivery that was never tried. A retried one is not the next one."""
    return delivery.state is DeliveryState.PLANNED and delivery.attempts == 0
