"""Attacks by a member of a workspace where Handrail runs."""

from __future__ import annotations

from pathlib import Path

from bot.chat import Submitted
from bot.domain.limits import FIELDS
from tests.attacks.attack import Tried, attack
from tests.proofs.screen_world import CLIENT, FORM, SHARED, WORDS, erase_all, living, of
from tests.proofs.screens import SCREENS
from tests.world import World, joined, text_of


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


# A form whose good fields are empty asks once more, and a coach's form is none for a client.
ASKED_ANEW = {"erase-days-unreadable", "erase-days", "hello"}


FORGED = {
    "a field that was never shown": {"mark": "x" * 5_000},
    "more fields than any form has": {str(number): "x" for number in range(500)},
    "the name of a field as long as a book": {"n" * 39_000: "x"},
    "little in each field, and much in all": {str(number): "x" * 99 for number in range(399)},
    "more lines than a field shows": {"when": "x\n" * 150, "then": "y"},
    "a text beyond the limit beside a good one": {"when": "x" * 301, "then": "I breathe out"},
}


@attack(
    "Forges what a form carries: fields never shown, too many, or too long.",
    tries=len(FORGED) * len(FIELDS),
)
async def test_a_forged_form_is_answered_and_changes_nothing(tried: Tried) -> None:
    client, _ = await joined(World())
    before = text_of(await client.writes("what do you hold"))
    for verb in FIELDS:
        for values in FORGED.values():
            tried()
            for action in (f"{verb}:x:new", f"{verb}:x", verb):
                shown = await client.does(Submitted(action, values))
                told = {message.template for message in shown}
                assert told <= {"field-too-long", "too-long", "stale"} | ASKED_ANEW, (verb, told)
    assert text_of(await client.writes("what do you hold")) == before
