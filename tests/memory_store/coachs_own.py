"""What is a coach's own, in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.profile import BringUp, OwnQuestions, Profile
from tests.memory_store.tables import Memory


class MemoryCoachsOwn(Memory):
    async def profile(self, coach_id: str) -> Profile | None:
        return self._t.profiles.get(coach_id)

    async def save_profile(self, profile: Profile, version: str) -> None:
        self._t.profiles[profile.coach_id] = profile
        for one in list(self._t.engagements.values()):
            if one.coach_id == profile.coach_id:
                self._t.engagements[one.id] = replace(one, agreement_version=version)

    async def own_questions(self, coach_id: str) -> Sequence[OwnQuestions]:
        mine = [q for q in self._t.own_questions.values() if q.coach_id == coach_id]
        return sorted(mine, key=lambda q: q.at, reverse=True)

    async def save_own_questions(self, questions: OwnQuestions) -> None:
        self._t.own_questions[questions.id] = questions

    async def remove_own_questions(self, coach_id: str, set_id: str) -> None:
        found = self._t.own_questions.get(set_id)
        if found is not None and found.coach_id == coach_id:
            del self._t.own_questions[set_id]

    async def bring_up(self, brought: BringUp) -> None:
        if brought.share_id in self._t.shares:
            self._t.brought.setdefault(brought.share_id, brought)

    async def brought_up(self, coach_id: str, share_id: str) -> None:
        found = self._t.brought.get(share_id)
        if found is not None and found.coach_id == coach_id:
            del self._t.brought[share_id]
