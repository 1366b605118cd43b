"""A stage with the client in Microsoft's test client for Teams, the coach on the local page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from adapters.shared.http import Server
from adapters.teams.endpoint import ROUTE
from adapters.teams.settings import TeamsSettings
from tests.browser import browser
from tests.peers.house import page_beside_platforms
from tests.peers.playground import playground
from tests.stories.beginning import joins
from tests.stories.page_stage import ERASING, PagePlayer, PageStage
from tests.stories.stage import Actor

CARD = ".ac-adaptiveCard"
QUIET_SECONDS = 0.6
LABELS = {
    "every": "How often",
    "from": "From",
    "to": "To",
    "zone": "City",
    "when": "When, or after what? (if you like)",
    "then": "Your small step",
    "obstacle": "What could get in the way? (if you like)",
    "words": "In your words",
    "size": "How big is it?",
    "bad_day": "Could you do it on a bad day?",
    "strength": "Which strength of yours could help? (if you like)",
    "day": "Day",
    "time": "Time",
}
SHOWN = {
    "MO": "Mon",
    "TH": "Thu",
    "1": "Every week",
    "moment": "Two minutes",
    "unsure": "I'm not sure",
    "yes": "Yes",
}


@dataclass
class TeamsPlayer:
    """An actor in Teams, who reads the cards and presses their buttons."""

    page: Page
    name: str

    @property
    def cards(self) -> Locator:
        return self.page.locator(CARD)

    async def writes(self, text: str) -> None:
        before = await self.cards.count()
        box = self.page.locator("[contenteditable]").first
        await box.fill(text)
        await box.press("Enter")
        await self._answered(before)

    async def presses(self, label: str) -> None:
        before = await self.cards.count()
        await (await self._button(label)).click()
        await self._answered(0 if label == ERASING else before)

    async def _button(self, label: str) -> Locator:
        """The button; where the label is a choice, that is chosen, and the button below it.

        A button that stands behind "More" is shown first.
        """
        for card in reversed(await self.cards.all()):
            button = card.get_by_role("button", name=label, exact=True)
            if await button.count():
                return button.last
            choice = card.get_by_role("radio", name=label, exact=True)
            if await choice.count():
                await choice.last.click()
                return card.get_by_role("button", name="Choose", exact=True).last
            hidden = card.locator("button", has_text=label)
            if label in await hidden.all_text_contents():
                await card.get_by_role("button", name="More", exact=True).click()
                return button.last
        raise AssertionError(f"no button {label}")

    async def ticks(self, purpose: str) -> None:
        card = self.cards.filter(has=self.page.locator("input")).last
        await card.get_by_role("checkbox", name=purpose, exact=True).click()
        await self.fills()

    async def fills(self, **values: str) -> None:
        card = self.cards.filter(has=self.page.locator("input, textarea")).last
        for name, value in values.items():
            await self._fill(card, name, value)
        before = await self.cards.count()
        # Below the form for the right words stands one more button: to leave them.
        sends = card.locator(".ac-actionSet button")
        await (sends.first if "words" in values else sends.last).click()
        await self._answered(before)

    async def _fill(self, card: Locator, name: str, value: str) -> None:
        if name.startswith("asked_"):
            ticked = value.split(",")
            for box in await card.get_by_role("checkbox").all():
                number = ((await box.get_attribute("aria-label")) or "").split(".")[0]
                among = (
                    int(ticked[0]) <= int(number) <= int(ticked[-1])
                    if number.isdecimal()
                    else False
                )
                if among and await box.is_checked() != (number in ticked):
                    await box.click()
            return
        if name == "days":
            for box in await card.get_by_role("checkbox").all():
                label = (await box.get_attribute("aria-label")) or ""
                wanted = label in [SHOWN[one] for one in value.split(",")]
                if await box.is_checked() != wanted:
                    await box.click()
            return
        chosen = card.get_by_role("combobox", name=LABELS[name])
        if await chosen.count():
            await chosen.click()
            options = self.page.get_by_role("option", name=SHOWN.get(value, value), exact=True)
            await options.last.click()
        else:
            await card.get_by_role("textbox", name=LABELS[name]).fill(value)

    async def sees(self, *texts: str) -> None:
        for text in texts:
            for _ in range(100):
                if await self.has(text):
                    break
                await asyncio.sleep(0.1)
            assert await self.has(text), text

    async def sees_no(self, *texts: str) -> None:
        for text in texts:
            assert not await self.has(text), text

    async def has(self, text: str) -> bool:
        return text.casefold() in (await self._text()).casefold()

    async def code(self) -> str:
        raise NotImplementedError("the coach of these stories is on the local page")

    async def travels(self, zone: str) -> None:
        raise NotImplementedError("the test client has one zone")

    async def quiet(self) -> None:
        """Waits until no more messages come."""
        before = -1
        while (now := await self.cards.count()) != before:
            before = now
            await asyncio.sleep(QUIET_SECONDS)

    async def _text(self) -> str:
        shown = await self.cards.all_inner_texts()
        drawn = await self.cards.locator("img").evaluate_all("all => all.map(one => one.alt)")
        return "\n".join([*shown, *drawn])

    async def _answered(self, before: int) -> None:
        for _ in range(200):
            if await self.cards.count() > before:
                return await self.quiet()
            await asyncio.sleep(0.1)
        raise AssertionError("no answer came")


@asynccontextmanager
async def teams_stage(folder: Path) -> AsyncIterator[TeamsStage]:
    """Runs Handrail, Microsoft's test client and a browser for both, for the block."""
    settings = TeamsSettings(data=folder / "data", port=0, teams_local=True)
    async with (
        page_beside_platforms(settings) as server,
        playground(for_teams(server), folder) as teams,
        browser() as chromium,
    ):
        yield TeamsStage(chromium, server.entrance, teams=teams)


def for_teams(server: Server) -> str:
    """The address that the test client is started with, with its secret."""
    return next(one for one in server.entrances if ROUTE in one)


async def joined_in_teams(stage: TeamsStage) -> tuple[TeamsPlayer, Actor]:
    """Joins a client in Teams and a coach on the page, who agree to everything."""
    coach = await stage.enters("Daniel", "coach")
    await stage.enters("Mai", "client")
    assert stage.client is not None
    await joins(stage, stage.client, coach)
    return stage.client, coach


# The Playground has one person, and names them so.
PLAYGROUND_NAME = "Alex Wilber"


@dataclass
class TeamsStage(PageStage):
    """One server: the coach is on its page, the client in Teams. The page's clock moves both."""

    teams: str = ""
    client: TeamsPlayer | None = None
    requests: list[str] = field(default_factory=list)

    async def enters(self, name: str, role: str) -> TeamsPlayer | PagePlayer:  # type: ignore[override]
        if role == "coach":
            return await super().enters(name, role)
        context = await self.chromium.new_context(
            viewport={"width": 1280, "height": 1000}, timezone_id="Europe/Berlin", locale="en-GB"
        )
        page = await context.new_page()
        await page.goto(self.teams)
        await expect(page.locator("[contenteditable]").first).to_be_visible(timeout=30_000)
        self.client = TeamsPlayer(page, PLAYGROUND_NAME)
        return self.client

    async def comes(self) -> None:
        await super().comes()
        if self.client is not None:
            await self.client.quiet()
