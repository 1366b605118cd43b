"""Pure: the words of a Teams message as the person typed them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from adapters.shared.json_values import checked_text, dicts_at
from bot.domain.limits import MOST_RECEIVED
from bot.domain.words import unescaped

# Teams repeats each message's own text as an HTML attachment, which is no file. Some messages have
# nothing else.
OWN_TEXT = "text/html"
MOST_MENTIONS, MOST_PARTS = 50, 10
NOT_OWN = frozenset(("blockquote", "at", "quoted"))
LINES = frozenset(("br", "p", "div", "li"))
# A tag, a comment or a declaration. No part looks past the next "<", and none is tried twice.
_TAG = re.compile(
    r"<(?P<closing>/)?(?P<name>[A-Za-z][A-Za-z0-9]*+)"
    r"(?:[^<>\"']|\"[^<\"]*+\"|'[^<']*+')*+(?P<alone>(?<=/))?>"
    r"|<[!?][^<>]*+>"
)
# The mark of a quoted reply: not the person's words.
_QUOTED = re.compile(r"<quoted messageId=[^<>]*/?>(?:</quoted>)?", re.IGNORECASE)


def written(activity: Mapping[str, Any]) -> str:
    """The text without the mention of the bot and without what is quoted of another message.

    A message that has no text, but an HTML attachment, is read from that. Raises
    NotUnderstoodError for a text that is too long.
    """
    given = activity.get("text")
    text = checked_text("" if given is None else given, MOST_RECEIVED)
    marks = [mark for mark in _mentions(activity)[:MOST_MENTIONS] if mark in text]
    if marks or _QUOTED.search(text):
        for mark in marks:
            text = text.replace(mark, " ")
        text = _QUOTED.sub(" ", text).strip()
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
    markup = "".join(
        checked_text(one.get("content") or "", MOST_RECEIVED) for one in islice(own, MOST_PARTS)
    )
    return "".join(_own_text(checked_text(markup, MOST_RECEIVED))).strip()


def _own_text(markup: str) -> Iterator[str]:
    """Yields the text outside quotes and mentions; a paragraph or break becomes a new line.

    Python's own HTMLParser takes the square of the length of "<a <a <a", many seconds for a text
    that is allowed. This reads every sign once.
    """
    inside, end, begun = 0, 0, False
    for tag in _TAG.finditer(markup):
        text, end = markup[end : tag.start()], tag.end()
        if text and not inside:
            begun = True
            yield unescaped(text)
        name = (tag["name"] or "").lower()
        if name in NOT_OWN:
            inside = max(0, inside - 1) if tag["closing"] else inside + (tag["alone"] is None)
        elif name in LINES and not tag["closing"] and begun:
            yield "\n"
    if not inside:
        yield unescaped(markup[end:])
