"""Faults in what a coach reads: shares, digests, notes and the list."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.delivery import kinds
from bot.domain.purposes import Purpose
from bot.domain.share import SharedItem
from bot.domain.words import Words
from bot.handlers import clients, coaching, conversation
from bot.messages import notes as say_notes
from tests.memory_store import sides


def the_coach_reads_everything(patch: pytest.MonkeyPatch) -> None:
    async def all_of_it(self: Any, coach_id: str, *_: Any, **__: Any) -> list[SharedItem]:
        mine = [e.id for e in self._t.engagements.values() if e.coach_id == coach_id]
        return [
            SharedItem(
                share_id=a.id,
                engagement_id=a.engagement_id,
                client_name=Words("?"),
                heading=Words(""),
                body=a.words,
                approved_at=a.at,
                until=a.until,
                purpose=Purpose.SHARE_WORDS,
                new=True,
                seen=False,
            )
            for a in self._t.answers.values()
            if a.engagement_id in mine and a.words is not None
        ]

    patch.setattr(sides.MemoryCoachSide, "shared_with", all_of_it)


def a_digest_forgets_what_it_carried(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object, **__: object) -> None:
        return None

    patch.setattr(sides.MemoryCoachSide, "shared_in", nothing)


def a_share_taken_back_stays_in_the_digest(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> int:
        return 0

    patch.setattr(conversation, "plan_amends", nothing)


def an_edit_of_a_digest_adds_shares(patch: pytest.MonkeyPatch) -> None:
    real = sides.MemoryCoachSide.shared_with

    async def whatever_is_shared(self: Any, coach_id: str, now: datetime, **narrowed: Any) -> Any:
        if narrowed.get("shown_in") is not None:
            narrowed = {"since": now - timedelta(days=99)}
        return await real(self, coach_id, now, **narrowed)

    patch.setattr(sides.MemoryCoachSide, "shared_with", whatever_is_shared)


def a_withdrawn_grant_does_not_reach_the_digest(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    async def all_of_them(tx: Any, items: Any, now: datetime) -> Any:
        return list(items)

    patch.setattr(sides.MemoryClientSide, "withhold", nothing)
    patch.setattr(kinds, "still_allowed", all_of_them)
    patch.setattr(coaching, "still_allowed", all_of_them)


def a_note_is_not_what_was_previewed(patch: pytest.MonkeyPatch) -> None:
    arrived = say_notes.arrived

    def louder(say: Any, coach: Any, words: Any) -> Any:
        return arrived(say, coach, type(words)(words.text.upper()))

    patch.setattr(say_notes, "arrived", louder)


def the_list_shows_everybody(patch: pytest.MonkeyPatch) -> None:
    async def all_of_them(conversation: Any) -> Any:
        tables = conversation.tx._t
        for one in list(tables.engagements.values()):
            tables.engagements[one.id] = replace(one, listed=True)
        return await conversation.tx.listed(conversation.person.id, conversation.now)

    patch.setattr(clients, "allowed", all_of_them)
