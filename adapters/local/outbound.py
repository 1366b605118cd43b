"""Pure: turns a Message into the JSON that the browser draws. It contains no HTML."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from adapters.shared.json_values import Json
from bot.chat import (
    Block,
    Buttons,
    ChoiceField,
    Document,
    Field,
    Form,
    Heading,
    ManyField,
    Message,
    Picture,
    Quote,
    Text,
    TextField,
)


def render(message: Message) -> Json:
    return {"template": message.template, "blocks": [_block(block) for block in message.blocks]}


def carried_in(blocks: Sequence[Json]) -> list[str]:
    """Every text of a person's in the blocks: quotes, and what fills the fields of forms."""
    quoted = [block["text"] for block in blocks if block["type"] == "quote"]
    fields = [one for block in blocks if block["type"] == "form" for one in block["fields"]]
    return quoted + [one["initial"] for one in fields if one["type"] == "text" and one["initial"]]


def _block(block: Block) -> Json:
    match block:
        case Text(text, quiet):
            return {"type": "text", "text": text, "quiet": quiet}
        case Heading(text):
            return {"type": "heading", "text": text}
        case Quote(words):
            return {"type": "quote", "text": words.text}
        case Buttons(buttons):
            shown = [{"label": b.label, "action": b.action} for b in buttons]
            return {"type": "buttons", "buttons": shown}
        case Form(action, fields, submit):
            drawn = [_field(field) for field in fields]
            return {"type": "form", "action": action, "fields": drawn, "submit": submit}
        case Document(name, label, media_type, content):
            return {
                "type": "document",
                "name": name,
                "label": label,
                "media": media_type,
                "content": content.text,
            }
        case Picture(content, alt):
            return _picture(content, alt)


def _picture(png: bytes, alt: str) -> Json:
    """Includes the size, so that the page can reserve the space before it draws."""
    # A PNG header has the width in bytes 16 to 19 and the height in the next four.
    width, height = (int.from_bytes(png[at : at + 4], "big") for at in (16, 20))
    return {
        "type": "picture",
        "alt": alt,
        "width": width // 2,
        "height": height // 2,
        "content": b64encode(png).decode("ascii"),
    }


def _field(field: Field) -> Json:
    common: Json = {"name": field.name, "label": field.label}
    match field:
        case TextField():
            return common | {
                "type": "text",
                "initial": field.initial.text,
                "placeholder": field.placeholder,
                "multiline": field.multiline,
                "limit": field.limit,
            }
        case ChoiceField():
            return common | {
                "type": "choice",
                "options": [{"value": o.value, "label": o.label} for o in field.options],
                "initial": field.initial,
            }
        case ManyField():
            return common | {
                "type": "many",
                "options": [{"value": o.value, "label": o.label} for o in field.options],
                "initial": list(field.initial),
            }
