"""Pure: draws each block of a Message as Slack blocks, within Slack's limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, groupby

from adapters.shared.json_values import Json
from adapters.slack.outbound.fields import action_id_for, value_for
from adapters.slack.outbound.inputs import inputs
from adapters.slack.outbound.labels import heard, is_cut, on_a_button, repeated_labels
from adapters.slack.outbound.markup import (
    measure,
    pieces,
    plain,
    quote,
    section,
    shortened,
    whole,
)
from bot.chat import Block, Button, Buttons, Document, Form, Heading, Picture, Quote, Text

MOST_BLOCKS = 50
# Slack refuses a message near 13,000 characters; the notification's text counts too.
MOST_TEXT = 12_000 - 600
TEXT = 3000
SMALL_PRINT = 2000
HEADER = 150
ALT = 2000
MOST_ELEMENTS = 25


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that is uploaded for one posting, for that one chat alone.

    A document has `block` None and is shared into the chat under its name. A picture is uploaded
    without a chat. `block` is the index of the posting's block that shows its sentence (`alt`)
    until `with_picture` replaces it. If the upload fails, the sentence stays.
    """

    name: str
    media_type: str
    content: bytes = field(repr=False)
    alt: str = field(repr=False)
    block: int | None = None


@dataclass(slots=True)
class Drawn:
    """Blocks that must stay in one posting. `heading`: a new section begins here.

    `follows`: the blocks belong to those before them, as buttons do.
    """

    blocks: list[Json]
    heading: bool = False
    follows: bool = False
    file: Upload | None = None

    def length(self) -> int:
        return sum(text_in(block) for block in self.blocks)


class BlockDrawing:
    """Draws the blocks of one message; numbers its buttons and forms, so that each id is unique.

    Of buttons with the same label, a screen reader hears what each belongs to.
    """

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        self._repeated = repeated_labels(blocks)
        self._said_before = ""
        self._presses = count()
        self._forms = count()
        self._quotes = count()
        self._pictures = count(1)

    def draw(self, block: Block) -> list[Drawn]:
        """One `Drawn` for blocks that must stay together; none for a block without text."""
        match block:
            case Text(text, quiet):
                self._said_before = text
                return _sentence(text, quiet=quiet)
            case Heading(text):
                self._said_before = text
                return _heading(text)
            case Quote(words):
                self._said_before = words.text
                return self._quote(words.text)
            case Buttons(buttons):
                return self._buttons(buttons)
            case Form():
                return [self._form(block)]
            case Document(name, label, media_type, content):
                body = content.text.encode("utf-8", "replace")
                file = Upload(whole(name), media_type, body, whole(label))
                return [Drawn([section(shortened(f"{label} ({name})", TEXT))], file=file)]
            case Picture(content, alt):
                return [self._picture(content, alt)]

    def _quote(self, text: str) -> list[Drawn]:
        number = next(self._quotes)
        parts = [
            quote(part, f"quote.{number}.{index}") for index, part in enumerate(pieces(text, TEXT))
        ]
        return [Drawn(parts)] if parts and measure(text) <= MOST_TEXT else _loose(parts)

    def _buttons(self, buttons: Sequence[Button]) -> list[Drawn]:
        """Rows of buttons. One whose label Slack may cut stands beside its label, on its own."""
        drawn: list[Drawn] = []
        for told, some in groupby(buttons, key=lambda one: is_cut(one.label)):
            row = list(some)
            if told:
                drawn += [Drawn([self._beside_its_label(one)], follows=True) for one in row]
                continue
            for at in range(0, len(row), MOST_ELEMENTS):
                elements = [self._button(one) for one in row[at : at + MOST_ELEMENTS]]
                drawn.append(Drawn([{"type": "actions", "elements": elements}], follows=True))
        return drawn

    def _button(self, button: Button) -> Json:
        """A button without a style, so that all weigh the same."""
        drawn: Json = {
            "type": "button",
            "action_id": action_id_for("press", next(self._presses)),
            "text": plain(on_a_button(button.label)),
            "value": value_for(button.action),
        }
        about = " ".join(self._said_before.split())
        if button.label not in self._repeated or not about:
            return drawn
        return drawn | {"accessibility_label": heard(f"{button.label}: {about}")}

    def _beside_its_label(self, button: Button) -> Json:
        """The whole label as text, which wraps. A screen reader hears it on the button, too."""
        drawn = {"accessibility_label": heard(button.label)} | self._button(button)
        text = plain(shortened(button.label, TEXT))
        return {"type": "section", "text": text, "accessory": drawn}

    def _form(self, form: Form) -> Drawn:
        """Fields and button together, because Slack sends only the values of the same message."""
        number = next(self._forms)
        send = {
            "type": "button",
            "action_id": action_id_for("submit", number),
            "text": plain(on_a_button(form.submit)),
            "value": value_for(form.action),
        }
        drawn = Drawn(
            [*inputs(form, number), {"type": "actions", "elements": [send]}], follows=True
        )
        _make_room(drawn)
        return drawn

    def _picture(self, content: bytes, alt: str) -> Drawn:
        sentence = whole(shortened(alt, ALT)).strip() or "…"
        name = f"drawing-{next(self._pictures)}.png"
        return Drawn([section(sentence)], file=Upload(name, "image/png", content, sentence, 0))


def text_in(value: object) -> int:
    """The length of the text in a block, counting everything that Slack might count."""
    if isinstance(value, dict):
        shown = {"text", "initial_value", "alt_text"}
        own = (measure(v) for k, v in value.items() if k in shown and isinstance(v, str))
        return sum(own) + sum(text_in(one) for one in value.values())
    return sum(text_in(one) for one in value) if isinstance(value, list) else 0


def _sentence(text: str, *, quiet: bool) -> list[Drawn]:
    if not text.strip():
        return []
    if quiet:
        return _loose([_small(part) for part in pieces(text, SMALL_PRINT)])
    return _loose([section(part) for part in pieces(text, TEXT)])


def _heading(text: str) -> list[Drawn]:
    if not text.strip():
        return []
    if measure(text) <= HEADER:
        return [Drawn([{"type": "header", "text": plain(text)}], heading=True)]
    parts = _loose([section(part, bold=True) for part in pieces(text, TEXT)])
    parts[0].heading = True
    return parts


def _small(text: str) -> Json:
    return {"type": "context", "elements": [plain(text)]}


def _loose(blocks: Sequence[Json]) -> list[Drawn]:
    return [Drawn([block]) for block in blocks]


def _make_room(drawn: Drawn) -> None:
    """Empties the longest boxes until the form fits into one posting.

    The stored words are not lost; they are only not shown. Raises ValueError when labels and
    options alone are too long, which would be our mistake.
    """
    boxes = [b["element"] for b in drawn.blocks if b["type"] == "input"]
    filled = [box for box in boxes if "initial_value" in box]
    filled.sort(key=lambda box: measure(box["initial_value"]))
    while filled and drawn.length() > MOST_TEXT:
        del filled.pop()["initial_value"]
    if drawn.length() > MOST_TEXT:
        raise ValueError("a form does not fit into one message")
