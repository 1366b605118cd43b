"""Plays the stories on the local page in a real browser, with the real core and database."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.async_api import Browser, Page, expect

from tests.browser import Side, opens
from tests.stories.stage import MOST_SKIPS, Actor

CODE = re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b")
ERASING = "Erase everything"
NAMES = {"coach": "Daniel", "client": "Mai"}


@dataclass
class PagePlayer:
    """An actor who reads the page and presses its buttons."""

    side: Side
    stage: PageStage
    name: str

    async def writes(self, text: str) -> None:
        await self.side.writes(text)

    async def presses(self, label: str) -> None:
        if label == ERASING:
            # Old messages are removed, so there may be fewer of them than before.
            button = self.side.region.get_by_role("button", name=label, exact=True)
            await button.last.click()
        else:
            await self.side.presses(label)

    async def ticks(self, purpose: str) -> None:
        form = self.side.log.locator("form.asked").last
        box = form.get_by_role("checkbox", name=purpose, exact=True)
        await box.evaluate("one => one.click()")
        await self.fills()

    async def fills(self, **values: str) -> None:
        form = self.side.log.locator("form.asked").last
        for name, value in values.items():
            await self._fill(form, name.replace("_", "-"), value)
        await self.side.marks_all()
        await form.locator("button[type=submit]").click()
        await self.side.answered()

    async def _fill(self, form: object, name: str, value: str) -> None:
        fields = form.locator(f"[name='{name}']")  # type: ignore[attr-defined]
        kind = await fields.first.evaluate("one => one.type || one.tagName")
        if kind == "checkbox":
            for box in await fields.all():
                wanted = await box.get_attribute("value") in value.split(",")
                if await box.is_checked() != wanted:
                    await box.evaluate("one => one.click()")
        elif kind == "select-one":
            await fields.first.select_option(value)
        else:
            await fields.first.fill(value)

    async def sees(self, *texts: str) -> None:
        for text in texts:
            if not await self.side.log.get_by_alt_text(text).count():
                await expect(self.side.log).to_contain_text(text, ignore_case=True)

    async def sees_no(self, *texts: str) -> None:
        shown = (await self.side.text()).casefold()
        for text in texts:
            assert text.casefold() not in shown, text

    async def has(self, text: str) -> bool:
        return text.casefold() in (await self.side.text()).casefold()

    async def code(self) -> str:
        return str(CODE.findall(await self.side.text())[-1])

    async def travels(self, zone: str) -> None:
        """Opens the same chat in another browser, in another zone."""
        query = urlsplit(self.side.page.url).query
        page = await self.stage.opened(zone, f"{self.stage.entrance}&{query}")
        self.side = Side(page, "Client")


@dataclass
class PageStage:
    chromium: Browser
    entrance: str
    crowd: int = 3
    errors: list[str] = field(default_factory=list)
    first: Page | None = None

    async def opened(self, zone: str, address: str) -> Page:
        context = await self.chromium.new_context(
            viewport={"width": 1360, "height": 860}, timezone_id=zone, locale="en-GB"
        )
        page = await context.new_page()
        page.on("pageerror", lambda problem: self.errors.append(str(problem)))
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        await opens(page, address)
        return page

    async def enters(self, name: str, role: str) -> PagePlayer:
        if self.first is None:
            self.first = await self.opened("Europe/Berlin", self.entrance)
        label = role.capitalize()
        taken = role == "client" and self.crowd_in
        if not taken:
            self.crowd_in = role == "client" or self.crowd_in
            return PagePlayer(Side(self.first, label), self, NAMES[role])
        user = name.lower().replace(" ", "-")
        page = await self.opened("Europe/Berlin", f"{self.entrance}&person={user}")
        shown = await page.get_by_role("region").first.get_attribute("aria-label")
        return PagePlayer(Side(page, shown or name), self, name)

    crowd_in: bool = False

    async def comes(self) -> None:
        page = self._page()
        button = page.get_by_role("button", name="Skip to what comes next")
        await button.click()
        await expect(button).to_be_enabled()

    async def until(self, actor: Actor, text: str) -> None:
        for _ in range(MOST_SKIPS):
            if await actor.has(text):
                return
            await self.comes()
        raise AssertionError(text)

    async def nothing_comes(self) -> None:
        await self.comes()
        await expect(self._page().locator("#notice")).to_contain_text("No message is planned")

    async def nothing_leaves(self) -> None:
        """Moves time; the story then looks for what must not be there."""
        await self.comes()

    def tells(self, text: str) -> None:
        """Does nothing: the page shows no lines of the story."""

    def _page(self) -> Page:
        assert self.first is not None
        return self.first
