"""SQL that reads for a whole group what the gate asks about each of its deliveries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar

from bot.domain.asking import Asking
from bot.domain.consent import Entry
from bot.domain.delivery import NO_MESSAGES, Delivery, DeliveryState, Kind
from bot.domain.engagement import Engagement
from bot.domain.halting.halt import Halt
from bot.domain.pace import Lane
from bot.domain.people import Person
from bot.domain.profile import OwnQuestions, Profile
from bot.domain.rhythm import Rhythm
from bot.domain.step import Step
from bot.ports import DamagedError
from storage.keys.keyring import KeyDestroyedError
from storage.sql.client import SqlClientSide
from storage.sql.coach import SqlCoachSide
from storage.sql.outbox import SqlOutbox
from storage.sql.port import readable
from storage.sql.rows import each_thing, thing
from storage.sql.schema import asking, delivery, lane, profile, question_set, rhythm, step
from storage.sql.sealed_rows.rhythms import read_rhythm
from storage.sql.together import statements
from storage.sql.together.foreseen import NOT_FORESEEN
from storage.sql.unit_of_work import coach_owner
from storage.sql.whole_claim import SqlWholeClaim, confirmed_rhythms

T = TypeVar("T")


class SqlForeseeing(SqlClientSide, SqlCoachSide, SqlOutbox, SqlWholeClaim):
    """Reads for many at once, and then answers the single reads from what it has read.

    What cannot be read is not foreseen: the single read then says why.
    """

    async def chat_keys(self, person_ids: Collection[str]) -> Mapping[str, str]:
        found = await self._foresee_people(person_ids)
        return {key: one.address.chat_key for key, one in found.items() if one is not None}

    async def foresee(self, group: Sequence[Delivery], since: datetime) -> None:
        to, owners = {one.to for one in group}, {one.owner for one in group}
        people = await self._foresee_people(to)
        lanes = {self._w.workspace(one.address) for one in people.values() if one}
        await self._foresee_lanes(lanes)
        at = self._w.foreseen.forgotten
        engaged = await self.with_ledgers(owners)
        self._keep("engagement", {key: one for key, (one, _) in engaged.items()}, at)
        self._keep("ledger", {key: entries for key, (_, entries) in engaged.items()}, at)
        await self._foresee_rhythms(owners)
        await self._foresee_deliveries(to, owners, since)
        await self._foresee_steps(owners)
        await self._foresee_askings(owners)
        await self._foresee_coaches({one.coach_id for one, _ in engaged.values()})

    async def foresee_settling(self, group: Sequence[Delivery]) -> None:
        await self._foresee_people({one.to for one in group})
        known = await self._foresee_askings({one.owner for one in group})
        new = [owner for owner, one in known.items() if one is None]
        if new:
            at = self._w.foreseen.forgotten
            self._keep("engagement", await self._engagements_by_id(new), at)

    async def person(self, person_id: str) -> Person | None:
        return await self._foreseen("person", person_id, partial(super().person, person_id))

    async def engagement(self, engagement_id: str) -> Engagement | None:
        ask = partial(super().engagement, engagement_id)
        return await self._foreseen("engagement", engagement_id, ask)

    async def ledger(self, chain: str) -> Sequence[Entry]:
        return await self._foreseen("ledger", chain, partial(super().ledger, chain))

    async def rhythm(self, owner: str, *, confirmed: bool = True) -> Rhythm | None:
        ask = partial(super().rhythm, owner, confirmed=confirmed)
        return await self._foreseen("rhythm", (owner, confirmed), ask)

    async def steps(self, engagement_id: str) -> Sequence[Step]:
        return await self._foreseen("steps", engagement_id, partial(super().steps, engagement_id))

    async def step(self, engagement_id: str, step_id: str) -> Step | None:
        ask = partial(super().step, engagement_id, step_id)
        return await self._foreseen("step", (engagement_id, step_id), ask)

    async def asking(self, engagement_id: str) -> Asking | None:
        ask = partial(super().asking, engagement_id)
        return await self._foreseen("asking", engagement_id, ask)

    async def delivery(self, delivery_id: str) -> Delivery | None:
        ask = partial(super().delivery, delivery_id)
        return await self._foreseen("delivery", delivery_id, ask)

    async def deliveries(self, owner: str, kind: Kind) -> Sequence[Delivery]:
        ask = partial(super().deliveries, owner, kind)
        return await self._foreseen("deliveries", (owner, kind), ask)

    async def around(self, to: str, since: datetime) -> Sequence[Delivery]:
        return await self._foreseen("around", (to, since), partial(super().around, to, since))

    async def own_questions(self, coach_id: str) -> Sequence[OwnQuestions]:
        ask = partial(super().own_questions, coach_id)
        return await self._foreseen("own_questions", coach_id, ask)

    async def profile(self, coach_id: str) -> Profile | None:
        return await self._foreseen("profile", coach_id, partial(super().profile, coach_id))

    async def halt(self) -> Halt | None:
        return await self._foreseen("halt", None, super().halt)

    async def lane(self, workspace: str, *, lock: bool = False) -> Lane:
        ask = partial(super().lane, workspace, lock=lock)
        return await (ask() if lock else self._foreseen("lane", workspace, ask))

    async def _foresee_people(self, ids: Collection[str]) -> Mapping[str, Person | None]:
        at = self._w.foreseen.forgotten
        rows = await self._w.of_many(statements.people, ids)
        await self._w.warm(set(ids))
        found: dict[str, Person | None] = dict.fromkeys(set(ids) - {row.id for row in rows})
        for row in rows:
            try:
                found[row.id] = await self._read_person(row)
            except KeyDestroyedError:
                found[row.id] = None
            except DamagedError:
                continue
        self._keep("person", found, at)
        self._keep("coaches", {row.id: bool(row.coaches) for row in rows}, at)
        return found

    async def _foresee_lanes(self, names: Collection[str]) -> None:
        at = self._w.foreseen.forgotten
        self._keep("halt", {None: await super().halt()}, at)
        mine = self._w.select(lane, self._w.among(lane.c.workspace, names))
        found = {row.workspace: thing(Lane, row) for row in await self._w.all(mine)}
        self._keep("lane", {name: found.get(name, Lane(name)) for name in names}, at)

    async def _foresee_rhythms(self, owners: Collection[str]) -> None:
        at = self._w.foreseen.forgotten
        rows = await self._w.fitting(rhythm, await self._w.of_many(confirmed_rhythms, owners))
        found = {one.owner: one for one in await readable(rows, partial(read_rhythm, self._w))}
        self._keep("rhythm", {(owner, True): found.get(owner) for owner in owners}, at)

    async def _foresee_deliveries(
        self, to: Collection[str], owners: Collection[str], since: datetime
    ) -> None:
        at = self._w.foreseen.forgotten
        rows = await self._w.of_many(statements.deliveries, {*to, *owners}, since=since)
        known = each_thing(Delivery, await self._w.fitting(delivery, rows))
        asked = _by((one for one in known if one.kind is Kind.CHECK_IN), attrgetter("owner"))
        near = sorted((one for one in known if _is_near(one, since)), key=attrgetter("id"))
        around = _by(near, attrgetter("to"))
        self._keep("delivery", {one.id: one for one in known}, at)
        kind = Kind.CHECK_IN
        self._keep("deliveries", {(one, kind): asked.get(one, ()) for one in owners}, at)
        self._keep("around", {(one, since): around.get(one, ()) for one in to}, at)

    async def _foresee_steps(self, owners: Collection[str]) -> None:
        at = self._w.foreseen.forgotten
        rows = await self._w.fitting(step, await self._w.of_many(statements.steps, owners))
        found = await readable(rows, self._read_step)
        theirs = _by(found, attrgetter("engagement_id"))
        self._keep("steps", {owner: theirs.get(owner, ()) for owner in owners}, at)
        self._keep("step", {(one.engagement_id, one.id): one for one in found}, at)

    async def _foresee_askings(self, owners: Collection[str]) -> Mapping[str, Asking | None]:
        at = self._w.foreseen.forgotten
        rows = await self._w.fitting(asking, await self._w.of_many(statements.askings, owners))
        found = {one.engagement_id: one for one in await readable(rows, self._read_asking)}
        known = {owner: found.get(owner) for owner in owners}
        self._keep("asking", known, at)
        return known

    async def _foresee_coaches(self, ids: Collection[str]) -> None:
        at = self._w.foreseen.forgotten
        asked = await self._w.of_many(statements.question_sets, ids)
        cards = await self._w.of_many(statements.profiles, ids)
        await self._w.warm({coach_owner(row.coach_id) for row in (*asked, *cards)})
        sets = await readable(await self._w.fitting(question_set, asked), self._read_questions)
        theirs = _by(sets, attrgetter("coach_id"))
        self._keep("own_questions", {one: theirs.get(one, ()) for one in ids}, at)
        found = await readable(await self._w.fitting(profile, cards), self._read_profile)
        by_coach = {one.coach_id: one for one in found}
        self._keep("profile", {one: by_coach.get(one) for one in ids}, at)

    async def _engagements_by_id(self, ids: Collection[str]) -> Mapping[str, Engagement]:
        rows = await self._w.of_many(statements.engagements, ids)
        found = await readable(rows, self._read_engagement)
        return {one.id: one for one in found}

    async def _foreseen(self, read: str, about: Hashable, ask: Callable[[], Awaitable[T]]) -> T:
        found = self._w.foreseen.answer(read, about)
        if found is NOT_FORESEEN:
            return await ask()
        answer: T = found
        return answer

    def _keep(self, read: str, answers: Mapping[Any, Any], at: int) -> None:
        self._w.foreseen.keep(read, answers, at)


def _by(things: Iterable[T], key: Callable[[T], str]) -> Mapping[str, Sequence[T]]:
    """The things by their key, in their order."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for one in things:
        found[key(one)].append(one)
    return found


def _is_near(one: Delivery, since: datetime) -> bool:
    """True for what `Outbox.around` returns of one person's deliveries."""
    if one.kind in NO_MESSAGES:
        return False
    if one.state is DeliveryState.PLANNED:
        return one.kind is Kind.LATER
    return one.state.may_have_arrived and one.begun_at is not None and one.begun_at > since
