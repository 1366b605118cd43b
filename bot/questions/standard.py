"""The standard library of question sets, in the words of one catalogue."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from bot.domain.question import (
    QUESTION_KINDS,
    Around,
    Depth,
    Question,
    QuestionKind,
    QuestionPath,
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
def standard_paths(say: Catalogue) -> tuple[QuestionPath, ...]:
    """Returns every path. Raises KeyError for a path that names a question which no set has."""
    known = {one.id: one for each in standard_sets(say) for one in each.questions}
    return tuple(
        QuestionPath(
            id=one["id"],
            title=Words(say(f"path-{one['id']}")),
            about=Words(say(f"path-{one['id']}-about")),
            questions=tuple(known[name] for name in path_questions()[one["id"]]),
        )
        for one in _file().get("paths", ())
    )


@cache
def path_questions() -> Mapping[str, tuple[str, ...]]:
    """Returns the ids of each path's questions, in their order."""
    return {one["id"]: tuple(one["questions"]) for one in _file().get("paths", ())}


@cache
def standard_reasons() -> Mapping[str, str]:
    """Returns the reason that stands in the file beside each question, by the question's id."""
    return {
        f"{one['id']}.{question['name']}": question["reason"]
        for one in _file()["sets"]
        for question in one["questions"]
        if "reason" in question
    }


def _shape() -> tuple[Mapping[str, Any], ...]:
    return tuple(_file()["sets"])


@cache
def _file() -> Mapping[str, Any]:
    file = resources.files("bot.questions") / "standard.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _set(say: Catalogue, shape: Mapping[str, Any]) -> QuestionSet:
    name = shape["id"]
    return QuestionSet(
        id=name,
        title=Words(say(f"set-{name}")),
        about=Words(say(f"set-{name}-about")),
        questions=tuple(_question(say, name, one) for one in shape["questions"]),
        around=Around(shape["around"]) if "around" in shape else None,
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
        more=shape.get("more", False),
        step=shape.get("step", False),
        about_step=shape.get("about_step", False),
    )
