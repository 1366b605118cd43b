"""A process ends in time, whatever a platform does, and the next one finds what it let go."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from adapters.teams.settings import TeamsSettings
from bot.chat import Event, Message
from bot.inbound import inbox
from bot.run.one_process import running
from tests.adapters.teams.support import activity
from tests.inbound.desk import Answered, Desk

NOBODY = "http://127.0.0.1:1/"


@dataclass
class Unreachable(Answered):
    """A platform that an answer never reaches, as long as it is `away`."""

    away: bool = True

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        if self.away:
            await asyncio.Event().wait()
        await super().answer(event, messages)


async def test_what_a_stop_lets_go_is_found_by_the_next_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(inbox, "STOP_SECONDS", 0.05)
    desk = Desk()
    away = desk.platform = Unreachable(desk.world.clock)
    desk.restart()
    for number in range(3):
        await desk.receiving.accept(desk.event(f"{number}", user=f"user-{number}"))
    await asyncio.sleep(0.02)
    await asyncio.wait_for(desk.receiving.stop(), 5)
    assert (await desk.left(), away.answers) == (3, [])
    away.away = False
    desk.restart()
    # Each of them was accepted a moment after the one before.
    desk.world.clock.forward(seconds=1)
    assert await desk.receiving.look(desk.world.clock.now()) == 3
    await desk.receiving.stop()
    assert [said for _, said in away.answers] == [["interrupted"]] * 3
    assert await desk.left() == 0


async def test_a_house_whose_answers_reach_nobody_ends_in_time(tmp_path: Path) -> None:
    """30 seconds is what the container gives it (deploy/compose.yaml)."""
    settings = TeamsSettings(data=tmp_path, port=0, teams_local=True)
    async with running(settings) as server, aiohttp.ClientSession() as http:
        for number in range(3):
            said = activity(NOBODY, number=number)
            async with http.post(server.entrance, json=said) as answer:
                assert answer.status == 200
        await asyncio.sleep(0.5)
        began = time.monotonic()
    assert time.monotonic() - began < 25
