"""Checks each event against the nevers, with code that shares nothing with the product's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, time

from bot.chat import Message
from bot.domain.consent import Act, Entry, Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.pause import in_pause
from bot.domain.people import Address, Person
from bot.domain.rhythm import UNTIL_ASKED
from bot.plain import to_plain
from bot.ports import Store
from tests.simulation.loop import SteadyClock, turns
from tests.simulation.network import Arrival
from tests.simulation.people import Human, Pair, Times

MARKER = re.compile(r"WORD\d+")
PURPOSE = {
    Kind.CHECK_IN: Purpose.CHECK_INS,
    Kind.ENDING: Purpose.CHECK_INS,
    Kind.GOODBYE: Purpose.CHECK_INS,
    Kind.REMINDER: Purpose.REMINDER,
    Kind.LATER: Purpose.CHECK_INS,
    Kind.SESSION_PREP: Purpose.SESSION_PREP,
    Kind.SESSION_AFTER: Purpose.SESSION_PREP,
    Kind.NOTE: Purpose.NOTES,
    Kind.STEP_PROMPT: Purpose.STEP_PROMPTS,
    Kind.SPONSOR_LINE: Purpose.SPONSOR,
    Kind.DIGEST: Purpose.DIGEST,
    Kind.BRIEF: Purpose.BRIEF,
    Kind.SENT_NOW: Purpose.BRIEF,
}
# Two of these may come on one day.
OF_THEIR_OWN_DAY = {Kind.STEP_PROMPT, Kind.NOTE}
# What comes at a moment that the client named keeps out of the night, and not in their hours.
NAMED = time(7), time(22)
SILENCING = {"stopped", "erased"}
REVIVING = {"welcome", "resume-ask"}
# After these answers the bot plans other dates than before.
CHANGING = {"receipt", "rhythm-set", "resumed", "resumed-quiet", "paused", "switched-on"}

MOST_PROBLEMS = 20


class EnoughError(BaseException):
    """Too many rules broke, so the history may never end. Only the history catches this."""


class Rules:
    """`problems` describes each broken rule. Every history must end with an empty list."""

    def __init__(self, clock: SteadyClock, note: Callable[[str], None]) -> None:
        self._clock = clock
        self._note = note
        self.truth: Store | None = None
        self.has_keys = False
        self.pairs: list[Pair] = []
        self.problems: list[str] = []
        self.kinds: dict[str, Delivery] = {}
        self.arrived: set[str] = set()
        self.ended: dict[str, str] = {}
        self.slots: set[tuple[str, int, str, str]] = set()
        self.owner: dict[str, Pair] = {}
        self.approved: set[str] = set()
        self.dead: dict[str, str] = {}
        self.read: set[str] = set()
        self.in_digests: set[str] = set()
        self.quiet_coaches: set[Human] = set()
        # True while the organisation lets no check-in begin; and what has begun all the same.
        self.is_barred = False
        self.begun_while_barred: set[str] = set()

    def broke(self, problem: str) -> None:
        self.problems.append(problem)
        self._note(f"BROKEN: {problem}")
        if len(self.problems) >= MOST_PROBLEMS:
            raise EnoughError

    # Rules for messages that leave.

    def begun(self, delivery_id: str) -> None:
        """Call this when the beginning of a delivery was saved."""
        if self.is_barred:
            self.begun_while_barred.add(delivery_id)
        else:
            self.begun_while_barred.discard(delivery_id)

    async def asked(self, to: Address, message: Message, reference: str) -> None:
        """Checks a message at the moment of its request: state, window, person, consent, hours."""
        found = await self._looked_up(reference)
        now = self._clock.now()
        if found is None:
            self.broke(f"{message.template} left without a delivery")
            return
        delivery, person, ledger = found
        self.kinds[reference] = delivery
        what = f"{delivery.kind.value} of slot {delivery.slot}"
        if delivery.state is not DeliveryState.CLAIMED:
            self.broke(f"{what} left while it was {delivery.state.value}")
        if not delivery.not_before <= now < delivery.not_after:
            self.broke(f"{what} left outside its window")
        if delivery.kind is Kind.CHECK_IN and reference in self.begun_while_barred:
            self.broke(f"{what} left although the organisation let none begin")
        if person is None or person.address != to:
            self.broke(f"{what} went to the wrong person")
        if not allowed(ledger, PURPOSE[delivery.kind], now):
            self.broke(f"{what} left without consent")
        pair = self.pair_of(to)
        if pair is not None:
            self._may_be_written_to(pair, what, now, delivery.kind)
        elif self._coach_is_quiet(to):
            self.broke(f"{what} left after the coach's stop")

    def _may_be_written_to(self, pair: Pair, what: str, now: datetime, kind: Kind) -> None:
        if pair.silent:
            self.broke(f"{what} left after {pair.name}'s stop")
        local, times = pair.times.local(now), pair.times
        hours = NAMED if kind is Kind.LATER else (times.start, times.end)
        if not hours[0] <= local.time() < hours[1]:
            self.broke(f"{what} left at {local:%H:%M} in {times.zone}, outside {pair.name}'s hours")
        if times.paused_until is not None and local.date() < times.paused_until:
            self.broke(f"{what} left during {pair.name}'s pause")

    def arrives(self, arrival: Arrival) -> None:
        delivery = self.kinds.get(arrival.reference)
        kind = delivery.kind if delivery else None
        if arrival.reference in self.arrived:
            self.broke(f"{arrival.message.template} arrived twice")
        self.arrived.add(arrival.reference)
        pair = self.pair_of(arrival.to)
        if pair is not None and kind is not None and kind not in OF_THEIR_OWN_DAY:
            day = pair.times.local(arrival.at).date().isoformat()
            slot = (pair.client.address.chat_key, pair.life, kind.value, day)
            if slot in self.slots:
                self.broke(f"two {kind.value} on {day} for {pair.name}")
            self.slots.add(slot)
        if pair is None:
            shown = set(MARKER.findall(to_plain(arrival.message)))
            for marker in sorted(shown & self.in_digests):
                self.broke(f"{marker} stood in two digests")
            self.in_digests |= shown
            self._is_read(self._coach_at(arrival.to), arrival.message)

    def settled(self, delivery_id: str, state: str) -> None:
        if delivery_id in self.ended:
            self.broke(f"a delivery ended twice: {self.ended[delivery_id]}, then {state}")
        self.ended[delivery_id] = state

    # Rules for answers.

    def answered(self, who: Human, answers: Sequence[Message]) -> None:
        pair = self.pair_of(who.address)
        for message in answers:
            if pair is None:
                self._a_coach_is_answered(who, message)
            else:
                self._is_their_own(pair, message)
                self._changes(pair, message.template)

    def _a_coach_is_answered(self, coach: Human, message: Message) -> None:
        self._is_read(coach, message)
        if message.template == "stopped":
            self.quiet_coaches.add(coach)
        if message.template == "digest-on":
            self.quiet_coaches.discard(coach)

    def _is_their_own(self, pair: Pair, message: Message) -> None:
        for marker in sorted(set(MARKER.findall(to_plain(message)))):
            if self.owner.get(marker) is not pair:
                self.broke(f"{pair.name} was shown {marker}, which is not theirs")

    def _changes(self, pair: Pair, template: str) -> None:
        """Notes what the client was told; the bot must keep to it from now on."""
        # Only a database has keys that can be gone while the rows are still there.
        unfinished = template == "erase-unfinished" and self.has_keys
        if template in SILENCING or unfinished:
            pair.silent = True
        if template == "erased" or unfinished:
            # A person who joins again is a new one: nothing is left of their earlier life.
            pair.life += 1
        if template in REVIVING:
            pair.silent = False
        if template in ("resumed", "resumed-quiet", "welcome", *SILENCING):
            pair.times.paused_until = None
        if template == "rested":
            pair.times.paused_until = UNTIL_ASKED
        if template.startswith("comfort"):
            # They may have chosen to be asked less often. This test does not follow those dates.
            pair.times.every = 0
        if template in CHANGING:
            pair.times.since = self._clock.now()

    def edited(self, to: Address, posted: str, message: Message) -> None:
        """Checks an edit of a message in the coach's chat: it may remove words, never add any."""
        who = self._coach_at(to)
        at = who.posted.get(posted)
        before = to_plain(who.shown[at]) if at is not None else ""
        added = set(MARKER.findall(to_plain(message))) - set(MARKER.findall(before))
        for marker in sorted(added):
            self.broke(f"{marker} was added by an edit")
        if at is not None:
            who.shown[at] = message

    def _is_read(self, coach: Human, message: Message) -> None:
        fresh = set(MARKER.findall(to_plain(message))) - self.read
        self.read |= fresh
        for marker in sorted(fresh):
            pair = self.owner.get(marker)
            if marker not in self.approved:
                self.broke(f"{coach.name} read {marker}, which was never approved")
            if pair is None or pair.coach is not coach:
                self.broke(f"{coach.name} read {marker} of somebody else's client")
            if marker in self.dead:
                self.broke(f"{coach.name} read {marker}, which was {self.dead[marker]}")

    def pair_of(self, address: Address) -> Pair | None:
        return next((one for one in self.pairs if one.client.address == address), None)

    def _coach_at(self, address: Address) -> Human:
        return next(one.coach for one in self.pairs if one.coach.address == address)

    def _coach_is_quiet(self, address: Address) -> bool:
        return any(coach.address == address for coach in self.quiet_coaches)

    async def _looked_up(
        self, reference: str
    ) -> tuple[Delivery, Person | None, list[Entry]] | None:
        assert self.truth is not None
        with turns().elsewhere():
            async with self.truth.transaction() as tx:
                delivery = await tx.delivery(reference)
                if delivery is None:
                    return None
                person = await tx.person(delivery.to)
                return delivery, person, list(await tx.ledger(delivery.owner))


