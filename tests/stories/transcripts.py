"""Formats what was said in a story as a page to read."""

from __future__ import annotations

from pathlib import Path

from tests.stories.stage import WrittenStage
from tests.stories.told import STORIES

FOLDER = Path(__file__).parents[2] / "docs" / "stories"


def transcript(name: str, stage: WrittenStage) -> str:
    title = name.replace("-", " ").capitalize()
    about = (STORIES[name].__doc__ or "").strip()
    return "\n".join([f"# {title}\n", f"{about}\n", *stage.lines])
