"""Pure: makes text objects in which nothing becomes live, and splits text by Slack's own count.

Every string counts as hostile, also the bot's own sentences, because they may contain a name. So
nothing is sent as `mrkdwn`, the one kind of text in which Slack looks for mentions, pings, dates,
links and formatting. We use only:

- a `rich_text` block's `text` elements, for sentences and quotes. There a mention, a link, an emoji
  or a date is an element of its own (Slack's reference, "Rich text block"), which we never send.
- `plain_text` with `emoji: false`, where Slack allows nothing else: headings, labels, small print.
  Slack does not parse it, and `emoji: false` leaves `:codes:` as they are ("Text object").
- the message's `text`, which notifications show: escaped, sent with NEVER_LIVE, and without a
  person's words.

In blocks no character is added, removed or changed, so that a copy is exactly what was typed. The
one exception is half of a surrogate pair, which cannot be encoded. Only in `text`, which nobody
copies, an invisible word joiner breaks up what would be an emoji's code.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import regex

from adapters.shared import splitting
from adapters.shared.json_values import LONE_SURROGATE, Json

# Pass it with every `chat.postMessage`.
NEVER_LIVE: Mapping[str, Any] = MappingProxyType(
    {
        "unfurl_links": False,
        "unfurl_media": False,
        "parse": "none",
        "link_names": False,
        "mrkdwn": False,
    }
)
# The part that `chat.update` and `chat.postEphemeral` accept.
NEVER_LIVE_EDITED: Mapping[str, Any] = MappingProxyType({"parse": "none", "link_names": False})

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Slack counts these signs as their escapes.
_COST = {"&": 5, "<": 4, ">": 4}
_CONTROL = regex.compile("[&<>]")
_EMOJI_CODE = regex.compile(r":(?=[\p{L}\p{N}_+'’-]+:)")
_WORD_JOINER = "\u2060"


def whole(text: str) -> str:
    """The text, with � for each half of a surrogate pair, which is no character."""
    return LONE_SURROGATE.sub("\ufffd", text)


def fallback(text: str) -> str:
    """One line for a notification, escaped because Slack reads `text` as its markup."""
    escaped = _CONTROL.sub(lambda found: _ENTITIES[found[0]], whole(text))
    return _EMOJI_CODE.sub(":" + _WORD_JOINER, escaped)


def plain(text: str) -> Json:
    """A `plain_text` object. The caller keeps to Slack's length limit."""
    return {"type": "plain_text", "text": whole(text), "emoji": False}


def literal(text: str, *, bold: bool = False) -> Json:
    """A rich text element that shows exactly these characters."""
    element: Json = {"type": "text", "text": whole(text)}
    return element | {"style": {"bold": True}} if bold else element


def section(text: str, *, bold: bool = False) -> Json:
    """A block with a sentence."""
    inside = {"type": "rich_text_section", "elements": [literal(text, bold=bold)]}
    return {"type": "rich_text", "elements": [inside]}


def quote(text: str, block_id: str) -> Json:
    """A block that shows a person's own words as a quote."""
    inside = {"type": "rich_text_quote", "elements": [literal(text)]}
    return {"type": "rich_text", "block_id": block_id, "elements": [inside]}


def measure(text: str) -> int:
    """The length of the text as Slack may count it at most: UTF-16 units, signs escaped."""
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return units + sum(text.count(sign) * (cost - 1) for sign, cost in _COST.items())


def pieces(text: str, limit: int) -> list[str]:
    """Splits a text into pieces that measure at most `limit` (at least 5)."""
    return splitting.pieces(text, lambda part: measure(part) <= limit)


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning and "…", for a label that cannot show more."""
    if measure(text) <= limit:
        return text
    end = splitting.reach(text, 0, lambda part: measure(part) < limit)
    return text[: max(splitting.whole(text, 0, end), default=0)].rstrip() + "…"
