"""Runs a real Handrail on a free port, and a real browser with it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright

from adapters.local.transcript import CLOCK
from bot.run.one_process import running
from bot.run.page_apart import TRANSCRIPT
from bot.settings import Settings
from tests.fakes import START

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None,
    reason="no Chromium on this machine: the local page was not tried in a browser",
)


@asynccontextmanager
async def handrail(data: Path) -> AsyncIterator[str]:
    """Serves the page for the block, with its data in `data`. Yields the address to open.

    The page's clock starts at `START`, so a test does not depend on the day on which it runs.
    """
    await start_clock_at(data, START)
    async with running(Settings(data=data, port=0)) as server:
        yield server.entrance


async def start_clock_at(data: Path, moment: datetime) -> None:
    """Lets a new page's clock go on from `moment` (UTC), also where that is in the past."""
    data.mkdir(parents=True, exist_ok=True)
    async with aiosqlite.connect(data / TRANSCRIPT) as db:
        await db.executescript(CLOCK)
        ahead = (moment - datetime.now(UTC)).total_seconds()
        await db.execute("INSERT OR IGNORE INTO clock VALUES (1, ?)", (ahead,))
        await db.commit()


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        await opened.close()


@dataclass
class Watched:
    """A page with the errors in its console and its requests to other servers."""

    page: Page
    errors: list[str]
    elsewhere: list[str]


async def watched(chromium: Browser, address: str, **context: Any) -> Watched:
    """Opens `address`. `context` is Playwright's: viewport, color_scheme, locale, and so on."""
    shape = {"viewport": {"width": 1360, "height": 860}, "locale": "en-GB", **context}
    page = await (await chromium.new_context(**shape)).new_page()
    seen = Watched(page, [], [])
    home = ("/".join(address.split("/")[:3]), "ws://127.0.0.1", "data:")
    page.on("console", lambda m: seen.errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: seen.errors.append(str(e)))
    page.on("request", lambda r: None if r.url.startswith(home) else seen.elsewhere.append(r.url))
    await opens(page, address)
    return seen


async def opens(page: Page, entrance: str) -> None:
    """Opens the page by the address with its secret, as it is printed, and waits until it is in."""
    await page.goto(entrance)
    await page.wait_for_url(lambda url: "secret=" not in url)


class Side:
    """One chat on the page. Its elements are found by role and name, as a stranger would."""

    def __init__(self, page: Page, label: str) -> None:
        self.page = page
        self.region: Locator = page.get_by_role("region", name=label, exact=True)
        self.log = self.region.get_by_role("log")

    async def writes(self, text: str) -> None:
        await self.marks_all()
        box = self.region.get_by_role("textbox", name="Message", exact=True)
        await box.fill(text)
        await box.press("Enter")
        await self.answered()

    async def presses(self, label: str) -> None:
        await self.marks_all()
        await self.region.get_by_role("button", name=label, exact=True).last.click()
        await self.answered()

    async def text(self) -> str:
        return await self.log.inner_text()

    async def count(self) -> int:
        return await self.log.get_by_role("article").count()

    async def marks_all(self) -> None:
        """Marks every message there is. An answer may take others away, so they are not counted."""
        marking = "all => all.forEach(one => one.setAttribute('data-seen', ''))"
        await self.log.get_by_role("article").evaluate_all(marking)

    async def answered(self) -> None:
        """Waits until a message without a mark is the last one, and the page takes a gesture."""
        new = self.log.locator("article.bot:not([data-seen])")
        last = "one => one === [...one.closest('[role=log]').querySelectorAll('article')].at(-1)"
        for _ in range(800):
            typing = await self.region.locator(".typing").inner_text()
            if await new.count() and await new.last.evaluate(last) and not typing:
                return
            await asyncio.sleep(0.025)
        raise AssertionError("no answer came")


# Script for a page: finds every control smaller than 40 pixels, which a finger would miss.
TOO_SMALL = """[...document.querySelectorAll('button, select, textarea, .chips label, summary')]
  .map((one) => [one.textContent, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 39.9 || box.width < 39.9))
  .map(([text, box]) => `${text} ${box.width} ${box.height}`)"""

# Script for a page: the WCAG 2 contrast of a text with the first opaque background under it.
TOO_FAINT = """(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = (colour) => {
    const [r, g, b] = rgba(colour).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (one) => {
    const colour = getComputedStyle(one).backgroundColor;
    return rgba(colour)[3] === 255 || !one.parentElement ? colour : ground(one.parentElement);
  };
  const faint = [];
  for (const one of document.querySelectorAll('body *')) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !one.checkVisibility() || one.closest('template')) continue;
    const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) faint.push(`${one.textContent} ${(a + 0.05) / (b + 0.05)}`);
  }
  return faint;
})()"""
