"""SQL for the client's side. Every lookup of content names the engagement."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, select

from bot.domain.consent import Purpose
from bot.domain.share import Share, Sighting
from bot.domain.step import Step, StepState
from bot.domain.words import Words
from storage.sql.answers import SqlAnswers
from storage.sql.asking import SqlAsking
from storage.sql.content import more_text, with_more
from storage.sql.engagements import SqlEngagements
from storage.sql.port import SqlPort, only, readable
from storage.sql.rows import each_thing, flat
from storage.sql.running.ready import FilledShape
from storage.sql.schema import share, sighting, step
from storage.sql.sealed_rows.sponsor_lines import SqlSponsorLines


class SqlSteps(SqlPort):
    async def step(self, engagement_id: str, step_id: str) -> Step | None:
        return only(await self._steps(self._within(step, engagement_id, id=step_id)))

    async def steps(self, engagement_id: str) -> Sequence[Step]:
        return await self._steps(self._within(step, engagement_id, order=("-at", "id")))

    async def save_step(self, new: Step) -> None:
        parts = (
            ("when_words", new.when),
            ("then_words", new.then),
            ("state", Words(new.state.value)),
        )
        values = {
            name: await self._w.seal(f"step.{name}", new.id, new.client_id, words, new.at)
            for name, words in parts
        }
        more = more_text(new)
        if more is not None:
            values["more"] = await self._w.seal("step.more", new.id, new.client_id, more, new.at)
        plain = ("id", "engagement_id", "client_id", "at", "until")
        whole = {"more": None} | values | {name: getattr(new, name) for name in plain}
        await self._w.save(step, whole)

    async def remove_step(self, engagement_id: str, step_id: str) -> None:
        await self._remove(step, engagement_id, step_id)

    async def _steps(self, query: FilledShape) -> list[Step]:
        return await readable(await self._w.sound(step, query), self._read_step)

    async def _read_step(self, row: Row[Any]) -> Step:
        owner = row.client_id
        state = await self._w.unseal("step.state", row.id, owner, row.state)
        more = None
        if row.more is not None:
            more = await self._w.unseal("step.more", row.id, owner, row.more)
        read = Step(
            id=row.id,
            engagement_id=row.engagement_id,
            client_id=owner,
            when=await self._w.unseal("step.when_words", row.id, owner, row.when_words),
            then=await self._w.unseal("step.then_words", row.id, owner, row.then_words),
            state=StepState(state.text),
            at=row.at,
            until=row.until,
        )
        return with_more(read, more)


class SqlShares(SqlPort):
    async def share(self, engagement_id: str, share_id: str) -> Share | None:
        return only(await self._shares(self._within(share, engagement_id, id=share_id)))

    async def shares(self, engagement_id: str) -> Sequence[Share]:
        return await self._shares(self._within(share, engagement_id, order=("-approved_at", "id")))

    async def save_share(self, new: Share) -> None:
        sealed = {
            name: await self._w.seal(f"share.{name}", new.id, new.client_id, words, new.approved_at)
            for name, words in (("heading", new.heading), ("body", new.body))
        }
        await self._w.save(share, flat(new) | sealed)

    async def remove_share(self, engagement_id: str, share_id: str) -> None:
        await self._take_back(share.c.engagement_id == engagement_id, share.c.id == share_id)

    async def withhold(self, engagement_id: str, purposes: Collection[Purpose]) -> None:
        unseen = (share.c.seen_at.is_(None), share.c.purpose.in_(purposes))
        await self._take_back(share.c.engagement_id == engagement_id, *unseen)

    async def sightings(self, engagement_id: str) -> Sequence[Sighting]:
        mine = select(share.c.id).where(
            share.c.organisation == self._w.organisation, share.c.engagement_id == engagement_id
        )
        seen = self._w.select(sighting, sighting.c.share_id.in_(mine))
        rows = await self._w.sound(sighting, seen.order_by(sighting.c.at, sighting.c.digest))
        return each_thing(Sighting, rows)

    async def _shares(self, query: FilledShape) -> list[Share]:
        return await readable(await self._w.sound(share, query), self._read_share)

    async def _read_share(self, row: Row[Any]) -> Share:
        owner = row.client_id
        return Share(
            id=row.id,
            engagement_id=row.engagement_id,
            client_id=owner,
            coach_id=row.coach_id,
            answer_id=row.answer_id,
            heading=await self._w.unseal("share.heading", row.id, owner, row.heading),
            body=await self._w.unseal("share.body", row.id, owner, row.body),
            approved_at=row.approved_at,
            until=row.until,
            purpose=row.purpose,
            digest=row.digest,
            seen_at=row.seen_at,
            brings=row.brings,
            unnamed=row.unnamed,
        )


class SqlClientSide(SqlEngagements, SqlAnswers, SqlSteps, SqlShares, SqlAsking, SqlSponsorLines):
    """Implements the whole port `ClientSide`."""
