"""What stands beside an answer: each state of consent, each kind of answer, in one table."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

import pytest

from bot.chat import Message, Quote
from bot.domain.check_in import BESIDE, AnswerKind
from tests.attacks.changing_cards import saves
from tests.world import Chatter, World, buttons_in, joined, text_of

SHARE, CORRECT, DROP = "Share with Daniel", "Not what I meant", "Don't keep"
NAMED, UNNAMED, KEEPING = "With my name", "Without my name", "Ask me about keeping"
LOSS = "my mother died on Thursday"
LEADS = "What is one small thing you would like to do next week"


@dataclass
class On:
    """A client in some state of consent, and their coach."""

    world: World
    client: Chatter
    coach: Chatter


async def keeps() -> On:
    world = World()
    return On(world, *await joined(world))


async def shares_too() -> On:
    on = await keeps()
    await on.client.writes("my switches")
    await on.client.presses("Turn on: Share words")
    await on.client.presses("Yes")
    return on


async def keeps_nothing() -> On:
    world = World()
    return On(world, *await joined(world, keep=False))


async def withdrew() -> On:
    on = await keeps()
    await on.client.writes("my switches")
    await on.client.presses("Turn off: Keep my words")
    return on


async def waits() -> On:
    """A changed card waits for an answer: until then nothing new is kept."""
    on = await keeps()
    await on.world.skip()
    await saves(on.coach, fees="more than before")
    return on


STATES: Mapping[str, Callable[[], Awaitable[On]]] = {
    "keeps words": keeps,
    "keeps and shares": shares_too,
    "keeps nothing": keeps_nothing,
    "withdrew keeping": withdrew,
    "a card waits": waits,
}
KEPT_IN = ("keeps words", "keeps and shares")


async def asked(on: On, text: str = "") -> None:
    """A question of the set is open; the one with this text, if one is given."""
    if "check-in" not in on.client.templates():
        await on.world.skip()
    for _ in range(40):
        if text in on.client.sees():
            return
        await on.client.presses("Another question")
    raise AssertionError(f"never asked: {text}")


async def after_a_question(on: On) -> list[Message]:
    await asked(on)
    return await on.client.writes("I said no to a meeting")


async def after_one_that_leads(on: On) -> list[Message]:
    await asked(on, LEADS)
    return await on.client.writes("The Monday meeting")


async def after_hope(on: On) -> list[Message]:
    await on.client.presses("Two first questions")
    return await on.client.writes("More calm")


async def as_feedback(on: On) -> list[Message]:
    await on.client.writes("feedback")
    return await on.client.writes("More silence, please")


async def passes(on: On) -> None:
    if "check-in" in on.client.templates():
        await on.client.presses("Pass")


async def unasked(on: On) -> list[Message]:
    await passes(on)
    return await on.client.writes("The plan for my team is ready")


async def a_loss(on: On) -> list[Message]:
    await asked(on, LEADS)
    return await on.client.writes(LOSS)


async def a_loss_unasked(on: On) -> list[Message]:
    await passes(on)
    return await on.client.writes("I cried in the car park")


async def a_loss_as_a_hope(on: On) -> list[Message]:
    await on.client.presses("Two first questions")
    return await on.client.writes("I was laid off in May")


@dataclass(frozen=True)
class Row:
    """An answer; the buttons beside it where it is kept, and where it is not; what follows."""

    kind: AnswerKind
    does: Callable[[On], Awaitable[list[Message]]]
    kept: tuple[str, ...]
    not_kept: tuple[str, ...] = (KEEPING,)
    then: tuple[str, ...] = ()
    always_then: tuple[str, ...] = ()


ROWS: Mapping[str, Row] = {
    "a question": Row(AnswerKind.ANSWER, after_a_question, (SHARE, CORRECT, DROP)),
    "one that leads to a step": Row(
        AnswerKind.LEADING, after_one_that_leads, (SHARE, CORRECT, DROP), then=("step-offer",)
    ),
    "a first question": Row(
        AnswerKind.FIRST, after_hope, (SHARE, CORRECT, DROP), always_then=("first-worry",)
    ),
    "feedback": Row(AnswerKind.FEEDBACK, as_feedback, (NAMED, UNNAMED, CORRECT, DROP)),
    "nobody asked": Row(AnswerKind.FREE, unasked, (DROP,), ()),
    "a loss": Row(AnswerKind.HEAVY, a_loss, (DROP,), ()),
    "a loss, unasked": Row(AnswerKind.HEAVY, a_loss_unasked, (DROP,), ()),
    "a loss, as a hope": Row(AnswerKind.HEAVY, a_loss_as_a_hope, (DROP,), ()),
}
ASKED_AGAIN = {"asked-again", "asked-anew", "ask-keep-words", "agreement", "unsent"}


def test_every_kind_of_answer_stands_in_the_table() -> None:
    assert {row.kind for row in ROWS.values()} == set(AnswerKind)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("state", STATES)
async def test_what_stands_beside_an_answer(state: str, row: str) -> None:
    on, expected = await STATES[state](), ROWS[row]
    is_kept = state in KEPT_IN
    if row == "feedback" and not is_kept:
        await on.client.writes("feedback")
        assert "feedback-ask" not in on.client.templates(), "it is written to be shared, or not"
        return
    reply = await expected.does(on)
    at = next(n for n, one in enumerate(reply) if one.template == "you-wrote")
    told = reply[at]
    assert [block.words.text for block in told.blocks if isinstance(block, Quote)]
    labels = tuple(button.label for button in buttons_in(told))
    assert labels == (expected.kept if is_kept else expected.not_kept)
    then = (expected.then if is_kept else ()) + expected.always_then
    following = [m.template for m in reply[at + 1 :] if m.template not in ASKED_AGAIN]
    assert [name for name in following if name != "crisis-quiet"] == [*then]
    assert ("Kept privately, for you, until" in text_of([told])) is is_kept
    assert ("I haven't kept it" in text_of([told])) is not is_kept


@pytest.mark.parametrize("row", ROWS)
async def test_the_line_above_the_quote_is_sober_after_a_loss(row: str) -> None:
    on = await keeps()
    reply = await ROWS[row].does(on)
    told = next(one for one in reply if one.template == "you-wrote")
    first = text_of([told]).splitlines()[0]
    sober = "Nothing needs to follow from it" in first
    assert sober is (ROWS[row].kind is AnswerKind.HEAVY)
    assert first.startswith("Thank you")


async def test_a_tap_is_kept_at_once_too() -> None:
    on = await keeps()
    await asked(on, "How much energy")
    (told,) = await on.client.presses("3")
    assert [button.label for button in buttons_in(told)] == [SHARE, DROP]
    assert "Kept privately, for you, until" in text_of([told])


@pytest.mark.parametrize("how", ["stop", "end"])
async def test_after_a_stop_or_the_end_nothing_is_quoted(how: str) -> None:
    on = await keeps()
    if how == "stop":
        await on.client.writes("stop")
    else:
        await on.coach.writes("my clients")
        await on.coach.presses("End all my coaching here …")
        await on.coach.presses("End it")
    assert "you-wrote" not in [one.template for one in await unasked(on)]


async def test_a_step_is_offered_once_a_day() -> None:
    on = await keeps()
    offered = []
    for text in (LEADS, "if something gets in the way next week"):
        await asked(on, text)
        reply = await on.client.writes("The Monday meeting")
        offered.append("step-offer" in [one.template for one in reply])
    on.world.clock.forward(days=1)
    await on.world.skip()
    await asked(on, "What would make next week a little lighter?")
    reply = await on.client.writes("Fewer meetings")
    offered.append("step-offer" in [one.template for one in reply])
    assert offered == [True, False, True]


async def test_the_second_first_question_stays_open_while_the_first_is_shared() -> None:
    on = await keeps()
    await after_hope(on)
    await on.client.presses("Share with Daniel")
    await on.client.presses("Yes")
    await on.client.presses("Share exactly this")
    reply = await on.client.writes("That it takes long")
    assert [one.template for one in reply] == ["you-wrote", "first-done"]


def test_nothing_stands_beside_what_nobody_asked_for() -> None:
    assert BESIDE[AnswerKind.FREE] == BESIDE[AnswerKind.HEAVY]
