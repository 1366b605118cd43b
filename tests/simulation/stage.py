"""One running history: the installation, its people, and the events that are on their way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from random import Random

from bot.chat import Deleted, Edited, Happening, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.plain import to_plain
from bot.ports import Store
from tests.simulation.accepted import AcceptedEvents
from tests.simulation.audit import Audit, BadTimes
from tests.simulation.claims import Claims
from tests.simulation.faults import Faults
from tests.simulation.groups import Groups
from tests.simulation.installation import Installation
from tests.simulation.loop import BEGINNING, SteadyClock, turns
from tests.simulation.network import Arrival
from tests.simulation.observers import Observers
from tests.simulation.people import Human, Pair, Said
from tests.simulation.rules import MARKER, Rules, as_stored
from tests.simulation.transcript import Transcript
from tests.simulation.waits import Waits

MINUTE = timedelta(minutes=1)
YEAR = timedelta(days=365.25)
MOST_TICKS_FOR_ONE = 40
MOST_ROUNDS = 5
Then = Callable[[], Awaitable[None]]


@dataclass
class Stage:
    """Moves time and carries events. `random` belongs to the step that is being played."""

    clock: SteadyClock
    transcript: Transcript
    faults: Faults
    rules: Rules
    bad_times: BadTimes
    audit: Audit
    reacts: Callable[[Stage, Pair, Arrival], None]
    random: Random = field(default_factory=Random)
    pairs: list[Pair] = field(default_factory=list)
    ticks: int = 0
    years: float = 0.0
    slowest: int = 0
    markers: int = 0
    waits: Waits = field(init=False)
    claims: Claims = field(init=False)
    accepted: AcceptedEvents = field(init=False)
    groups: Groups = field(default_factory=Groups)
    # True where all are due together and leave in groups.
    alike: bool = False
    _coming: list[tuple[datetime, int, Then]] = field(default_factory=list)
    _numbered: int = 0
    _wait: timedelta = MINUTE
    _ticks_again: bool = False
    _told: datetime = BEGINNING

    def __post_init__(self) -> None:
        self.waits = Waits(self.clock, self.rules.broke)
        self.claims = Claims(self.clock, self.rules.broke)
        self.accepted = AcceptedEvents(self.rules.broke)

    def open(self, truth: Store, seed: int, workers: int, *, alike: bool = False) -> None:
        observers = Observers(
            self.rules.asked,
            self._arrives,
            self.rules.edited,
            self.rules.settled,
            self.rules.broke,
            self.transcript.note,
            waits=self.waits,
            claims=self.claims,
            accepted=self.accepted,
            groups=self.groups,
            begun=self.rules.begun,
        )
        self.rules.truth = truth
        self.faults.died = self.groups.died
        self.alike = alike
        self.installation = Installation(
            truth, seed, self.clock, self.faults, observers, workers=workers, alike=alike
        )

    def human(self, address: Address, name: str, zone: str) -> Human:
        human = Human(self.installation, address, name, zone)
        human.answered = self._answered
        human.unheard = self._unheard
        return human

    # Time.

    def later(self, wait: timedelta, then: Then) -> None:
        self._numbered += 1
        heappush(self._coming, (self.clock.now() + wait, self._numbered, then))

    async def live(self, span: timedelta) -> None:
        """Lets `span` pass. Everything that is due in it happens at its time."""
        until, stuck = self.clock.now() + span, 0
        while True:
            due = await self._next_due()
            coming = self._coming[0][0] if self._coming else None
            times = [at for at in (due, coming) if at is not None]
            if not times or min(times) > until:
                break
            self.clock.at = max(self.clock.at, min(times))
            if due is not None and due <= self.clock.now():
                await self.tick()
                after = await self._next_due()
                again = after is not None and after <= self.clock.now()
                stuck = stuck + 1 if again else 0
                self.slowest = max(self.slowest, stuck)
                if again:
                    self.clock.forward(MINUTE)
                if stuck > MOST_TICKS_FOR_ONE:
                    self.rules.broke("what is due is never done")
                    return
            await self._what_comes()
        self.clock.at = max(self.clock.at, until)
        await self.tick()

    def lived(self, span: timedelta) -> None:
        """Adds `span` to the client-years, for each client who may be asked."""
        self.years += sum(not pair.silent for pair in self.pairs) * (span / YEAR)

    async def tick(self) -> None:
        """Ticks once. While something is wrong it ticks again by itself, ever less often."""
        self.ticks += 1
        if await self.installation.tick():
            self._wait = MINUTE
        elif not self._ticks_again:
            self._ticks_again = True
            self.later(self._wait, self._tick_again)
            self._wait = min(2 * self._wait, 60 * MINUTE)

    async def _tick_again(self) -> None:
        self._ticks_again = False
        await self.tick()

    async def rest(self) -> None:
        """Lets some hours pass without faults, so that everything half done is settled."""
        self.faults.none()
        for platform in self.installation.platforms.values():
            platform.unreachable_until = None
        for _ in range(4):
            await self.tick()
            self.clock.forward(MINUTE)
        await self.live(timedelta(hours=3))
        # The last round takes some seconds. Another message may have become due in them.
        for _ in range(MOST_ROUNDS):
            due = await self._next_due()
            if due is None or due > self.clock.now():
                return
            await self.live(timedelta(0))

    async def everything_comes(self) -> None:
        """Brings all events that are on their way now."""
        coming, self._coming = sorted(self._coming), []
        for _, _, then in coming:
            await then()

    async def _what_comes(self) -> None:
        while self._coming and self._coming[0][0] <= self.clock.now():
            await heappop(self._coming)[2]()

    async def _next_due(self) -> datetime | None:
        with turns().elsewhere():
            return await self.installation.next_due()

    # The events of people.

    def platform_time(self) -> datetime:
        """The time by the platform's own clock, which never goes back."""
        self._told = max(self._told + timedelta(seconds=1), self.clock.now())
        return self._told

    def marker(self, pair: Pair) -> str:
        self.markers += 1
        marker = f"WORD{self.markers}"
        self.rules.owner[marker] = pair
        return marker

    async def says(self, pair: Pair, said: Said, what: Happening) -> None:
        """Brings one event of a message, and notes which version of it must count from now on."""
        answers = await pair.client.does(what)
        match what:
            case Wrote(words) if answers:
                said.heard.append((datetime.min.replace(tzinfo=self.clock.at.tzinfo), _in(words)))
            case Edited(_, words, datetime() as at):
                said.heard.append((at, _in(words)))
            case Deleted():
                said.deleted = True
        if said.deleted:
            said.kept_until = None
            self.rules.dead.update({marker: "deleted" for _, marker in said.heard})
        elif said.heard:
            old = [marker for _, marker in said.heard if marker != said.counts]
            self.rules.dead.update(dict.fromkeys(old, "changed by a later edit"))
        for marker in (m for answer in answers for m in MARKER.findall(to_plain(answer))):
            if marker in self.rules.dead:
                self.rules.broke(f"{marker} counts again, and was {self.rules.dead[marker]}")

    def _arrives(self, arrival: Arrival) -> None:
        self.rules.arrives(arrival)
        for pair in self.pairs:
            for human in (pair.client, pair.coach):
                if human.address == arrival.to:
                    human.receives([arrival.message], arrival.reference)
                    self.transcript.note(f"{human.name} gets {arrival.message.template}")
                    self.reacts(self, pair, arrival)
                    return

    def _answered(self, who: Human, answers: object) -> None:
        assert isinstance(answers, (list, tuple))
        self.transcript.heard(who.name, answers)
        self.rules.answered(who, answers)

    async def _unheard(self, who: Human) -> None:
        self.transcript.note(f"{who.name} hears nothing")
        pair = self.rules.pair_of(who.address)
        if pair is None:
            self.rules.quiet_coaches.discard(who)
            return
        for said in pair.said.values():
            said.kept_until = None
        await as_stored(self.installation.truth, pair, self.clock.now())


def _in(words: Words) -> str:
    found = MARKER.search(words.text)
    return found.group() if found else ""
