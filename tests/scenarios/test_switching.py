"""A purpose that is switched off and on again works as if it had never been off."""

from __future__ import annotations

from tests.world import World, joined


async def test_the_first_yes_pressed_again_brings_check_ins_back_like_the_switch() -> None:
    """The old message is pressed long after: the agreement also plans the check-ins."""
    world = World()
    client, _ = await joined(world, digest=False)
    yes = next(b.action for b in client.buttons() if b.action.endswith(":check_ins:yes"))
    await client.writes("my switches")
    await client.presses("Turn off: Check-ins")
    assert client.templates()[-1] == "switched-off"
    before = len(world.platform.arrived)
    await client.presses_raw(yes)
    while len(world.platform.arrived) == before:
        assert await world.skip()
    assert world.platform.arrived[-1].message.template == "check-in"


async def test_a_typed_no_to_notes_declines_them() -> None:
    """ "notes" itself begins with "no", which once hid this no from whoever typed it."""
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes("my switches")
    await client.presses("Turn on: Notes from my coach")
    assert client.templates()[-1] == "ask-notes"
    (answer,) = await client.writes("nope")
    assert answer.template == "switched-off"


async def test_a_typed_no_to_how_the_step_went_is_an_answer_in_words() -> None:
    world = World()
    client, _ = await joined(world, digest=False)
    await client.writes("step")
    await client.writes("When tea is ready, then I sit down")
    await world.skip()
    assert client.templates()[-1] == "question-step"
    answers = await client.writes("nope")
    assert [answer.template for answer in answers] == ["you-wrote"]
    assert client.quotes()[-1] == "nope"
