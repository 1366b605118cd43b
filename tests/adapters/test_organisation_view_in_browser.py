"""The organisation's view in a real browser: no script, WCAG 2.2 AA, a phone, and print."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.async_playwright import Axe

from adapters.operator.view.drawing import view_page
from tests.adapters.mail.page.test_page_in_browser import SIDEWAYS, TOO_SMALL, WCAG
from tests.attacks.test_a_finder_of_a_link_who_opens_the_view import PUBLIC, opened_view
from tests.browser import browser, needs_chromium

pytestmark = needs_chromium
RULES = {"runOnly": {"type": "tag", "values": WCAG}}


async def test_each_page_can_be_used_by_everybody_and_printed(tmp_path: Path) -> None:
    async with browser() as chromium, opened_view(None) as there:
        page = await chromium.new_page(viewport={"width": 320, "height": 640})
        link = await there.link()
        address = f"{there.address}organisation/{link}"
        for step in ("opening", "view", "over"):
            if step == "view":
                await page.get_by_role("button", name="Open it").click()
            else:
                await page.goto(address)
            found = await Axe().run(page, options=RULES)
            assert [one["id"] for one in found.response["violations"]] == [], step
            assert await page.evaluate(TOO_SMALL) == []
            assert not await page.evaluate(SIDEWAYS), step
            assert await page.locator("script").count() == 0
            if step == "view":
                assert await page.get_by_text("Needs attention").is_visible()
        file = tmp_path / "view.html"
        file.write_text(view_page(await there.operator.organisation_view()), encoding="utf-8")
        await page.goto(file.as_uri())
        await page.emulate_media(media="print")
        colour = "getComputedStyle(document.body).backgroundColor"
        assert await page.evaluate(colour) == "rgb(255, 255, 255)"
        assert PUBLIC not in await page.content()
