"""Pure: draws each block of a message as elements of an Adaptive Card (see `render`)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from adapters.shared.json_values import Json
from adapters.shared.splitting import pieces
from adapters.teams.outbound.layout import ButtonRows, ChoiceOfButtons
from adapters.teams.outbound.markup import (
    PICTURE_BYTES,
    PIECE_BYTES,
    is_plain,
    lines,
    runs,
    still,
    weight,
)
from adapters.teams.outbound.widths import CHOSEN, fits, fits_line, fits_select
from bot.chat import Button, ChoiceField, Field, Form, ManyField, Picture, TextField
from bot.text import Catalogue

# Elements that must stay in one card.
Unit = list[Json]
OURS = "handrail"
MORE = "more"


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


def buttons(given: ButtonRows, chosen: str | None, say: Catalogue, data: Json) -> Iterator[Unit]:
    """Rows of buttons; none has a style, so that all weigh the same."""
    for number, row in enumerate(given.rows):
        close = {"spacing": "Small"} if number else {}
        pressed = [_button(one, chosen, say, data) for one in row]
        yield [*_above(row), {"type": "ActionSet", "actions": pressed} | close]


def choices(given: ChoiceOfButtons, chosen: str | None, say: Catalogue, data: Json) -> Unit:
    """One field with every button as a choice. Its labels wrap, and none looks better."""
    asked: Json = {"type": "Input.ChoiceSet", "id": given.name, "style": "expanded", "wrap": True}
    asked["label"] = say("teams-choose-one")
    asked["choices"] = []
    for number, one in enumerate(given.buttons):
        marked = CHOSEN * (one.action == chosen) + one.label
        asked["choices"].append({"title": still(marked), "value": str(number)})
        if one.action == chosen:
            asked["value"] = str(number)
    pick = {"from": given.name, "of": [[one.label, one.action] for one in given.buttons]}
    send = _execute(say("teams-choose"), {"pick": pick}, data, "auto")
    return [asked, {"type": "ActionSet", "actions": [send]}]


def more(hidden: Unit, say: Catalogue, *, opened: bool) -> Unit:
    """A button that shows what is hidden. A client that cannot hide shows all of it at once."""
    toggle = {"type": "Action.ToggleVisibility", "title": say("teams-more")}
    return [
        {"type": "ActionSet", "spacing": "Small", "actions": [toggle | {"targetElements": [MORE]}]},
        {"type": "Container", "id": MORE, "isVisible": opened, "items": hidden},
    ]


def form(asked: Form, number: int, say: Catalogue) -> Unit:
    """`number` tells two forms in one card apart, because a press sends the fields of both."""
    fields = [part for one in asked.fields for part in _field(one, f"{number}.{one.name}")]
    button = Button(asked.submit, asked.action)
    title = asked.submit if fits(asked.submit) else say("teams-choose")
    carried = {"do": asked.action, "said": asked.submit, "form": number}
    send = _execute(title, carried, {}, "auto")
    return [*fields, *_above((button,)), {"type": "ActionSet", "actions": [send]}]


def _button(one: Button, chosen: str | None, say: Catalogue, data: Json) -> Json:
    short = one.label if fits(one.label) else say("teams-choose")
    title = CHOSEN + short if one.action == chosen else short
    drawn = _execute(title, {"do": one.action, "said": one.label}, data, "none")
    return drawn if short == one.label else drawn | {"tooltip": one.label}


def _above(row: tuple[Button, ...]) -> list[Json]:
    """The label as text, where it is too long for a button of its own."""
    return [line for one in row if not fits(one.label) for line in _lines(one.label)]


def _execute(title: str, carried: Json, more_data: Mapping[str, Any], inputs: str) -> Json:
    """An `Action.Execute`, with an `Action.Submit` for older clients."""
    old = {"type": "Action.Submit", "title": title, "data": {OURS: carried}}
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": "do",
        "data": {OURS: carried | dict(more_data)},
        "associatedInputs": inputs,
        "fallback": old | {"associatedInputs": inputs},
    }


def _field(field: Field, name: str) -> Unit:
    """The field, and below it its example where that is too long for one line."""
    common: Json = {"id": name, "label": still(field.label)}
    match field:
        case TextField():
            asked = common | {"type": "Input.Text", "isMultiline": field.multiline}
            asked |= {"maxLength": field.limit, "value": field.initial.text}
            if not field.placeholder:
                return [asked]
            if field.multiline or fits_line(field.placeholder):
                return [asked | {"placeholder": field.placeholder}]
            return [asked, _line(field.placeholder, size="Small", isSubtle=True)]
        case ChoiceField(_, _, options, initial):
            short = all(fits_select(one.label) for one in options)
            style = "compact" if short else "expanded"
            asked = common | {"type": "Input.ChoiceSet", "style": style, "wrap": True}
            asked["choices"] = _choices(field)
            return [asked | ({"value": initial} if initial is not None else {})]
        case ManyField():
            asked = common | {"type": "Input.ChoiceSet", "style": "expanded", "wrap": True}
            asked |= {"isMultiSelect": True, "value": ",".join(field.initial)}
            return [asked | {"choices": _choices(field)}]


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
