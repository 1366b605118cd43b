"""Pure: what a card of ours carries back when it is pressed or sent off. None of it is trusted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adapters.teams.reading import NotUnderstoodError, text_of
from bot.chat import Pressed, Submitted

OURS = "handrail"
FIELD_LIMIT = 5_000
MOST_FIELDS = 40


def gesture(carried: Mapping[str, Any], data: Mapping[str, Any]) -> Pressed | Submitted:
    action = text_of(carried.get("do"), 500)
    number = carried.get("form")
    if number is None:
        return Pressed(action)
    if not isinstance(number, int):
        raise NotUnderstoodError("form")
    front = f"{number}."
    values = {
        text_of(name.removeprefix(front), 50): _value(value)
        for name, value in data.items()
        if isinstance(name, str) and name.startswith(front)
    }
    if len(values) > MOST_FIELDS:
        raise NotUnderstoodError("values")
    return Submitted(action, values)


def _value(value: object) -> str:
    return "" if value is None else text_of(value, FIELD_LIMIT)


def carried_in(value: object) -> Mapping[str, Any] | None:
    found = value.get(OURS) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else None
