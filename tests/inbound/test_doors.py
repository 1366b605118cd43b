"""Every free text, by whatever door it comes, is heard for distress and for a stop first."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any, get_args

import pytest

from bot.chat import (
    Deleted,
    Edited,
    Happening,
    Pressed,
    Reacted,
    Submitted,
    Wrote,
)
from bot.domain.actions import ACTIONS
from bot.domain.words import Words
from bot.inbound.doors import texts_of
from tests.inbound.every_door import DOORS
from tests.world import Chatter, World, joined, text_of

ROOT = Path(__file__).parents[2]
HARD = "I want to kill myself tonight"

BY_KIND: dict[type, Happening] = {
    Wrote: Wrote(Words(HARD), "m"),
    Edited: Edited("m", Words(HARD)),
    Submitted: Submitted("step-set:e:new", {"when": "tea", "then": HARD}),
    Pressed: Pressed("home"),
    Deleted: Deleted("m"),
    Reacted: Reacted(),
}
WITHOUT_TEXT = (Pressed, Deleted, Reacted)


def test_every_kind_of_happening_that_can_hold_text_is_heard() -> None:
    assert set(BY_KIND) == set(get_args(Happening))
    for kind, what in BY_KIND.items():
        assert (HARD in texts_of(what)) is (kind not in WITHOUT_TEXT), kind


@pytest.mark.parametrize("door", DOORS)
def test_the_text_of_each_door_is_heard(door: str) -> None:
    heard = texts_of(DOORS[door].sample(HARD).what)
    assert [text.strip() for text in heard if HARD in text] == [HARD]


def test_every_place_in_a_platform_that_takes_text_is_in_the_table() -> None:
    assert {door.place for door in DOORS.values()} == set(_places())


def _places() -> list[str]:
    found = []
    for folder in (ROOT / "adapters", ROOT / "tests" / "example_platform"):
        for path in folder.rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
                if any(_takes_text(node) for node in ast.walk(function)):
                    found.append(f"{path.relative_to(ROOT).as_posix()}:{function.name}")
    return found


def _takes_text(node: ast.AST) -> bool:
    names = {"Wrote", "Edited", "Submitted"}
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


FORMS = [row for row in ACTIONS if row.form]


async def _client() -> Chatter:
    client, _ = await joined(World())
    return client


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row.verb)
async def test_words_of_distress_in_any_field_of_any_form_bring_contacts_and_nothing_else(
    row: Any,
) -> None:
    client = await _client()
    action = ":".join([row.verb, *("x" for _ in row.arguments)])
    shown = await client.does(Submitted(action, {"one": "tea", "any": HARD}))
    assert [message.template for message in shown] == ["crisis-people"]
    held = text_of(await client.writes("what do you hold"))
    assert "None of your answers" in held
    assert "No steps" in held


async def test_a_field_that_holds_a_stop_is_asked_about() -> None:
    client = await _client()
    shown = await client.does(Submitted("erase-days", {"first": "stop messaging me", "last": ""}))
    assert shown[-1].template == "stop-sure"


async def test_an_answer_that_is_edited_into_distress_is_ended_and_never_asked_about() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("the talk with Ana", "m1")
    shown = await client.edits("m1", HARD)
    assert shown[-1].template == "crisis-people"
    assert HARD not in text_of(shown)
    held = text_of(await client.writes("what do you hold"))
    assert "the talk with Ana" not in held
    assert HARD not in held


async def test_a_message_that_is_edited_into_a_stop_stops() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("the talk with Ana", "m1")
    shown = await client.edits("m1", "stop messaging me")
    assert shown[-1].template == "stopped"
    assert "the talk with Ana" not in text_of(await client.writes("what do you hold"))


async def test_an_edit_into_a_yes_presses_nothing() -> None:
    world = World()
    client, _ = await joined(world, keep=False)
    await client.writes("hello there to you", "m1")
    await client.writes("my switches")
    await client.presses("Turn on: Keep my words")
    await client.edits("m1", "yes")
    assert "[ ] Keep my words" in text_of(await client.writes("my switches"))
