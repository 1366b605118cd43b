"""A coach types a name: what is shown, of whom, and what the answer never tells."""

from __future__ import annotations

import re

import pytest

from bot.chat import ChoiceField, Message
from bot.plain import to_plain
from bot.text import languages
from tests.scenarios.naming.acts import DAY, WEEK, coach_in, is_listed, joins, meets, shares
from tests.world import World, buttons_in, text_of

ID = re.compile(r"[0-9a-f]{32,64}")
# What a coach types in each language, for what Mara shared, and for the brief.
TYPED = {
    "en": ("what did Mara share?", "brief Mara"),
    "de": ("was hat Mara geteilt?", "Briefing Mara"),
    "es": ("¿qué compartió Mara?", "resumen de Mara"),
    "fr": ("qu'a partagé Mara ?", "point sur Mara"),
    "pt": ("o que a Mara compartilhou?", "resumo da Mara"),
    "vi": ("Mara đã chia sẻ gì?", "tóm tắt Mara"),
    "ja": ("Maraさんは何を共有しましたか", "Maraさんのまとめ"),
}


@pytest.mark.parametrize("line", ["Mara", "mara lindqvist", "MARA", "what did Mara share with me?"])
async def test_a_name_shows_what_was_shared_newest_first(line: str) -> None:
    world = World()
    coach = await coach_in(world)
    mara, omar = await joins(coach, "Mara Lindqvist", "c1"), await joins(coach, "Omar", "c2")
    await shares(mara, "the first thing")
    await shares(omar, "something of Omar's")
    await shares(mara, "the second thing")
    (page,) = await coach.writes(line)
    assert page.template == "client-page"
    told = to_plain(page)
    assert told.index("the second thing") < told.index("the first thing")
    assert "Omar" not in told


@pytest.mark.parametrize("language", languages())
async def test_each_language_has_its_lines(language: str) -> None:
    world = World()
    coach = await coach_in(world)
    await shares(await joins(coach, "Mara", "c1"), "the one thing")
    await coach.presses_raw(f"language:{language}")
    for line, template in zip(TYPED[language], ("client-page", "brief"), strict=True):
        assert [one.template for one in await coach.writes(line)] == [template], line
        assert "the one thing" in coach.sees()
    unknown = TYPED[language][0].replace("Mara", "Nobody")
    assert [one.template for one in await coach.writes(unknown)] == ["client-unknown"]


SILENT_OR_NOT = {
    "nobody of that name": (),
    "joined, and silent": ("joins",),
    "kept everything private": ("joins", "writes"),
    "shared, and took it back unread": ("joins", "takes back"),
    "shared without the list, and stopped before it was read": ("joins", "stops"),
}


@pytest.mark.parametrize("line", ["Quentin", "what did Quentin share", "brief Quentin"])
async def test_a_silent_client_and_nobody_are_answered_with_the_same_bytes(line: str) -> None:
    told = {name: await _world_with(acts, line) for name, acts in SILENT_OR_NOT.items()}
    assert len({tuple(one) for one in told.values()}) == 1, told


async def _world_with(acts: tuple[str, ...], line: str) -> list[str]:
    world = World()
    coach = await coach_in(world)
    await shares(await joins(coach, "Mara", "c1"), "something to read")
    if "joins" in acts:
        quentin = await joins(coach, "Quentin", "c2")
        if "writes" in acts:
            await quentin.writes("something private")
        if {"takes back", "stops"} & set(acts):
            await shares(quentin, "something shared")
        if "takes back" in acts:
            await quentin.presses("Take it back")
        if "stops" in acts:
            await quentin.writes("stop")
    world.clock.at = coach.world.clock.at.replace(microsecond=0)
    answers = [*await coach.writes(line), *await coach.writes("my clients")]
    return [_bare(one) for one in answers]


def _bare(message: Message) -> str:
    return ID.sub("#", "\n".join([message.template, to_plain(message)]))


async def test_somebody_who_does_not_coach_asks_about_nobody() -> None:
    world = World()
    coach = await coach_in(world)
    client = await joins(coach, "Mara", "c1")
    for line in ("what did Daniel share", "Daniel", "brief Daniel"):
        assert not {"client-page", "client-unknown", "brief"} & {
            one.template for one in await client.writes(line)
        }


async def test_a_name_is_an_answer_while_a_question_is_open_or_a_note_is_written() -> None:
    world = World()
    coach = await coach_in(world)
    await shares(await joins(coach, "Mara", "c1"), "something")
    await coach.presses_raw("write-questions")
    for line in ("Mara", "what did Mara share"):
        assert "client-page" not in [one.template for one in await coach.writes(line)]
        await coach.presses_raw("write-questions")


