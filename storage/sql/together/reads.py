"""SQL that reads for a whole group what is asked about each of its deliveries.

The single reads then find it in the memo of the unit of work, until something changes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Row, Select, Table

from bot.domain.delivery import NO_MESSAGES, Delivery, DeliveryState, Kind
from bot.domain.halting.halt import Halt
from bot.domain.pace import Lane
from bot.domain.step import Step
from storage.sql.client import SqlClientSide
from storage.sql.coach import SqlCoachSide
from storage.sql.many import given_as
from storage.sql.outbox import SqlOutbox
from storage.sql.person_texts import address_of
from storage.sql.port import readable
from storage.sql.reading.memo import Question
from storage.sql.reading.rows_of_person import note_person, row_at
from storage.sql.rows import each_thing
from storage.sql.running.statements import shape_of
from storage.sql.schema import (
    asking,
    delivery,
    engagement,
    halt,
    lane,
    ledger,
    ledger_head,
    person,
    profile,
    question_set,
    rhythm,
    step,
)
from storage.sql.sealed_rows.rhythms import read_rhythm
from storage.sql.together import statements
from storage.sql.together.parts import parts_of
from storage.sql.unit_of_work import coach_owner
from storage.sql.whole_claim import SqlWholeClaim

T = TypeVar("T")
Rows = Sequence[Row[Any]]
Answers = Iterable[tuple[Question, object]]
# A statement about many ids, the ids, and what notes the rows about them.
Asked = tuple[
    Callable[[str], Select[Any]],
    Collection[str],
    Callable[[Collection[str], Rows], Awaitable[None]],
]


class SqlForeseeing(SqlClientSide, SqlCoachSide, SqlOutbox, SqlWholeClaim):
    """Reads for many at once. What cannot be read is not noted: the single read then says why."""

    async def chat_keys(self, person_ids: Collection[str]) -> Mapping[str, str]:
        rows = await self._w.of_many(statements.addresses, person_ids)
        await self._w.warm({row.id for row in rows})
        return dict(await readable(rows, self._read_chat_key))

    async def foresee(self, group: Sequence[Delivery], since: datetime) -> None:
        to, owners = {one.to for one in group}, {one.owner for one in group}
        await self._foresee(
            [
                (statements.people_and_lanes, to, self._note_people_and_lanes),
                (statements.owners, owners, self._note_owners),
                (statements.entries, owners, self._note_entries),
                (statements.deliveries, {*to, *owners}, partial(self._note_deliveries, since)),
                (statements.steps, owners, self._note_steps),
                (statements.question_sets, owners, self._note_question_sets),
            ],
            since=since,
        )

    async def foresee_settling(self, group: Sequence[Delivery]) -> None:
        to, owners = {one.to for one in group}, {one.owner for one in group}
        note = partial(self._note_people_with_askings, to, owners)
        await self._foresee([(statements.people_with_askings, {*to, *owners}, note)])

    async def steps(self, engagement_id: str) -> Sequence[Step]:
        return await self._kept(("steps", engagement_id), partial(super().steps, engagement_id))

    async def step(self, engagement_id: str, step_id: str) -> Step | None:
        ask = partial(super().step, engagement_id, step_id)
        return await self._kept(("step", engagement_id, step_id), ask)

    async def deliveries(self, owner: str, kind: Kind) -> Sequence[Delivery]:
        ask = partial(super().deliveries, owner, kind)
        return await self._kept(("deliveries", owner, kind), ask)

    async def around(self, to: str, since: datetime) -> Sequence[Delivery]:
        return await self._kept(("around", to, since), partial(super().around, to, since))

    async def halt(self) -> Halt | None:
        return await self._kept(("halt",), super().halt)

    async def lane(self, workspace: str, *, lock: bool = False) -> Lane:
        ask = partial(super().lane, workspace, lock=lock)
        return await (ask() if lock else self._kept(("lane", workspace), ask))

    async def _foresee(self, asked: Sequence[Asked], **also: object) -> None:
        """Runs statements about many ids, and notes what each has found."""
        name = self._w.dialect
        several = [
            shape_of(query(name)).filled(ids=given_as(name, sorted(ids)), **also)
            for query, ids, _ in asked
        ]
        found = await self._w.together(several)
        for (_, ids, note), rows in zip(asked, found, strict=True):
            if rows is not None:
                await note(ids, rows)

    async def _note_people(self, ids: Collection[str], rows: Rows) -> None:
        await self._w.warm(set(ids))
        self._note([person], ((row_at("id", one), None) for one in ids))
        for row in rows:
            note_person(self._w, row)
        self._note([ledger], ((("ledger.has", row.id), bool(row.coaches)) for row in rows))

    async def _note_people_and_lanes(self, ids: Collection[str], rows: Rows) -> None:
        await self._note_people(ids, rows)
        self._keep(halt, ((("halt",), _halt_in(row)) for row in rows[:1]))
        placed = (row for row in rows if row.workspace)
        self._keep(lane, ((("lane", row.workspace), _lane_in(row)) for row in placed))

    async def _note_people_with_askings(
        self, to: Collection[str], owners: Collection[str], _: Collection[str], rows: Rows
    ) -> None:
        await self._note_people(to, rows)
        self._note_engagements(owners, parts_of(rows, engagement))
        await self._note_askings(owners, parts_of(rows, asking))

    async def _note_owners(self, owners: Collection[str], rows: Rows) -> None:
        await self._w.warm({row.client_id for row in rows})
        self._note_engagements(owners, parts_of(rows, engagement))
        followed = parts_of(rows, rhythm, client_id=engagement.c.client_id)
        await self._note_rhythms(owners, followed)
        await self._note_askings(owners, parts_of(rows, asking))
        coaches = {row.coach_id for row in parts_of(rows, engagement)}
        await self._note_profiles(coaches, parts_of(rows, profile))

    def _note_engagements(self, ids: Collection[str], rows: Rows) -> None:
        self._note([engagement], ((("engagement.row", one), None) for one in ids))
        self._note([engagement], ((("engagement.row", row.id), row) for row in rows))

    async def _note_entries(self, chains: Collection[str], rows: Rows) -> None:
        entries = _by(rows, attrgetter("chain"))
        found = ((("ledger.rows", one), list(entries.get(one, ()))) for one in chains)
        self._note([ledger, ledger_head], found)

    async def _note_rhythms(self, owners: Collection[str], rows: Rows) -> None:
        fitting = await self._w.fitting(rhythm, rows)
        found = {one.owner: one for one in await readable(fitting, partial(read_rhythm, self._w))}
        self._note([rhythm], ((("rhythm", one, True), found.get(one)) for one in owners))

    async def _note_deliveries(self, since: datetime, ids: Collection[str], rows: Rows) -> None:
        every = each_thing(Delivery, await self._w.fitting(delivery, rows))
        asked = _by((one for one in every if one.kind is Kind.CHECK_IN), attrgetter("owner"))
        near = sorted((one for one in every if _is_near(one, since)), key=attrgetter("id"))
        around, kind = _by(near, attrgetter("to")), Kind.CHECK_IN
        self._note([delivery], ((("delivery", one.id), one) for one in every))
        self._keep(delivery, ((("deliveries", one, kind), asked.get(one, ())) for one in ids))
        self._keep(delivery, ((("around", one, since), around.get(one, ())) for one in ids))

    async def _note_steps(self, owners: Collection[str], rows: Rows) -> None:
        found = await readable(await self._w.fitting(step, rows), self._read_step)
        theirs = _by(found, attrgetter("engagement_id"))
        self._keep(step, ((("steps", one), theirs.get(one, ())) for one in owners))
        self._keep(step, ((("step", one.engagement_id, one.id), one) for one in found))

    async def _note_askings(self, owners: Collection[str], rows: Rows) -> None:
        found = await readable(await self._w.fitting(asking, rows), self._read_asking)
        theirs = {one.engagement_id: one for one in found}
        self._note([asking], ((("asking", one), theirs.get(one)) for one in owners))

    async def _note_question_sets(self, _: Collection[str], rows: Rows) -> None:
        """Each coach has a row, also one without any set."""
        sets = parts_of(rows, question_set)
        await self._w.warm({coach_owner(row.coach_id) for row in sets})
        fitting = await self._w.fitting(question_set, sets)
        theirs = _by(await readable(fitting, self._read_questions), attrgetter("coach_id"))
        coaches = {row.of_coach for row in rows}
        found = ((("question_set", one), theirs.get(one, ())) for one in coaches)
        self._note([question_set], found)

    async def _note_profiles(self, coaches: Collection[str], rows: Rows) -> None:
        await self._w.warm({coach_owner(row.coach_id) for row in rows})
        found = await readable(await self._w.fitting(profile, rows), self._read_profile)
        theirs = {one.coach_id: one for one in found}
        self._note([profile], ((("profile", one), theirs.get(one)) for one in coaches))

    async def _read_chat_key(self, row: Row[Any]) -> tuple[str, str]:
        text = await self._w.unseal_own("person.address", row.id, row.address)
        return row.id, address_of(text).chat_key

    def _note(self, tables: Sequence[Table], answers: Answers) -> None:
        """Notes answers as the single reads of these tables do."""
        self._w.memo.note(dict(answers), tuple(tables))

    def _keep(self, table: Table, answers: Answers) -> None:
        """Notes answers for which only `_kept` asks. They may be None."""
        self._note([table], ((question, (answer,)) for question, answer in answers))

    async def _kept(self, question: Question, ask: Callable[[], Awaitable[T]]) -> T:
        """Returns the answer that was kept, or else asks."""
        known: Any = self._w.memo.known(question)
        if known is None:
            return await ask()
        answer: T = known[0]
        return answer


def _by(things: Iterable[T], key: Callable[[T], str]) -> Mapping[str, Sequence[T]]:
    """The things by their key, in their order."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for one in things:
        found[key(one)].append(one)
    return found


def _halt_in(row: Row[Any]) -> Halt | None:
    told = [row._mapping[f"halt_{name}"] for name in statements.HALT]
    return Halt(*told) if any(told) else None


def _lane_in(row: Row[Any]) -> Lane:
    workspace, *told = (row._mapping[f"lane_{name}"] for name in statements.LANE)
    return Lane(workspace, *told) if workspace else Lane(row.workspace)


def _is_near(one: Delivery, since: datetime) -> bool:
    """True for what `Outbox.around` returns of one person's deliveries."""
    if one.kind in NO_MESSAGES:
        return False
    if one.state is DeliveryState.PLANNED:
        return one.kind is Kind.LATER
    return one.state.may_have_arrived and one.begun_at is not None and one.begun_at > since
