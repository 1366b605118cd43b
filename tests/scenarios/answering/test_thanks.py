"""The line that acknowledges an answer: one of a small set, and never the same twice running."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from bot.handlers.answering.thanks import LINES, ROUND, SOBER_LINES, line
from bot.text import catalogue, languages
from tests.world import World, joined, text_of


@pytest.mark.parametrize("language", sorted(languages()))
def test_no_two_lines_that_may_follow_each_other_are_alike(language: str) -> None:
    say = catalogue(language)
    for before in range(ROUND):
        after = (before + 1) % ROUND
        for was, now in product((True, False), repeat=2):
            assert say(line(before, sober=was)) != say(line(after, sober=now))


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_line_is_said_some_day(language: str) -> None:
    said = {line(number, sober=sober) for number in range(ROUND) for sober in (True, False)}
    assert len(said) == LINES + SOBER_LINES
    texts = {catalogue(language)(key) for key in said}
    assert len(texts) == len(said)
    assert not [text for text in texts if set("!?！？¡¿") & set(text)], (
        "never cheerful, no question"
    )


@pytest.mark.parametrize("keep", [True, False])
async def test_a_person_never_reads_the_same_line_twice_running(keep: bool) -> None:
    world = World()
    client, _ = await joined(world, keep=keep)
    lines = []
    for number in range(ROUND + 2):
        words = "my father died" if number % 3 == 1 else f"The plan has {number} parts"
        reply = await client.writes(words)
        told = next(one for one in reply if one.template == "you-wrote")
        lines.append(text_of([told]).splitlines()[0])
        if number % 5 == 0:
            await client.writes("what do you hold")
        if number % 7 == 0:
            await world.skip()
            await client.presses("Pass")
        if number % 11 == 0:
            await world.restart()
    assert all(before != after for before, after in pairwise(lines))
