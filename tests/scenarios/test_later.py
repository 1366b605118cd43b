"""Asked again later, in the person's own words: the same question, once, and never in the night."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.chat import Message
from bot.domain import actions
from bot.text import catalogue, languages
from bot.understand import asks_when
from tests.memory_store.store import MemoryStore
from tests.proofs.histories import buttons_of
from tests.world import Chatter, World, joined, text_of

BERLIN = ZoneInfo("Europe/Berlin")
# By language: a line, and the local day and hour at which the question comes again. It was asked
# on Thursday, 26 November at 09:00.
LINES = [
    *(("en", "later today", "26 12:00"), ("en", "tomorrow at 9", "27 09:00")),
    *(("en", "after lunch", "26 13:00"), ("en", "this evening", "26 18:00")),
    *(("en", "in two hours", "26 11:00"), ("en", "remind me at 8am", "27 08:00")),
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
    await client.presses_raw(actions.LANGUAGE(language))
    await world.skip()
    assert client.shown[-1].template == "check-in"
    return world, client


def came(world: World) -> list[tuple[str, str]]:
    """When the question came again, and its text."""
    again = [one for one in world.platform.arrived if one.message.template == "later-hello"]
    return [(f"{one.at.astimezone(BERLIN):%d %H:%M}", asks(one.message)) for one in again]


def asks(message: Message) -> str:
    return text_of([message]).splitlines()[1]


def test_every_language_has_its_lines() -> None:
    assert {language for language, _, _ in LINES} == set(languages())


@pytest.mark.parametrize(("language", "line", "when"), LINES)
async def test_a_line_brings_the_same_question_again_at_its_time_once(
    language: str, line: str, when: str
) -> None:
    world, client = await asked(language)
    question = asks(client.shown[-1])
    (told,) = await client.writes(line)
    assert told.template in ("later-today", "later-planned")
    day, hour = when.split()
    await world.until(datetime(2026, 11, int(day), int(hour[:2]), tzinfo=BERLIN))
    assert came(world) == [(when, question)]
    assert (await client.writes(line))[-1].template == "later-not-again"
    await world.until(datetime(2026, 11, 29, tzinfo=BERLIN))
    assert len(came(world)) == 1


@pytest.mark.parametrize("language", languages())
async def test_the_button_under_a_check_in_asks_again_on_the_same_day(language: str) -> None:
    world, client = await asked(language)
    (told,) = await client.presses(catalogue(language)("later-button"))
    assert told.template == "later-today"
    await world.until(world.clock.now().replace(hour=22))
    ((when, _),) = came(world)
    assert when == "26 12:00"
    again = buttons_of(client.shown[-1])
    assert catalogue(language)("later-button") not in [button.label for button in again]


async def test_another_question_that_is_put_off_is_the_one_that_comes_again() -> None:
    world, client = await asked()
    await client.presses("Another question")
    other = text_of([client.shown[-1]]).splitlines()[0]
    await client.writes("this evening")
    await world.until(world.clock.now().replace(hour=22))
    assert [question for _, question in came(world)] == [other]


@pytest.mark.parametrize(
    ("line", "offered"), [("in 14 hours", "27 07:00"), ("remind me tomorrow at 23:30", "28 07:00")]
)
async def test_in_the_night_it_says_so_and_offers_the_next_moment(line: str, offered: str) -> None:
    world, client = await asked()
    (told,) = await client.writes(line)
    assert told.template == "later-quiet"
    assert came(world) == []
    await client.presses("Ask me again then")
    await world.until(world.clock.now().replace(day=29))
    assert [when for when, _ in came(world)] == [offered]


async def test_a_day_off_is_skipped_and_the_next_day_offered() -> None:
    world, client = await asked()
    assert isinstance(world.store, MemoryStore)
    rhythms = world.store._tables.rhythms
    for key, one in list(rhythms.items()):
        rhythms[key] = replace(one, days_off=("FR",), quiet_from=time(20), quiet_to=time(8))
    (told,) = await client.writes("tomorrow at 9")
    assert "Saturday, 28 November at 08:00" in text_of([told])


@pytest.mark.parametrize(
    ("language", "question", "is_when"),
    [
        *(("en", "When will you do it?", True), ("en", "What helps?", False)),
        *(("de", "Wann beginnen Sie?", True), ("de", "Was hilft Ihnen?", False)),
        *(("es", "¿Cuándo lo harás?", True), ("es", "¿Qué te ayuda?", False)),
        *(("fr", "Quand le ferez-vous ?", True), ("fr", "Qu'est-ce qui aide ?", False)),
        *(("ja", "いつしますか。", True), ("ja", "何が助けになりますか。", False)),
        *(("pt", "Quando vai fazer?", True), ("pt", "O que ajuda?", False)),
        *(("vi", "Khi nào bạn làm?", True), ("vi", "Điều gì giúp bạn?", False)),
    ],
)
def test_a_moment_alone_answers_a_question_that_asks_when(
    language: str, question: str, is_when: bool
) -> None:
    assert asks_when(question, language) is is_when
