"""A message is changed and deleted in Microsoft's test client, by its own custom activities."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Response

from tests.browser import needs_chromium
from tests.peers.playground import needs_playground
from tests.peers.teams_stage import TeamsPlayer, joined_in_teams, teams_stage

pytestmark = [needs_chromium, needs_playground, pytest.mark.long]
CUSTOM = "_internal/v1/customActivities"


class Changing:
    """Sends changes of one message of the client, by the id that the test client gave it."""

    def __init__(self, client: TeamsPlayer, teams: str) -> None:
        self._client = client
        self._teams = teams
        self._conversation = ""
        self._message = ""

    async def writes(self, text: str) -> None:
        asked = self._client.page.expect_response(lambda one: one.url.endswith("/messages"))
        async with asked as answered:
            await self._client.writes(text)
        sent: Response = await answered.value
        self._conversation = sent.url.split("/")[-2]
        self._message = (await sent.json())["messageId"]

    async def sends(self, kind: str, event: str, **more: Any) -> None:
        """Sends an activity as the dialog "Custom activity" does, from the same template."""
        cards = await self._client.cards.count()
        http, custom = self._client.page.request, f"{self._teams}{CUSTOM}"
        drawn = await http.get(f"{custom}/template?conversationId={self._conversation}")
        activity = await drawn.json() | {"type": kind, "id": self._message, **more}
        activity["channelData"] = {"eventType": event}
        assert (await http.post(custom, data=activity)).ok
        for _ in range(100):
            if await self._client.cards.count() > cards:
                break
            await asyncio.sleep(0.1)
        await self._client.quiet()


async def test_an_edit_counts_and_a_deletion_takes_back_what_was_shared(tmp_path: Path) -> None:
    async with teams_stage(tmp_path) as stage:
        client, coach = await joined_in_teams(stage)
        change = Changing(client, stage.teams)
        await change.writes("I said it to my manager")
        await change.sends("messageUpdate", "editMessage", text="I said it to nobody yet")
        await client.sees("I said it to nobody yet")
        # The playground gives an edit an id of its own, so it counts as the message that it edits.
        await client.writes("my words")
        share = client.cards.last.get_by_role("button", name="Share with Daniel", exact=True)
        await share.first.click()
        await client.sees("May I pass on your words to your coach")
        await client.presses("Yes")
        await client.presses("Share exactly this")
        await change.sends("messageDelete", "softDeleteMessage")
        await client.sees("You deleted that message")
        if folder := os.environ.get("TESTS_PICTURES"):
            await client.page.screenshot(path=Path(folder) / "edited-teams.png")
        await coach.writes("digest")
        await coach.sees_no("I said it to nobody yet", "I said it to my manager")
