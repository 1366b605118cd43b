"""A picture on the local page: drawn, described, stored with its message and removed with it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from bot.chat import Block, Heading, Message, Picture, Quote, Text
from bot.documents.weeks import weeks_png
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Own
from tests.adapters.support import opened_page
from tests.browser import TOO_FAINT, Side, browser, needs_chromium, watched

pytestmark = [needs_chromium, pytest.mark.asyncio(loop_scope="module")]
SHOTS = os.environ.get("TESTS_SHOTS")
MAI = Address("local", "local", "client")
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
ALT = 'A branch with 14 leaves, "one" for each <small> step you have done.'
BRANCH = Picture(weeks_png([2, 3, 1, 0, 2, 1, 2, 3]), ALT)
DENSE = Picture(weeks_png([4] * 20), "A branch with 60 leaves.")
LOADED = "img => img.complete && img.naturalWidth > 0"
# Messages further apart than this, in milliseconds, are answers of their own on the page.
APART = 1600


def wins(*pictures: Block) -> Message:
    done = (
        Text("Monday 2 November"),
        Quote(Words("When the meeting runs over, then I say that I have to go.")),
        Text("I show this only to you.", quiet=True),
    )
    return Message("wins", "A note", (Heading("What you have done"), *pictures, *done))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with browser() as opened:
        yield opened


@pytest_asyncio.fixture(autouse=True, loop_scope="module")
async def nothing_left_open(chromium: Browser) -> AsyncIterator[None]:
    yield
    for context in chromium.contexts:
        await context.close()


async def shot(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"{name}.png")


def picture(side: Side, alt: str = ALT) -> Locator:
    return side.log.get_by_role("img", name=alt, exact=True)


async def test_a_picture_is_shown_at_half_its_pixels_with_a_sentence_that_says_the_same(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        await served.adapter.send(MAI, wins(BRANCH), "wins")
        for scheme in ("light", "dark"):
            seen = await watched(
                chromium, served.entrance, color_scheme=scheme, device_scale_factor=2
            )
            shown = picture(Side(seen.page, "Client"))
            await expect(shown).to_be_in_viewport(ratio=1)
            assert await shown.evaluate(LOADED)
            half = "img => [img.width - img.naturalWidth / 2, img.height - img.naturalHeight / 2]"
            assert await shown.evaluate(half) == [0, 0]
            assert await seen.page.evaluate(TOO_FAINT) == []
            await shot(seen.page, f"wins-{scheme}")
            assert (seen.errors, seen.elsewhere) == ([], [])


@pytest.mark.parametrize("width", [320, 390])
async def test_on_a_phone_a_picture_keeps_its_shape_and_nothing_overflows(
    tmp_path: Path, chromium: Browser, width: int
) -> None:
    async with opened_page(tmp_path) as served:
        await served.adapter.send(MAI, wins(BRANCH, DENSE), "wins")
        phone = PHONE | {"viewport": {"width": width, "height": 800}}
        for scheme in ("light", "dark"):
            seen = await watched(
                chromium, served.entrance, color_scheme=scheme, device_scale_factor=2, **phone
            )
            shown = picture(Side(seen.page, "Client"), DENSE.alt)
            await expect(shown).to_be_in_viewport(ratio=1)
            wide = "Math.max(...['html', '.log'].map(s => document.querySelector(s).scrollWidth))"
            assert await seen.page.evaluate(wide) <= width
            shape = "img => img.width / img.height - img.naturalWidth / img.naturalHeight"
            assert abs(await shown.evaluate(shape)) < 0.1
            await shot(seen.page, f"wins-phone-{width}-{scheme}")


async def test_a_picture_is_there_after_a_reload_and_a_restart_and_goes_with_its_message(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        served.desk.script = [[wins(BRANCH)]]
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        await client.writes("my wins")
        for _ in range(2):
            await expect(picture(client)).to_be_visible()
            assert await picture(client).evaluate(LOADED)
            await seen.page.reload()
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        await expect(picture(client)).to_be_visible()
        assert await picture(client).evaluate(LOADED)
        await served.adapter.clear(MAI, Own())
        for _ in range(2):
            await expect(client.log).to_contain_text("my wins")
            await expect(picture(client)).to_have_count(0)
            await seen.page.reload()
        assert (seen.errors, seen.elsewhere) == ([], [])


async def test_an_edit_puts_another_picture_in_its_place_or_none(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        await served.adapter.send(MAI, wins(BRANCH), "wins")
        await expect(picture(client)).to_be_visible()
        await served.adapter.edit(MAI, "wins", wins(DENSE))
        await expect(picture(client, DENSE.alt)).to_be_visible()
        await expect(picture(client)).to_have_count(0)
        await served.adapter.edit(MAI, "wins", wins())
        await expect(picture(client, DENSE.alt)).to_have_count(0)


async def test_a_picture_that_arrives_leaves_the_newest_in_sight(
    tmp_path: Path, chromium: Browser
) -> None:
    async with opened_page(tmp_path) as served:
        seen = await watched(chromium, served.entrance)
        client = Side(seen.page, "Client")
        for number in range(6):
            await served.adapter.send(MAI, wins(BRANCH, DENSE), f"wins-{number}")
        await expect(picture(client)).to_have_count(6)
        assert await picture(client).last.evaluate("async img => { await img.decode(); return 1; }")
        # What comes together is one answer, and is read from its beginning.
        await expect(client.log.get_by_role("heading").first).to_be_in_viewport()
        await seen.page.wait_for_timeout(APART)
        await client.log.evaluate("log => { log.scrollTop = log.scrollHeight; }")
        await served.adapter.send(MAI, wins(BRANCH, DENSE), "wins-last")
        await expect(picture(client)).to_have_count(7)
        await expect(client.log.get_by_role("heading").last).to_be_in_viewport()
        await expect(client.region.get_by_role("button", name="Show what is new")).to_be_hidden()
