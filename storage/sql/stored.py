"""Finds everything that is stored about one person: which rows, which columns, and their values.

A test fails for a new table or column until it is listed here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from sqlalchemy import BindParameter, ColumnElement, Executable, Row, Table, or_, select

from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import DamagedError, StoredValue
from storage.keys.keyring import KeyDestroyedError
from storage.keys.sealed import Sealed
from storage.sql.approvals import approval_now, reference_of
from storage.sql.people import SqlPeople
from storage.sql.running.ready import Shape, given, matching
from storage.sql.schema import (
    agreed,
    answer,
    asking,
    bring_up,
    coach_approval,
    delivery,
    engagement,
    guest_link,
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
    sponsor_line,
    step,
    untidy,
    wrong_code,
)
from storage.sql.sealed_rows.entries import entry_told, read_entry
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.sealed_rows.rhythms import rhythm_settings, rhythms_where
from storage.sql.sealed_rows.texts import engagement_facts, person_told, rhythm_facts
from storage.sql.unit_of_work import coach_owner

log = structlog.get_logger()

Whose = Callable[["Holder"], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Holder:
    """The person who asks. `guess` is the keyed hash under which wrong codes are counted, and
    `approval` the one under which they may coach. Each is a parameter of the statements.
    """

    person_id: BindParameter[str]
    guess: BindParameter[str]
    approval: BindParameter[str]

    def own_engagements(self) -> ColumnElement[bool]:
        return engagement.c.client_id == self.person_id

    def own(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """Rows of their engagements as a client, or of what they do as a coach."""
        mine = select(engagement.c.id).where(*matching(engagement), self.own_engagements())
        return or_(column.in_(mine), column == self.person_id)


def _shown(who: Holder) -> ColumnElement[bool]:
    shares = select(share.c.id).where(*matching(share), share.c.client_id == who.person_id)
    return sighting.c.share_id.in_(shares)


ABOUT: Mapping[Table, Whose] = {
    person: lambda who: person.c.id == who.person_id,
    engagement: lambda who: who.own_engagements(),
    invitation: lambda who: invitation.c.coach_id == who.person_id,
    ledger: lambda who: who.own(ledger.c.chain),
    rhythm: lambda who: who.own(rhythm.c.owner),
    answer: lambda who: answer.c.client_id == who.person_id,
    step: lambda who: step.c.client_id == who.person_id,
    agreed: lambda who: agreed.c.client_id == who.person_id,
    asking: lambda who: asking.c.client_id == who.person_id,
    note: lambda who: note.c.client_id == who.person_id,
    sponsor_line: lambda who: sponsor_line.c.client_id == who.person_id,
    share: lambda who: share.c.client_id == who.person_id,
    sighting: _shown,
    posted: lambda who: posted.c.coach_id == who.person_id,
    profile: lambda who: profile.c.coach_id == who.person_id,
    question_set: lambda who: question_set.c.coach_id == who.person_id,
    bring_up: lambda who: bring_up.c.coach_id == who.person_id,
    delivery: lambda who: or_(who.own(delivery.c.owner), delivery.c.to == who.person_id),
    untidy: lambda who: untidy.c.owner == who.person_id,
    wrong_code: lambda who: wrong_code.c.person == who.guess,
    coach_approval: lambda who: coach_approval.c.approval == who.approval,
    guest_link: lambda who: or_(
        guest_link.c.made_by == who.guess, guest_link.c.asked_by == who.guess
    ),
}

ABOUT_NOBODY: Mapping[str, str] = {
    "keyring": "says which key store belongs to the database",
    "ledger_head": "repeats the end of each chain, and counts everybody's entries together",
    "ledger_tally": "counts everybody's entries together",
    "inbox": "events on their way, sealed: each is handled and gone within moments",
    "lane": "keyed hashs of workspaces, and how fast they may be written to",
    "halt": "when operators halted everything, with a note to each other that is about nobody",
    "worker": "random numbers of processes",
    "alarm": "the random number of the process that tells the operator",
    "seen_event": "keyed hashs of events, which lead to nobody",
}

LEFT_OUT: Mapping[str, str] = {
    "organisation": "the same for everybody here",
    "seal": "a keyed hash of the row that it stands in",
    "person.address_hash": "a keyed hash of the address, which stands beside it",
    "invitation.code_hash": "a keyed hash: the code itself was shown once, and not kept",
    "invitation.engagement_id": "always empty: nothing says whether a code was used",
    "person.settings": "sealed: what is in it is told as if each had a column of its own",
    "engagement.settings": "sealed: what is in it is told as if each had a column of its own",
    "rhythm.settings": "sealed: what is in it is told as if each had a column of its own",
    "ledger.body": "sealed: what is in it is told as if each had a column of its own",
    "rhythm.paused_until": "empty: the pause is sealed with the person",
    "person.workspace": "a keyed hash of the workspace, which stands in the address beside it",
    "delivery.workspace": "a keyed hash of the workspace",
    "delivery.claimed_by": "a random number of the process that sends it",
    "answer.source": "a keyed hash of the platform's id of the message",
    "wrong_code.number": "a running number over everybody",
    "wrong_code.person": "a keyed hash of the address",
    "wrong_code.workspace": "a keyed hash of the workspace",
    "coach_approval.approval": "a keyed hash of the address",
    "guest_link.link_hash": "a keyed hash: the link itself was shown once, and not kept",
    "guest_link.made_by": "a keyed hash of the address of whoever made it",
    "guest_link.asked_by": "a keyed hash of the address of whoever asked by it",
}


def columns_of(table: Table) -> list[str]:
    """Returns the columns of a table that the person is told."""
    names = [*(column.key for column in table.c), *SEALED_ALONE.get(table, ())]
    return [n for n in names if n not in LEFT_OUT and f"{table.name}.{n}" not in LEFT_OUT]


def undecided() -> set[str]:
    """Returns the tables that are listed neither in `ABOUT` nor in `ABOUT_NOBODY`."""
    decided = {table.name for table in ABOUT} | set(ABOUT_NOBODY)
    return set(metadata.tables) - decided


COACHS_OWN = (posted, profile, question_set)
# What is sealed in a row's settings, and never had a column of its own.
SEALED_ALONE: Mapping[Table, tuple[str, ...]] = {engagement: ("met_at",)}
SETTINGS: Mapping[Table, Callable[[Words], Mapping[str, StoredValue]]] = {
    person: person_told,
    engagement: engagement_facts,
    rhythm: rhythm_facts,
}


WHO = Holder(
    person_id=given("person_id", person.c.id),
    guess=given("guess", wrong_code.c.person),
    approval=given("approval", coach_approval.c.approval),
)


def _rows_of(table: Table, whose: Whose) -> Shape:
    def build(_: str) -> Executable:
        mine = (*matching(table), whose(WHO))
        query = rhythms_where(*mine) if table is rhythm else select(table).where(*mine)
        return query.order_by(*table.primary_key)

    return Shape(build)


ROWS: Mapping[Table, Shape] = {table: _rows_of(table, whose) for table, whose in ABOUT.items()}


class SqlStored(SqlPeople):
    async def stored_about(
        self, person_id: str
    ) -> Mapping[str, Sequence[Mapping[str, StoredValue]]]:
        who = await self.person(person_id)
        keys, chat_key = self._w.keys, who.address.chat_key if who else ""
        approval = await approval_now(self._w, reference_of(keys, who.address)) if who else ""
        guess = keys.keyed_hash("guess", chat_key)
        about = {"person_id": person_id, "guess": guess, "approval": approval}
        asked = [shape.filled(**about) for shape in ROWS.values()]
        found = {}
        for table, one, rows in zip(ROWS, asked, await self._w.together(asked), strict=True):
            legible = await self._w.all(one) if rows is None else rows
            found[table.name] = [await self._told(table, row) for row in legible]
        return found

    async def _told(self, table: Table, row: Row[Any]) -> dict[str, StoredValue]:
        told: dict[str, StoredValue] = {}
        settings = await self._settings(table, row)
        for name in columns_of(table):
            told[name] = settings[name] if name in settings else await self._open(table, name, row)
        return told

    async def _settings(self, table: Table, row: Row[Any]) -> Mapping[str, StoredValue]:
        """Returns what is sealed in `settings`, by the column that an older version had for it."""
        if table is ledger:
            return self._entry(row)
        told = SETTINGS.get(table)
        if told is None or row.settings is None:
            return {}
        text = await self._open(table, "settings", row)
        return told(text) if isinstance(text, Words) else LEFT_EMPTY[table.name]

    def _entry(self, row: Row[Any]) -> Mapping[str, StoredValue]:
        try:
            return entry_told(read_entry(self._w, row))
        except ValueError:
            log.error("sealed_value_refused")
            return LEFT_EMPTY["ledger"]

    async def _open(self, table: Table, name: str, row: Row[Any]) -> StoredValue:
        """Returns the value, opened; None for one that nobody can read any more."""
        # What never had a column is told from the settings, or not at all.
        value = row._mapping.get(name)
        if not isinstance(value, Sealed):
            opened: StoredValue = value
            return opened
        place = f"{table.name}.{name}"
        try:
            if table is person:
                return await self._w.unseal_own(place, row.id, value)
            if table is rhythm:
                return await rhythm_settings(self._w, row)
            if table in COACHS_OWN:
                key = row._mapping[list(table.primary_key)[1].name]
                return await self._w.unseal(place, key, coach_owner(row.coach_id), value)
            return await self._w.unseal(place, row.id, row.client_id, value)
        except KeyDestroyedError:
            return None
        except DamagedError:
            METRICS.failed("keys")
            log.error("sealed_value_refused")
            return None
