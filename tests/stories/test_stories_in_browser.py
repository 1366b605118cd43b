"""Stories are played on the local page, in a real browser: five of them, and all by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import browser, handrail, needs_chromium
from tests.by_hand import some_by_hand
from tests.stories.page_stage import PageStage
from tests.stories.told import STORIES

pytestmark = [needs_chromium, pytest.mark.long]


@pytest.mark.parametrize("name", some_by_hand(STORIES, here=5))
async def test_the_story_happens_on_the_page(name: str, tmp_path: Path) -> None:
    async with handrail(tmp_path) as address, browser() as chromium:
        stage = PageStage(chromium, address)
        await STORIES[name](stage)
        assert stage.errors == []
