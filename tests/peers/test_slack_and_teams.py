"""Plays an engagement end to end, with the coach in Slack and the client in Microsoft Teams."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.browser import needs_chromium
from tests.peers import local_slack
from tests.peers.pair import Pair, pair
from tests.peers.playground import needs_playground
from tests.peers.teams_stage import TeamsPlayer
from tests.stories.beginning import joins

pytestmark = [needs_chromium, needs_playground, local_slack.needed, pytest.mark.long]

WORDS = "I said no to a meeting & it felt <odd>, but *good* [here](https://evil.example) 🙂"
PRIVATE = "This line is mine alone."


async def test_an_engagement_between_slack_and_teams_from_the_code_to_the_erasure(
    tmp_path: Path,
) -> None:
    async with pair(tmp_path) as both:
        stage, daniel = both.stage, both.coach
        mai = await stage.enters("Mai", "client")
        assert isinstance(mai, TeamsPlayer)
        await joins(stage, mai, daniel)
        await daniel.presses("Yes, once a week")
        await daniel.sees("It comes when something was shared")

        await stage.comes()
        await mai.sees("What went well this week")
        await mai.writes(PRIVATE)
        await stage.comes()
        await mai.writes(WORDS)
        await mai.presses("Share with daniel")
        await mai.presses("Yes")
        await mai.sees("Exactly this, word for word", WORDS)
        await mai.presses("Share exactly this")
        await mai.sees("Approved.")
        await daniel.sees_no(WORDS, PRIVATE)

        await stage.until(daniel, "Shared with you")
        assert await daniel.quotes("Shared with you") == [WORDS]
        await _pictures(both, "shared")

        await mai.presses("Take it back")
        await mai.sees("was shown it on")
        await _until_gone(both, WORDS)
        await daniel.sees_no(PRIVATE)
        await _pictures(both, "taken-back")

        await mai.writes("stop")
        await mai.sees("Stopped.")
        before = await mai.cards.count()
        # His own digest would come for years. Without it no delivery is planned any more.
        await daniel.writes("my switches")
        await daniel.presses("Turn the digest off")
        await daniel.sees("No digest, then.")
        await stage.nothing_comes()
        assert await mai.cards.count() == before

        await mai.writes("erase")
        await mai.sees("Erase everything I hold about you?")
        await mai.presses("Erase everything")
        await mai.sees("Gone: your name")
        # This test client answers 501 to every deletion, so the cards stay on its page. Tests with
        # our own connector show that a deletion removes them.
        await mai.quiet()
        await _pictures(both, "erased")
        shown = await mai.cards.count()
        await mai.writes("what do you hold")
        said = " ".join((await mai.cards.all_inner_texts())[shown:])
        assert "I hold nothing about you" in said, said
        assert not any(words in said for words in (WORDS, PRIVATE))
        assert stage.errors == []


async def _until_gone(both: Pair, words: str) -> None:
    for _ in range(20):
        if not await both.coach.has(words):
            return
        await both.stage.comes()
    raise AssertionError("the words still stand in Slack")


async def _pictures(both: Pair, name: str) -> None:
    """Saves pictures for people to look at, in the folder that TESTS_PICTURES names."""
    folder = os.environ.get("TESTS_PICTURES")
    if folder is None or both.stage.client is None:
        return
    pages: dict[str, Page] = {
        "teams": both.stage.client.page,
        "slack": await both.slack_page("Daniel Okoro"),
    }
    for where, page in pages.items():
        await page.wait_for_timeout(700)
        await page.screenshot(path=Path(folder) / f"pair-{name}-{where}.png")
    await pages["slack"].close()
