"""Asked again later, in the person's own words: the same question, once, and never in the night."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.chat import Message
from bot.text import catalogue, languages
from tests.world import Chatter, World, joined, text_of

# By language: a line, and the local day and hour at which the question comes again. It was asked on
# Thursday, 26 November at 09:00.
LINES = [
    *(("en", "later today", "26 12:00"), ("en", "tomorrow at 9", "27 09:00")),
    *(("en", "after lunch", "26 13:00"), ("en", "this evening", "26 18:00")),
    *(("en", "in two hours", "26 11:00"), ("en", "remind me at 8", "27 08:00")),
    *(("de", "später heute", "26 12:00"), ("de", "morgen um 9", "27 09:00")),
    *(("de", "nach dem Mittagessen", "26 13:00"), ("de", "heute Abend", "26 18:00")),
    *(("es", "más tarde hoy", "26 12:00"), ("es", "mañana a las 9", "27 09:00")),
    *(("es", "después de comer", "26 15:00"), ("es", "esta noche", "26 20:00")),
    *(("fr", "plus tard aujourd'hui", "26 12:00"), ("fr", "demain à 9h", "27 09:00")),
    *(("fr", "après le déjeuner", "26 13:00"), ("fr", "ce soir", "26 18:00")),
    *(("ja", "今日あとで", "26 12:00"), ("ja", "明日9時", "27 09:00")),
    *(("ja", "昼食後", "26 13:00"), ("ja", "今晩", "26 18:00")),
    *(("pt", "mais tarde hoje", "26 12:00"), ("pt", "amanhã às 9", "27 09:00")),
    *(("pt", "depois do almoço", "26 13:00"), ("pt", "hoje à noite", "26 18:00")),
    *(("vi", "lát nữa hôm nay", "26 12:00"), ("vi", "ngày mai lúc 9 giờ", "27 09:00")),
    *(("vi", "sau bữa trưa", "26 13:00"), ("vi", "tối nay", "26 18:00")),
]


async def asked(language: str = "en") -> tuple[World, Chatter]:
    """A client in Berlin who was just asked what went well."""
    world = World()
    client, _ = await joined(world)
    if language != "en":
        await client.writes("language")
        await client.presses_action(f"language:{language}")
    await world.skip()
    assert client.shown[-1].template == "check-in"
    return world, client


def question(message: Message) -> str:
    return next(block.text for block in message.blocks[1:] if hasattr(block, "text"))


def came(world: World) -> list[tuple[str, Message]]:
    return [
        (f"{one.at.astimezone(BERLIN):%d %H:%M}", one.message)
        for one in world.platform.arrived
        if one.message.template == "later-hello"
    ]


def test_every_language_has_its_lines() -> None:
    assert {language for language, _, _ in LINES} == set(languages())
