"""A strict schema of the few Slack blocks that Handrail uses.

The lengths and counts are those of Slack's Block Kit reference (docs.slack.dev, "Blocks", "Block
elements", "Composition objects"). It is stricter than Slack on purpose: no `mrkdwn`, no style, no
emoji codes, nothing that is not listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jsonschema import Draft202012Validator
from slack_sdk.models.blocks import Block

Json = dict[str, Any]


def _object(required: Json, optional: Json | None = None) -> Json:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _plain(limit: int) -> Json:
    text = {"type": "string", "minLength": 1, "maxLength": limit}
    return _object({"type": {"const": "plain_text"}, "text": text, "emoji": {"const": False}})


def _list(items: Json, most: int, least: int = 1) -> Json:
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


ID = {"type": "string", "minLength": 1, "maxLength": 255}
OPTION = _object(
    {"text": _plain(75), "value": {"type": "string", "minLength": 1, "maxLength": 150}}
)
BUTTON = _object(
    {
        "type": {"const": "button"},
        "action_id": ID,
        "text": _plain(75),
        "value": {"type": "string", "minLength": 1, "maxLength": 2000},
    },
    {"accessibility_label": {"type": "string", "minLength": 1, "maxLength": 75}},
)
# A button whose label is too wide for it, beside that label.
LABELLED = _object({**BUTTON["properties"], "text": _plain(30)})
TYPED = {"type": "string", "minLength": 1, "maxLength": 3000}
TEXT_INPUT = _object(
    {
        "type": {"const": "plain_text_input"},
        "action_id": ID,
        "max_length": {"type": "integer", "minimum": 1, "maximum": 3000},
        "multiline": {"type": "boolean"},
    },
    {
        "placeholder": _plain(150),
        "initial_value": TYPED,
        "focus_on_load": {"type": "boolean"},
    },
)


def _choice(kind: str, most: int, initial: str) -> Json:
    first = OPTION if initial == "initial_option" else _list(OPTION, most)
    required = {"type": {"const": kind}, "action_id": ID, "options": _list(OPTION, most)}
    return _object(required, {initial: first})


INPUT = _object(
    {
        "type": {"const": "input"},
        "block_id": ID,
        "label": _plain(2000),
        "element": {"type": "object"},
    },
    {"optional": {"type": "boolean"}},
)
LITERAL = _object(
    {"type": {"const": "text"}, "text": {"type": "string", "minLength": 1, "maxLength": 3000}},
    {"style": _object({"bold": {"const": True}})},
)
RICH = _object(
    {
        "type": {"const": "rich_text"},
        "elements": _list(
            _object(
                {
                    "type": {"enum": ["rich_text_section", "rich_text_quote"]},
                    "elements": _list(LITERAL, 1),
                }
            ),
            1,
        ),
    },
    {"block_id": ID},
)
IMAGE = _object(
    {
        "type": {"const": "image"},
        "slack_file": _object({"id": {"type": "string", "pattern": "^F[A-Z0-9]+$"}}),
        "alt_text": {"type": "string", "minLength": 1, "maxLength": 2000},
    }
)
# Looked up by type, because trying every schema takes minutes for all messages.
BLOCKS = {
    "header": _object({"type": {"const": "header"}, "text": _plain(150)}),
    "context": _object({"type": {"const": "context"}, "elements": _list(_plain(3000), 10)}),
    "actions": _object({"type": {"const": "actions"}, "elements": _list(BUTTON, 25)}),
    "section": _object({"type": {"const": "section"}, "text": _plain(3000), "accessory": LABELLED}),
    "rich_text": RICH,
    "input": INPUT,
    "image": IMAGE,
}
ELEMENTS = {
    "plain_text_input": TEXT_INPUT,
    "radio_buttons": _choice("radio_buttons", 10, "initial_option"),
    "static_select": _choice("static_select", 100, "initial_option"),
    "checkboxes": _choice("checkboxes", 10, "initial_options"),
    "multi_static_select": _choice("multi_static_select", 100, "initial_options"),
}
VIEWS = {
    "home": _object({"type": {"const": "home"}, "blocks": _list({"type": "object"}, 100, 0)}),
    "modal": _object(
        {
            "type": {"const": "modal"},
            "callback_id": ID,
            "title": _plain(24),
            "submit": _plain(24),
            "private_metadata": {"type": "string", "maxLength": 3000},
            "blocks": _list({"type": "object"}, 100),
        }
    ),
}
CHECKS = {
    kind: Draft202012Validator(schema)
    for table in (BLOCKS, ELEMENTS, VIEWS)
    for kind, schema in table.items()
}
MOST_BLOCKS = 50
MOST_TEXT = 12_000


def assert_view(view: Json) -> None:
    """Checks a modal or an App Home with all its blocks."""
    assert view["type"] in VIEWS
    _assert_matches(view)
    _assert_blocks(view["blocks"])


def assert_message(blocks: Sequence[Json]) -> None:
    """Checks the blocks of one message."""
    assert len(blocks) <= MOST_BLOCKS
    _assert_blocks(blocks)


def _assert_blocks(blocks: Sequence[Json]) -> None:
    """Checks by our schema and by slack_sdk's models, and that every id is unique."""
    for block in blocks:
        assert block["type"] in BLOCKS
        _assert_matches(block)
        if block["type"] == "input":
            assert block["element"]["type"] in ELEMENTS
            _assert_matches(block["element"])
        parsed = Block.parse(block)
        assert parsed is not None, block["type"]
        parsed.validate_json()
    for key in ("action_id", "block_id"):
        twice = [one for one, times in Counter(every(blocks, key)).items() if times > 1]
        assert not twice, twice


def _assert_matches(value: Json) -> None:
    found = CHECKS[value["type"]].iter_errors(value)
    problems = [f"{list(p.absolute_path)}: {p.message}"[:300] for p in found]
    assert not problems, problems


def buttons_in(blocks: Sequence[Json]) -> list[Json]:
    """Every button of a message, in order: in a row, or beside its label."""
    rows = ([*block.get("elements", []), block.get("accessory", {})] for block in blocks)
    return [one for row in rows for one in row if one.get("type") == "button"]


def every(value: object, key: str) -> Iterator[str]:
    """All strings under this key, at any depth."""
    if isinstance(value, Mapping):
        for name, inside in value.items():
            if name == key and isinstance(inside, str):
                yield inside
            yield from every(inside, key)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inside in value:
            yield from every(inside, key)


def strings(value: object) -> Iterator[str]:
    """Every shown string, in order."""
    if isinstance(value, Mapping):
        for name, inside in value.items():
            if isinstance(inside, str) and name in ("text", "initial_value", "alt_text"):
                yield inside
            else:
                yield from strings(inside)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inside in value:
            yield from strings(inside)
