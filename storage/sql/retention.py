"""SQL to erase and expire. Keys go first: only a destroyed key also erases in backups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, func, or_, select

from bot.domain.delivery import DeliveryState
from bot.domain.engagement import EngagementState
from bot.domain.people import Address, Dialogue, Person
from bot.domain.retention import Behind
from bot.ports import DamagedError, ErasureUnfinishedError
from storage.sql.approvals import approval_now, reference_of
from storage.sql.erase import CONTENT, SqlErasing
from storage.sql.many import given_as
from storage.sql.reading.rows_of_person import has_entries
from storage.sql.running.deliveries import REMOVING_BRIEFS
from storage.sql.schema import (
    coach_approval,
    delivery,
    engagement,
    guest_link,
    invitation,
    lane,
    ledger,
    person,
    posted,
    rhythm,
    seen_event,
    step,
    untidy,
    wrong_code,
)
from storage.sql.seals.leaves import noted_leave
from storage.sql.unit_of_work import coach_owner

SEEN_FOR = timedelta(days=7)
WRONG_CODES_FOR = timedelta(days=1)


class SqlRetention(SqlErasing):
    async def erase_client(self, client_id: str, at: datetime) -> None:
        """Erases a client. It can be repeated after a crash: deleted rows need not be readable.

        A client who is also a coach stays reachable as one, under keys of its own.
        """
        await self._w.lock_keys(client_id, alone=True)
        await self._lock_row(client_id)
        who = await self._if_readable(client_id)
        as_coach = who if await has_entries(self._w, client_id) else None
        await self._w.note_withdrawals()
        await self._w.ending_keys.forget(client_id)
        try:
            await self._clear_away(client_id, who, as_coach, at)
        except Exception as problem:
            raise ErasureUnfinishedError from problem

    async def _clear_away(
        self, client_id: str, who: Person | None, as_coach: Person | None, at: datetime
    ) -> None:
        await self._remove_engagements(await self._engagements_of(client_id))
        await self._forget_guesses(client_id, who)
        await self.renew_inbox_keys()
        await self._w.change(self._w.deleting(untidy, owner=client_id))
        if as_coach is not None:
            await self.save_person(replace(as_coach, dialogue=Dialogue()), at)
            await self._w.seals.end_events()
            return
        if await self._w.keys.has_any(coach_owner(client_id)):
            # Somebody may have written a row that made a coach of the client for a while.
            await self._w.ending_keys.forget(coach_owner(client_id))
        await self._remove_owned([client_id])
        await self._forget_approval(who)
        await self._w.change(self._w.deleting(delivery, to=client_id))
        await self._w.change(self._w.deleting(person, id=client_id))

    async def end_overdue(self, now: datetime, limit: int) -> Sequence[str]:
        live = (engagement.c.ends_at <= now, engagement.c.state != EngagementState.ENDED)
        ended = await self._ids(engagement, *live, oldest=engagement.c.ends_at, limit=limit)
        these = engagement.c.id.in_(ended)
        over = {"state": EngagementState.ENDED}
        await self._w.change_sealed(engagement, these, values=over)
        # A row that does not fit its seal is never used, and must not be found again and again.
        await self._w.change(self._w.update(engagement, these).values(over))
        planned = (delivery.c.owner.in_(ended), delivery.c.state == DeliveryState.PLANNED)
        await self._w.change(self._w.delete(delivery, *planned))
        return ended

    async def sweep(self, now: datetime, limit: int) -> int:
        # This comes first, because it would take erases that this transaction begins for finished.
        await self.finish_erasing(now)
        removed = 0
        for table in CONTENT:
            if removed < limit:
                removed += await self._remove_content(table, now, limit - removed)
        for table, key, expired in _expiring(now):
            if removed < limit:
                removed += await self._remove_some(table, key, expired, limit - removed)
        if removed >= limit:
            return removed
        overdue = engagement.c.keeps_until <= now
        oldest = self._w.select(engagement, overdue).order_by(engagement.c.keeps_until)
        over = await self._proved(engagement, oldest, limit - removed)
        await self._remove_engagements([row.id for row in over])
        for client_id in sorted({row.client_id for row in over}):
            if await self._engagements_of(client_id):
                await self._leave_untidy(client_id, now)
            else:
                await self.erase_client(client_id, now)
        return removed + len(over)

    async def clients_with_steps_past(self, now: datetime, limit: int) -> Sequence[str]:
        past = ((step, step.c.until), (engagement, engagement.c.keeps_until))
        clients = [
            row.client_id
            for table, until in past
            for row in await self._w.all(self._w.select(table, until <= now).limit(limit))
        ]
        return list(dict.fromkeys(clients))[:limit]

    async def erase_left(self, before: datetime, now: datetime, limit: int) -> int:
        """Erases people of workspaces that the bot left, as the key store knows it.

        A coach stays reachable, and is not found here again.
        """
        left = await self._left(before)
        coaches = select(ledger.c.chain).where(ledger.c.organisation == self._w.organisation)
        clients = select(engagement.c.client_id).where(
            engagement.c.organisation == self._w.organisation
        )
        erasable = person.c.id.in_(clients) | person.c.id.not_in(coaches)
        there = self._w.select(person, person.c.workspace.in_(left), erasable)
        gone = await self._proved(person, there, limit) if left else []
        for row in gone:
            await self.erase_client(row.id, now)
        return len(gone)

    async def _left(self, before: datetime) -> list[str]:
        """The workspaces that the bot left by `before`, in the row of the lane and in truth."""
        rows = await self._w.all(self._w.select(lane, lane.c.left_at <= before))
        noted = [(row.workspace, await noted_leave(self._w.seals, row.workspace)) for row in rows]
        return [workspace for workspace, left in noted if left is not None and left <= before]

    async def _proved(self, table: Table, query: Select[Any], limit: int) -> list[Row[Any]]:
        """Returns up to `limit` rows that fit their seal: no other may destroy anybody's keys.

        What does not fit stays, and `handrail doctor` tells of it. It hides no row behind it.
        """
        found = list[Row[Any]]()
        for row in await self._w.all(query):
            if len(found) >= limit:
                break
            if await self._w.is_ours(table, row):
                found.append(row)
        return found

    async def behind(self, now: datetime) -> Behind:
        overdue = [(table.c.until, table) for table in (*CONTENT, posted)]
        overdue.append((engagement.c.keeps_until, engagement))
        found = [Behind(*await self._overdue(due, table, now)) for due, table in overdue]
        since = [one.since for one in found if one.since is not None]
        return Behind(sum(one.things for one in found), min(since, default=None))

    async def _overdue(
        self, due: ColumnElement[Any], table: Table, now: datetime
    ) -> tuple[int, datetime | None]:
        overdue = (table.c.organisation == self._w.organisation, due <= now)
        query: Any = select(func.count(), func.min(due)).where(*overdue)
        row: Any = await self._w.first(query)
        return row[0], row[1]

    async def forget_traces(self, address: Address) -> Mapping[str, int]:
        guess = self._w.keys.keyed_hash("guess", address.chat_key)
        approval = await approval_now(self._w, reference_of(self._w.keys, address))
        link = or_(guest_link.c.made_by == guess, guest_link.c.asked_by == guess)
        return {
            table.name: await self._w.change(self._w.delete(table, of))
            for table, of in (
                (wrong_code, wrong_code.c.person == guess),
                (guest_link, link),
                (coach_approval, coach_approval.c.approval == approval),
            )
        }

    async def finish_erasing(self, now: datetime) -> None:
        """Erases rows that a crash left of people whose keys are destroyed."""
        for person_id in sorted(await self._w.keys.forgotten()):
            # Wait for an erase by another process to end.
            await self._w.lock_keys(person_id, alone=True)
            left = await self._lock_row(person_id)
            if left and await self._half_erased(person_id):
                await self.erase_client(person_id, now)
            else:
                await self._w.keys.erased(person_id)

    def turned_by_hand(self) -> bool:
        return self._w.keys.by_hand

    async def _half_erased(self, person_id: str) -> bool:
        """True if keys are gone and rows are left: unreadable, or old engagements of a coach."""
        if await self._if_readable(person_id) is None:
            return True
        engagements = await self._engagements_of(person_id)
        return bool(engagements) and not await self._w.keys.has_any(person_id)

    async def _if_readable(self, person_id: str) -> Person | None:
        """Returns the person. A row that somebody changed must not keep them from being erased."""
        try:
            return await self.person(person_id)
        except DamagedError:
            return None

    async def _forget_guesses(self, client_id: str, who: Person | None) -> None:
        """Removes their wrong codes and guest links, which name a keyed hash of the address."""
        known_as = [client_id]
        if who is not None:
            known_as.append(self._w.keys.keyed_hash("guess", who.address.chat_key))
        for column in (wrong_code.c.person, guest_link.c.made_by, guest_link.c.asked_by):
            await self._w.remove_any(column, known_as)

    async def _forget_approval(self, who: Person | None) -> None:
        if who is not None:
            approval = await approval_now(self._w, reference_of(self._w.keys, who.address))
            await self._w.change(self._w.deleting(coach_approval, approval=approval))

    async def _lock_row(self, person_id: str) -> bool:
        """Waits for another transaction that erases this person; returns whether they exist."""
        return await self._w.first(self._w.where(person, lock=True, id=person_id)) is not None

    async def _engagements_of(self, client_id: str) -> list[str]:
        mine = self._w.where(engagement, client_id=client_id)
        return [row.id for row in await self._w.all(mine)]

    async def _remove_engagements(self, engagement_ids: Sequence[str]) -> None:
        """Removes engagements. Foreign keys remove their content too."""
        await self._remove_briefs(engagement_ids)
        await self._remove_owned(engagement_ids)
        await self._w.remove_any(engagement.c.id, engagement_ids)
        if engagement_ids:
            await self._w.keys.forget_withdrawals(engagement_ids)

    async def _remove_briefs(self, engagement_ids: Sequence[str]) -> None:
        """Removes what was planned for coaches about these engagements; not what is on its way."""
        these = given_as(self._w.dialect, engagement_ids)
        await self._w.change(REMOVING_BRIEFS.filled(ids=these))

    async def _remove_owned(self, owners: Sequence[str]) -> None:
        for column in (rhythm.c.owner, delivery.c.owner):
            await self._w.remove_any(column, owners)

    async def _remove_content(self, table: Table, now: datetime, limit: int) -> int:
        """Removes expired rows of one table, and notes their owners for `tidy`."""
        expired = select(table.c.id).where(
            table.c.organisation == self._w.organisation, table.c.until <= now
        )
        these = self._w.delete(table, table.c.id.in_(expired.limit(max(0, limit))))
        rows = (await self._w.execute(these.returning(table.c.client_id))).all()
        for client_id in {row.client_id for row in rows}:
            await self._leave_untidy(client_id, now)
        return len(rows)

    async def _remove_some(
        self, table: Table, key: ColumnElement[Any], expired: ColumnElement[bool], limit: int
    ) -> int:
        mine = select(key).where(table.c.organisation == self._w.organisation, expired)
        return await self._w.change(self._w.delete(table, key.in_(mine.limit(max(0, limit)))))

    async def _ids(
        self,
        table: Table,
        *where: ColumnElement[bool],
        oldest: ColumnElement[Any] | None = None,
        limit: int | None = None,
    ) -> list[str]:
        query = self._w.select(table, *where).limit(limit)
        rows = await self._w.all(query if oldest is None else query.order_by(oldest))
        return [row.id for row in rows]


def _expiring(
    now: datetime,
) -> Sequence[tuple[Table, ColumnElement[Any], ColumnElement[bool]]]:
    return (
        (posted, posted.c.digest, posted.c.until <= now),
        (seen_event, seen_event.c.event, seen_event.c.at <= now - SEEN_FOR),
        (wrong_code, wrong_code.c.number, wrong_code.c.at <= now - WRONG_CODES_FOR),
        (invitation, invitation.c.id, invitation.c.expires_at <= now),
        (guest_link, guest_link.c.link_hash, guest_link.c.until <= now),
    )
