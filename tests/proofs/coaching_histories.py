"""Adds coaching to the histories: reminders, silence, sessions, notes, the list, a rest.

The test keeps its own record of who was here when and what arrived. It does not use the bot's.
"""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from bot.chat import Form, Message
from bot.domain.consent import Purpose
from bot.plain import to_plain
from tests.fakes import START, Arrived
from tests.proofs.histories import Histories, who
from tests.world import Chatter

ASKS = {"check-in", "question-step"}
# Whoever types "resume" after a stop is asked anew for everything, and has ended the rest.
ENDS_A_REST = {"resumed", "resumed-quiet", "resume-ask", "erased", "welcome"}
MOST_UNANSWERED = 3
WEEK = timedelta(weeks=1)
PURPOSES = ("Check-in reminder", "Session questions", "Notes from my coach", "On my coach's list")


class CoachingHistories(Histories):
    def __init__(self) -> None:
        super().__init__()
        self.since_here: dict[Chatter, list[str]] = {}
        self.here_at: dict[Chatter, datetime] = {}
        self.here_after: set[str] = set()
        self.open_asks: dict[Chatter, set[str]] = {}
        self.reminded: set[str] = set()
        self.resting: set[Chatter] = set()
        self.ended: set[Chatter] = set()
        self.told: set[Chatter] = set()
        self.notes: dict[Chatter, list[str]] = {}
        self.written = 0

    # Acts of the people.

    @rule(n=who, purpose=st.sampled_from(PURPOSES))
    def chooses(self, n: int, purpose: str) -> None:
        self.switches_one(n, purpose)

    @rule(n=who, line=st.sampled_from(["not on Mondays", "only on Fridays", "every other Tuesday"]))
    def types_a_rhythm(self, n: int, line: str) -> None:
        self.says(self.clients[n], line)
        self.presses(self.clients[n], "That's right")

    @rule(n=who, line=st.sampled_from(["too often", "too personal", "my questions", "my wins"]))
    def asks_for_less(self, n: int, line: str) -> None:
        self.says(self.clients[n], line)
        for label in ("Depth: light", "Leave out number 1"):
            self.presses(self.clients[n], label)

    @rule(n=who, label=st.sampled_from(["Less often", "Pause", "Fine", "Another question"]))
    def says_how_it_is(self, n: int, label: str) -> None:
        self.presses(self.clients[n], label)

    @rule(n=who, days=st.integers(2, 9))
    def sets_a_session(self, n: int, days: int) -> None:
        client = self.clients[n]
        self.says(client, "our next session")
        for label in ("Set it …", "Change it …"):
            if self.is_offered(client, label):
                self.presses(client, label)
                break
        if any(isinstance(block, Form) for block in client.shown[-1].blocks):
            self.acts(client, client.submits(day=f"in {days} days", time="10:00"))
            if self.is_offered(client, "Yes"):
                self.presses(client, "Yes")

    @rule(n=who)
    def takes_the_session_out(self, n: int) -> None:
        self.says(self.clients[n], "our next session")
        self.presses(self.clients[n], "Remove it")

    @rule(n=who, turned_off=st.sampled_from(["before", "after", "never"]))
    def gets_a_note(self, n: int, turned_off: str) -> None:
        """The coach answers a share with a note. Notes may be turned off before or after."""
        coach = self.coaches[n]
        self.has(n, "Notes from my coach", on=True)
        self.writes(n)
        self.shares(n)
        self.says(coach, "digest")
        self.presses(coach, f"A note to Client{n} …")
        if coach.templates()[-1] == "note-ask":
            self.written += 1
            self.says(coach, f"Note {self.written}, with thanks")
            if self.is_offered(coach, "Send exactly this"):
                self.notes.setdefault(self.clients[n], []).append(coach.quotes(last=1)[0])
                if turned_off == "before":
                    self.has(n, "Notes from my coach", on=False)
                self.presses(coach, "Send exactly this")
        if turned_off == "after":
            self.has(n, "Notes from my coach", on=False)
        self.run(self.world.until(self.world.clock.now() + WEEK))

    @rule(n=who, wanted=st.booleans())
    def has_a_session(self, n: int, wanted: bool) -> None:
        """The client has a session, with or without questions about it."""
        self.sets_a_session(n, 6)
        self.has(n, "Session questions", on=True)
        if not wanted:
            self.has(n, "Session questions", on=False)
        self.run(self.world.until(self.world.clock.now() + WEEK))

    @rule(n=who, wanted=st.booleans())
    def is_reminded(self, n: int, wanted: bool) -> None:
        self.has(n, "Check-in reminder", on=wanted)
        self.run(self.world.until(self.world.clock.now() + WEEK))

    @rule(n=who)
    def answers_before_the_reminder(self, n: int) -> None:
        self.has(n, "Check-in reminder", on=True)
        for _ in range(6):
            self.run(self.world.skip())
            if self.open_asks.get(self.clients[n]):
                break
        self.writes(n)
        self.run(self.world.until(self.world.clock.now() + timedelta(days=2)))

    @rule(n=who)
    def has_a_hard_week(self, n: int) -> None:
        self.says(self.clients[n], "I want to die")
        self.run(self.world.until(self.world.clock.now() + WEEK))

    @rule(n=who, line=st.sampled_from(["my clients", "my profile"]))
    def coach_looks(self, n: int, line: str) -> None:
        self.says(self.coaches[n], line)

    @rule(n=who)
    def coach_ends_everything(self, n: int) -> None:
        self.says(self.coaches[n], "my clients")
        self.presses(self.coaches[n], "End all my coaching here …")
        self.presses(self.coaches[n], "End it")

    @rule(n=who, weeks=st.integers(3, 8))
    def stays_silent_for_weeks(self, n: int, weeks: int) -> None:
        self.run(self.world.until(self.world.clock.now() + weeks * WEEK))

    # Checks of the nevers.

    def arrives(self, arrival: Arrived) -> None:
        super().arrives(arrival)
        person, template = self.world.people[arrival.to], arrival.message.template
        if person not in self.clients:
            return
        if person in self.resting:
            self.problems.append(f"{template} after words of crisis")
        self.comes_to_its_end(person, template)
        if template == "note-from":
            self.note_arrives(person, arrival.message)
        if template == "reminder-hello":
            self.reminder_arrives(person, arrival)
        if template in ASKS | {"gentle-ask"}:
            self.open_asks.setdefault(person, set()).add(arrival.reference)
            if arrival.at != self.here_at.get(person, START):
                self.is_asked(person, template)

    def comes_to_its_end(self, person: Chatter, template: str) -> None:
        """Checks that an end by the coach is told once, and that nothing else comes after it."""
        if template == "goodbye" and person in self.ended and person not in self.told:
            self.told.add(person)
        elif person in self.ended or template == "goodbye":
            self.problems.append(f"{template} after the coach ended it, or without an end")

    def note_arrives(self, person: Chatter, message: Message) -> None:
        words = to_plain(message)
        mine = [note for note in self.notes.get(person, []) if note in words]
        if not mine:
            self.problems.append("a note that nobody approved")
        for note in mine:
            self.notes[person].remove(note)

    def reminder_arrives(self, person: Chatter, arrival: Arrived) -> None:
        check_in = self.store.inner._tables.deliveries[arrival.reference].subject  # type: ignore[attr-defined]
        if check_in in self.reminded:
            self.problems.append("a second reminder")
        if check_in in self.here_after:
            self.problems.append("a reminder for somebody who was here")
        self.reminded.add(check_in)

    def is_asked(self, person: Chatter, template: str) -> None:
        """Checks that a silent person gets three rounds and one gentle question, and no more.

        A person who was here at the very moment of an arrival counts as having answered it.
        """
        unanswered = self.since_here.setdefault(person, [])
        unanswered.append(template)
        asked = [one for one in unanswered if one in ASKS]
        if len(asked) > MOST_UNANSWERED or unanswered.count("gentle-ask") > 1:
            self.problems.append(f"asked on into the silence: {unanswered}")
        if "gentle-ask" in unanswered[:-1]:
            self.problems.append("asked after the gentle question")

    # Helpers of the acts.

    def acts(self, person: Chatter, what: Awaitable[list[Message]]) -> None:
        """Notes that a person who tries to write is here, even if the bot fails to answer."""
        self.is_here(person)
        super().acts(person, what)

    def noticing(self, person: Chatter, answers: list[Message] | None) -> None:
        super().noticing(person, answers)
        self.is_here(person)
        if answers is not None:
            self.here_after |= self.open_asks.pop(person, set())
        for message in answers or []:
            self.reads_the_list(person, message)
            if message.template == "crisis-people":
                self.resting.add(person)
            if message.template in ENDS_A_REST:
                self.resting.discard(person)
            if message.template == "clients-ended":
                self.ended.add(self.clients[self.coaches.index(person)])
                self.told.discard(self.clients[self.coaches.index(person)])
            if message.template == "welcome":
                self.ended.discard(person)

    def is_here(self, person: Chatter) -> None:
        self.since_here.pop(person, None)
        self.here_at[person] = self.world.clock.now()

    def reads_the_list(self, person: Chatter, message: Message) -> None:
        if message.template != "clients-heading" or person not in self.coaches:
            return
        number = self.coaches.index(person)
        if f"Client{number}, until" not in to_plain(message):
            return
        tables = self.store.inner._tables  # type: ignore[attr-defined]
        client_id = tables.at.get(self.clients[number].address)
        mine = [e.id for e in tables.engagements.values() if e.client_id == client_id]
        now = self.world.clock.now()
        if not any(self.allows(one, Purpose.LISTED, now) for one in mine):
            self.problems.append("on the list without consent")
