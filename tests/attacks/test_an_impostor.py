"""Attacks by somebody who pretends to be a platform, a workspace or a person."""

from __future__ import annotations

from bot.text import languages
from tests.attacks.attack import Tried, attack
from tests.attacks.impostors import NAMES, quoted, said_to_a_client
from tests.world import World, text_of


@attack("A coach's display name goes on with the sentences that ask for consent.", tries=56)
async def test_a_name_changes_no_sentence_on_the_way_in(tried: Tried) -> None:
    for language in languages():
        plain = await said_to_a_client("Daniel", language)
        for name in NAMES:
            tried()
            assert await said_to_a_client(name, language) == plain, (language, name)


@attack("Somebody in another workspace takes a coach's name.", tries=2)
async def test_the_account_stands_beside_the_name_wherever_it_is(tried: Tried) -> None:
    world = World()
    client = world.person("client", "Mai")
    for workspace, told in (("local", "Account: daniel (the local page)"), ("far", "another")):
        tried()
        coach = world.person("daniel", "Daniel", workspace=workspace)
        await coach.writes("invite")
        shown = await client.writes(coach.code())
        assert "Daniel" in quoted(shown)
        assert told in text_of(shown)
