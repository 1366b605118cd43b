"""The file of everything that is stored: complete, readable, and never live."""

from __future__ import annotations

import json
import os
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import pytest

from bot.chat import Document
from bot.documents.everything_stored import key_of, stored_papers
from bot.domain.check_in import AnswerState, Mark
from bot.domain.consent import Act, Purpose
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.engagement import EngagementState
from bot.domain.step import StepState
from bot.domain.words import Words
from bot.text import catalogue, languages
from storage.sql.columns import Choice
from storage.sql.stored import ABOUT, columns_of
from tests.browser import browser, needs_chromium
from tests.contracts.test_store_held import plant
from tests.databases import opened
from tests.memory_store.store import MemoryStore
from tests.things import NOW
from tests.world import World, joined

SHOTS = os.environ.get("TESTS_SHOTS")
LOOKS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1000), ("dark", 390))
CODES = (Purpose, Act, EngagementState, AnswerState, StepState, Kind, DeliveryState, Mark)
HOSTILE = "<script>alert(1)</script>&amp; \u202e\x07 שלום 🧗🏽 \ud800 {{ 7*7 }}"


@pytest.mark.parametrize("language", languages())
def test_every_table_and_column_has_a_heading_in_plain_words(language: str) -> None:
    say = catalogue(language)
    for table in ABOUT:
        assert say(f"held-{table.name.replace('_', '-')}")
        for column in columns_of(table):
            assert say(f"held-col-{column.replace('_', '-')}")


@pytest.mark.parametrize("language", languages())
def test_every_stored_code_has_a_plain_word(language: str) -> None:
    say = catalogue(language)
    for codes in CODES:
        for code in codes:
            assert say(key_of(code))


def test_every_choice_in_the_schema_is_among_those_codes() -> None:
    kinds = [column.type for table in ABOUT for column in table.c]
    assert {kind.options for kind in kinds if isinstance(kind, Choice)} <= set(CODES)


async def test_the_page_shows_no_code_where_there_is_a_word() -> None:
    page, data = await papers()
    assert "dropped by you" in page.content.text
    assert "Share words" in page.content.text
    assert "local · w · client" in page.content.text
    for code in ("let_go", "share_words", "check_in<", "[&#34;"):
        assert code not in page.content.text
    assert '"let_go"' in data.content.text


async def test_what_a_person_typed_is_never_taken_for_a_code() -> None:
    typed = {"answer": [{"words": Words("let_go"), "mark": Words("let_go")}]}
    page, _ = stored_papers(catalogue("en"), typed, "UTC", NOW)
    assert ">let_go</dd>" in page.content.text
    assert ">dropped by you</dd>" in page.content.text


async def papers() -> tuple[Document, Document]:
    store = MemoryStore()
    async with store.transaction() as tx:
        await plant(tx)
        held = await tx.stored_about("client")
    hostile = dict(held) | {"answer": [{"words": Words(HOSTILE), "at": NOW, "id": "a1"}]}
    return stored_papers(catalogue("en"), hostile, "Europe/Berlin", NOW)


async def test_the_page_for_people_shows_words_as_words() -> None:
    page, _ = await papers()
    html = page.content.text
    seen = _Reading()
    seen.feed(html)
    assert "script" not in seen.tags
    assert "<script>alert(1)</script>&amp; \u202e\x07 שלום 🧗🏽" in "".join(seen.texts)
    assert "{{ 7*7 }}" in html
    assert "23 November 2026, 13:00" in html
    html.encode("utf-8")


async def test_the_page_needs_nothing_from_anywhere() -> None:
    page, _ = await papers()
    signs = ("http:", "https:", "src=", "url(", "@import")
    assert not [sign for sign in signs if sign in page.content.text]


async def test_the_file_for_programs_holds_every_table_and_survives_anything_typed() -> None:
    _, data = await papers()
    data.content.text.encode("utf-8")
    read = json.loads(data.content.text)
    assert set(read["held"]) == {table.name for table in ABOUT}
    assert read["held"]["answer"][0]["words"] == HOSTILE
    assert read["held"]["answer"][0]["at"] == NOW.isoformat()


async def test_it_is_handed_over_in_the_persons_own_chat_and_nowhere_else() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("for me alone")
    await client.writes("what do you hold")
    (answer,) = await client.presses("Give me all of it as a file")
    page, data = [block for block in answer.blocks if isinstance(block, Document)]
    assert "for me alone" in page.content.text
    assert "for me alone" in data.content.text
    await coach.writes("what do you hold")
    (theirs,) = await coach.presses("Give me all of it as a file")
    content = "".join(b.content.text for b in theirs.blocks if isinstance(b, Document))
    assert "for me alone" not in content
    assert "Mai" not in content


async def test_it_is_the_same_from_a_real_database(tmp_path: Path) -> None:
    async with opened("sqlite", tmp_path) as sql, sql.store.transaction() as tx:
        await plant(tx)
        held = await tx.stored_about("client")
    _, data = stored_papers(catalogue("en"), held, "UTC", NOW)
    assert "It went well" in data.content.text


@needs_chromium
async def test_it_reads_well_in_a_browser(tmp_path: Path) -> None:
    page, _ = await papers()
    file = tmp_path / "held.html"
    file.write_text(page.content.text, encoding="utf-8")
    async with browser() as chromium:
        for scheme, width in LOOKS:
            shown = await chromium.new_page(
                color_scheme=scheme, viewport={"width": width, "height": 900}
            )
            await shown.goto(file.as_uri())
            assert await shown.evaluate("document.documentElement.scrollWidth") <= width
            if SHOTS:
                await shown.screenshot(path=Path(SHOTS) / f"held-{scheme}.png", full_page=True)


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
