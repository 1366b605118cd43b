"""The help: at most eight lines, with buttons that work, and every command behind one of them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.chat import Buttons, Message, Text
from bot.text import catalogue, languages
from bot.understand import read_search, understand
from tests.understand.test_in_any_language import NAMES
from tests.world import Chatter, World, joined

TODAY = date(2026, 11, 30)
QUOTED = re.compile(r"[“„«「]\s*([^”“»」]+?)\s*[”“»」]")
MOST_LINES, MOST_BUTTONS = 8, 10


async def person_of(world: World, role: str) -> Chatter:
    if role == "newcomer":
        return world.person("new", "Noor")
    client, coach = await joined(world)
    return {"client": client, "coach": coach}[role]


def lines_in(message: Message) -> int:
    """The lines of a narrow screen: each text and each row of buttons is one."""
    return sum(isinstance(block, Text | Buttons) for block in message.blocks)


@pytest.mark.parametrize("role", ["newcomer", "client", "coach"])
@pytest.mark.parametrize("language", languages())
async def test_it_is_short_and_every_button_does_something(language: str, role: str) -> None:
    world = World()
    person = await person_of(world, role)
    person.language = language
    if role != "newcomer":
        await person.writes(NAMES[language].split("|")[0])
    (shown,) = await person.writes("help")
    texts = [block.text for block in shown.blocks if isinstance(block, Text)]
    buttons = [b for block in shown.blocks if isinstance(block, Buttons) for b in block.buttons]
    assert len(texts) <= MOST_LINES
    assert lines_in(shown) <= MOST_LINES + 1
    assert len(buttons) <= MOST_BUTTONS
    assert all(len(line) <= 140 for line in texts)
    for button in buttons:
        if not button.action.startswith("stop"):
            reply = await person.presses_raw(button.action)
            assert reply
            assert reply[0].template not in ("stale", "coach-only"), button.label


async def test_a_coach_who_is_a_client_too_reads_both_and_one_list() -> None:
    world = World()
    _, coach = await joined(world)
    await joined(world, "Daniel", "Ana", client="coach", coach="ana")
    shown = await coach.writes("help")
    assert [one.template for one in shown] == ["help-client", "help-coach"]
    (everything,) = await coach.presses("Everything I understand")
    texts = [block.text for block in everything.blocks if isinstance(block, Text)]
    assert any("“invite”" in one for one in texts)
    assert any("“step”" in one for one in texts)


@pytest.mark.parametrize("key", ["help-all-client", "help-all-coach", "hello"])
@pytest.mark.parametrize("language", languages())
def test_every_command_that_it_names_is_understood(language: str, key: str) -> None:
    named = QUOTED.findall(catalogue(language)(key))
    assert named
    for line in named:
        meant = understand(line, language, TODAY)
        searched = read_search(line, language, TODAY) is not None
        assert searched or (meant.intent is not None and meant.sure), line
