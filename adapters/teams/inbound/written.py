"""Pure: the words of a Teams message as the person typed them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from adapters.shared.json_values import checked_text, dicts_at

# Teams repeats each message's own text as an HTML attachment, which is no file. Some messages have
# nothing else.
OWN_TEXT = "text/html"
TEXT_LIMIT = 100_000
# The mark of a quoted reply: not the person's words.
_QUOTED = re.compile(r"<quoted messageId=[^<>]*/?>(?:</quoted>)?", re.IGNORECASE)


def written(activity: Mapping[str, Any]) -> str:
    """The text without the mention of the bot and without what is quoted of another message.

    A message that has no text, but an HTML attachment, is read from that. Raises
    NotUnderstoodError for a text that is too long.
    """
    given = activity.get("text")
    text = checked_text("" if given is None else given, TEXT_LIMIT)
    marks = [*_mentions(activity), *_QUOTED.findall(text)]
    if any(mark in text for mark in marks):
        for mark in marks:
            text = text.replace(mark, " ")
        text = text.strip()
    return text if text.strip() else _from_html(activity) or text


def _mentions(activity: Mapping[str, Any]) -> list[str]:
    """The texts by which Teams itself says that somebody was mentioned: "<at>Handrail</at>".

    The same signs without such a note were typed by the person, and stay.
    """
    told = (one for one in dicts_at(activity, "entities") if one.get("type") == "mention")
    texts = (one.get("text") for one in told)
    return [text for text in texts if isinstance(text, str) and text]


def _from_html(activity: Mapping[str, Any]) -> str:
    own = (one for one in dicts_at(activity, "attachments") if one.get("contentType") == OWN_TEXT)
    reader = _Reader()
    for attachment in own:
        reader.feed(checked_text(attachment.get("content") or "", TEXT_LIMIT))
    reader.close()
    return "".join(reader.parts).strip()


class _Reader(HTMLParser):
    """Collects the text outside quotes and mentions; a paragraph or break becomes a new line."""

    NOT_OWN = ("blockquote", "at", "quoted")
    LINES = ("br", "p", "div", "li")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._inside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.NOT_OWN:
            self._inside += 1
        elif tag in self.LINES and self.parts:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.NOT_OWN and self._inside:
            self._inside -= 1

    def handle_data(self, data: str) -> None:
        if not self._inside:
            self.parts.append(data)
