"""A path: chosen, seen, asked once a week in its order, and left at any time."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from bot.questions import path_questions, standard_paths
from bot.text import catalogue, languages
from tests.scenarios.question_sets.weeks import weeks
from tests.world import Chatter, World, joined, text_of

SAY = catalogue("en")

WEEK = timedelta(weeks=1)
GROW = path_questions()["grow"]
NAME = SAY("path-grow")


async def on_a_path(world: World) -> Chatter:
    client, _ = await joined(world)
    await client.writes("paths")
    await client.presses(NAME)
    return client


async def test_all_questions_of_a_path_are_shown_before_the_first_is_asked() -> None:
    world = World()
    client = await on_a_path(world)
    shown = text_of(client.shown[-1:])
    (path,) = [one for one in standard_paths(SAY) if one.id == "grow"]
    assert all(one.text.text in shown for one in path.questions)
    assert SAY("path-leave") in shown


async def test_a_path_is_asked_in_its_order_about_one_a_week_among_other_questions() -> None:
    world = World()
    client = await on_a_path(world)
    await client.writes("my questions")
    await client.presses(SAY("questions-deeper", depth=SAY("depth-3")))
    began = world.clock.now()
    came = await weeks(world, client, began + 7 * WEEK)
    asks = [one for one in came if one.question in GROW]
    assert [one.question for one in asks] == list(GROW)
    spans = [later.at - one.at for one, later in pairwise(asks)]
    assert all(timedelta(days=6) <= span <= timedelta(days=8) for span in spans)
    others = [one.question for one in came if one.question not in (None, *GROW)]
    assert len(others) >= len(GROW)
    assert SAY("path-leave") not in text_of(await client.writes("paths"))


async def test_a_client_sees_what_comes_next_and_no_count_of_anything_else() -> None:
    world = World()
    client = await on_a_path(world)
    first = f"You are on the path “{NAME}”. Next comes question 1 of {len(GROW)}."
    assert first in text_of(await client.writes("paths"))
    await world.skip()
    assert f"{NAME}: question 1 of {len(GROW)}" in text_of(client.shown[-1:])
    # The client says nothing: the path goes on, and nobody counts.
    assert "Next comes question 2 of" in text_of(await client.writes("paths"))


async def test_who_leaves_a_path_is_asked_nothing_of_it_any_more() -> None:
    world = World()
    client = await on_a_path(world)
    await world.skip()
    await client.writes("paths")
    await client.presses(SAY("path-leave"))
    assert client.templates()[-1] == "path-left"
    await client.presses(SAY("path-leave"))
    assert client.templates()[-1] == "already-done"
    left = len(client.shown)
    came = await weeks(world, client, world.clock.now() + 3 * WEEK)
    assert not [one for one in client.shown[left:] if NAME in text_of([one])]
    assert [one for one in came if one.question is not None]


async def test_what_is_struck_is_left_out_of_a_path() -> None:
    world = World()
    client = await on_a_path(world)
    await client.writes("my questions")
    await client.presses(SAY("questions-topics"))
    await client.presses(SAY("questions-topic-off", topic=SAY("topic-future")))
    (path,) = [one for one in standard_paths(SAY) if one.id == "grow"]
    may = [one.id for one in path.questions if one.topic != "future" and one.depth <= 2]
    came = await weeks(world, client, world.clock.now() + 7 * WEEK)
    assert [one.question for one in came if one.question in GROW][: len(may)] == may


async def test_the_paths_open_from_the_questions_and_no_stranger_chooses_one() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("my questions")
    await client.presses(SAY("paths-open"))
    assert client.templates()[-1] == "paths-heading"
    path = client.button(NAME).action
    assert text_of(await coach.presses_raw(path)) == text_of(await coach.presses_raw("set:x:y"))
    assert text_of(await client.presses_raw(path.replace("grow", "gone"))) == text_of(
        await client.presses_raw("set:x:y")
    )


@pytest.mark.parametrize("language", languages())
def test_every_path_can_be_made_in_each_language(language: str) -> None:
    paths = standard_paths(catalogue(language))
    assert [one.id for one in paths] == list(path_questions())
    assert {"grow", "woop", "strengths"} <= {one.id for one in paths}
