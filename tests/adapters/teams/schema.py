"""The official schema of Adaptive Cards 1.5, made as strict as its text."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from jsonschema import Draft7Validator

Json = dict[str, Any]


@cache
def _validator() -> Draft7Validator:
    file = resources.files("adaptive_cards") / "schemas" / "schema-1.5.json"
    return Draft7Validator(json.loads(file.read_text(encoding="utf-8")))


# The schema wants any string for these.
FREE = frozenset({"text", "title", "label", "placeholder", "altText", "fallbackText", "value"})


def faults(card: Json) -> list[str]:
    """The schema's complaints about a card, with their positions and without its text."""
    plain = {key: value for key, value in card.items() if key != "msteams"}
    return list(_faults(json.dumps(_shape(plain))))


def _shape(thing: Any, key: str = "") -> Any:
    """The card without its words; equal for cards of the same structure."""
    if isinstance(thing, dict):
        return {name: [] if name == "data" else _shape(one, name) for name, one in thing.items()}
    if isinstance(thing, list):
        return [_shape(one) for one in thing]
    return "…" if key in FREE and isinstance(thing, str) else thing


@lru_cache(maxsize=5_000)
def _faults(shape: str) -> tuple[str, ...]:
    card = json.loads(shape, object_hook=_with_data)
    return tuple(f"{list(one.path)} {one.validator}" for one in _validator().iter_errors(card))


def _with_data(part: Json) -> Json:
    return part | {"data": {"x": 1}} if "data" in part else part
