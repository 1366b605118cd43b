"""A step that begins with an existing message (Slack's "make this a small step")."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Form, Message, Quote, Submitted, TextField
from bot.handlers.step_from import _beginning
from tests.world import Chatter, World, joined, text_of


async def make_of(client: Chatter, text: str, **more: str) -> list[Message]:
    return await client.does(Submitted("step-from", {"text": text, **more}))


def prefilled(message: Message) -> dict[str, str]:
    (form,) = [block for block in message.blocks if isinstance(block, Form)]
    return {f.name: f.initial.text for f in form.fields if isinstance(f, TextField)}


async def test_the_message_is_quoted_and_stands_in_the_builder() -> None:
    client, _ = await joined(World())
    (shown,) = await make_of(client, "call  my sister\non Sunday")
    assert shown.template == "step-from"
    assert [b.words.text for b in shown.blocks if isinstance(b, Quote)] == [
        "call  my sister\non Sunday"
    ]
    assert prefilled(shown)["then"] == "call my sister on Sunday"
    assert prefilled(shown)["when"] == ""
    (done,) = await client.submits(when="I have had breakfast")
    assert "I have had breakfast → call my sister on Sunday" in text_of([done])


async def test_a_message_with_both_parts_stays_one_sentence() -> None:
    client, _ = await joined(World())
    (shown,) = await make_of(client, "When I close my laptop, then I write one line")
    filled = {name: text for name, text in prefilled(shown).items() if text}
    assert filled == {"then": "When I close my laptop, then I write one line"}


async def test_nothing_is_kept_before_the_builder_is_sent() -> None:
    client, _ = await joined(World())
    await make_of(client, "zebra")
    assert "zebra" not in text_of(await client.writes("what do you hold"))


async def test_a_line_typed_instead_of_the_form_sets_the_step_too() -> None:
    client, _ = await joined(World())
    await make_of(client, "stretch")
    await client.writes("when I wake up, then I stretch")
    assert client.templates()[-1] == "step-set"


async def test_with_two_coaches_the_bot_first_asks_with_whom() -> None:
    world = World()
    client, _ = await joined(world)
    world.clock.forward(minutes=1)
    await joined(world, "Mai", "Ana", coach="ana")
    (asked,) = await make_of(client, "stretch")
    assert asked.template == "step-with"
    choice = client.form().fields[0]
    daniel = next(o.value for o in choice.options if o.label == "Daniel")  # type: ignore[union-attr]
    (shown,) = await client.submits(**{"with": daniel})
    assert shown.template == "step-from"
    assert prefilled(shown)["then"] == "stretch"
    await client.submits(when="I wake up")
    page = text_of([await client.opens_home()])
    assert page.index("WITH DANIEL") < page.index("I wake up → stretch")


async def test_somebody_elses_engagement_cannot_be_named() -> None:
    world = World()
    client, _ = await joined(world)
    other, _ = await joined(world, "Noor", "Ana", client="other", coach="ana")
    await other.writes("step")
    theirs = other.form().action.split(":")[1]
    (shown,) = await make_of(client, "stretch", **{"with": theirs})
    assert theirs not in repr(shown)
    assert shown.template == "step-from"


async def test_without_a_grant_to_keep_words_the_bot_asks_for_it_first() -> None:
    client, _ = await joined(World(), keep=False)
    shown = await make_of(client, "zebra")
    assert [m.template for m in shown] == ["step-needs-keeping", "ask-keep-words"]
    assert "zebra" not in text_of(shown)


async def test_after_a_stop_no_step_is_begun() -> None:
    client, _ = await joined(World())
    await client.writes("stop")
    (shown,) = await make_of(client, "stretch")
    assert shown.template == "resume-first"


async def test_a_stranger_gets_the_first_words_and_nothing_is_stored() -> None:
    world = World()
    (shown,) = await make_of(world.person("stranger", "Sam"), "stretch")
    assert shown.template == "hello"


async def test_an_empty_message_opens_the_empty_builder() -> None:
    client, _ = await joined(World())
    (shown,) = await make_of(client, " \n ")
    assert shown.template == "step-ask"


async def test_words_of_crisis_are_not_made_a_step() -> None:
    client, _ = await joined(World())
    (shown,) = await make_of(client, "I want to die")
    assert shown.template == "crisis-people"


async def test_a_text_that_is_too_long_is_shown_whole_and_shortened_in_the_builder() -> None:
    client, _ = await joined(World())
    (shown,) = await make_of(client, "walk " * 100)
    assert "That is longer than a step can be (300 characters)." in text_of([shown])
    assert prefilled(shown)["then"] == ("walk " * 60).strip()
    assert client.quotes(last=1) == [("walk " * 100).strip()]
    (refused,) = await make_of(client, "w" * 3_001)
    assert refused.template == "too-long"


@given(st.text(max_size=400))
def test_a_shortened_text_is_a_beginning_of_the_text_and_fits(text: str) -> None:
    begun = _beginning(text)
    assert text.startswith(begun)
    assert len(begun) <= 300


@pytest.mark.parametrize("sign", ["👩‍👩‍👧‍👦", "é", "が", "🇻🇳"])
def test_no_sign_is_cut_in_two(sign: str) -> None:
    for lead in range(12):
        begun = _beginning("a" * lead + sign * 300)
        rest = begun[lead:]
        assert rest == sign * (len(rest) // len(sign))
        assert rest
