"""What is not to be passed on: the coach types whatever they can, and the clock moves on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.settings import Settings
from bot.text import catalogue, languages
from tests.proofs.promises.stage import (
    SECRET,
    WEEK,
    engagement_of,
    looks_everywhere,
    saves_card,
    shared,
    shares,
)
from tests.world import Chatter, World, joined, text_of

Act = Callable[[World, Chatter, Chatter], Awaitable[None]]


async def _takes_back(world: World, client: Chatter, coach: Chatter) -> None:
    await client.presses("Take it back")


async def _turns_sharing_off(world: World, client: Chatter, coach: Chatter) -> None:
    await client.writes("my switches")
    await client.presses("Turn off: Share words")


async def _stops(world: World, client: Chatter, coach: Chatter) -> None:
    await client.writes("stop")


async def _says_no_to_a_new_card(world: World, client: Chatter, coach: Chatter) -> None:
    await saves_card(coach, "90 euros")
    await client.writes("agreement")
    await client.presses("Not now")


async def _has_a_new_card_waiting(world: World, client: Chatter, coach: Chatter) -> None:
    await saves_card(coach, "90 euros")


async def _erases_everything(world: World, client: Chatter, coach: Chatter) -> None:
    await client.writes("erase")
    await client.presses("Erase everything")


async def _loses_the_coach(world: World, client: Chatter, coach: Chatter) -> None:
    world.settings = Settings(coaches="local/local/somebody-else")
    await world.restart()


async def _ends_it(world: World, client: Chatter, coach: Chatter) -> None:
    engagement = await engagement_of(world, client)
    await coach.presses_raw(f"end:{engagement.id}:yes")
    await coach.presses_raw("end-all:yes")


# The sentence that the client or the coach reads, and the act after which it is said.
ACTS: list[tuple[str, Act]] = [
    ("taken-back", _takes_back),
    ("switched-off-share", _turns_sharing_off),
    ("stopped", _stops),
    ("agree-no-shares", _says_no_to_a_new_card),
    ("asked-again-agreement", _has_a_new_card_waiting),
    ("erased-gone", _erases_everything),
    ("share-waits", _loses_the_coach),
    ("clients-ended", _ends_it),
]


@pytest.mark.parametrize(("sentence", "act"), ACTS, ids=[key for key, _ in ACTS])
async def test_what_is_not_passed_on_is_read_by_no_command_and_in_no_digest(
    sentence: str, act: Act
) -> None:
    assert catalogue("en").bundle.has_message(sentence)
    world, client, coach = await shared()
    await act(world, client, coach)
    assert SECRET not in await looks_everywhere(coach)
    await world.until(world.clock.now() + 2 * WEEK)
    assert SECRET not in await looks_everywhere(coach)
    assert SECRET not in coach.sees()


async def test_the_coach_does_read_what_is_passed_on() -> None:
    """Without any of these acts each look finds it: the tests above can fail."""
    _, _, coach = await shared()
    assert SECRET in await looks_everywhere(coach)


async def test_a_share_is_read_as_the_sentence_says_at_the_next_look() -> None:
    """A second after the approval the coach asks for the digest, and reads it."""
    _, client, coach = await shared()
    assert "or sooner if they look" in client.sees()
    assert SECRET in text_of(await coach.writes("digest"))


async def test_what_was_read_is_said_to_have_been_read() -> None:
    """The client takes back a second too late: the sentence says so, and the message is edited."""
    world, client, coach = await shared()
    await coach.writes("digest")
    told = text_of(await client.presses("Take it back"))
    assert "was shown it" in told
    assert "won't receive it" not in told
    await world.bot.tick()
    assert SECRET not in coach.sees()


@pytest.mark.parametrize("language", languages())
def test_no_language_says_that_a_share_waits_for_a_day(language: str) -> None:
    said = catalogue(language)("shared", coach="Daniel").casefold()
    waiting = ("not before", "nicht vorher", "pas avant", "no antes", "não antes", "không sớm hơn")
    assert not any(words in said for words in (*waiting, "それより早く"))


async def test_nothing_is_shared_without_a_preview_and_its_approval() -> None:
    """Words are quoted, previewed, kept, and asked for by the coach, and still not shared."""
    world = World()
    client, coach = await joined(world)
    await shares(client, "something else")
    await client.writes(SECRET)
    assert SECRET not in await looks_everywhere(coach)
    await client.asks_to_share()
    assert SECRET not in await looks_everywhere(coach)
    await client.presses("Don't share")
    await world.until(world.clock.now() + 2 * WEEK)
    assert SECRET not in await looks_everywhere(coach)
    assert SECRET not in coach.sees()


async def test_what_the_coach_reads_is_what_was_previewed() -> None:
    world, client, coach = await shared()
    previewed = next(m for m in client.shown if m.template == "preview")
    (read,) = await coach.writes("digest")
    quoted = [block for block in previewed.blocks if block in read.blocks]
    assert len(quoted) >= 2, "the heading and the words, word for word"
    assert world.platform.edits == []