def allowed(ledger: Sequence[Entry], purpose: Purpose, at: datetime) -> bool:
    """True if the ledger allows the purpose at this time. Folds it with code of its own."""
    allows = False
    for entry in ledger:
        if entry.purpose is purpose and entry.act is not Act.ASKED:
            allows = entry.act is Act.GIVEN and (entry.until is None or at < entry.until)
    return allows


async def as_stored(truth: Store, pair: Pair, now: datetime) -> None:
    """Reads from the store what the client would find now, after they missed an answer."""
    with turns().elsewhere():
        async with truth.transaction() as tx:
            person = await tx.person_at(pair.client.address)
            found = await tx.engagements_of(person.id) if person else []
            rhythm = await tx.rhythm(found[0].id) if found else None
    if person is None or not found:
        pair.silent, pair.life = True, pair.life + 1
        return
    pair.silent = found[0].stopped
    pair.times.since = now
    if rhythm is not None:
        rule = dict(part.split("=") for part in rhythm.rrule.split(";"))
        pair.times = Times(
            tuple(rule["BYDAY"].split(",")),
            int(rule.get("INTERVAL", 1)) if pair.times.every else 0,
            rhythm.window_from,
            rhythm.window_to,
            rhythm.zone,
            now,
            in_pause(rhythm, person.pause).paused_until,
        )
