"""An answer in a form: heard like any words, kept like any words, and shown nowhere in the chat."""

from __future__ import annotations

import pytest

from bot.chat import Form, Message, Submitted, TextField
from bot.domain.actions import ANSWER_FORM, ANSWER_SET, LANGUAGE, read_action
from bot.domain.limits import LINE
from bot.messages.answering.quoting import answer_form
from bot.plain import to_plain
from bot.text import catalogue, languages
from tests.scenarios.replying.test_in_threads import answers, asked_twice
from tests.world import Chatter, World, buttons_in, joined

HIDDEN = "words that stand nowhere in this chat"


async def filled(client: Chatter, to: str, text: str) -> list[Message]:
    """Presses "Answer in a form" under the check-in with this reference, and sends the form."""
    place = client.shown[client.posted[to]]
    (button,) = [one for one in buttons_in(place) if one.action.startswith("answer-form:")]
    (shown,) = await client.presses_raw(button.action)
    (form,) = [block for block in shown.blocks if isinstance(block, Form)]
    assert form.dialog
    return await client.does(Submitted(form.action, {"words": text}))


@pytest.mark.parametrize("which", [0, 1])
async def test_it_answers_its_own_check_in_and_the_chat_never_shows_it(which: int) -> None:
    world, client, references = await asked_twice()
    before = len(client.shown)
    told = await filled(client, references[which], HIDDEN)
    assert told[0].template == "apart-kept"
    assert HIDDEN not in "".join(to_plain(one) for one in client.shown[before:])
    assert await answers(world) == {HIDDEN: references[which]}


async def test_without_a_grant_nothing_of_it_is_stored() -> None:
    world = World()
    client, _ = await joined(world, keep=False)
    await world.skip()
    reference = world.platform.arrived[-1].reference
    told = await filled(client, reference, HIDDEN)
    assert told[0].template == "apart-not-kept"
    assert HIDDEN not in client.sees()
    assert await answers(world) == {}


async def test_the_question_stays_open_until_something_is_sent() -> None:
    world, client, (_, newer) = await asked_twice()
    await client.presses_raw(ANSWER_FORM(newer, "x"))
    await client.writes("in the chat after all")
    assert await answers(world) == {"in the chat after all": newer}


async def test_an_empty_form_asks_again_and_keeps_nothing() -> None:
    world, client, (_, newer) = await asked_twice()
    (again,) = await filled(client, newer, "  \n ")
    assert again.template == "apart-ask"
    assert await answers(world) == {}


HEARD = {"I want to kill myself": "crisis", "stop": "apart-kept"}


@pytest.mark.parametrize("text", HEARD)
async def test_distress_and_stop_are_heard_in_it_first(text: str) -> None:
    world, client, (_, newer) = await asked_twice()
    told = await filled(client, newer, text)
    assert told[0].template.startswith(HEARD[text])
    if text == "stop":
        assert told[-1].template.startswith("stop")
    else:
        assert await answers(world) == {}
        await filled(client, newer, HIDDEN)
        assert await answers(world) == {}


async def test_a_forged_or_foreign_form_is_out_of_date() -> None:
    world, _, (_, newer) = await asked_twice()
    other, _ = await joined(world, "Sam", "Ruth", client="sam", coach="ruth")
    for action in (ANSWER_SET(newer, "x"), ANSWER_SET("nothing", "x")):
        (told,) = await other.does(Submitted(action, {"words": HIDDEN}))
        assert told.template == "stale"
    assert HIDDEN not in await answers(world)


async def test_what_was_written_in_it_can_be_shared_and_ended_like_any_answer() -> None:
    world, client, (_, newer) = await asked_twice()
    (told, *_) = await filled(client, newer, HIDDEN)
    labels = [one.label for one in buttons_in(told)]
    assert labels == ["Share with Daniel", "Don't keep"]
    await client.presses_raw([one.action for one in buttons_in(told)][-1])
    assert await answers(world) == {}


def test_the_box_takes_as_much_as_the_chat() -> None:
    for language in languages():
        (form,) = [
            block
            for block in answer_form(catalogue(language), None, "d", "q").blocks
            if isinstance(block, Form)
        ]
        (box,) = form.fields
        assert isinstance(box, TextField)
        assert box.limit == LINE.characters
        assert len(form.submit) <= 24


@pytest.mark.parametrize("language", languages())
async def test_every_check_in_carries_the_form_and_later_today(language: str) -> None:
    world = World()
    client, _ = await joined(world)
    await client.presses_raw(LANGUAGE(language))
    await world.skip()
    rows = [read_action(one.action) for one in buttons_in(world.platform.arrived[-1].message)]
    assert {"answer-form", "later", "pass"} <= {found.row.verb for found in rows if found}
