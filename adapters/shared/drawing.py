"""Pure: draws a message as HTML, for every page that the server draws itself.

Every text is escaped, and no link in it is live. What can be pressed or filled in is a form, so a
page works without a script; where a script takes it over, it reads the same names.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.chat import Block, Document, Form, Message, Picture

DRAWN = Path(__file__).parent / "drawn"
# What the name of a form's field begins with, so that it is never one of the page's own.
FIELD = "field-"
# The name under which a button or a form sends its action.
ACTION = "action"


def templates(folder: Path) -> Environment:
    """Reads the HTML files of a folder. What stands in a hole is escaped."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


_BLOCKS = templates(DRAWN)


@dataclass(frozen=True, slots=True)
class FormWay:
    """Where it goes what is pressed, filled in or saved on a drawn message.

    `to` is the address of each form; empty where a script takes them over. `hidden` are the values
    that each form sends along. `files` is the address of the message's files, to which the number
    of the block is added; empty: no file is offered. `level` is that of the headings, 1 to 6.
    """

    to: str = ""
    hidden: Mapping[str, str] = field(default_factory=dict)
    files: str = ""
    level: int = 2


def drawn(message: Message, way: FormWay | None = None) -> Markup:
    """The blocks of a message."""
    shown = [_row(number, one) for number, one in enumerate(message.blocks)]
    values = {"blocks": shown, "way": way or FormWay(), "action": ACTION, "field": FIELD}
    return Markup(_BLOCKS.get_template("blocks.html").render(values))  # noqa: S704


def file_at(message: Message, number: int) -> Document | None:
    """The file that stands in this place of the message."""
    block = message.blocks[number] if 0 <= number < len(message.blocks) else None
    return block if isinstance(block, Document) else None


def _row(number: int, block: Block) -> dict[str, object]:
    found: dict[str, object] = {"kind": type(block).__name__, "it": block, "number": number}
    if isinstance(block, Picture):
        # A PNG header has the width in bytes 16 to 19. It is drawn at half its pixels.
        found["width"] = int.from_bytes(block.content[16:20], "big") // 2
        found["source"] = f"data:image/png;base64,{b64encode(block.content).decode('ascii')}"
    if isinstance(block, Form):
        found["fields"] = [{"kind": type(one).__name__, "it": one} for one in block.fields]
    return found
