"""Faults planted in what coaching adds; the histories must find each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.delivery import kinds
from bot.delivery.kinds import KINDS, Composing, Piece
from bot.domain.delivery import Kind
from bot.domain.purposes import PURPOSES, Purpose
from bot.domain.rounds import NextAsk, Round, next_round
from bot.handlers import clients, privacy
from bot.messages import check_ins
from bot.messages import notes as say_notes
from bot.rules import grants, planning
from bot.text import catalogue
from tests.memory_store import sides
from tests.proofs.catching import must_be_caught

Plant = Callable[[pytest.MonkeyPatch], None]


def silence_is_not_heard(patch: pytest.MonkeyPatch) -> None:
    def always_asks(*args: Any) -> Round:
        return replace(next_round(*args), next=NextAsk.ASK)

    patch.setattr(kinds, "next_round", always_asks)


def the_gentle_question_is_asked_again_and_again(patch: pytest.MonkeyPatch) -> None:
    def never_rests(*args: Any) -> Round:
        found = next_round(*args)
        return replace(found, next=NextAsk.GENTLE) if found.next is NextAsk.REST else found

    patch.setattr(kinds, "next_round", never_rests)


def a_reminder_comes_whoever_was_here(patch: pytest.MonkeyPatch) -> None:
    async def whatever(about: Composing) -> Piece:
        offer = check_ins.Offer(about.delivery.id)
        say = catalogue(about.to.language)
        return Piece(check_ins.check_in(say, offer, "reminder-hello"))

    patch.setitem(KINDS, Kind.REMINDER, replace(KINDS[Kind.REMINDER], compose=whatever))


def a_reminder_comes_unasked_for(patch: pytest.MonkeyPatch) -> None:
    """In both places that ask whether it is wanted."""
    _needs_only_check_ins(patch, Kind.REMINDER)

    def anything(decided: Any, purpose: Purpose, *rest: Any) -> Any:
        return grants.allowed(decided, Purpose.CHECK_INS, *rest)

    patch.setattr(planning, "allowed", anything)


def _needs_only_check_ins(patch: pytest.MonkeyPatch, kind: Kind) -> None:
    patch.setitem(KINDS, kind, replace(KINDS[kind], purpose=Purpose.CHECK_INS))


def _unplans_nothing(patch: pytest.MonkeyPatch, purpose: Purpose) -> None:
    patch.setitem(PURPOSES, purpose, replace(PURPOSES[purpose], covers=()))


def check_ins_allow_questions_about_sessions_too(patch: pytest.MonkeyPatch) -> None:
    """What is planned stays planned, and the gate looks at another switch."""
    _unplans_nothing(patch, Purpose.SESSION_PREP)
    _needs_only_check_ins(patch, Kind.SESSION_PREP)


def check_ins_allow_notes_too(patch: pytest.MonkeyPatch) -> None:
    _unplans_nothing(patch, Purpose.NOTES)
    _needs_only_check_ins(patch, Kind.NOTE)


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


def words_of_crisis_change_nothing(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> list[object]:
        return []

    patch.setattr(privacy, "rest", nothing)


def an_end_is_only_words(patch: pytest.MonkeyPatch) -> None:
    async def nothing(*_: object) -> None:
        return None

    patch.setattr(sides.MemoryCoachSide, "end_with", nothing)


FAULTS: list[Plant] = [
    silence_is_not_heard,
    the_gentle_question_is_asked_again_and_again,
    a_reminder_comes_whoever_was_here,
    a_reminder_comes_unasked_for,
    check_ins_allow_questions_about_sessions_too,
    check_ins_allow_notes_too,
    a_note_is_not_what_was_previewed,
    the_list_shows_everybody,
    words_of_crisis_change_nothing,
    an_end_is_only_words,
]


@pytest.mark.parametrize("plant", FAULTS, ids=lambda plant: plant.__name__)
def test_a_planted_fault_is_caught(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    must_be_caught()
