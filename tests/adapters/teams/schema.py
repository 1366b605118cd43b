"""The official schema of Adaptive Cards 1.5, made as strict as it is meant."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from jsonschema import Draft7Validator

Json = dict[str, Any]


@cache
def _validator() -> Draft7Validator:
    file = resources.files("adaptive_cards") / "schemas" / "schema-1.5.json"
    return Draft7Validator(json.loads(file.read_text(encoding="utf-8")))


def faults(card: Json) -> list[str]:
    """What the schema says of a card; where, and never the card itself."""
    plain = {key: value for key, value in card.items() if key != "msteams"}
    return [f"{list(one.path)} {one.validator}" for one in _validator().iter_errors(plain)]
