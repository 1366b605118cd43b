"""Pure: how long a text is to Slack, and where a long one is divided. Nothing is lost by it.

Slack counts "characters" and does not say which: here a text is as long as it can be counted, in
UTF-16 units and with the entities that stand for & < and >.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

_COST = {"&": 5, "<": 4, ">": 4}

# From the best place to divide a text to the last resort. A sentence ends as in the root rules of
# Unicode's text segmentation (UAX 29): after its stop, closing marks and spaces.
_PARAGRAPH = regex.compile(r"\n\s*\n")
_SENTENCE = regex.compile(
    r"(?<![.!?…])[.!?…]++[\p{Pe}\p{Pf}\p{Pi}\"']*+\s+|[。！？｡．]++[\p{Pe}\p{Pf}\"']*+\s*|\n+"
)
_SPACE = regex.compile(r"\s+")
_WORD = regex.compile(r"\b", flags=regex.WORD)
_GRAPHEME = regex.compile(r"\X")

# A nicer place counts only where it does not leave the piece mostly empty.
_NICE = ((_PARAGRAPH, 0.6), (_SENTENCE, 0.4), (_SPACE, 0.0), (_WORD, 0.0))


def measure(text: str) -> int:
    """The most that Slack can count of it."""
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return units + sum(text.count(sign) * (cost - 1) for sign, cost in _COST.items())


def pieces(text: str, limit: int) -> list[str]:
    """The text in pieces that measure at most `limit` (at least 5): joined, they are the text.

    Divided between paragraphs, sentences or words, where there is such a place; else between
    graphemes; and inside of one only where it alone is longer than `limit`.
    """
    found: list[str] = []
    start = 0
    while start < len(text):
        end = _reach(text, start, limit)
        if end < len(text):
            end = _place(text, start, end)
        found.append(text[start:end])
        start = end
    return found


def shortened(text: str, limit: int) -> str:
    """The text, or its beginning with … behind it: for labels, of which no more can be shown."""
    if measure(text) <= limit:
        return text
    end = _reach(text, 0, limit - 1)
    ends = [at for at in _ends(_GRAPHEME, text, 0, end) if at <= end]
    return text[: max(ends, default=0)].rstrip() + "…"


def _place(text: str, start: int, end: int) -> int:
    """Where the piece that begins at `start` and reaches to `end` at most is to be divided."""
    whole = {at for at in _ends(_GRAPHEME, text, start, end) if at <= end}
    for boundary, filled in _NICE:
        least = start + (end - start) * filled
        places = [at for at in _ends(boundary, text, start, end) if least <= at <= end]
        good = [at for at in places if at > start and at in whole]
        if good:
            return good[-1]
    return max(whole, default=end)


def _ends(boundary: regex.Pattern[str], text: str, start: int, end: int) -> Iterator[int]:
    """Where each match ends, in the text as a whole, until one lies behind `end`."""
    for match in boundary.finditer(text, start):
        yield match.end()
        if match.end() > end:
            return


def _reach(text: str, start: int, limit: int) -> int:
    """How far the text from `start` can go within `limit`, one character at least."""
    room, at = limit, start
    while at < len(text) and room >= _cost(text[at]):
        room -= _cost(text[at])
        at += 1
    return max(at, start + 1)


def _cost(character: str) -> int:
    return _COST.get(character) or (2 if character > "\uffff" else 1)
