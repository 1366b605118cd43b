"""The tab "Home" in a real browser, with a library that stands for Microsoft's."""

from __future__ import annotations

import base64
import hashlib
import os
from pathlib import Path

import pytest
from playwright.async_api import expect

from adapters.teams.tabs import pages
from bot.chat import Message, Pressed, Text
from tests.adapters.teams.support import chat_of
from tests.adapters.teams.tabs.signed_in import tab_token
from tests.adapters.teams.tabs.test_tab_pages import ADDRESS, HOSTILE, Tab, tab
from tests.browser import browser, needs_chromium

__all__ = ["tab"]
SHOTS = os.environ.get("TESTS_SHOTS")


@needs_chromium
async def test_the_tab_signs_in_shows_the_page_and_hands_a_press_on(
    tab: Tab, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = (
        "window.microsoftTeams = {app: {initialize: async () => {}}, authentication: "
        f"{{getAuthToken: async () => '{tab_token(tab.signing)}'}}}};"
    )
    digest = base64.b64encode(hashlib.sha384(stub.encode()).digest()).decode()
    monkeypatch.setattr(pages, "INTEGRITY", f"sha384-{digest}")
    await tab.there.rows.remember(chat_of(tab.there.peer.address))
    async with browser() as opened:
        page = await opened.new_page(viewport={"width": 390, "height": 800})
        await page.route(
            pages.TEAMS_JS,
            lambda route: route.fulfill(
                body=stub,
                content_type="text/javascript",
                headers={"Access-Control-Allow-Origin": "*"},
            ),
        )
        errors: list[str] = []
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda problem: errors.append(str(problem)))
        await page.goto(f"{tab.address}teams/tab/home?language=en&theme=default")
        await expect(page.get_by_role("heading", name="Your page")).to_be_visible()
        await expect(page.locator("blockquote")).to_have_text(HOSTILE)
        if SHOTS:
            await page.screenshot(path=Path(SHOTS) / "teams-tab-home.png")
        tab.there.desk.page = Message("home", "A note", (Text("It rests."),))
        await page.get_by_role("button", name="Pause").click()
        await expect(page.get_by_role("status")).to_have_text("I'm answering in our chat.")
        await expect(page.get_by_text("It rests.")).to_be_visible()
    (event,) = tab.there.desk.accepted
    assert (event.sender, event.what) == (ADDRESS, Pressed("pause:" + HOSTILE))
    assert errors == []
