"""Pure: the ids and values of buttons and inputs: outbound writes them, inbound reads them back.

Both sides stand in one file, so that they agree. What Slack hands back is not trusted: what does
not fit is refused with NotAFieldError and not repaired.

A message's ids: a button is `press.<number>`, a form's button `submit.<form>`; a form's input is
`field.<form>.<number>` in a block `form.<form>.<number>.<field>`. The core's action travels in the
`value` of the button, never in an id.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from adapters.shared.json_values import value_at
from adapters.slack.outbound.markup import measure, whole

VALUE_LIMIT = 2000
ID_LIMIT = 255

# The value of a button whose action does not fit. The core does not know this verb, so it answers
# that the button is out of date. Half an action is never sent, because it could be another action.
NO_ACTION = "too-long-for-slack"

WORDS_MODAL = "words"
WORDS_BLOCK = "words"
WORDS_FIELD = "field.words"
# The box for what does not fit into the first: Slack's boxes hold 3,000 characters.
MORE_BLOCK = "words.more"
MORE_FIELD = "field.more"
FORM_MODAL = "form"

_PRESS = re.compile(r"press\.[0-9]{1,4}")
_SUBMIT = re.compile(r"submit\.(?P<form>[0-9]{1,4})")
_BLOCK = re.compile(r"form\.(?P<form>[0-9]{1,4})\.(?P<at>[0-9]{1,4})\.(?P<name>.{1,200})", re.S)

Kind = Literal["press", "submit", "field"]


class NotAFieldError(ValueError):
    """Slack handed back a value that no message of the bot's contains."""


def action_id_for(kind: Kind, *numbers: int) -> str:
    """The id of one interactive element; unique in its message if its numbers are.

    `press` takes the button's number, `submit` the form's, `field` the form's and the field's.
    """
    return ".".join((kind, *map(str, numbers)))


def block_id_for(form: int, number: int, name: str) -> str:
    """The id of the block around an input; it carries the field's name back.

    Raises ValueError for a name that does not fit (Slack: 255 characters).
    """
    block_id = f"form.{form}.{number}.{name}"
    if not name or len(name) > 200:
        raise ValueError("the field's name does not fit into a block id")
    return block_id


def value_for(action: str) -> str:
    """The core's action in full, or NO_ACTION if it does not fit (Slack: 2,000 characters)."""
    fits = 0 < measure(action) <= VALUE_LIMIT and whole(action) == action
    return action if fits else NO_ACTION


def read_action(payload_action: Mapping[str, Any]) -> str:
    """The core's action, from one entry of `actions` of a `block_actions` payload.

    Raises NotAFieldError for anything else than a button of the bot's: an input that changed, a
    button of another app, a value that is missing or too long.
    """
    action_id, value = payload_action.get("action_id"), payload_action.get("value")
    if payload_action.get("type") != "button" or not isinstance(action_id, str):
        raise NotAFieldError("type")
    if not (_PRESS.fullmatch(action_id) or _SUBMIT.fullmatch(action_id)):
        raise NotAFieldError("action_id")
    if not isinstance(value, str) or not 0 < len(value) <= VALUE_LIMIT:
        raise NotAFieldError("value")
    return value


def form_of(payload_action: Mapping[str, Any]) -> int | None:
    """The number of the form that this button submits; None for an ordinary button."""
    found = _SUBMIT.fullmatch(str(payload_action.get("action_id")))
    return int(found["form"]) if found else None


def read_values(state_values: object, form: int) -> dict[str, str]:
    """The form's values by field name, from `state.values` of a `block_actions` payload.

    `form` is the number from `form_of`: a message may hold several forms, and `state.values` has
    them all. Several choices are joined by commas; an empty field is "". Raises NotAFieldError.
    """
    if not isinstance(state_values, Mapping):
        raise NotAFieldError("values")
    found: list[tuple[int, str, str]] = []
    for block_id, inputs in state_values.items():
        block = _BLOCK.fullmatch(block_id) if isinstance(block_id, str) else None
        if block is None or int(block["form"]) != form:
            continue
        if not isinstance(inputs, Mapping) or len(inputs) != 1:
            raise NotAFieldError("values")
        found.append((int(block["at"]), block["name"], _value(next(iter(inputs.values())))))
    values: dict[str, str] = {}
    for _, name, value in sorted(found):
        values[name] = joined(values[name], value) if name in values else value
    return values


def joined(first: str, more: str) -> str:
    """What was written into a box and into the one that goes on from it."""
    return "\n".join(part for part in (first, more) if part.strip()) or first


def read_words(view: Mapping[str, Any]) -> str:
    """The words typed into the modal of `views.words_modal`, from a `view_submission`'s `view`.

    Raises NotAFieldError.
    """
    field = value_at(view, "state", "values", WORDS_BLOCK, WORDS_FIELD)
    if view.get("callback_id") != WORDS_MODAL or field is None:
        raise NotAFieldError("view")
    more = value_at(view, "state", "values", MORE_BLOCK, MORE_FIELD)
    return joined(_value(field), _value(more) if more is not None else "")


def _value(element: object) -> str:
    """Slack sends an empty field as null, and some clients leave it out."""
    if not isinstance(element, Mapping):
        raise NotAFieldError("element")
    match element.get("type"):
        case "plain_text_input":
            return _text(element.get("value"))
        case "static_select" | "radio_buttons":
            return _chosen(element.get("selected_option"))
        case "checkboxes" | "multi_static_select":
            options = element.get("selected_options") or []
            if isinstance(options, list):
                return ",".join(_chosen(option) for option in options)
    raise NotAFieldError("element")


def _chosen(option: object) -> str:
    if option is None:
        return ""
    return _text(option.get("value") if isinstance(option, Mapping) else 0)


def _text(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise NotAFieldError("value")
    return value
