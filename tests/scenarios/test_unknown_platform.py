"""A platform that registered no sentence of its own, or not at all: nothing is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.text import languages
from tests.databases import any_store
from tests.world import World, joined, text_of

LANGUAGES = languages()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", ["all", "part", "kept"])
async def test_an_erase_ends_with_its_certificate(tmp_path: Path, language: str, how: str) -> None:
    async with any_store("sqlite", tmp_path) as store:
        world = World(store)
        world.platform.platform = "mattermost"
        world.bot = world._start()
        client, _ = await joined(world)
        if how == "kept":
            await client.writes("invite")
        await client.writes("I would like to keep this line for a while")
        await client.presses_raw(f"language:{language}")
        action = "erase:yes" if how != "part" else "erase-span:2026-11-01:2026-12-31"
        (told,) = await client.presses_raw(action)
        assert told.template == ("erased-part" if how == "part" else "erased")
        (held,) = await client.presses_raw("hold")
        assert held.template == "hold"
        for message in (told, held):
            assert "mattermost" not in text_of([message])
