"""Pure: text that stays what it is. Nothing that passes through here becomes live in Slack.

Every string counts as hostile, the bot's own sentences too: a name may stand in them. So nothing is
ever sent as `mrkdwn`, the one kind of text in which Slack looks for mentions, pings, dates, links
and formatting. What is left:

- a `rich_text` block's `text` elements, for sentences and quotes. There a mention, a link, an emoji
  or a date is an element of its own (Slack's reference, "Rich text block"), which we never make.
- `plain_text` with `emoji: false`, where Slack takes nothing else: headings, labels, small print.
  There is no parsing in it, and `emoji: false` leaves `:codes:` as they are ("Text object").
- the message's `text`, which notifications show: escaped, sent with NEVER_LIVE, and never a
  person's words.

In the blocks no character is added, taken away or changed, so what is copied is what was typed. The
one exception is half of a surrogate pair, which is no character and cannot be encoded. In `text`
alone, which nobody copies from, an invisible word joiner breaks up what would be an emoji's code.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import regex

from adapters.shared import splitting

Json = dict[str, Any]

# To be passed with every `chat.postMessage` and `chat.postEphemeral` (which knows no unfurling).
NEVER_LIVE: Mapping[str, Any] = MappingProxyType(
    {
        "unfurl_links": False,
        "unfurl_media": False,
        "parse": "none",
        "link_names": False,
        "mrkdwn": False,
    }
)
# The part of it that `chat.update` and `chat.postEphemeral` take.
NEVER_LIVE_EDITED: Mapping[str, Any] = MappingProxyType({"parse": "none", "link_names": False})

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_CONTROL = regex.compile("[&<>]")
_EMOJI_CODE = regex.compile(r":(?=[\p{L}\p{N}_+'’-]+:)")
_HALF = regex.compile("[\ud800-\udfff]")
_WORD_JOINER = "\u2060"


def whole(text: str) -> str:
    """The text, with � for each half of a surrogate pair: those two bytes are no character."""
    return _HALF.sub("\ufffd", text)


def fallback(text: str) -> str:
    """One line for a notification, where Slack would read `text` as its markup."""
    escaped = _CONTROL.sub(lambda found: _ENTITIES[found[0]], whole(text))
    return _EMOJI_CODE.sub(":" + _WORD_JOINER, escaped)


def plain(text: str) -> Json:
    """A `plain_text` object; see `text_lengths` for how long it may be."""
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
    """A block with a person's own words, set off as theirs."""
    inside = {"type": "rich_text_quote", "elements": [literal(text)]}
    return {"type": "rich_text", "block_id": block_id, "elements": [inside]}


_COST = {"&": 5, "<": 4, ">": 4}


def measure(text: str) -> int:
    """The most that Slack can count of it."""
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return units + sum(text.count(sign) * (cost - 1) for sign, cost in _COST.items())


def pieces(text: str, limit: int) -> list[str]:
    """The text in pieces that measure at most `limit` (at least 5): joined, they are the text."""
    return splitting.pieces(text, lambda part: measure(part) <= limit)


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning with … behind it: for labels, of which no more can be shown."""
    if measure(text) <= limit:
        return text
    end = splitting.reach(text, 0, lambda part: measure(part) < limit)
    return text[: max(splitting.whole(text, 0, end), default=0)].rstrip() + "…"