async def test_shares_stand_by_session_for_those_on_the_list() -> None:
    world = World()
    coach = await coach_in(world)
    mara = await joins(coach, "Mara", "c1")
    await is_listed(mara)
    await meets(mara, "in 2 days")
    await shares(mara, "before we met")
    await world.until(world.clock.now() + 3 * DAY)
    await meets(mara, "in 5 days")
    await shares(mara, "since we met")
    (page,) = await coach.writes("Mara")
    told = to_plain(page)
    parts = [
        "Next session",
        "SINCE YOUR SESSION",
        "since we met",
        "BEFORE YOUR SESSION",
        "before we met",
    ]
    assert sorted(parts, key=told.index) == parts
    await coach.writes("brief Mara")
    assert "since we met" in coach.sees()
    assert "before we met" not in to_plain(coach.shown[-1])


async def test_no_session_is_shown_of_somebody_who_is_not_on_the_list() -> None:
    world = World()
    coach = await coach_in(world)
    mara = await joins(coach, "Mara", "c1")
    await meets(mara, "in 2 days")
    await shares(mara, "a thought")
    await world.until(world.clock.now() + 3 * DAY)
    await meets(mara, "in 5 days")
    (page,) = await coach.writes("Mara")
    assert "Next session" not in to_plain(page)
    assert "your session" not in to_plain(page).lower()


async def test_two_of_one_name_are_told_apart_by_what_they_shared() -> None:
    world = World()
    coach = await coach_in(world)
    for user, text in (("c1", "about my team"), ("c2", "about my sleep")):
        await shares(await joins(coach, "Mara", user), text)
    (asked,) = await coach.writes("Mara")
    assert asked.template == "client-which"
    assert {"about my team", "about my sleep"} <= set(coach.quotes(last=1))
    labels = [one.label for one in buttons_in(asked)]
    assert labels == ["Mara (1)", "Mara (2)"]
    (page,) = await coach.writes("Mara (2)")
    assert page.template == "client-page"
    assert len(coach.quotes(last=1)) == 1


async def test_what_is_taken_back_leaves_the_page_and_the_question_which() -> None:
    world = World()
    coach = await coach_in(world)
    first, second = await joins(coach, "Mara", "c1"), await joins(coach, "Mara", "c2")
    await shares(first, "about my team")
    await shares(second, "about my sleep")
    await coach.writes("Mara")
    await coach.presses("Mara (1)")
    for client in (first, second):
        await client.presses("Take it back")
    await world.until(world.clock.now() + DAY)
    assert "about my" not in text_of(coach.shown)


async def test_a_long_page_is_read_to_its_end() -> None:
    world = World()
    coach = await coach_in(world)
    mara = await joins(coach, "Mara", "c1")
    for number in range(23):
        await shares(mara, f"thought-{number}.")
    pages = await coach.writes("Mara")
    while "Show more" in [one.label for one in buttons_in(pages[-1])] and len(pages) < 9:
        pages += await coach.presses("Show more")
    found = re.findall(r"thought-(\d+)\.", text_of(pages))
    assert [int(one) for one in found] == list(range(22, -1, -1))


async def test_what_the_coach_noted_stands_beside_it() -> None:
    world = World()
    coach = await coach_in(world)
    await shares(await joins(coach, "Mara", "c1"), "the plan for spring")
    await coach.writes("Mara")
    await coach.presses("Bring up next time")
    (page,) = await coach.writes("Mara")
    assert "You noted this to bring up." in to_plain(page)
    await world.until(world.clock.now() + WEEK)


async def test_a_coach_with_25_clients_picks_one_from_a_short_menu() -> None:
    world = World()
    coach = await coach_in(world)
    for number in range(25):
        client = await joins(coach, f"Client {number:02}", f"c{number}")
        await shares(client, f"thought-{number:02}")
    assert [one.template for one in await coach.writes("my clients")] == ["clients-heading"]
    assert "Client" not in to_plain(coach.shown[-1]).replace("Clients", "")
    await coach.writes("digest")
    while coach.has("Show more", last=1):
        await coach.presses("Show more")
    (roster,) = await coach.writes("my clients")
    assert len(to_plain(roster).splitlines()) < 12, "one short screen"
    field = coach.form().fields[0]
    assert isinstance(field, ChoiceField)
    assert [one.label for one in field.options] == [f"Client {n:02}" for n in range(25)]
    (page,) = await coach.submits(client=field.options[17].value)
    assert "thought-17" in to_plain(page)
    assert [one.template for one in await coach.writes("client 03")] == ["client-page"]
