"""The story from code to digest to erase on every store: in memory, SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.databases import STORES, any_store
from tests.world import World, joined, text_of


@pytest.mark.parametrize("kind", STORES)
async def test_the_story_is_the_same_on_every_store(kind: str, tmp_path: Path) -> None:
    async with any_store(kind, tmp_path) as store:
        world = World(store)
        client, coach = await joined(world)
        await world.skip()
        await client.writes("a line for Daniel 🙂\n  and a second")
        await client.asks_to_share()
        await client.presses("Yes")
        await client.presses("Share exactly this")
        await client.presses_raw("step")
        await client.submits(when="I sit down", then="breathe out", prompt="2")
        await client.presses("Yes")
        await world.until(datetime(2026, 12, 1, tzinfo=UTC))
        left = [(a.message.template, a.at.strftime("%d %H")) for a in world.platform.arrived]
        assert left == [
            ("check-in", "26 08"),
            ("digest", "27 08"),
            ("step-prompt-hello", "28 08"),
            ("question-step", "30 08"),
        ]
        assert coach.quotes()[-1] == "a line for Daniel 🙂\n  and a second"
        await client.presses("Done")
        (held,) = await client.writes("what do you hold")
        assert "2 answers:" in text_of([held])
        await client.writes("erase everything")
        await client.presses("Erase everything")
        await world.restart()
        await world.until(datetime(2027, 4, 1, tzinfo=UTC))
        assert len(world.platform.arrived) == 4
        (held,) = await client.writes("what do you hold")
        assert "nothing about you" in text_of([held])


@pytest.mark.parametrize("kind", STORES)
async def test_forged_ids_of_any_shape_find_nothing_on_any_store(kind: str, tmp_path: Path) -> None:
    async with any_store(kind, tmp_path) as store:
        world = World(store)
        client, _ = await joined(world)
        for forged in ("\x00", "\ud83d", "\u202e", "x" * 10_000, "' OR 1=1 --", "%", "😀"):
            for verb in ("mark:{}:1", "keep:{}", "share:{}", "take-back:{}", "step:{}"):
                (answer,) = await client.presses_raw(verb.format(forged))
                assert answer.template == "stale", verb
