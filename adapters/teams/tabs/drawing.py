"""Pure: draws a message as HTML for a tab. Every text is escaped, and no link in it is live."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.chat import Block, Form, Message, Picture

STATIC = Path(__file__).parent / "static"
_PAGES = Environment(
    loader=FileSystemLoader(STATIC),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def drawn(message: Message) -> str:
    """The blocks of a message."""
    return _template("blocks.html", {"blocks": [_row(one) for one in message.blocks]})


def shell(values: Mapping[str, object]) -> str:
    """A whole page, which shows nothing of a person's yet."""
    return _template("tab.html", values)


def _row(block: Block) -> dict[str, object]:
    found: dict[str, object] = {"kind": type(block).__name__, "it": block}
    if isinstance(block, Picture):
        # A PNG header has the width in bytes 16 to 19. It is drawn at half its pixels.
        found["width"] = int.from_bytes(block.content[16:20], "big") // 2
        found["source"] = f"data:image/png;base64,{b64encode(block.content).decode('ascii')}"
    if isinstance(block, Form):
        found["fields"] = [{"kind": type(one).__name__, "it": one} for one in block.fields]
    return found


def _template(name: str, values: Mapping[str, object]) -> str:
    return _PAGES.get_template(name).render(**values)
