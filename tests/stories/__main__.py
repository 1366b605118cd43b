"""Writes every transcript again, so that people can read and review it."""

from __future__ import annotations

import asyncio

from tests.stories.stage import WrittenStage
from tests.stories.told import STORIES
from tests.stories.transcripts import FOLDER, transcript


async def write() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, story in STORIES.items():
        stage = WrittenStage()
        await story(stage)
        (FOLDER / f"{name}.md").write_text(transcript(name, stage), encoding="utf-8")
        print(name)


if __name__ == "__main__":
    asyncio.run(write())
