"""The whole story on the local page, in a real browser, through the real core and database."""

from __future__ import annotations

import os
import re
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from tests.browser import Side, browser, handrail, needs_chromium, opens

pytestmark = needs_chromium
SHOTS = os.environ.get("TESTS_SHOTS")


async def shot(page: Page, name: str) -> None:
    if SHOTS:
        await page.screenshot(path=Path(SHOTS) / f"{name}.png")


async def skip(page: Page) -> None:
    button = page.get_by_role("button", name="Skip to what comes next")
    await button.click()
    await expect(button).to_be_enabled()


async def skip_to(page: Page, log: Locator, text: str) -> None:
    """Goes on through the steps before `text`."""
    for _ in range(8):
        await skip(page)
        try:
            await expect(log).to_contain_text(text, timeout=1_500)
        except AssertionError:
            continue
        return
    await expect(log).to_contain_text(text)


async def join(page: Page) -> tuple[Side, Side]:
    client, coach = Side(page, "Client"), Side(page, "Coach")
    await coach.writes("invite")
    found = re.search(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b", await coach.text())
    assert found is not None
    await coach.presses("Yes, once a week")
    assert "Handrail said" not in await client.log.inner_html()
    await client.writes(found[0].lower())
    await client.presses("I agree")
    for _ in range(3):
        await client.presses("Yes")
    await client.presses("Show me")
    await client.presses("That's right")
    return client, coach


async def test_one_engagement_lives_on_the_page(tmp_path: Path) -> None:
    async with handrail(tmp_path) as entrance, browser() as chromium:
        page = await chromium.new_page(viewport={"width": 1360, "height": 860})
        problems: list[str] = []
        elsewhere: list[str] = []
        page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: problems.append(str(e)))
        address = entrance.partition("?")[0]
        page.on(
            "request",
            lambda r: (
                None
                if r.url.startswith((address, "ws://127.0.0.1", "data:"))
                else elsewhere.append(r.url)
            ),
        )
        await opens(page, entrance)
        await shot(page, "1-empty")
        client, coach = await join(page)
        await expect(client.log).to_contain_text("Your receipt")
        await shot(page, "2-joined")

        await skip_to(page, client.log, "What went well this week")
        words = "I said no to a meeting.\n  <b>It felt odd</b> & right 🙂 <script>alert(1)</script>"
        await client.writes(words)
        await client.presses("Share with Daniel")
        await client.presses("Yes")
        await shot(page, "3-preview")
        preview = client.log.get_by_role("blockquote").last
        assert await preview.text_content() == words
        await client.presses("Share exactly this")
        await client.writes("step")
        await client.region.get_by_label("When, or after what? (if you like)").last.fill(
            "On Tuesday"
        )
        await client.region.get_by_label("Your small step").last.fill("I write one line")
        await client.presses("Set it")
        await expect(client.log).to_contain_text("I write one line")
        await shot(page, "4-step")

        await skip_to(page, coach.log, "Shared with you")
        assert await coach.log.get_by_role("blockquote").last.text_content() == words
        await shot(page, "5-digest")
        if "How did it go?" not in await client.text():
            await skip_to(page, client.log, "How did it go?")
        await client.presses("Not yet")
        # The bot's own messages that quote the step go too, so there are fewer than before.
        await client.log.get_by_role("button", name="Drop it").last.click()
        await expect(client.log).to_contain_text("That is a choice too.")
        assert "How did it go?" not in await client.text()

        before = await client.text()
        await page.reload()
        await expect(client.log).to_contain_text("That is a choice too.")
        assert await client.text() == before

        await client.writes("please pause until Monday")
        await client.writes("what do you hold about me?")
        await shot(page, "6-hold")
        await client.writes("stop!!")
        await expect(client.log).to_contain_text("Stopped. I won't write to you again")
        await client.writes("delete all my data")
        await client.log.get_by_role("button", name="Erase everything").last.click()
        await expect(client.log).to_contain_text("Gone: your name")
        await expect(client.log).to_contain_text("What stays as proof")
        assert problems == []
        assert elsewhere == []


async def test_the_page_works_by_keyboard_alone_and_in_the_dark(tmp_path: Path) -> None:
    async with handrail(tmp_path) as entrance, browser() as chromium:
        context = await chromium.new_context(
            color_scheme="dark", viewport={"width": 1360, "height": 860}
        )
        page = await context.new_page()
        await opens(page, entrance)
        coach = page.get_by_role("region", name="Coach").get_by_role("textbox", name="Message")
        for _ in range(30):
            if await coach.evaluate("box => box === document.activeElement"):
                break
            await page.keyboard.press("Tab")
        await page.keyboard.type("invite")
        await page.keyboard.press("Enter")
        log = page.get_by_role("region", name="Coach").get_by_role("log")
        await expect(log).to_contain_text("Yes, once a week")
        yes = log.get_by_role("button", name="Yes, once a week")
        for _ in range(30):
            if await yes.evaluate("button => button === document.activeElement"):
                break
            await page.keyboard.press("Shift+Tab")
        await page.keyboard.press("Enter")
        await expect(log).to_contain_text("Good. It comes when")
        await shot(page, "7-dark")


async def test_the_page_fits_a_phone_and_both_chats_can_be_reached(tmp_path: Path) -> None:
    async with handrail(tmp_path) as entrance, browser() as chromium:
        page = await chromium.new_page(viewport={"width": 390, "height": 800})
        await opens(page, entrance)
        client, _ = await join(page)
        await expect(client.log).to_contain_text("Your receipt")
        wide = await page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390
        await shot(page, "8-phone")


async def test_two_clicks_at_once_send_one_gesture(tmp_path: Path) -> None:
    async with handrail(tmp_path) as entrance, browser() as chromium:
        page = await chromium.new_page()
        await opens(page, entrance)
        coach = Side(page, "Coach")
        await coach.writes("invite")
        await coach.region.get_by_role("button", name="Yes, once a week").dblclick()
        await expect(coach.log).to_contain_text("Good. It comes when")
        assert (await coach.text()).count("Good. It comes when") == 1


async def test_other_people_can_be_opened_and_a_second_start_finds_everything(
    tmp_path: Path,
) -> None:
    async with browser() as chromium:
        async with handrail(tmp_path) as entrance:
            page = await chromium.new_page()
            await opens(page, f"{entrance}&person=ana-lena")
            ana = Side(page, "Ana Lena")
            await ana.writes("hello there")
            await expect(ana.log).to_contain_text("I'm Handrail, a bot")
            await opens(page, entrance)
            _, coach = await join(page)
            await skip(page)
            shown = await coach.text()
            clock = await page.locator("#now").get_attribute("datetime")
        async with handrail(tmp_path) as entrance:
            page = await chromium.new_page()
            await opens(page, entrance)
            await expect(Side(page, "Coach").log).to_contain_text("Good. It comes when")
            assert await Side(page, "Coach").text() == shown
            later = await page.locator("#now").get_attribute("datetime")
            assert clock is not None
            assert later is not None
            assert later >= clock
            await opens(page, f"{entrance}&person=ana-lena")
            await expect(Side(page, "Ana Lena").log).to_contain_text("hello there")
