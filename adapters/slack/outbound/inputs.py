"""Pure: draws a form as inputs in a message, in a modal or on the App Home.

The limits are those of Slack's reference for the input block, its elements and the option object.
"""

from __future__ import annotations

from collections.abc import Sequence

from adapters.shared.json_values import Json
from adapters.slack.outbound.fields import action_id_for, block_id_for
from adapters.slack.outbound.markup import measure, plain, shortened, whole
from bot.chat import ChoiceField, Field, Form, ManyField, Option, TextField
from bot.domain.words import Words

LABEL = 200
PLACEHOLDER = 150
OPTION_TEXT = 75
OPTION_VALUE = 150
TYPED = 3000
MOST_FIELDS = 12
MOST_OPTIONS = 100
# Slack allows 10 of either. Few choices are shown at once; more become a menu.
MOST_RADIOS = 5
MOST_BOXES = 10


def inputs(form: Form, number: int) -> list[Json]:
    """One input block for each field, without the button that sends them.

    `number` is the form's number in its message. Raises ValueError for a form that Slack cannot
    show. All forms are ours, and tests draw every one.
    """
    if len(form.fields) > MOST_FIELDS:
        raise ValueError(f"a form of {len(form.fields)} fields does not fit into a message")
    drawn = (_input(field, number, index) for index, field in enumerate(form.fields))
    return [block for blocks in drawn for block in blocks]


def boxes(ids: tuple[str, str], limit: int, initial: Words, placeholder: str = "") -> list[Json]:
    """One text box, or two where the limit is more than one of Slack's boxes holds.

    `ids` are their action ids. `fields.joined` puts what was written into both together again,
    with a line feed between them.
    """
    first = text_input(ids[0], limit, initial, placeholder)
    rest = min(limit - TYPED - 1, TYPED)
    return [first, text_input(ids[1], rest, Words(""))] if rest > 0 else [first]


def text_input(action_id: str, limit: int, initial: Words, placeholder: str = "") -> Json:
    """A text box. Initial words that do not fit as a whole are left out.

    `limit` is in characters. Slack may count more characters in the same words, and then the box
    gets more room; the core counts again by itself.
    """
    most = max(1, min(limit, TYPED))
    box: Json = {"type": "plain_text_input", "action_id": action_id, "max_length": most}
    if placeholder:
        box["placeholder"] = plain(shortened(placeholder, PLACEHOLDER))
    length = measure(initial.text)
    if 0 < len(initial.text) <= limit and length <= TYPED:
        box["initial_value"] = whole(initial.text)
        box["max_length"] = max(most, length)
    return box


def _input(field: Field, form: int, index: int) -> list[Json]:
    drawn = {
        "type": "input",
        "block_id": block_id_for(form, index, field.name),
        "label": plain(shortened(field.label or " ", LABEL)),
    }
    action_id = action_id_for("field", form, index)
    if not isinstance(field, TextField):
        return [drawn | {"element": _element(field, action_id)}]
    ids = action_id, action_id_for("field", form, index + MOST_FIELDS)
    several = boxes(ids, field.limit, field.initial, field.placeholder)
    first, *more = [drawn | {"element": box | {"multiline": field.multiline}} for box in several]
    return [first, *(going_on(one, form, index, field.name) for one in more)]


def going_on(block: Json, form: int, index: int, name: str) -> Json:
    """The second box of a field: with an id of its own, and nobody has to fill it in."""
    label = plain(shortened(f"{block['label']['text']} (2)", LABEL))
    known_as = {"block_id": block_id_for(form, index + MOST_FIELDS, name), "label": label}
    return block | known_as | {"optional": True}


def _element(field: ChoiceField | ManyField, action_id: str) -> Json:
    match field:
        case ChoiceField():
            options = _options(field.options)
            kind = "radio_buttons" if len(options) <= MOST_RADIOS else "static_select"
            chosen = [one for one in options if one["value"] == field.initial]
            drawn: Json = {"type": kind, "action_id": action_id, "options": options}
            return drawn | ({"initial_option": chosen[0]} if chosen else {})
        case ManyField():
            options = _options(field.options)
            kind = "checkboxes" if len(options) <= MOST_BOXES else "multi_static_select"
            ticked = [one for one in options if one["value"] in field.initial]
            drawn = {"type": kind, "action_id": action_id, "options": options}
            return drawn | ({"initial_options": ticked} if ticked else {})


def _options(options: Sequence[Option]) -> list[Json]:
    """Raises ValueError for options that Slack cannot show or return as they are."""
    if not 0 < len(options) <= MOST_OPTIONS:
        raise ValueError(f"{len(options)} options do not fit into a select")
    if any(not 0 < measure(one.value) <= OPTION_VALUE for one in options):
        raise ValueError("an option's value does not fit")
    return [
        {"text": plain(shortened(one.label or " ", OPTION_TEXT)), "value": one.value}
        for one in options
    ]
