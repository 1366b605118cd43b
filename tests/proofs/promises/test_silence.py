"""What promises silence: the coach does all that could make the bot write, and weeks go by."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.text import catalogue
from tests.proofs.promises.stage import (
    NOTE,
    WEEK,
    all_off,
    all_on,
    coach_does_all,
    engagement_of,
    saves_card,
    since,
)
from tests.world import Chatter, World, joined, text_of

Act = Callable[[World, Chatter, Chatter], Awaitable[None]]


async def _stops(world: World, client: Chatter, coach: Chatter) -> None:
    await client.writes("stop")


async def _rests(world: World, client: Chatter, coach: Chatter) -> None:
    engagement = await engagement_of(world, client)
    await client.presses_raw(f"comfort:{engagement.id}:rest")


async def _tells_of_distress(world: World, client: Chatter, coach: Chatter) -> None:
    await client.writes("I want to die")


async def _declines_a_new_card(world: World, client: Chatter, coach: Chatter) -> None:
    await saves_card(coach, "a lot")
    await client.writes("agreement")
    await client.presses("Not now")


async def _is_over(world: World, client: Chatter, coach: Chatter) -> None:
    await coach.presses_raw("end-all:yes")


async def _turns_all_off(world: World, client: Chatter, coach: Chatter) -> None:
    await all_off(client)


# The sentence, the act after which it is said, and a line that shows it.
ACTS: list[tuple[str, Act, str]] = [
    ("stopped", _stops, ""),
    ("home-stopped", _stops, "home"),
    ("rested", _rests, ""),
    ("crisis-rests", _tells_of_distress, ""),
    ("agree-no-more", _declines_a_new_card, ""),
    ("engagement-over", _is_over, "help"),
    ("next-no-check-in", _turns_all_off, "what comes next"),
]


@pytest.mark.parametrize(("sentence", "act", "line"), ACTS, ids=[key for key, *_ in ACTS])
async def test_nothing_leaves_whatever_the_coach_does_and_however_long(
    sentence: str, act: Act, line: str
) -> None:
    world = World()
    client, coach = await joined(world)
    await all_on(client)
    await act(world, client, coach)
    if line:
        await client.writes(line)
    first_words = catalogue("en")(sentence, **_blanks(sentence)).split("{")[0][:14]
    assert first_words in text_of(client.shown[-4:]), "the sentence was said"
    when, engagement = world.clock.now(), await engagement_of(world, client)
    for _ in range(5):
        await coach_does_all(world, coach, engagement)
        await world.until(world.clock.now() + WEEK)
    assert since(world, client, when) == []
    assert NOTE not in client.sees()


def _blanks(sentence: str) -> dict[str, str]:
    if sentence == "engagement-over":
        return {"coach": "Daniel", "erased": "{"}
    return {}


async def test_the_coach_does_reach_somebody_who_allows_it() -> None:
    """Without a promise of silence all of this arrives: the tests above can fail."""
    world = World()
    client, coach = await joined(world)
    await all_on(client)
    when, engagement = world.clock.now(), await engagement_of(world, client)
    await coach_does_all(world, coach, engagement)
    await client.writes("agreement")
    await client.presses("I agree")
    await world.until(world.clock.now() + WEEK)
    assert since(world, client, when)
    assert NOTE in client.sees()


async def test_a_no_to_the_agreement_keeps_everything_away() -> None:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    await client.writes(coach.code())
    answer = await client.presses("Not now")
    assert "nothing will be sent" in text_of(answer)
    engagement = await engagement_of(world, client)
    for _ in range(3):
        await coach_does_all(world, coach, engagement)
        await world.until(world.clock.now() + WEEK)
    assert since(world, client, world.clock.now() - 4 * WEEK) == []


async def test_a_no_to_check_ins_brings_none_whatever_the_coach_does() -> None:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    await client.writes(coach.code())
    await client.presses("I agree")
    assert catalogue("en")("rhythm-quiet") in text_of(await client.presses("No"))
    engagement = await engagement_of(world, client)
    await coach_does_all(world, coach, engagement)
    await client.writes("agreement")
    await client.presses("I agree")
    await world.until(world.clock.now() + 5 * WEEK)
    assert since(world, client, world.clock.now() - 6 * WEEK) == []


async def test_a_pause_is_kept_to_its_day_whatever_the_coach_does() -> None:
    world = World()
    client, coach = await joined(world)
    await all_on(client)
    told = text_of(await client.writes("pause until 14 December"))
    assert "I won't write before Mon" in told
    when, engagement = world.clock.now(), await engagement_of(world, client)
    await coach_does_all(world, coach, engagement)
    await world.until(world.clock.now() + 4 * WEEK)
    assert all(f"{at:%m-%d}" >= "12-14" for at, _ in since(world, client, when))


async def test_no_digest_comes_by_itself_to_a_coach_who_wants_none() -> None:
    world = World()
    client, coach = await joined(world, digest=False)
    await client.writes("for Daniel")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    assert catalogue("en")("home-digest-off") in text_of([await coach.opens_home()])
    await world.until(world.clock.now() + 4 * WEEK)
    assert [one for one in world.platform.arrived if one.to == coach.address] == []


async def test_who_says_nothing_is_asked_once_and_then_left_in_peace() -> None:
    """ "If you say nothing, I pause until you write": the card changes and months go by."""
    world = World()
    client, coach = await joined(world)
    while "gentle-ask" not in client.templates() and await world.skip():
        pass
    when = world.clock.now() + timedelta(seconds=1)
    for fees in ("one", "two"):
        await saves_card(coach, fees)
        await world.until(world.clock.now() + 5 * WEEK)
    assert [template for _, template in since(world, client, when) if template != "ending"] == []


async def test_notes_that_are_allowed_are_not_denied_by_what_comes_next() -> None:
    """Check-ins are off and notes are on. "I won't write by myself" was said, and a note came."""
    world = World()
    client, coach = await joined(world)
    await all_on(client)
    await client.writes("my switches")
    await client.presses("Turn off: Check-ins")
    for line in ("what comes next", "home"):
        assert "only where you have allowed it" in text_of(await client.writes(line))
    await writes_and_waits(world, client, coach)
    assert NOTE in client.sees()


async def writes_and_waits(world: World, client: Chatter, coach: Chatter) -> None:
    await coach_does_all(world, coach, await engagement_of(world, client))
    await client.writes("agreement")
    await client.presses("I agree")
    await world.until(world.clock.now() + WEEK)
