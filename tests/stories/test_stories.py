"""Each story happens as it is told, and its transcript in docs/stories is what was said.

`python -m tests.stories` writes the transcripts again.
"""

from __future__ import annotations

import pytest

from tests.stories.stage import WrittenStage
from tests.stories.told import STORIES
from tests.stories.transcripts import FOLDER, transcript


@pytest.mark.parametrize("name", STORIES)
async def test_the_story_happens_as_it_is_told(name: str) -> None:
    stage = WrittenStage()
    await STORIES[name](stage)
    written = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert written == transcript(name, stage), "run: python -m tests.stories"


def test_every_transcript_belongs_to_a_story() -> None:
    found = {path.stem for path in FOLDER.glob("*.md")} - {"README"}
    assert found == set(STORIES)
