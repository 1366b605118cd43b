"""Pure: how long a text is to Slack, and a text in pieces of that length.

Slack counts "characters" and does not say which: here a text is as long as it can be counted, in
UTF-16 units and with the entities that stand for & < and >.
"""

from __future__ import annotations

from adapters import splitting

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
