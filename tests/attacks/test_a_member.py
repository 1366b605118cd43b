"""Attacks by a member of a workspace where Handrail runs."""

from __future__ import annotations

from bot.chat import Submitted
from bot.domain.limits import FIELDS
from tests.attacks.attack import Tried, attack
from tests.world import World, joined, text_of

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
