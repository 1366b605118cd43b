"""A coach in Slack and a client in Teams at one Handrail. Others wrote both test platforms."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Page
from pydantic import SecretStr

from adapters.slack.outbound.render import quotes_in
from bot.run.platforms import all_settings
from tests.browser import browser
from tests.peers.house import page_beside_platforms
from tests.peers.local_slack import DANIEL, SECRET, LocalSlack, free_port, local_slack
from tests.peers.playground import playground
from tests.peers.teams_stage import TeamsStage, for_teams

CODE = re.compile(r"\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){2}\b")


@dataclass
class SlackCoach:
    """Daniel, who reads his chat in Slack and presses its buttons."""

    slack: LocalSlack
    name: str = "Daniel"

    async def writes(self, text: str) -> None:
        await self.slack.says(DANIEL, text)

    async def presses(self, label: str) -> None:
        await self.slack.presses(DANIEL, label)

    async def sees(self, *texts: str) -> None:
        for text in texts:
            await self.slack.reads(DANIEL, text)

    async def sees_no(self, *texts: str) -> None:
        for text in texts:
            assert not await self.has(text), text

    async def has(self, text: str) -> bool:
        return text in json.dumps(await self.slack.shown(DANIEL), ensure_ascii=False)

    async def code(self) -> str:
        message = await self.slack.reads(DANIEL, "Here is a code")
        return str(CODE.findall(json.dumps(message))[-1])

    async def ticks(self, purpose: str) -> None:
        raise NotImplementedError("this peer sends a form only over a socket of its own")

    async def fills(self, **values: str) -> None:
        raise NotImplementedError("this peer sends a form only over a socket of its own")

    async def travels(self, zone: str) -> None:
        raise NotImplementedError("nobody travels here")

    async def quotes(self, part: str) -> list[str]:
        """Returns the quotes in the newest message that contains `part`."""
        return quotes_in((await self.slack.reads(DANIEL, part))["blocks"])


@dataclass
class Pair:
    """Both people. The clock of the local page moves time for them."""

    stage: TeamsStage
    coach: SlackCoach
    chromium: Browser

    async def slack_page(self, name: str) -> Page:
        """Opens Slack in a browser as this person."""
        page = await self.chromium.new_page(viewport={"width": 1280, "height": 1000})
        await page.goto(self.coach.slack.address)
        await page.get_by_text(name, exact=True).last.click()
        return page


@asynccontextmanager
async def pair(folder: Path) -> AsyncIterator[Pair]:
    port = free_port()
    events = f"http://127.0.0.1:{port}/slack/events"
    async with local_slack(folder, "events", events) as slack:
        settings = all_settings().model_validate(
            {
                "data": folder / "data",
                "port": port,
                "teams_local": True,
                "slack_api": slack.api,
                "slack_bot_token": SecretStr("xoxb-local"),
                "slack_signing_secret": SecretStr(SECRET),
            }
        )
        async with (
            page_beside_platforms(settings) as server,
            playground(for_teams(server), folder) as teams,
            browser() as chromium,
        ):
            stage = TeamsStage(chromium, server.entrance, teams=teams)
            stage.first = await stage.opened("Europe/Berlin", server.entrance)
            yield Pair(stage, SlackCoach(slack), chromium)
