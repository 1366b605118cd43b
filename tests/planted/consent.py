"""Faults in what may be sent at all: consent, stop, pause, rest and end."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bot.delivery import gate
from bot.delivery.kinds import KINDS
from bot.domain.consent import Grant
from bot.domain.delivery import Kind
from bot.domain.purposes import PURPOSES, Purpose
from bot.handlers import consent, pausing
from tests.memory_store import sides
from tests.memory_store.retention import MemoryRetention
from tests.tables import put_row


def consent_is_not_asked(patch: pytest.MonkeyPatch) -> None:
    def anything_goes(ledger: Any, purpose: Purpose, *_: object) -> Grant | None:
        return Grant(purpose, ledger[-1]) if ledger else None

    patch.setattr(gate, "live", anything_goes)
    patch.setattr(gate, "allowed", anything_goes)


def a_stop_is_only_words(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(consent, "withdraw_all", nothing)


def a_pause_is_only_words(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(pausing, "Pause", lambda *_, **__: None)


def an_end_is_only_words(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> list[str]:
        return []

    patch.setattr(sides.MemoryCoachSide, "end_with", nothing)


def words_of_crisis_change_nothing(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> list[object]:
        return []

    patch.setattr(pausing, "rest", nothing)


def check_ins_allow_questions_about_sessions_too(patch: pytest.MonkeyPatch) -> None:
    """Turning session questions off leaves them planned, and the gate checks another purpose."""
    _unplans_nothing(patch, Purpose.SESSION_PREP)
    needs_only_check_ins(patch, Kind.SESSION_PREP)


def check_ins_allow_notes_too(patch: pytest.MonkeyPatch) -> None:
    _unplans_nothing(patch, Purpose.NOTES)
    needs_only_check_ins(patch, Kind.NOTE)


def _unplans_nothing(patch: pytest.MonkeyPatch, purpose: Purpose) -> None:
    put_row(patch, PURPOSES, purpose, replace(PURPOSES[purpose], covers=()))


def needs_only_check_ins(patch: pytest.MonkeyPatch, kind: Kind) -> None:
    put_row(patch, KINDS, kind, replace(KINDS[kind], purpose=Purpose.CHECK_INS))


def an_erase_leaves_planned_deliveries(patch: pytest.MonkeyPatch) -> None:
    real = MemoryRetention.erase_client

    async def leaves(box: Any, client_id: str, at: datetime) -> None:
        kept = {k: d for k, d in box._t.deliveries.items() if d.to == client_id}
        await real(box, client_id, at)
        box._t.deliveries.update(kept)

    patch.setattr(MemoryRetention, "erase_client", leaves)
