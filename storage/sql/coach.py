"""SQL for the coach's side, which reads approved shares and nothing else of a client's content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, and_, exists, false, not_, or_, select

from bot.domain.delivery import DeliveryState
from bot.domain.engagement import Engagement, EngagementState, seen_session
from bot.domain.profile import Listed, LostNote, by_name
from bot.domain.share import Posted, SharedItem
from bot.domain.words import Words
from storage.sql.coachs_own import SqlCoachsOwn
from storage.sql.engagements import SqlEngagements
from storage.sql.port import only, readable
from storage.sql.reading.rows_of_person import has_entries
from storage.sql.schema import (
    bring_up,
    delivery,
    engagement,
    note,
    person,
    posted,
    share,
    sighting,
)
from storage.sql.sealed_rows.engagements import read_engagement
from storage.sql.unit_of_work import coach_owner


class SqlCoachSide(SqlCoachsOwn, SqlEngagements):
    async def shared_with(
        self,
        coach_id: str,
        now: datetime,
        *,
        since: datetime | None = None,
        carried_in: str | None = None,
        shown_in: str | None = None,
        to_bring_up: bool = False,
        of: str | None = None,
        new: bool = False,
    ) -> Sequence[SharedItem]:
        # Shown once, and then nowhere else: whose it is would show from when it is there no more.
        narrowed = [] if shown_in else [or_(not_(share.c.unnamed), share.c.seen_at.is_(None))]
        if since is not None:
            narrowed.append(or_(share.c.seen_at.is_(None), share.c.approved_at >= since))
        if new:
            narrowed.append(share.c.digest.is_(None))
        if carried_in is not None:
            narrowed.append(share.c.digest == carried_in)
        if shown_in is not None:
            narrowed.append(_stands_in(shown_in))
        if to_bring_up:
            narrowed.append(share.c.id.in_(self._noted(coach_id)))
        if of is not None:
            narrowed += [share.c.engagement_id == of, not_(share.c.unnamed)]
        # An end takes nothing without a name out of the message in which it stands.
        stands = share.c.unnamed if shown_in else false()
        rows = await self._w.all(self._open_to(coach_id, now, stands, *narrowed))
        return await self._items(rows, coach_id, now, stands=shown_in is not None)

    async def shared_in(
        self, share_ids: Sequence[str], digest: str, at: datetime, *, seen: bool = True
    ) -> None:
        if not share_ids:
            return
        these = share.c.id.in_(share_ids)
        await self._w.change_sealed(
            share, these, share.c.digest.is_(None), values={"digest": digest}
        )
        if not seen:
            return
        await self._w.change_sealed(share, these, share.c.seen_at.is_(None), values={"seen_at": at})
        still = self._w.select(share, share.c.id.in_(share_ids))
        for row in await self._w.all(still):
            await self._w.add(sighting, {"share_id": row.id, "digest": digest, "at": at})

    async def not_shared_in(self, digest: str) -> None:
        again = {"digest": None, "seen_at": None}
        await self._w.change_sealed(share, share.c.digest == digest, values=again)
        await self._w.change(self._w.delete(sighting, sighting.c.digest == digest))

    async def save_posted(self, new: Posted) -> None:
        owner = coach_owner(new.coach_id)
        message = await self._w.seal(
            "posted.message", new.digest, owner, Words(new.message), new.until
        )
        values = {"coach_id": new.coach_id, "digest": new.digest, "until": new.until}
        await self._w.save(posted, values | {"message": message})

    async def posted(self, coach_id: str, digest: str) -> Posted | None:
        rows = await self._w.sound(posted, self._posted(coach_id, digest))
        return only(await readable(rows, self._read_posted))

    async def remove_posted(self, coach_id: str, digest: str) -> None:
        mine = (posted.c.coach_id == coach_id, posted.c.digest == digest)
        await self._w.change(self._w.delete(posted, *mine))

    async def has_invited(self, coach_id: str) -> bool:
        return await has_entries(self._w, coach_id)

    async def listed(self, coach_id: str, now: datetime) -> Sequence[Listed]:
        query = (
            select(engagement, person.c.name)
            .join(person, _same(person, engagement, "client_id"))
            .where(*self._listed(coach_id, now))
            .order_by(engagement.c.id)
        )
        rows = await self._w.all(query)
        await self._w.warm({row.client_id for row in rows})
        read = partial(self._read_listed, now)
        found = await readable(await self._w.fitting(engagement, rows), read)
        # By name: the order in which they joined is for nobody to see.
        return sorted(found, key=by_name)

    async def lost_notes(self, coach_id: str, now: datetime) -> Sequence[LostNote]:
        query = (
            select(note, person.c.name)
            .join(
                delivery,
                and_(
                    delivery.c.organisation == note.c.organisation,
                    delivery.c.subject == note.c.id,
                    delivery.c.state == DeliveryState.NOT_DELIVERED,
                ),
            )
            .join(engagement, _same(engagement, note, "engagement_id"))
            .join(person, _same(person, note, "client_id"))
            .where(
                note.c.organisation == self._w.organisation,
                note.c.coach_id == coach_id,
                engagement.c.coach_id == coach_id,
                engagement.c.state != EngagementState.ENDED,
                engagement.c.ends_at > now,
            )
            .order_by(note.c.at, note.c.id)
        )
        rows = await self._w.sound(note, query)
        present = await self._present(coach_id, {row.engagement_id for row in rows}, now)
        return await readable([r for r in rows if r.engagement_id in present], self._read_lost)

    async def end_with(
        self, coach_id: str, engagement_id: str | None, now: datetime, keeps_until: datetime
    ) -> Sequence[Engagement]:
        own = [engagement.c.coach_id == coach_id, engagement.c.ends_at > now]
        if engagement_id is not None:
            own.append(engagement.c.id == engagement_id)
        ended = await self._engagements_where(*own)
        for one in ended:
            await self.save_engagement(one.ended(now, keeps_until))
        owners = delivery.c.owner.in_([one.id for one in ended])
        planned = (owners, delivery.c.state == DeliveryState.PLANNED)
        await self._w.change(self._w.delete(delivery, *planned))
        return ended

    def _listed(self, coach_id: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
        return (
            engagement.c.organisation == self._w.organisation,
            engagement.c.coach_id == coach_id,
            engagement.c.listed,
            engagement.c.state != EngagementState.ENDED,
            engagement.c.ends_at > now,
        )

    async def _read_lost(self, row: Row[Any]) -> LostNote:
        name = await self._w.unseal_own("person.name", row.client_id, row.name)
        return LostNote(name, row.at)

    async def _read_listed(self, now: datetime, row: Row[Any]) -> Listed:
        name = await self._w.unseal_own("person.name", row.client_id, row.name)
        one = await read_engagement(self._w, row)
        return Listed(one.id, name, one.ends_on, one.session_at, one.last_met(now))

    def _open_to(
        self,
        coach_id: str,
        now: datetime,
        stands: ColumnElement[bool],
        *which: ColumnElement[bool],
    ) -> Select[Any]:
        """Selects shares of the coach's present engagements, and of an ended one what `stands`."""
        going_on = and_(engagement.c.state != EngagementState.ENDED, engagement.c.ends_at > now)
        inside = _same(engagement, share, "engagement_id")
        client = _same(person, engagement, "client_id")
        return (
            select(share, person.c.name)
            .join(engagement, inside)
            .join(person, client)
            .where(
                share.c.organisation == self._w.organisation,
                share.c.client_id == engagement.c.client_id,
                engagement.c.coach_id == coach_id,
                or_(going_on, stands),
                *which,
            )
            .order_by(share.c.approved_at, share.c.id)
        )

    def _noted(self, coach_id: str) -> Select[Any]:
        return select(bring_up.c.share_id).where(
            bring_up.c.organisation == self._w.organisation, bring_up.c.coach_id == coach_id
        )

    def _posted(self, coach_id: str, digest: str) -> Select[Any]:
        return self._w.select(posted, posted.c.coach_id == coach_id, posted.c.digest == digest)

    async def _items(
        self, rows: Sequence[Row[Any]], coach_id: str, now: datetime, *, stands: bool
    ) -> Sequence[SharedItem]:
        """Reads shares whose own seal names this coach, and whose engagement's seal does too.

        With `stands`, the engagement of a share without a name may have ended.
        """
        await self._w.warm({row.client_id for row in rows})
        sound = await self._w.fitting(share, rows)
        ids = {row.engagement_id for row in sound}
        present = await self._present(coach_id, ids, now)
        theirs = await self._with_coach(coach_id, ids) if stands else present
        mine = []
        for row in sound:
            within = (theirs if row.unnamed else present).get(row.engagement_id)
            if within and row.coach_id == coach_id and within.client_id == row.client_id:
                mine.append(row)
        return await readable(mine, partial(self._read_item, theirs))

    async def _read_item(self, theirs: Mapping[str, Engagement], row: Row[Any]) -> SharedItem:
        client = row.client_id
        name = Words("")
        if not row.unnamed:
            name = await self._w.unseal_own("person.name", client, row.name)
        return SharedItem(
            share_id=row.id,
            engagement_id=row.engagement_id,
            client_name=name,
            heading=await self._w.unseal("share.heading", row.id, client, row.heading),
            body=await self._w.unseal("share.body", row.id, client, row.body),
            approved_at=row.approved_at,
            until=row.until,
            purpose=row.purpose,
            new=row.digest is None,
            seen=row.seen_at is not None,
            brings=row.brings,
            unnamed=row.unnamed,
            session_at=seen_session(theirs[row.engagement_id]),
        )

    async def _read_posted(self, row: Row[Any]) -> Posted:
        owner = coach_owner(row.coach_id)
        message = await self._w.unseal("posted.message", row.digest, owner, row.message)
        return Posted(row.digest, row.coach_id, message.text, row.until)


def _same(one: Table, other: Table, column: str) -> ColumnElement[bool]:
    """Joins `one` by the id that `other` has in `column`, inside one organisation."""
    return and_(one.c.organisation == other.c.organisation, one.c.id == other.c[column])


def _stands_in(message: str) -> ColumnElement[bool]:
    return exists().where(
        sighting.c.organisation == share.c.organisation,
        sighting.c.share_id == share.c.id,
        sighting.c.digest == message,
    )
