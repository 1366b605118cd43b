"""Pure: the message that a message replies to, which Teams tells in a mark or in its HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from adapters.shared.json_values import dicts_at, text_at
from bot.domain.limits import MOST_RECEIVED

# A quoted reply in plain text, and the block in which Teams' clients quote the message.
_MARK = re.compile(r'<quoted\s++messageId="([\x21-\x7e]{1,100}?)"', re.IGNORECASE)
_BLOCK = re.compile(
    r'<blockquote\s[^<>]{0,400}?schema\.skype\.com/Reply"[^<>]{0,200}?itemid="([0-9]{1,30})"',
    re.IGNORECASE,
)
MOST_PARTS = 10


def replied_to(activity: Mapping[str, Any]) -> str | None:
    """The id of the message to which a message replies, as `Sent.names` has it, or None."""
    for text in _texts(activity):
        found = _MARK.search(text[:MOST_RECEIVED]) or _BLOCK.search(text[:MOST_RECEIVED])
        if found is not None:
            return found[1]
    return None


def _texts(activity: Mapping[str, Any]) -> Iterator[str]:
    yield text_at(activity, "text")
    for one in islice(dicts_at(activity, "attachments"), MOST_PARTS):
        if one.get("contentType") == "text/html":
            yield text_at(one, "content")
