"""Microsoft's own renderer, in a real browser, draws a person's words as words only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.browser import needs_chromium
from tests.peers.playground import needs_playground
from tests.peers.teams_stage import CARD, joined_in_teams, teams_stage

pytestmark = [needs_chromium, needs_playground, pytest.mark.long]
HOSTILE = [
    "[a link](https://evil.example) and https://evil.example/x",
    "<at>Everyone</at> <b>bold</b> <img src=x onerror=alert(1)>",
    "**not bold** _nor this_ `code` ![picture](https://evil.example/x.png)",
    "{{DATE(2026-11-23T12:00:00Z, SHORT)}} ${user.name}",
    "1. one   two  three",
]


async def test_hostile_words_are_read_exactly_as_they_were_typed(tmp_path: Path) -> None:
    async with teams_stage(tmp_path) as stage:
        client, _ = await joined_in_teams(stage)
        for line in HOSTILE:
            await client.writes(line)
            quotes = client.page.locator(f"{CARD} .ac-container")
            await expect(quotes.filter(has_text=line).last).to_be_visible()
            text = await quotes.filter(has_text=line).last.evaluate("one => one.textContent")
            assert line in str(text)
        for live in ("a[href*='evil']", "img[src*='evil']", "img[src$='x']", "b", "strong", "at"):
            assert await client.page.locator(f"{CARD} {live}").count() == 0, live
        if folder := os.environ.get("TESTS_PICTURES"):
            await client.page.screenshot(path=Path(folder) / "hostile-teams.png")
