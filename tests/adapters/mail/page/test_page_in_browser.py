"""The page of guest coaches in a real browser: it needs no script, and every state can be used by
everybody (WCAG 2.2 AA, as axe-core looks for it), on a phone of 320 pixels, in light and dark.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Literal

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.chat import Pressed, Submitted
from tests.adapters.mail.page.opened import ANA, OpenedPage, opened_page
from tests.adapters.mail.page.states import STATES, digest, free_port
from tests.browser import browser, needs_chromium

pytestmark = needs_chromium
# The states that have everything which is coloured.
DARK = ("full", "mistyped")
Scheme = Literal["light", "dark"]
SHOTS = os.environ.get("TESTS_SHOTS")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a theme changes is colours.
SCHEMES: dict[Scheme, dict[str, object]] = {
    "light": {"type": "tag", "values": WCAG},
    "dark": {"type": "rule", "values": ["color-contrast"]},
}
SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"
# Smaller than 44 pixels, which a finger would miss.
TOO_SMALL = """[...document.querySelectorAll('button, select, textarea, .go, .file, .tick, input')]
  .filter(one => !['hidden', 'checkbox'].includes(one.type))
  .map(one => [one.innerText, one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
  .map(([text, box]) => `${text} ${box.width} ${box.height}`)"""


async def test_every_state_can_be_used_by_everybody() -> None:
    async with browser() as chromium, _served() as there:
        page = await _page(chromium)
        for name, comes_to in STATES.items():
            there.platform.chats.clear()
            await page.context.clear_cookies()
            await page.emulate_media(color_scheme="light")
            await comes_to(there, page)
            found = [f"{name}: {fault}" async for fault in _faults(page, name)]
            assert found == []


async def _faults(page: Page, name: str) -> AsyncIterator[str]:
    """What axe-core finds, and what is too faint or small, in both themes."""
    for scheme, rules in SCHEMES.items():
        if scheme == "dark" and name not in DARK and not SHOTS:
            continue
        await page.emulate_media(color_scheme=scheme)
        found = await Axe().run(page, options={"runOnly": rules})
        for one in found.response["violations"]:
            yield f"{scheme}: {one['id']}: {one['nodes'][0]['html']}"
        for fault in await page.evaluate(TOO_SMALL):
            yield fault
        if await page.evaluate(SIDEWAYS):
            yield "scrolls sideways"
        if SHOTS:
            at = Path(SHOTS) / f"guest-{name.replace(' ', '-')}-{scheme}.png"
            await page.screenshot(path=at, full_page=True)


async def test_a_browser_without_scripts_reads_presses_fills_in_and_saves() -> None:
    async with _served() as there, browser() as chromium:
        page = await _page(chromium, scripts=False)
        there.platform.says(ANA, "sent:d", digest())
        await page.goto(await there.doors.links.make(ANA, there.clock.now()))
        await page.get_by_role("button", name="Open").click()
        await expect(page.get_by_text("I asked for help.")).to_be_visible()
        await page.get_by_role("button", name="Read, thank you").click()
        await expect(page.get_by_text("You said: that")).to_be_in_viewport()
        back = page.get_by_role("link", name="Back to where you were reading")
        await back.click()
        await expect(page.get_by_text("What Mai would like to bring:")).to_be_in_viewport()
        await page.get_by_label("Day 5").check()
        await page.get_by_role("button", name="Keep this").click()
        async with page.expect_download() as saving:
            await page.get_by_role("link", name="All that I hold about you").click()
        assert (await saving.value).suggested_filename == "everything.html"
        await page.get_by_label("Your message").fill("my profile")
        await page.get_by_role("button", name="Send", exact=True).click()
        await expect(page.get_by_text("You said: my profile")).to_be_in_viewport()
        await page.get_by_role("button", name="Sign out", exact=True).click()
        await page.go_back()
        await expect(page.get_by_text("I asked for help.")).to_have_count(0)
        pressed, sent, _ = there.platform.handled
        assert pressed.what == Pressed("read:1")
        assert isinstance(sent.what, Submitted)
        assert dict(sent.what.values) == {
            "text": "As I said",
            "code": "",
            "one": "b",
            "many": "1,3,5",
        }


def _served() -> AbstractAsyncContextManager[OpenedPage]:
    port = free_port()
    return opened_page(f"http://127.0.0.1:{port}", port)


async def _page(chromium: Browser, *, scripts: bool = True) -> Page:
    context = await chromium.new_context(
        viewport={"width": 320, "height": 640},
        locale="en-GB",
        color_scheme="light",
        java_script_enabled=scripts,
    )
    return await context.new_page()
