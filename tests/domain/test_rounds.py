"""Silence is a full answer: three rounds, one gentle question, then rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.rounds import NextAsk, next_round
from bot.domain.step import StepState
from tests.things import NOW, delivery, step

DAY = timedelta(days=1)
SENT = DeliveryState.SENT


def sent(*days: int) -> list[Delivery]:
    return [
        delivery(f"d{day}", state=SENT, not_before=NOW + day * DAY, settled_at=NOW + day * DAY)
        for day in days
    ]


def test_after_three_silent_rounds_it_asks_once_and_then_rests() -> None:
    turns = [next_round(sent(*range(count)), NOW - DAY, None).next for count in range(6)]
    assert turns == [NextAsk.ASK] * 3 + [NextAsk.GENTLE, NextAsk.REST, NextAsk.REST]


def test_a_word_from_the_person_begins_anew() -> None:
    past = sent(0, 1, 2, 3, 4)
    assert next_round(past, NOW + 5 * DAY, None).next is NextAsk.ASK
    assert next_round(past, None, None).next is NextAsk.REST


@given(
    heard=st.integers(-1, 30),
    states=st.lists(st.sampled_from(list(DeliveryState)), max_size=30),
)
def test_nobody_is_asked_more_than_four_times_without_an_answer(
    heard: int, states: list[DeliveryState]
) -> None:
    past: list[Delivery] = []
    asked = 0
    for day, state in enumerate(states):
        turn = next_round(past, NOW + heard * DAY, None).next
        if turn is NextAsk.REST:
            state = DeliveryState.WITHHELD
        at = NOW + day * DAY
        past.append(delivery(f"d{day}", state=state, not_before=at, settled_at=at))
        silent = state in (SENT, DeliveryState.UNCONFIRMED) and day > heard
        asked += silent
    assert asked <= 4


def test_every_fourth_round_asks_if_it_is_still_right() -> None:
    heard = NOW + 40 * DAY
    comfort = [next_round(sent(*range(count)), heard, None).comfort for count in range(9)]
    assert [number for number, one in enumerate(comfort) if one] == [3, 7]


def test_a_step_is_asked_about_first_and_then_every_other_time() -> None:
    taken = replace(step(), state=StepState.TAKEN, at=NOW + DAY / 2)
    heard = NOW + 40 * DAY
    about = [
        next_round(sent(*range(count)), heard, taken.asked_from("UTC")).about_step
        for count in range(1, 6)
    ]
    assert about == [True, False, True, False, True]
    assert not next_round(sent(0), heard, None).about_step


def test_arrived_has_one_meaning_and_a_reply_may_come_before_it_is_settled() -> None:
    arrived = {state for state in DeliveryState if state.arrived}
    assert arrived == {DeliveryState.SENT, DeliveryState.UNCONFIRMED}
    may_have = {state for state in DeliveryState if state.may_have_arrived}
    assert may_have == arrived | {DeliveryState.CLAIMED}
