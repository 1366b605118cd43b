"""Pure: text that stays text in a card: no link, mention, image or function; and what it weighs.

Everything is drawn with RichTextBlock and TextRun, which know no Markdown and no HTML. Only the
DATE and TIME functions of Adaptive Cards and the `${…}` of card templates may be looked for in any
text. A run is cut between the two characters that begin one, so it reads as typed and is never
found. A mention needs an entity beside the card, and our cards have none. A telephone may still
underline a number or an address by itself.

Sources: "Text features" and "RichTextBlock" in Microsoft's Adaptive Cards documentation.
"""

from __future__ import annotations

import json
import re
from typing import Any

from adapters.shared.json_values import LONE_SURROGATE, Json

# Limits of a card and of a message, with a margin below Microsoft's.
CARD_BYTES = 27_000
MESSAGE_BYTES = 78_000
PIECE_BYTES = 6_000
PICTURE_BYTES = 18_000
VERSION = "1.5"

# A run is cut here: inside the beginnings of {{DATE(…)}} and ${…}.
BEGINNINGS = re.compile(r"(?<=\{)(?=\{)|(?<=\$)(?=\{)")
# C0 and C1 controls except tab and line feed: some clients end a text there.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Letters, digits and ordinary punctuation, without anything that begins Markdown or an automatic
# link: no *_[]<>`~#|\\&@{}$ , no "1." or "- " at the start, no "www." or "a.b".
PLAIN = re.compile(r"(?![-+]\s|\d+[.)]\s)[^*_\[\]<>`~#|\\&@{}$\n\r]+")
LINKLIKE = re.compile(r"[^\W\d][.:]\w|\w[.:][^\W\d]|://|\d[\d ()/-]{5,}\d")
WORD_JOINER = "\u2060"
ACTIVE = re.compile(r"([*_\[\]<>`~#|\\&@{}$]|(?<=\w)[.:](?=[\w/]))")


def runs(text: str, **style: Any) -> list[Json]:
    """TextRuns that show one line exactly as it is. Never raises."""
    shown = _visible(text) or " "
    return [{"type": "TextRun", "text": part} | style for part in BEGINNINGS.split(shown)]


def lines(text: str) -> list[str]:
    """The lines of a text as a reader sees them; [""] for no text."""
    return LINE_ENDS.sub("\n", text).split("\n")


def is_plain(text: str) -> bool:
    """True if the text contains nothing that Markdown, links or card functions could find."""
    return bool(PLAIN.fullmatch(text)) and not LINKLIKE.search(text)


def still(text: str) -> str:
    """Literal text for an element that takes no TextRun (a label, a choice).

    An invisible joiner stands beside each sign that could begin markup; it reads the same.
    """
    one_line = " ".join(_visible(part) for part in lines(text))
    if is_plain(one_line):
        return one_line
    return ACTIVE.sub(rf"{WORD_JOINER}\1{WORD_JOINER}", one_line)


def _visible(text: str) -> str:
    return LONE_SURROGATE.sub("\ufffd", CONTROL.sub("\ufffd", text))


def written(thing: Any) -> str:
    """JSON as it is sent: no spaces between parts, no escaped letters."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))


def weight(thing: Any) -> int:
    """Bytes of the JSON in UTF-8, by which a card is measured."""
    return len(written(thing).encode())


def wide(thing: Any) -> int:
    """Bytes of the JSON in UTF-16, or in UTF-8 if more, by which a message is measured."""
    text = written(thing)
    return max(len(text.encode("utf-16-le")), len(text.encode()))
