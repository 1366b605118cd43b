"""Plays whole stories in Microsoft's own test client for Teams, in a real browser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.browser import needs_chromium
from tests.by_hand import some_by_hand
from tests.peers.playground import needs_playground
from tests.peers.teams_stage import TeamsStage, teams_stage
from tests.stories.told import STORIES

pytestmark = [needs_chromium, needs_playground, pytest.mark.long]
# The two other stories need a second client or a traveller. The test client has neither.
TOLD = [
    "a-hesitant-first-week",
    "a-manager-in-conflict",
    "six-weeks-of-small-steps",
    "a-hard-week",
    "a-coach-who-leaves",
]


@pytest.mark.parametrize("name", some_by_hand(TOLD, here=2))
async def test_the_story_happens_with_the_client_in_teams(name: str, tmp_path: Path) -> None:
    async with teams_stage(tmp_path) as stage:
        try:
            await STORIES[name](stage)
        finally:
            await _keep_pictures(stage, name)
        assert stage.errors == []


async def _keep_pictures(stage: TeamsStage, name: str) -> None:
    """Saves pictures for people to look at, in the folder that TESTS_PICTURES names."""
    folder = os.environ.get("TESTS_PICTURES")
    if folder and stage.client is not None:
        shots = {"teams": stage.client.page, "page": stage.first}
        for where, page in shots.items():
            if page is not None:
                await page.screenshot(path=Path(folder) / f"{name}-{where}.png")
