"""Pure: draws each block of a message as elements of an Adaptive Card (see `render`)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any

from adapters.shared.json_values import Json
from adapters.shared.splitting import pieces
from adapters.teams.outbound.markup import (
    MOST_IN_A_ROW,
    PICTURE_BYTES,
    PIECE_BYTES,
    is_plain,
    lines,
    runs,
    still,
    weight,
)
from bot.chat import Button, ChoiceField, Field, Form, ManyField, Picture, TextField

# Elements that must stay in one card.
Unit = list[Json]
OURS = "handrail"
CHOSEN = "✓ "


def heading(text: str) -> Unit:
    """A TextBlock, because only that can be a heading for a screen reader.

    A text that could be read as Markdown becomes a bold line, so that it is shown literally.
    """
    if is_plain(text):
        shown = {"type": "TextBlock", "text": text, "style": "heading", "wrap": True}
        return [shown | {"weight": "Bolder", "size": "Medium"}]
    return [_line(" ".join(lines(text)), weight="Bolder", size="Medium")]


def text(words: str, *, quiet: bool = False) -> Iterator[Unit]:
    style = {"size": "Small", "isSubtle": True} if quiet else {}
    for piece in _cut(words):
        yield _lines(piece, **style)


def quote(words: str) -> Iterator[Unit]:
    for piece in _cut(words):
        yield [{"type": "Container", "style": "emphasis", "bleed": False, "items": _lines(piece)}]


def picture(shown: Picture) -> Unit:
    """At half its pixels. A picture that is too large for a card becomes its description."""
    content = b64encode(shown.content).decode("ascii")
    if len(content) > PICTURE_BYTES:
        return [_line(shown.alt)]
    # A PNG header has the width in bytes 16 to 19.
    width = int.from_bytes(shown.content[16:20], "big") // 2
    url = f"data:image/png;base64,{content}"
    return [{"type": "Image", "url": url, "altText": still(shown.alt), "width": f"{width}px"}]


def buttons(given: Sequence[Button], chosen: str | None, data: Json) -> Iterator[Unit]:
    """Rows of buttons; none has a style, so that all weigh the same."""
    for at in range(0, len(given), MOST_IN_A_ROW):
        row = [
            _execute(button.label, button.action, data, chosen == button.action, "none")
            for button in given[at : at + MOST_IN_A_ROW]
        ]
        yield [{"type": "ActionSet", "actions": row}]


def form(asked: Form, number: int) -> Unit:
    """`number` tells two forms in one card apart, because a press sends the fields of both."""
    fields = [_field(field, f"{number}.{field.name}") for field in asked.fields]
    send = _execute(asked.submit, asked.action, {"form": number}, False, "auto")
    return [*fields, {"type": "ActionSet", "actions": [send]}]


def _execute(label: str, action: str, more: Json, chosen: bool, inputs: str) -> Json:
    """An `Action.Execute`, with an `Action.Submit` for older clients."""
    title = CHOSEN + label if chosen else label
    plain = {key: value for key, value in more.items() if key == "form"}
    carried = {"do": action, "said": label}
    old = {"type": "Action.Submit", "title": title, "data": {OURS: carried | plain}}
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": "do",
        "data": {OURS: carried | more},
        "associatedInputs": inputs,
        "fallback": old | {"associatedInputs": inputs},
    }


def _field(field: Field, name: str) -> Json:
    common: Json = {"id": name, "label": still(field.label)}
    match field:
        case TextField():
            asked = common | {"type": "Input.Text", "isMultiline": field.multiline}
            asked |= {"maxLength": field.limit, "value": field.initial.text}
            return asked | ({"placeholder": field.placeholder} if field.placeholder else {})
        case ChoiceField(_, _, _, initial):
            asked = common | {"type": "Input.ChoiceSet", "style": "compact", "wrap": True}
            asked["choices"] = _choices(field)
            return asked | ({"value": initial} if initial is not None else {})
        case ManyField():
            asked = common | {"type": "Input.ChoiceSet", "style": "expanded", "wrap": True}
            asked |= {"isMultiSelect": True, "value": ",".join(field.initial)}
            return asked | {"choices": _choices(field)}


def _choices(field: ChoiceField | ManyField) -> list[Json]:
    return [{"title": still(one.label), "value": one.value} for one in field.options]


def _cut(words: str) -> list[str]:
    """Pieces that fit into a card beside others. A line feed at a cut is dropped."""
    cut = pieces(words, lambda part: weight(_lines(part)) <= PIECE_BYTES) or [words]
    return [part.removesuffix("\n") for part in cut[:-1]] + cut[-1:]


def _lines(words: str, **style: Any) -> list[Json]:
    """One block per line, because clients differ in how they show a line feed inside a run."""
    first, *others = (_line(line, **style) for line in lines(words))
    return [first, *(line | {"spacing": "None"} for line in others)]


def _line(words: str, **style: Any) -> Json:
    return {"type": "RichTextBlock", "inlines": runs(words, **style)}
