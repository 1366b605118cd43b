"""Which rows and columns are about a person: every one is decided on here, or a test fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, or_, select

from storage.sql.schema import (
    answer,
    asking,
    bring_up,
    delivery,
    engagement,
    invitation,
    ledger,
    metadata,
    note,
    person,
    posted,
    profile,
    question_set,
    rhythm,
    share,
    sighting,
    step,
    untidy,
    wrong_code,
)

Whose = Callable[["Holder"], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Holder:
    """Whom it is about. `guess` is the keyed digest under which their wrong codes are counted."""

    organisation: str
    person_id: str
    guess: str

    def own_engagements(self) -> ColumnElement[bool]:
        return engagement.c.client_id == self.person_id

    def own(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """In one of their engagements as a client, or in what they do as a coach."""
        mine = select(engagement.c.id).where(
            engagement.c.organisation == self.organisation, self.own_engagements()
        )
        return or_(column.in_(mine), column == self.person_id)


def _shown(who: Holder) -> ColumnElement[bool]:
    shares = select(share.c.id).where(
        share.c.organisation == who.organisation, share.c.client_id == who.person_id
    )
    return sighting.c.share_id.in_(shares)


ABOUT: Mapping[Table, Whose] = {
    person: lambda who: person.c.id == who.person_id,
    engagement: lambda who: who.own_engagements(),
    invitation: lambda who: invitation.c.coach_id == who.person_id,
    ledger: lambda who: who.own(ledger.c.chain),
    rhythm: lambda who: who.own(rhythm.c.owner),
    answer: lambda who: answer.c.client_id == who.person_id,
    step: lambda who: step.c.client_id == who.person_id,
    asking: lambda who: asking.c.client_id == who.person_id,
    note: lambda who: note.c.client_id == who.person_id,
    share: lambda who: share.c.client_id == who.person_id,
    sighting: _shown,
    posted: lambda who: posted.c.coach_id == who.person_id,
    profile: lambda who: profile.c.coach_id == who.person_id,
    question_set: lambda who: question_set.c.coach_id == who.person_id,
    bring_up: lambda who: bring_up.c.coach_id == who.person_id,
    delivery: lambda who: or_(who.own(delivery.c.owner), delivery.c.to == who.person_id),
    untidy: lambda who: untidy.c.owner == who.person_id,
    wrong_code: lambda who: wrong_code.c.person == who.guess,
}

ABOUT_NOBODY: Mapping[str, str] = {
    "keyring": "says which key store belongs to the database",
    "ledger_head": "repeats the end of each chain, and counts everybody's entries together",
    "ledger_tally": "counts everybody's entries together",
    "inbox": "events on their way, sealed: each is handled and gone within moments",
    "lane": "keyed digests of workspaces, and how fast they may be written to",
    "worker": "random numbers of processes",
    "alarm": "the random number of the process that tells the operator",
    "seen_event": "keyed digests of events, which lead to nobody",
}

LEFT_OUT: Mapping[str, str] = {
    "organisation": "the same for everybody here",
    "person.address_digest": "a keyed digest of the address, which stands beside it",
    "invitation.code_digest": "a keyed digest: the code itself was shown once, and not kept",
    "invitation.engagement_id": "whether a code was used is the client's own affair",
    "person.workspace": "a keyed digest of the workspace, which stands in the address beside it",
    "delivery.workspace": "a keyed digest of the workspace",
    "delivery.claimed_by": "a random number of the process that sends it",
    "answer.source": "a keyed digest of the platform's id of the message",
    "wrong_code.number": "a running number over everybody",
    "wrong_code.person": "a keyed digest of the address",
    "wrong_code.workspace": "a keyed digest of the workspace",
}


def columns_of(table: Table) -> list[str]:
    """What of a table is told to the person it is about."""
    names = [column.name for column in table.c]
    return [n for n in names if n not in LEFT_OUT and f"{table.name}.{n}" not in LEFT_OUT]


def undecided() -> set[str]:
    """Tables that are neither about a person nor known to be about nobody."""
    decided = {table.name for table in ABOUT} | set(ABOUT_NOBODY)
    return set(metadata.tables) - decided
