"""Pure: a message as the JSON that a transcript keeps, and back. Nothing of it is lost."""

from __future__ import annotations

from base64 import b64decode, b64encode

from pydantic import TypeAdapter

from adapters.shared.json_values import Json
from bot.chat import (
    Block,
    Buttons,
    Document,
    Form,
    Heading,
    Message,
    Picture,
    Quote,
    Text,
)

KINDS: dict[str, type[Block]] = {
    kind.__name__: kind for kind in (Text, Heading, Quote, Buttons, Form, Document, Picture)
}
READERS: dict[str, TypeAdapter[Block]] = {name: TypeAdapter(kind) for name, kind in KINDS.items()}


def to_json(message: Message) -> Json:
    """All that the message says and carries."""
    return {
        "template": message.template,
        "summary": message.summary,
        "blocks": [_kept(block) for block in message.blocks],
        "reference": message.reference,
        "language": message.language,
    }


def message_of(kept: Json) -> Message:
    """Raises ValueError for what `to_json` did not write."""
    blocks = tuple(_block(one) for one in kept["blocks"])
    return Message(
        kept["template"], kept["summary"], blocks, kept["reference"], language=kept["language"]
    )


def _kept(block: Block) -> Json:
    found: Json = {"kind": type(block).__name__}
    if isinstance(block, Picture):
        # No text can hold the bytes of a drawing.
        return found | {"alt": block.alt, "content": b64encode(block.content).decode("ascii")}
    said: Json = READERS[found["kind"]].dump_python(block, mode="json")
    return found | said


def _block(kept: Json) -> Block:
    given = {name: value for name, value in kept.items() if name != "kind"}
    if kept["kind"] == Picture.__name__:
        return Picture(b64decode(given["content"]), given["alt"])
    return READERS[kept["kind"]].validate_python(given)
