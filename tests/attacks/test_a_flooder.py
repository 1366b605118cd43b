"""Attacks by somebody who sends more, longer or slower than anybody would."""

from __future__ import annotations

from time import thread_time

import pytest

from bot.chat import Edited, Happening, Submitted, Wrote
from bot.domain.limits import FIELDS, LINE, MOST_DAYS_OFF, MOST_RECEIVED
from bot.domain.words import Words
from tests.attacks.attack import Tried, attack
from tests.bounded.shapes import SHAPES, text_of
from tests.world import Chatter, World, joined
from tests.world import text_of as shown_text

FORM_FIELDS = [(verb, name) for verb, fields in FIELDS.items() for name in fields]
# The event loop's own work for one event may be so many times that for an ordinary line. What is
# heard in a thread does not count: meanwhile others are answered.
MOST_WORK = 40
EDITED = ("words", "lines", "digits", "marks", "half marks", "emoji", "flags", "kanji", "wide")
ORDINARY = "I talked with Ana about the plan, and it went better than I thought."


async def work(client: Chatter, what: Happening) -> float:
    """The CPU time that one event takes from the event loop, in seconds."""
    begun = thread_time()
    await client.does(what)
    return thread_time() - begun


async def ordinary(client: Chatter) -> float:
    return min([await work(client, Wrote(Words(ORDINARY), f"o{n}")) for n in range(5)])


async def too_much_work(client: Chatter, what: Happening) -> bool:
    """True if an event takes too much every time: a machine under load is no fault of ours."""
    tries = [await work(client, what) > MOST_WORK * await ordinary(client)]
    while tries[-1] and len(tries) < 5:
        tries.append(await work(client, what) > MOST_WORK * await ordinary(client))
    return all(tries)


@attack(
    "Fills every field of every form with 5,000 characters, to hold everybody else up.",
    tries=len(FORM_FIELDS),
)
async def test_long_fields_hold_nobody_and_change_nothing(tried: Tried) -> None:
    client, _ = await joined(World())
    for verb, name in FORM_FIELDS:
        tried()
        form = Submitted(f"{verb}:x:new", {name: text_of("half marks", 5_000)})
        assert not await too_much_work(client, form), (verb, name)
        assert (await client.does(form))[0].template in ("too-long", "field-too-long")
    assert "\u0344\u0344" not in shown_text(await client.writes("what do you hold"))


@attack(
    "Writes lines as long as a platform lets through, in shapes that careless readers choke on.",
    tries=2 * len(SHAPES),
)
async def test_lines_of_any_shape_hold_nobody(tried: Tried) -> None:
    client, _ = await joined(World())
    for shape in SHAPES:
        for length in (LINE.characters, MOST_RECEIVED):
            tried()
            long = Wrote(Words(text_of(shape, length)), f"{shape}-{length}")
            assert not await too_much_work(client, long), (shape, length)


@attack("Edits a kept answer into a text beyond the limit, to have it stored.", tries=len(EDITED))
async def test_an_edit_goes_round_no_limit(tried: Tried) -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("the talk with Mr Silva", "m1")
    await client.presses("Keep private")
    for shape in EDITED:
        tried()
        text = text_of(shape, LINE.characters) + "x"
        shown = await client.does(Edited("m1", Words(text)))
        assert text not in shown_text(shown)
        assert shown[0].template == "edit-too-long", shape
        assert "the talk with Mr Silva" in shown_text(await client.writes("what do you hold"))


@attack(
    "Names one day off after another, so that every coming date is held against all of them.",
    tries=MOST_DAYS_OFF + 20,
)
async def test_days_off_have_an_end(tried: Tried) -> None:
    world = World()
    client, _ = await joined(world)
    kept = 0
    for number in range(MOST_DAYS_OFF + 20):
        tried()
        shown = await client.writes(f"not on 2027-{1 + number // 28:02}-{1 + number % 28:02}")
        if shown[-1].template == "rhythm-next":
            await client.presses("That's right")
            kept += 1
    assert kept == MOST_DAYS_OFF


@pytest.mark.parametrize("escape", ["&#", "&#x"])
@attack("Writes a number that no computer reads, to make every reader of escapes fail.", tries=3)
async def test_a_long_escape_makes_nothing_fail(escape: str, tried: Tried) -> None:
    client, _ = await joined(World())
    for digits in (400, 3_900, 39_000):
        tried()
        shown = await client.writes(escape + "9" * digits)
        assert "trouble" not in [message.template for message in shown]
