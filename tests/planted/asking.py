"""Faults in how often a client is asked: silence, the gentle question, the reminder."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot.delivery import asking as bot_asking
from bot.delivery.composing import Composing, Piece
from bot.delivery.kinds import KINDS
from bot.domain.delivery import Kind
from bot.domain.purposes import Purpose
from bot.domain.rounds import NextAsk, Round, next_round
from bot.messages import check_ins
from bot.rules import grants, planning
from bot.text import catalogue
from tests.planted.consent import needs_only_check_ins
from tests.tables import put_row


def silence_does_not_stop_the_questions(patch: pytest.MonkeyPatch) -> None:
    def always_asks(*args: Any) -> Round:
        return replace(next_round(*args), next=NextAsk.ASK)

    patch.setattr(bot_asking, "next_round", always_asks)


def the_gentle_question_is_asked_again_and_again(patch: pytest.MonkeyPatch) -> None:
    def never_rests(*args: Any) -> Round:
        found = next_round(*args)
        return replace(found, next=NextAsk.GENTLE) if found.next is NextAsk.REST else found

    patch.setattr(bot_asking, "next_round", never_rests)


def a_reminder_comes_although_the_client_was_here(patch: pytest.MonkeyPatch) -> None:
    async def whatever(about: Composing) -> Piece:
        offer = check_ins.Offer(about.delivery.id)
        say = catalogue(about.to.language)
        return Piece(check_ins.check_in(say, offer, "reminder-hello"))

    put_row(patch, KINDS, Kind.REMINDER, replace(KINDS[Kind.REMINDER], compose=whatever))


def a_reminder_comes_without_its_grant(patch: pytest.MonkeyPatch) -> None:
    """The grant for check-ins also allows the reminder, in both places that check its grant."""
    needs_only_check_ins(patch, Kind.REMINDER)

    def anything(decided: Any, purpose: Purpose, *rest: Any) -> Any:
        return grants.allowed(decided, Purpose.CHECK_INS, *rest)

    patch.setattr(planning, "allowed", anything)
