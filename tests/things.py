"""Makes complete, plausible domain values for tests. A test names only what matters to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.domain.check_in import Answer, AnswerState
from bot.domain.consent import Act, Entry, Purpose, Wording, extend
from bot.domain.delivery import Delivery, Kind
from bot.domain.engagement import Engagement, EngagementState, GuestLink, Invitation
from bot.domain.people import Address, Dialogue, Person
from bot.domain.profile import Profile
from bot.domain.rhythm import Rhythm
from bot.domain.share import Share
from bot.domain.sponsoring.sponsor import Sponsor, SponsorLine
from bot.domain.step import Step, StepState
from bot.domain.words import Words

NOW = datetime(2026, 11, 23, 12, 0, 0, 123456, tzinfo=UTC)
LATER = NOW + timedelta(days=60)
WORDING = Wording("a" * 64, "1", "en")


def person(id: str, workspace: str = "w", user: str = "", **changes: Any) -> Person:
    dialogue = Dialogue("answer", "d1", (("Yes", "allow:e1:yes"), ("No", "allow:e1:no")))
    made = Person(id, Address("local", workspace, user or id), Words(f"Name of {id}"))
    return replace(made, zone="Europe/Berlin", dialogue=dialogue, **changes)


def engagement(id: str = "e1", **changes: Any) -> Engagement:
    made = Engagement(
        id=id,
        coach_id="coach",
        client_id="client",
        state=EngagementState.ACTIVE,
        started_at=NOW,
        ends_on=date(2027, 1, 10),
        ends_at=NOW + timedelta(days=48),
        keeps_until=LATER,
        agreement_version="1",
    )
    return replace(made, **changes)


def answer(id: str = "a1", **changes: Any) -> Answer:
    made = Answer(
        id=id,
        engagement_id="e1",
        client_id="client",
        question="check-in-question",
        check_in="d1",
        step_id=None,
        mark=None,
        words=Words("It went well — 好 \u202e\x00\ud800"),
        state=AnswerState.DRAFT,
        at=NOW,
        until=LATER,
        source="digest-of-message",
    )
    return replace(made, **changes)


def step(id: str = "s1", **changes: Any) -> Step:
    made = Step(id, "e1", "client", Words("I sit"), Words("I breathe"), StepState.TAKEN, NOW, LATER)
    return replace(made, **changes)


def sponsor_line(id: str = "l1", **changes: Any) -> SponsorLine:
    made = SponsorLine(
        id=id,
        engagement_id="e1",
        client_id="client",
        sponsor=Sponsor(Words("ACME — people"), Words("people@acme.example")),
        client=Words("Mai"),
        sentence=Words("I plan my week on Mondays — 好"),
        sessions=6,
        language="en",
        at=NOW,
        until=LATER,
    )
    return replace(made, **changes)


def share(id: str = "h1", **changes: Any) -> Share:
    made = Share(
        id=id,
        engagement_id="e1",
        client_id="client",
        coach_id="coach",
        answer_id="a1",
        heading=Words("Monday"),
        body=Words("It went well"),
        approved_at=NOW,
        until=LATER,
        purpose=Purpose.SHARE_WORDS,
    )
    return replace(made, **changes)


def delivery(id: str = "d1", **changes: Any) -> Delivery:
    made = Delivery(
        id=id,
        kind=Kind.CHECK_IN,
        to="client",
        owner="e1",
        slot="2026-11-23",
        not_before=NOW,
        not_after=NOW + timedelta(hours=2),
        due_at=NOW,
    )
    return replace(made, **changes)


def rhythm(owner: str = "e1", **changes: Any) -> Rhythm:
    made = Rhythm(
        owner=owner,
        rrule="FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH",
        starts_on=date(2026, 11, 23),
        window_from=time(9),
        window_to=time(11, 30),
        zone="Europe/Berlin",
        confirmed=True,
    )
    return replace(made, **changes)


def profile(coach_id: str = "coach", **changes: Any) -> Profile:
    made = Profile(
        coach_id,
        NOW,
        introduction=Words("Twenty years of listening"),
        process=Words("Six sessions"),
        fees=Words("By invoice"),
        confidentiality=Words("Nothing leaves the room, but danger"),
        question_set="weekly",
        days=("TU",),
        every=2,
    )
    return replace(made, **changes)


def guest_link(id: str = "l1", **changes: Any) -> GuestLink:
    made = GuestLink(f"hash-{id}", "maker", NOW + timedelta(days=7))
    return replace(made, **changes)


def invitation(id: str = "i1", **changes: Any) -> Invitation:
    made = Invitation(id, f"digest-{id}", "coach", date(2027, 1, 10), NOW + timedelta(days=14))
    return replace(made, **changes)


def chain(*acts: Act, of: str = "e1") -> list[Entry]:
    entries: list[Entry] = []
    for act in acts:
        until = LATER if act is Act.GIVEN else None
        entries.append(extend(entries, of, act, Purpose.CHECK_INS, WORDING, NOW, until))
    return entries
