"""SQL for what a coach writes about themselves: card, questions, and shares to come back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from bot.domain.profile import BringUp, OwnQuestions, Profile
from storage.sql.content import card_text, profile_of
from storage.sql.port import SqlPort, only, readable
from storage.sql.rows import flat
from storage.sql.schema import bring_up, engagement, profile, question_set
from storage.sql.unit_of_work import coach_owner


class SqlCoachsOwn(SqlPort):
    async def profile(self, coach_id: str) -> Profile | None:
        mine = self._w.where(profile, coach_id=coach_id)

        async def read() -> Profile | None:
            return only(await readable(await self._w.sound(profile, mine), self._read_profile))

        return await self._w.memo.once(("profile", coach_id), (profile,), read)

    async def save_profile(self, new: Profile, version: str) -> None:
        coach = new.coach_id
        card = await self._w.seal("profile.card", coach, coach_owner(coach), card_text(new), new.at)
        await self._w.save(profile, {"coach_id": coach, "card": card, "at": new.at})
        theirs = engagement.c.coach_id == coach
        await self._w.change_sealed(engagement, theirs, values={"agreement_version": version})

    async def own_questions(self, coach_id: str) -> Sequence[OwnQuestions]:
        newest = self._w.where(question_set, order=("-at", "id"), coach_id=coach_id)

        async def read() -> Sequence[OwnQuestions]:
            return await readable(await self._w.sound(question_set, newest), self._read_questions)

        found = await self._w.memo.once(("question_set", coach_id), (question_set,), read)
        return list(found)

    async def save_own_questions(self, new: OwnQuestions) -> None:
        owner = coach_owner(new.coach_id)
        body = await self._w.seal("question_set.body", new.id, owner, new.body, new.at)
        await self._w.save(question_set, flat(new) | {"body": body})

    async def remove_own_questions(self, coach_id: str, set_id: str) -> None:
        mine = (question_set.c.coach_id == coach_id, question_set.c.id == set_id)
        await self._w.change(self._w.delete(question_set, *mine))

    async def bring_up(self, brought: BringUp) -> None:
        await self._w.add(bring_up, flat(brought))

    async def brought_up(self, coach_id: str, share_id: str) -> None:
        mine = (bring_up.c.coach_id == coach_id, bring_up.c.share_id == share_id)
        await self._w.change(self._w.delete(bring_up, *mine))

    async def _read_profile(self, row: Row[Any]) -> Profile:
        owner = coach_owner(row.coach_id)
        card = await self._w.unseal("profile.card", row.coach_id, owner, row.card)
        return profile_of(row.coach_id, row.at, card)

    async def _read_questions(self, row: Row[Any]) -> OwnQuestions:
        owner = coach_owner(row.coach_id)
        body = await self._w.unseal("question_set.body", row.id, owner, row.body)
        return OwnQuestions(row.id, row.coach_id, body, row.at)
