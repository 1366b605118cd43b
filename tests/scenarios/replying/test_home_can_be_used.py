"""Whatever a home page tells somebody to type can be pressed there, for nothing is typed there."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bot.domain.actions import LANGUAGE
from bot.plain import to_plain
from bot.text import languages
from bot.understand import understand
from tests.scenarios.asking import WHO
from tests.world import Chatter, World, buttons_in, joined

# How each language quotes what somebody is to type.
QUOTED = re.compile(r"[“„«「]\s?([^”“»」]+?)\s?[”“»」]")


async def paused(world: World) -> Chatter:
    client, _ = await joined(world)
    await client.writes("pause until Friday")
    return client


async def resting(world: World) -> Chatter:
    client, _ = await joined(world)
    await client.writes("I want to kill myself")
    return client


async def with_steps_and_shares(world: World) -> Chatter:
    client, _ = await joined(world)
    await world.skip()
    await client.writes("I said no to a meeting")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await world.until(world.clock.now() + timedelta(days=1))
    return client


SHOWN = {str(who): make for who, make in WHO.items()} | {
    "paused": paused,
    "resting": resting,
    "with shares": with_steps_and_shares,
}


@pytest.mark.parametrize("who", SHOWN)
async def test_every_instruction_on_a_home_page_is_a_button_there(who: str) -> None:
    world = World()
    person = await SHOWN[who](world)
    for language in languages():
        person.language = language
        if who != "stranger":
            await person.presses_raw(LANGUAGE(language))
        page = await person.opens_home()
        verbs = {one.action.partition(":")[0] for one in buttons_in(page)}
        for told in QUOTED.findall(to_plain(page)):
            intent = understand(told, language, world.clock.now().date()).intent
            assert intent is not None, (who, language, told)
            assert str(intent) in verbs, (who, language, told)
