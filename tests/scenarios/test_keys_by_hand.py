"""If an operator turns the epoch by hand, no certificate says that copies of the keys are useless
already.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.erase import told
from bot.domain.operator import Erasure
from tests.databases import SCALED, opened
from tests.world import World, joined, text_of

AT_ONCE = "only by someone who also has the keys and the main key from that time"
LATER = "Copies of those keys stop working when the people who run me next change"


@pytest.mark.parametrize("by_hand", [False, True])
async def test_the_certificate_says_whether_copies_of_the_keys_are_useless_already(
    tmp_path: Path, by_hand: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(SCALED, tmp_path) as store:
        monkeypatch.setattr(store.keys, "by_hand", by_hand)
        world = World(store.store)
        client, _ = await joined(world)
        await client.writes("kept for me")
        await client.writes("erase everything")
        said = text_of(await client.presses("Erase everything"))
    assert (AT_ONCE in said) is not by_hand
    assert (LATER in said) is by_hand


@pytest.mark.parametrize("by_hand", [False, True])
async def test_the_operators_certificate_says_so_too(
    tmp_path: Path, by_hand: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(SCALED, tmp_path) as store:
        monkeypatch.setattr(store.keys, "by_hand", by_hand)
        world = World(store.store)
        client, _ = await joined(world)
        certificate = (await world.bot.events.erase_for(client.address)).certificate
    said = "\n".join(told(Erasure(certificate)))
    assert ("handrail keys new" in said) is by_hand
