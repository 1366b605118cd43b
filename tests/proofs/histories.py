"""Random histories of people, clocks, crashes and restarts, and the nevers they must hold.

Two clients share one user id in two workspaces; each has a coach. Histories start warm: everyone
has agreed to something, because a cold start misses most faults. Every sentence that a client
writes has its own marker, so that the test knows who may see it.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable
from datetime import date, datetime, timedelta
from typing import Any, Literal, TypeVar
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.chat import Buttons, Form, Message, Pressed, Wrote
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.people import Address
from bot.domain.words import Words
from bot.plain import to_plain
from bot.ports import NotSent, Outcome, Unknown
from bot.settings import Settings
from tests.fakes import Arrived, Edit
from tests.memory_store.store import MemoryStore
from tests.proofs.crashes import Crash, CrashingStore
from tests.world import Chatter, World, joined

T = TypeVar("T")
ZONES = ("Europe/Berlin", "America/Santiago")
PURPOSE = {
    "check-in": Purpose.CHECK_INS,
    "question-step": Purpose.CHECK_INS,
    "ending": Purpose.CHECK_INS,
    "goodbye": Purpose.CHECK_INS,
    "gentle-ask": Purpose.CHECK_INS,
    "asked-anew": Purpose.CHECK_INS,
    "reminder-hello": Purpose.REMINDER,
    "later-hello": Purpose.CHECK_INS,
    "prep-ask": Purpose.SESSION_PREP,
    "after-ask": Purpose.SESSION_PREP,
    "note-from": Purpose.NOTES,
    "read-from": Purpose.NOTES,
    "step-prompt-hello": Purpose.STEP_PROMPTS,
    "sponsor-mail": Purpose.SPONSOR,
    "digest": Purpose.DIGEST,
    "digest-waiting": Purpose.DIGEST,
    "brief": Purpose.BRIEF,
    "sent-now": Purpose.BRIEF,
    "brief-waiting": Purpose.BRIEF,
}
# Two of these may come on one day.
OF_THEIR_OWN_HOUR = {"step-prompt-hello", "note-from", "read-from"}
# It comes at the moment that the person named, or before a session that does not wait.
OF_ITS_MOMENT = {"later-hello", "brief", "brief-waiting", "sent-now"}
MARKER = re.compile(r"WORD\d+")
SILENCING = {"stopped", "erased"}
REVIVING = {"welcome", "resume-ask", "digest-on", "brief-on"}
who = st.integers(0, 1)


class Histories(RuleBasedStateMachine):
    """`problems` collects broken nevers. An invariant raises them in the step that broke them."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.problems: list[str] = []
        self.markers = 0
        self.owner: dict[str, Chatter] = {}
        self.approved: set[str] = set()
        self.silent: set[Chatter] = set()
        self.paused: dict[int, date] = {}
        self.seen: set[str] = set()
        self.withdrawn: set[str] = set()
        self.read: set[str] = set()
        self.digested: set[str] = set()
        self.slots: set[tuple[str, str, str, date]] = set()
        self.came: dict[Address, datetime] = {}

    def teardown(self) -> None:
        self.runner.close()

    def run(self, what: Awaitable[T]) -> T | None:
        """Runs one act of the outside world, and restarts the bot after a crash."""

        async def act() -> T:
            return await what

        try:
            return self.runner.run(act())
        except Crash:
            self.store.survive()
            self.runner.run(self.world.restart())
            return None

    @initialize(digests=st.sampled_from(["whole", "by_reference"]))
    def begin(self, digests: Literal["whole", "by_reference"]) -> None:
        self.store = CrashingStore(MemoryStore())
        self.world = World(self.store, settings=Settings(digests=digests))
        self.world.platform.listeners.insert(0, self.arrives)
        self.world.platform.edit_listeners.insert(0, self.is_edited)
        self.clients: list[Chatter] = []
        self.coaches: list[Chatter] = []
        for number, zone in enumerate(ZONES):
            self.run(self._join(number, zone))

    async def _join(self, number: int, zone: str) -> None:
        client, coach = await joined(
            self.world,
            f"Client{number}",
            f"Coach{number}",
            client="same",
            coach="boss",
            zone=zone,
            workspace=f"workspace-{number}",
        )
        self.clients.append(client)
        self.coaches.append(coach)

    # Acts of the people.

    @rule(n=who)
    def writes(self, n: int) -> None:
        self.markers += 1
        marker = f"WORD{self.markers}"
        self.owner[marker] = self.clients[n]
        self.says(self.clients[n], f"{marker} on my mind")

    @rule(n=who, label=st.sampled_from(["Don't keep", "Take it back", "Pass"]))
    def settles(self, n: int, label: str) -> None:
        self.presses(self.clients[n], label)

    @rule(n=who)
    def shares(self, n: int) -> None:
        client = self.clients[n]
        self.says(client, "my words")
        self.presses(client, f"Share with Coach{n}")
        if client.templates()[-1] in ("ask-share-words", "ask-share-marks"):
            self.presses(client, "Yes")
        if client.templates()[-1] == "preview":
            self.approves(client.shown[-1])
            self.presses(client, "Share exactly this")

    @rule(n=who, label=st.sampled_from(["Done", "Partly", "Not yet", "1", "4"]))
    def taps(self, n: int, label: str) -> None:
        self.presses(self.clients[n], label)

    @rule(n=who, days=st.sampled_from(["0", "1", "3"]))
    def sets_a_step(self, n: int, days: str) -> None:
        client = self.clients[n]
        self.says(client, "step")
        if client.templates()[-1] == "step-ask":
            self.markers += 1
            marker = f"WORD{self.markers}"
            self.owner[marker] = client
            self.acts(client, client.submits(when=f"it is {marker}", then="I breathe", prompt=days))
            if client.templates()[-1] == "ask-step-prompts":
                self.presses(client, "Yes")

    @rule(
        n=who, line=st.sampled_from(["stop", "resume", "erase", "what do you hold", "my switches"])
    )
    def commands(self, n: int, line: str) -> None:
        self.says(self.clients[n], line)

    @rule(n=who)
    def erases(self, n: int) -> None:
        self.says(self.clients[n], "erase everything")
        self.presses(self.clients[n], "Erase everything")

    @rule(n=who, part=st.sampled_from(["The last 7 days", "The last 30 days"]))
    def erases_a_part(self, n: int, part: str) -> None:
        self.says(self.clients[n], "erase")
        for label in ("Only a part …", part):
            self.presses(self.clients[n], label)
        if self.clients[n].templates()[-1] == "erase-days-ask":
            self.presses(self.clients[n], "Erase it")

    @rule(n=who)
    def erases_one_answer(self, n: int) -> None:
        client = self.clients[n]
        self.says(client, "erase")
        for label in ("Only a part …", "One answer …"):
            self.presses(client, label)
        if client.templates()[-1] == "erase-pick":
            self.does(client, buttons_of(client.shown[-1])[0].action)
            self.presses(client, "Erase it")

    @rule(n=who, label=st.sampled_from(["7 days", "30 days", "Until the end"]))
    def chooses_how_long(self, n: int, label: str) -> None:
        self.says(self.clients[n], "keeping")
        self.presses(self.clients[n], label)

    @rule(n=who, days=st.integers(1, 20))
    def pauses(self, n: int, days: int) -> None:
        client = self.clients[n]
        until = self.local_day(n) + timedelta(days=days)
        self.says(client, f"pause until {until.isoformat()}")
        if client.templates()[-1] == "paused":
            self.paused[n] = until

    @rule(n=who, purpose=st.sampled_from(["Check-ins", "Keep my words", "Share words"]))
    def switches(self, n: int, purpose: str) -> None:
        self.switches_one(n, purpose)

    def switches_one(self, n: int, purpose: str) -> None:
        client = self.clients[n]
        self.says(client, "my switches")
        for label in (f"Turn off: {purpose}", f"Turn on: {purpose}"):
            if self.is_offered(client, label):
                self.presses(client, label)
                if self.is_offered(client, "Yes"):
                    self.presses(client, "Yes")
                return

    @rule(n=who)
    def joins_again(self, n: int) -> None:
        client, coach = self.clients[n], self.coaches[n]
        self.says(coach, "invite")
        if coach.templates()[-1] == "ask-digest":
            self.presses(coach, "Yes, once a week")
        self.says(client, coach.code())
        for label in ("I agree", "Yes", "Yes", "Yes"):
            self.presses(client, label)
        if any(isinstance(b, Form) for b in client.shown[-1].blocks):
            self.acts(client, client.submits(days="TU,FR", zone=ZONES[n]))
            self.presses(client, "That's right")

    @rule(n=who, line=st.sampled_from(["digest", "stop", "invite", "what do you hold"]))
    def coach_writes(self, n: int, line: str) -> None:
        self.says(self.coaches[n], line)

    @rule(n=who)
    def coach_opens(self, n: int) -> None:
        self.presses(self.coaches[n], "Open it")

    @rule(n=who, pick=st.integers(0, 10_000), stranger=st.booleans())
    def presses_any_old_button(self, n: int, pick: int, stranger: bool) -> None:
        """The client presses an old button, or one of the other workspace (a forged one)."""
        shown = [*self.clients[n].shown, *(self.clients[1 - n].shown if stranger else [])]
        actions = [b.action for m in shown for b in buttons_of(m)]
        action = actions[pick % len(actions)]
        if action.startswith("approve:") and not stranger:
            message = next(
                m for m in reversed(shown) if any(b.action == action for b in buttons_of(m))
            )
            self.approves(message)
        self.does(self.clients[n], action)

    @rule(n=who)
    def says_it_twice(self, n: int) -> None:
        """The platform brings one event twice. The second time must change nothing."""
        self.markers += 1
        marker = f"WORD{self.markers}"
        self.owner[marker] = self.clients[n]
        what = Wrote(Words(f"{marker} twice"), f"repeated-{self.markers}")
        first = self.run(self.clients[n].does(what, f"repeat-{self.markers}"))
        second = self.run(self.clients[n].does(what, f"repeat-{self.markers}"))
        self.noticing(self.clients[n], first)
        if first and second:
            self.problems.append("one event was answered twice")

    # Acts of time and of the world.

    @rule(hours=st.sampled_from([0.01, 0.5, 1, 3, 9, 24]))
    def time_passes(self, hours: float) -> None:
        self.world.clock.forward(hours=hours)
        self.run(self.world.bot.tick())

    @rule()
    def comes_next(self) -> None:
        self.run(self.world.skip())

    @rule(weeks=st.integers(1, 14))
    def outage(self, weeks: int) -> None:
        """The bot is down for weeks, and then starts again."""
        self.world.clock.forward(weeks=weeks)
        self.run(self.world.restart())
        self.run(self.world.bot.tick())

    @rule(kind=st.sampled_from(["refused", "later", "unknown", "before", "after"]))
    def the_next_send_goes_wrong(self, kind: str) -> None:
        platform = self.world.platform
        match kind:
            case "refused":
                platform.refuse_next = [NotSent("refused")]
            case "later":
                platform.refuse_next = [NotSent("later", timedelta(seconds=20))]
            case "unknown":
                platform.refuse_next = [Unknown("dropped")]
            case "before":
                platform.refuse_next = [Crash()]
            case "after":
                platform.break_after_next = [Crash()]
        self.run(self.world.skip())

    @rule(kind=st.sampled_from(["later", "unknown", "twice"]))
    def the_next_edit_goes_wrong(self, kind: str) -> None:
        later, unknown = NotSent("later", timedelta(seconds=20)), Unknown("dropped")
        outcomes: dict[str, list[Outcome]] = {
            "later": [later],
            "unknown": [unknown],
            "twice": [unknown, later],
        }
        self.world.platform.refuse_edits = outcomes[kind]

    @rule(steps=st.integers(0, 8), saved=st.booleans())
    def dies_at_a_step(self, steps: int, saved: bool) -> None:
        self.store.plan_crash(steps, saved_first=saved)
        self.run(self.world.skip())
        self.store.survive()

    @rule(n=who, steps=st.integers(0, 3), saved=st.booleans())
    def dies_while_stopping(self, n: int, steps: int, saved: bool) -> None:
        """The process dies during a stop. A confirmed stop holds; another may be repeated."""
        self.store.plan_crash(steps, saved_first=saved)
        self.says(self.clients[n], "stop")
        self.store.survive()

    @rule(n=who, late=st.integers(0, 12))
    def stops_while_a_check_in_is_on_its_way(self, n: int, late: int) -> None:
        async def both() -> None:
            await asyncio.gather(self.world.skip(), stop())

        async def stop() -> None:
            client = self.clients[n]
            await turns(late)
            self.noticing(client, await client.writes("stop"))

        self.run(both())

    @rule(n=who, late=st.integers(0, 12))
    def turns_check_ins_off_while_one_is_on_its_way(self, n: int, late: int) -> None:
        client = self.clients[n]
        self.says(client, "my switches")
        off = [
            b.action
            for m in client.shown[-1:]
            for b in buttons_of(m)
            if "check_ins:off" in b.action
        ]

        async def press() -> None:
            await turns(late)
            self.noticing(client, await client.presses_raw(off[0]))

        async def both() -> None:
            await asyncio.gather(self.world.skip(), press())

        if off:
            self.run(both())

    @rule(n=who)
    def shares_something_and_a_fortnight_goes_by(self, n: int) -> None:
        self.writes(n)
        self.shares(n)
        self.run(self.world.until(self.world.clock.now() + timedelta(days=15)))

    @rule(n=who)
    def changes_their_mind_about_sharing(self, n: int) -> None:
        self.writes(n)
        self.shares(n)
        self.has(n, "Share words", on=False)
        self.says(self.coaches[n], "digest")

    @rule(n=who)
    def takes_back_what_was_read(self, n: int) -> None:
        for _ in range(2):
            self.writes(n)
            self.shares(n)
        self.says(self.coaches[n], "digest")
        self.presses(self.clients[n], "Take it back")
        self.run(self.world.until(self.world.clock.now() + timedelta(hours=1)))

    # Checks of the nevers.

    def arrives(self, arrival: Arrived) -> None:
        person = self.world.people[arrival.to]
        template = arrival.message.template
        if person in self.silent:
            self.problems.append(f"{template} after a stop")
        if arrival.reference in self.seen:
            self.problems.append(f"{template} arrived twice")
        self.seen.add(arrival.reference)
        if template == "digest":
            again = self.digested & set(MARKER.findall(to_plain(arrival.message)))
            self.digested |= set(MARKER.findall(to_plain(arrival.message)))
            self.problems += [f"{marker} in two digests" for marker in again]
        if person in self.coaches:
            self.is_read_by_a_coach(arrival.message, arrival.at)
        if person in self.clients:
            self.check_hours(self.clients.index(person), arrival)
        self.check_apart(arrival)
        self.consent_is_checked_by(arrival)

    def is_edited(self, edit: Edit) -> None:
        """Checks an edit of a message: it may remove words, and never adds any."""
        person = self.world.people[edit.to]
        stands = person.posted.get(edit.posted)
        before = to_plain(person.shown[stands]) if stands is not None else ""
        added = set(MARKER.findall(to_plain(edit.message))) - set(MARKER.findall(before))
        self.problems += [f"{marker} was added by an edit" for marker in added]

    def check_hours(self, n: int, arrival: Arrived) -> None:
        local = arrival.at.astimezone(ZoneInfo(ZONES[n]))
        template = arrival.message.template
        slot = (arrival.to.workspace, arrival.to.user, template.split("-")[0], local.date())
        if template not in OF_THEIR_OWN_HOUR:
            if slot in self.slots:
                self.problems.append(f"{template} twice on one day")
            self.slots.add(slot)
        if not (7 <= local.hour < 22 if template in OF_ITS_MOMENT else 9 <= local.hour < 11):
            self.problems.append(f"{template} at {local.hour} o'clock")
        if n in self.paused and local.date() < self.paused[n]:
            self.problems.append(f"{template} during a pause")

    def check_apart(self, arrival: Arrived) -> None:
        """Checks that the last message to the same person is an hour ago, unless they named it."""
        before = self.came.get(arrival.to)
        if arrival.message.template in OF_ITS_MOMENT:
            return
        self.came[arrival.to] = arrival.at
        if before is not None and arrival.at - before < timedelta(hours=1):
            self.problems.append(f"{arrival.message.template} within an hour of another message")

    def consent_is_checked_by(self, arrival: Arrived) -> None:
        """Checks an arrival against the ledger, with other code than the gate's."""
        tables = self.store.inner._tables  # type: ignore[attr-defined]
        person_id = tables.at.get(arrival.to)
        delivery = tables.deliveries.get(arrival.reference)
        purpose = PURPOSE[arrival.message.template]
        allowed = delivery is not None and self.allows(delivery.owner, purpose, arrival.at)
        if not allowed or delivery.to != person_id:
            self.problems.append(f"{arrival.message.template} without consent")

    def allows(self, chain: str, purpose: Purpose, at: datetime) -> bool:
        allowed = False
        for entry in self.store.inner._tables.ledgers.get(chain, ()):  # type: ignore[attr-defined]
            if entry.purpose is purpose and entry.act is not Act.ASKED:
                allowed = entry.act is Act.GIVEN and (entry.until is None or at < entry.until)
        return allowed

    def is_read_by_a_coach(self, message: Message, at: datetime) -> None:
        """Checks that the client's grant covers, at this moment, what the coach reads as new."""
        fresh = set(MARKER.findall(to_plain(message))) - self.read
        self.read |= fresh
        for share in self.store.inner._tables.shares.values():  # type: ignore[attr-defined]
            shown = fresh & set(MARKER.findall(share.body.text))
            if shown and not self.allows(share.engagement_id, share.purpose, at):
                self.problems.append(f"{shown} shown after its grant was withdrawn")

    @invariant()
    def nothing_was_seen_that_must_never_be(self) -> None:
        assert not self.problems, self.problems

    @invariant()
    def everyone_reads_only_what_is_theirs_to_read(self) -> None:
        for coach in getattr(self, "coaches", []):
            read = {m for q in coach.quotes() for m in MARKER.findall(q)}
            assert read <= self.approved
            number = self.coaches.index(coach)
            assert all(self.owner[m] is self.clients[number] for m in read)
        for client in getattr(self, "clients", []):
            assert all(self.owner[m] is client for q in client.quotes() for m in MARKER.findall(q))

    @invariant()
    def what_was_taken_back_is_gone_from_the_coachs_chat(self) -> None:
        tables = self.store.inner._tables if hasattr(self, "store") else None  # type: ignore[attr-defined]
        if tables is None or any(is_open(d) or too_late(d) for d in tables.deliveries.values()):
            return
        for coach in self.coaches:
            stands = {m for q in coach.quotes() for m in MARKER.findall(q)}
            assert not stands & self.withdrawn, stands & self.withdrawn

    # Helpers of the acts.

    def shared_now(self) -> set[str]:
        shares = self.store.inner._tables.shares.values()  # type: ignore[attr-defined]
        return {m for share in shares for m in MARKER.findall(share.body.text)}

    def approves(self, preview: Message) -> None:
        """Notes an approval. A share that was taken back before may be in one more digest."""
        shown = set(MARKER.findall(to_plain(preview)))
        self.approved |= shown
        self.digested -= shown
        self.withdrawn -= shown

    def has(self, n: int, purpose: str, *, on: bool) -> None:
        """Turns a switch on or off, if it is offered."""
        client = self.clients[n]
        self.says(client, "my switches")
        label = f"Turn {'on' if on else 'off'}: {purpose}"
        if self.is_offered(client, label):
            self.presses(client, label)
            if self.is_offered(client, "Yes"):
                self.presses(client, "Yes")

    def is_offered(self, person: Chatter, label: str) -> bool:
        """True if the newest message has this button. Older ones may have the same label."""
        return person.has(label, last=1)

    def says(self, person: Chatter, line: str) -> None:
        self.acts(person, person.writes(line))

    def presses(self, person: Chatter, label: str) -> None:
        if person.has(label):
            self.acts(person, person.presses(label))

    def does(self, person: Chatter, action: str) -> None:
        self.acts(person, person.does(Pressed(action)))

    def acts(self, person: Chatter, what: Awaitable[list[Message]]) -> None:
        """Runs an act, and notes which shares it ended: they must leave the coach's chat."""
        before = self.shared_now()
        answers = self.run(what)
        self.withdrawn |= before - self.shared_now()
        self.noticing(person, answers)

    def noticing(self, person: Chatter, answers: list[Message] | None) -> None:
        for message in answers or []:
            if person in self.coaches:
                self.is_read_by_a_coach(message, self.world.clock.now())
            if message.template in SILENCING:
                self.silent.add(person)
            if message.template == "erased":
                # After an erase a person who joins again is a new one.
                mine = (person.address.workspace, person.address.user)
                self.slots = {slot for slot in self.slots if slot[:2] != mine}
            if message.template in REVIVING:
                self.silent.discard(person)
            if message.template in ("resumed", "resumed-quiet", "erased", "welcome"):
                self.paused.pop(self.clients.index(person) if person in self.clients else -1, None)

    def local_day(self, n: int) -> date:
        return self.world.clock.now().astimezone(ZoneInfo(ZONES[n])).date()


async def turns(number: int) -> None:
    """Lets the other tasks run so many times."""
    for _ in range(number):
        await asyncio.sleep(0)


def is_open(delivery: Delivery) -> bool:
    waiting = (DeliveryState.PLANNED, DeliveryState.CLAIMED)
    return delivery.kind is Kind.AMEND and delivery.state in waiting


def too_late(delivery: Delivery) -> bool:
    """True for an edit that was given up after its time, as after an outage of months."""
    settled = delivery.settled_at
    return delivery.kind is Kind.AMEND and settled is not None and settled >= delivery.not_after


def buttons_of(message: Message) -> list[Any]:
    return [b for block in message.blocks if isinstance(block, Buttons) for b in block.buttons]
