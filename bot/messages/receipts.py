"""The receipt in the chat: each purpose, its state, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.chat import Document, Heading, Message, Text
from bot.domain.consent import Act, Entry, Grant, Purpose, answered, latest, unexpired
from bot.domain.engagement import Engagement
from bot.domain.policy.rows import OrganisationPart
from bot.domain.wall_time import local_date
from bot.messages.common import message
from bot.messages.joining import name_of
from bot.messages.who import WhoCoaches, who_coaches
from bot.text import Catalogue

SHORT = 8


def receipt(
    say: Catalogue,
    coach: WhoCoaches | None,
    ledger: Sequence[Entry],
    states: Sequence[tuple[Purpose, Grant | None]],
    zone: str,
    paper: Document,
    now: datetime,
    engagement: Engagement | None = None,
    who: OrganisationPart | None = None,
) -> Message:
    """`zone` is the reader's (IANA), `now` in UTC. `who` is the organisation as its policy says.

    `coach` and `engagement` are None for a coach's own receipt.
    """
    return message(
        say,
        "receipt",
        Heading(say("receipt-heading")),
        *(who_coaches(say, coach) if coach else ()),
        *(Text(_line(say, ledger, *state, zone, now, engagement)) for state in states),
        Text(say("receipt-number", number=ledger[-1].hash[:SHORT]), quiet=True),
        Text(say("receipt-change"), quiet=True),
        *(Text(line, quiet=True) for line in _organisation(say, who)),
        paper,
    )


def _organisation(say: Catalogue, who: OrganisationPart | None) -> Iterator[str]:
    """Who answers for it. It stands below, in sentences of its own: beside no consent."""
    if who is None:
        return
    yield say("policy-runs", by=who.name)
    yield say("policy-contact", by=who.contact)
    if who.data_protection_officer:
        yield say("policy-dpo", by=who.data_protection_officer)


def _line(
    say: Catalogue,
    ledger: Sequence[Entry],
    purpose: Purpose,
    grant: Grant | None,
    zone: str,
    now: datetime,
    engagement: Engagement | None,
) -> str:
    name = name_of(say, purpose)
    last = latest(ledger, purpose)
    if last is None:
        return say("receipt-never", purpose=name)
    day = say.moment(last.at, zone)
    if grant is not None:
        until = _until(say, grant.entry.until, zone, engagement)
        key = "receipt-given-until" if until else "receipt-given"
        return say(key, purpose=name, day=day, until=until)
    act = _became(ledger, purpose, last, now)
    if act is Act.EXPIRED:
        # The sweep notes the end in the ledger later than it came: the day is taken from the grant.
        given = answered(ledger, purpose)
        day = say.moment(given.until, zone) if given and given.until else day
    key = "receipt-suspended" if act is Act.CHANGED else f"receipt-{act.value}"
    return say(key, purpose=name, day=day)


def _became(ledger: Sequence[Entry], purpose: Purpose, last: Entry, now: datetime) -> Act:
    """Returns the state of a purpose without a grant in force, noted in the ledger or not."""
    if last.act is not Act.GIVEN:
        return last.act
    return Act.CHANGED if unexpired(ledger, purpose, now) else Act.EXPIRED


def _until(say: Catalogue, until: datetime | None, zone: str, engagement: Engagement | None) -> str:
    """The last day before `until`, or the day of the erasing where that is what `until` means."""
    if until is None:
        return ""
    if engagement is not None:
        kept = until > engagement.ends_at
        return say.full_day(engagement.gone_on(until) if kept else engagement.last_day(until))
    return say.full_day(local_date(until - timedelta(microseconds=1), zone))
