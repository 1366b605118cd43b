"""Questions to the bot: answered for everybody, in every language, and stored nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.actions import (
    ABOUT,
    ALLOW,
    APPROVE,
    APPROVE_UNNAMED,
    SHARE,
    SHARE_UNNAMED,
    read_action,
)
from bot.domain.complete import complete
from bot.messages.about import AboutRow, everybody
from bot.messages.about_rows import ABOUT as ROWS
from bot.messages.who_asks import WhoAsks
from bot.plain import to_plain
from bot.settings import Settings
from bot.text import catalogue, languages
from bot.understand.heard import BotTopic
from tests.fakes import Arrived
from tests.scenarios.asking import WHO, asker, asks, buttons_of, speaks, stored
from tests.world import Chatter, World, joined, text_of

SHARING = (SHARE, SHARE_UNNAMED, APPROVE, APPROVE_UNNAMED, ALLOW)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("who", WHO)
async def test_each_question_is_answered_and_nothing_is_stored(who: WhoAsks, language: str) -> None:
    person = await asker(who)
    person.language = language
    await speaks(person, language)
    for topic in BotTopic:
        before = stored(person)
        answered = await asks(person, topic)
        assert stored(person) == before, topic
        assert answered.template == ROWS[topic].asks
        assert len(to_plain(answered)) < 900, topic
        found = [read_action(button.action) for button in buttons_of(answered)]
        assert len(found) <= 1 or topic is BotTopic.OVERVIEW, topic
        assert all(one is not None and one.row not in SHARING for one in found), topic


@pytest.mark.parametrize("who", WHO)
async def test_each_button_under_an_answer_leads_somewhere(who: WhoAsks) -> None:
    for topic in BotTopic:
        person = await asker(who)
        for button in buttons_of(await asks(person, topic)):
            answered = await person.presses_raw(button.action)
            told = {message.template for message in answered}
            assert told.isdisjoint({"stale", "hello"}), (topic, button.label)


@pytest.mark.parametrize("who", WHO)
async def test_the_answers_are_in_the_persons_language(who: WhoAsks) -> None:
    english, german = await asker(who), await asker(who)
    german.language = "de"
    await speaks(german, "de")
    for topic in BotTopic:
        assert to_plain(await asks(english, topic)) != to_plain(await asks(german, topic))


def test_a_topic_without_a_whole_answer_cannot_be_made() -> None:
    row = ROWS[BotTopic.AI]
    for who in WhoAsks:
        fewer = {one: lines for one, lines in row.lines.items() if one is not who}
        with pytest.raises(ValueError, match="for each who may ask"):
            replace(row, lines=fewer)
    with pytest.raises(ValueError, match="needs a question"):
        AboutRow(lines=everybody("about-ai"), reads=False, helps=lambda _: (), asks="")
    rows: dict[BotTopic, AboutRow] = {
        topic: one for topic, one in ROWS.items() if topic != BotTopic.AI
    }
    with pytest.raises(TypeError, match="no row for ai"):
        complete(rows, tuple(BotTopic))


async def test_an_unknown_topic_is_no_question() -> None:
    person = await asker(WhoAsks.CLIENT)
    assert text_of(await person.presses_raw("about:weather")) == catalogue("en")("stale")


async def test_an_open_question_stays_open_with_its_choices() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("it went well")
    async with world.store.transaction() as tx:
        before = await tx.person_at(client.address)
    await asks(client, BotTopic.AI)
    async with world.store.transaction() as tx:
        after = await tx.person_at(client.address)
    assert before is not None
    assert after is not None
    assert before.dialogue.offered
    assert after.dialogue.offered[-len(before.dialogue.offered) :] == before.dialogue.offered
    now_open = replace(after.dialogue, heard_at=None, offered=())
    assert now_open == replace(before.dialogue, heard_at=None, offered=())


async def test_settings_change_what_is_true(tmp_path: Path) -> None:
    own = tmp_path / "contacts.toml"
    own.write_text('[[contacts]]\nname = "Listening line"\nphone = "555 0100"\n', encoding="utf-8")
    here = await asker(WhoAsks.CLIENT)
    settings = Settings(keep_days=5, run_by="People team, room 12", contacts=own)
    there = await asker(WhoAsks.CLIENT, settings)
    for topic, said in (
        (BotTopic.LONG, "for 5 days"),
        (BotTopic.RUNS, "People team, room 12"),
        (BotTopic.HUMAN, "Listening line: 555 0100"),
    ):
        assert said in to_plain(await asks(there, topic))
        assert said not in to_plain(await asks(here, topic))
    assert catalogue("en")("about-runs-unnamed") in to_plain(await asks(here, BotTopic.RUNS))


def test_who_runs_the_bot_is_one_line() -> None:
    for wrong in ("a\nb", "x" * 201):
        with pytest.raises(ValueError, match="run_by"):
            Settings(run_by=wrong)


async def test_a_check_in_comes_when_the_answer_says_so_and_not_before() -> None:
    world = World()
    client, _ = await joined(world)
    told = to_plain(await asks(client, BotTopic.NEXT))
    assert "Planned next: Thursday, 26 November, 09:00–11:00." in told
    await world.skip()
    at = world.platform.arrived[-1].at.astimezone(ZoneInfo("Europe/Berlin"))
    assert (at.day, at.month) == (26, 11)
    assert 9 <= at.hour < 11


async def test_after_a_pause_the_next_moment_is_after_it() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("pause for 3 weeks")
    answered = await asks(client, BotTopic.NEXT)
    assert "26 November" not in to_plain(answered)
    assert [button.label for button in buttons_of(answered)] == ["Resume"]
    resting = world.clock.now() + timedelta(days=20)
    await world.until(resting)
    assert world.platform.arrived == []


@pytest.mark.parametrize("who", [WhoAsks.STRANGER, WhoAsks.JOINING, WhoAsks.STOPPED, WhoAsks.OVER])
async def test_who_is_told_that_nothing_comes_gets_nothing(who: WhoAsks) -> None:
    person = await asker(who)
    assert "Planned next" not in to_plain(await asks(person, BotTopic.NEXT))
    world = person.world
    arrived = len(of(person))
    await world.until(world.clock.now() + timedelta(weeks=30))
    assert len(of(person)) == arrived


async def test_the_coach_hears_of_no_question() -> None:
    """Two worlds: a client who asked everything, and one who asked nothing."""
    seen = []
    for asking in (True, False):
        world = World()
        client, coach = await joined(world)
        for topic in BotTopic if asking else ():
            await asks(client, topic)
        await world.until(world.clock.now() + timedelta(weeks=2))
        await coach.writes("digest")
        await coach.writes("my clients")
        seen.append(coach.sees().replace(coach.code(), "CODE"))
    assert seen[0] == seen[1]


async def test_what_the_coach_knows_counts_what_is_shared_and_names_what_is_on() -> None:
    world = World()
    client, _ = await joined(world)
    assert "You have shared nothing with Daniel." in to_plain(await asks(client, BotTopic.COACH))
    await world.skip()
    await client.writes("it went well")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await client.writes("my switches")
    await client.presses("Turn on: On my coach's list")
    await client.presses("Yes")
    told = to_plain(await asks(client, BotTopic.COACH))
    assert "You have shared one thing with Daniel." in told
    assert "You also let Daniel see that you are here" in told
    assert "it went well" not in told


async def test_erasing_asks_once_more_as_it_says() -> None:
    person = await asker(WhoAsks.CLIENT)
    answered = await asks(person, BotTopic.DELETE)
    assert "I ask once more before I erase anything" in to_plain(answered)
    (asked,) = await person.presses_raw(buttons_of(answered)[0].action)
    assert asked.template == "erase-ask"
    async with person.world.store.transaction() as tx:
        assert await tx.person_at(person.address) is not None


async def test_without_keeping_nothing_is_kept_and_sharing_says_so() -> None:
    world = World()
    client, _ = await joined(world, keep=False)
    assert "keep neither your words nor your choices" in to_plain(await asks(client, BotTopic.LONG))
    answered = await asks(client, BotTopic.SHARE)
    assert "I can share only what I keep" in to_plain(answered)
    assert [button.label for button in buttons_of(answered)] == ["My permissions"]


async def test_a_question_is_chosen_from_the_overview() -> None:
    person = await asker(WhoAsks.STRANGER)
    shown = buttons_of(await asks(person, BotTopic.OVERVIEW))
    assert len(shown) > 1
    for button in shown:
        found = read_action(button.action)
        assert found is not None
        assert found.row is ABOUT


def of(person: Chatter) -> list[Arrived]:
    return [one for one in person.world.platform.arrived if one.to == person.address]
