"""Attacks by a member of a workspace where Handrail runs."""

from __future__ import annotations

from pathlib import Path

from tests.attacks.attack import Tried, attack
from tests.proofs.screen_world import CLIENT, FORM, SHARED, WORDS, erase_all, living, of
from tests.proofs.screens import SCREENS


@attack(
    "A member who can look at the screen of somebody who erased everything searches every surface "
    "of the platform for their words and their coach.",
    tries=len(SCREENS) * (len(WORDS) + 1),
)
async def test_a_member_finds_no_copy_after_an_erase(tmp_path: Path, tried: Tried) -> None:
    for name in SCREENS:
        async with living(name, tmp_path / name) as scene:
            await scene.plants()
            await erase_all(scene)
            client, coach = await scene.after()
            for word in WORDS:
                tried()
                assert word not in client, name
                assert word not in coach, name
            tried()
            assert CLIENT not in client, name


@attack(
    "A coach reopens each older message of the bot's, to read what a client has deleted since.",
    tries=2 * len(SCREENS),
)
async def test_a_coach_finds_no_quote_of_what_was_deleted(tmp_path: Path, tried: Tried) -> None:
    for name in SCREENS:
        async with living(name, tmp_path / name) as scene:
            for words in (SHARED, FORM):
                await scene.writes_and_shares(words)
            await scene.coach.writes("digest")
            for words in (SHARED, FORM):
                tried()
                await scene.client.deletes(of(words))
                _, coach = await scene.after()
                assert words not in coach, name
