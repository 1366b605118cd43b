"""A newcomer's home page can be used where it stands: the code, and "I am a coach"."""

from __future__ import annotations

import re

import pytest

from bot.chat import Form, Message, Submitted
from bot.plain import to_plain
from bot.text import languages
from tests.world import Chatter, World, buttons_in

# How each language quotes what somebody is to type.
QUOTED = re.compile(r"[“„«「][^”“»」]+[”“»」]")


async def newcomer(language: str = "en") -> tuple[World, Chatter, Message]:
    world = World()
    sam = world.person("sam", "Sam")
    sam.language = language
    return world, sam, await sam.opens_home()


def code_form(page: Message) -> Form:
    (form,) = [block for block in page.blocks if isinstance(block, Form)]
    return form


@pytest.mark.parametrize("language", languages())
async def test_nothing_on_it_is_to_be_typed_elsewhere(language: str) -> None:
    _, _, page = await newcomer(language)
    assert not QUOTED.search(to_plain(page))
    assert [field.name for field in code_form(page).fields] == ["code"]
    assert [one.action for one in buttons_in(page)] == ["invite"]


@pytest.mark.parametrize("way", ["{}", "my code is {}", " {} \n", "`{}`"])
@pytest.mark.parametrize("language", ["en", "ja"])
async def test_a_code_in_the_field_opens_the_engagement(language: str, way: str) -> None:
    world, sam, page = await newcomer(language)
    coach = world.person("coach", "Daniel")
    await coach.writes("invite")
    if language == "ja":
        way = way.replace("my code is ", "")
    typed = way.format(coach.code())
    told = await sam.does(Submitted(code_form(page).action, {"code": typed}))
    assert told[0].template == "welcome"
    (again,) = await sam.does(Submitted(code_form(page).action, {"code": "ZZZZ-ZZZZ-ZZZ9"}))
    assert again.template == "code-unknown"


@pytest.mark.parametrize("typed", ["", "hello there", "x" * 100])
async def test_what_cannot_be_a_code_is_said_so_and_counts_as_no_guess(typed: str) -> None:
    world, sam, page = await newcomer()
    for _ in range(12):
        (told,) = await sam.does(Submitted(code_form(page).action, {"code": typed}))
        assert told.template == "code-unreadable"
    async with world.store.transaction() as tx:
        assert await tx.person_at(sam.address) is None


async def test_distress_and_stop_in_the_field_are_heard_first() -> None:
    _, sam, page = await newcomer()
    told = await sam.does(Submitted(code_form(page).action, {"code": "I want to kill myself"}))
    assert told[0].template.startswith("crisis")


async def test_i_am_a_coach_gives_a_code_to_hand_over() -> None:
    _, sam, _ = await newcomer()
    told = await sam.presses("I am a coach")
    assert told[0].template == "invite"
    assert sam.code()
