"""The standard library of question sets, in the words of one catalogue."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from bot.domain.question import (
    QUESTION_KINDS,
    Depth,
    Question,
    QuestionKind,
    QuestionSet,
    Topic,
)
from bot.domain.words import Words
from bot.text import Catalogue


@cache
def standard_ids() -> tuple[str, ...]:
    """Returns the ids of the standard sets, in their order."""
    return tuple(one["id"] for one in _shape())


@cache
def standard_sets(say: Catalogue) -> tuple[QuestionSet, ...]:
    """Returns every standard set. Raises MissingSentenceError where a sentence is missing."""
    return tuple(_set(say, one) for one in _shape())


def standard_set(say: Catalogue, set_id: str) -> QuestionSet | None:
    """Returns the standard set of that id, or None. Raises what `standard_sets` raises."""
    return next((one for one in standard_sets(say) if one.id == set_id), None)


@cache
def _shape() -> tuple[Mapping[str, Any], ...]:
    file = resources.files("bot.questions") / "standard.toml"
    return tuple(tomllib.loads(file.read_text(encoding="utf-8"))["sets"])


def _set(say: Catalogue, shape: Mapping[str, Any]) -> QuestionSet:
    name = shape["id"]
    return QuestionSet(
        id=name,
        title=Words(say(f"set-{name}")),
        about=Words(say(f"set-{name}-about")),
        questions=tuple(_question(say, name, one) for one in shape["questions"]),
    )


def _question(say: Catalogue, set_id: str, shape: Mapping[str, Any]) -> Question:
    key = f"q-{set_id}-{shape['name']}"
    kind = QuestionKind(shape["kind"])
    has_ends = QUESTION_KINDS[kind].has_ends
    return Question(
        id=f"{set_id}.{shape['name']}",
        kind=kind,
        topic=Topic(shape["topic"]),
        depth=Depth[shape["depth"].upper()],
        text=Words(say(key)),
        options=tuple(
            Words(say(f"{key}-option-{number}")) for number in range(1, shape.get("options", 0) + 1)
        ),
        low=Words(say(f"{key}-low")) if has_ends else None,
        high=Words(say(f"{key}-high")) if has_ends else None,
        leads_to_step=shape.get("step", False),
    )
