"""Pure: from a Message to the JSON that Postbox draws."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import asdict
from typing import Any

from bot.chat import (
    Block,
    Buttons,
    Document,
    Form,
    Heading,
    ManyField,
    Message,
    Picture,
    Quote,
    Text,
    TextField,
)

Json = dict[str, Any]


def render(message: Message) -> Json:
    """Draws a message. Postbox shows text as it is: no markup, no links."""
    return {"summary": message.summary, "blocks": [_block(block) for block in message.blocks]}


def quotes_of(body: Json) -> list[str]:
    """Returns the person's own words that a letter holds, whole: quotes, and filled fields."""
    quoted = [block["text"] for block in body["blocks"] if block["kind"] == "quote"]
    forms = (block for block in body["blocks"] if block["kind"] == "form")
    fields = [field for form in forms for field in form["fields"]]
    return quoted + [field["initial"] for field in fields if "limit" in field and field["initial"]]


def files_of(body: Json) -> set[str]:
    """Returns the names of the files in a letter."""
    return {block["name"] for block in body["blocks"] if block["kind"] == "file"}


def _block(block: Block) -> Json:
    match block:
        case Text(text, quiet):
            return {"kind": "small" if quiet else "text", "text": text}
        case Heading(text):
            return {"kind": "heading", "text": text}
        case Quote(words):
            return {"kind": "quote", "text": words.text}
        case Buttons(buttons):
            return {"kind": "buttons", "buttons": [asdict(button) for button in buttons]}
        case Form(action, fields, submit):
            drawn = [_field(field) for field in fields]
            return {"kind": "form", "action": action, "fields": drawn, "submit": submit}
        case Document(name, label, media_type, content):
            held = {"name": name, "media_type": media_type, "content": content.text}
            return {"kind": "file", "text": label, **held}
        case Picture(content, alt):
            return {"kind": "picture", "alt": alt, "png": b64encode(content).decode("ascii")}


def _field(field: Any) -> Json:
    common: Json = {"name": field.name, "label": field.label}
    if isinstance(field, TextField):
        return common | {"initial": field.initial.text, "limit": field.limit}
    options = {option.value: option.label for option in field.options}
    initial = ",".join(field.initial) if isinstance(field, ManyField) else field.initial or ""
    return common | {"initial": initial, "options": options}
