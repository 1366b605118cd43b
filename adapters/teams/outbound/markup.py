"""Pure: what a person wrote never becomes live in a card: no link, mention, image or function.

Everything is drawn with RichTextBlock and TextRun, which know no Markdown and no HTML. What is left
are the DATE and TIME functions of Adaptive Cards and the `${…}` of card templates, which could be
looked for in any text: a run is cut between the two characters that begin one, so that it reads
exactly as it was typed and is never found. A mention needs an entity beside the card, and no card
of ours has any. What a telephone itself underlines (a number, an address) cannot be prevented.

Sources: "Text features" and "RichTextBlock" in Microsoft's Adaptive Cards documentation.
"""

from __future__ import annotations

import json
import re
from typing import Any

Json = dict[str, Any]
# Between these two nothing may be recognised: {{DATE(…)}} and ${…}.
BEGINNINGS = re.compile(r"(?<=\{)(?=\{)|(?<=\$)(?=\{)")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# C0 and C1 controls but for tab and line feed: no font has them, and some clients end a text there.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Letters, digits and the signs of ordinary sentences, with nothing that Markdown or an automatic
# link could begin with: no *_[]<>`~#|\\&@{}$ , no "1." or "- " at the start, no "www." or "a.b".
PLAIN = re.compile(r"(?![-+]\s|\d+[.)]\s)[^*_\[\]<>`~#|\\&@{}$\n\r]+")
LINKLIKE = re.compile(r"[^\W\d][.:]\w|\w[.:][^\W\d]|://|\d[\d ()/-]{5,}\d")
WORD_JOINER = "\u2060"
ACTIVE = re.compile(r"([*_\[\]<>`~#|\\&@{}$]|(?<=\w)[.:](?=[\w/]))")


def runs(text: str, **style: Any) -> list[Json]:
    """TextRuns that show one line exactly as it is. Raises nothing, whatever is in it."""
    shown = _visible(text) or " "
    return [{"type": "TextRun", "text": part} | style for part in BEGINNINGS.split(shown)]


def lines(text: str) -> list[str]:
    """The lines of a text as a reader sees them; [""] for no text."""
    return LINE_ENDS.sub("\n", text).split("\n")


def is_plain(text: str) -> bool:
    """Whether Markdown, an automatic link or a card function could find nothing in it."""
    return bool(PLAIN.fullmatch(text)) and not LINKLIKE.search(text)


def still(text: str) -> str:
    """For the few places that take no TextRun (a label, a choice): it reads the same, and is
    nothing. An invisible joiner stands beside each sign that could begin something.
    """
    one_line = " ".join(_visible(part) for part in lines(text))
    if is_plain(one_line):
        return one_line
    return ACTIVE.sub(rf"{WORD_JOINER}\1{WORD_JOINER}", one_line)


def _visible(text: str) -> str:
    return LONE_SURROGATE.sub("\ufffd", CONTROL.sub("\ufffd", text))


CARD_BYTES = 27_000
MESSAGE_BYTES = 78_000
PIECE_BYTES = 6_000
PICTURE_BYTES = 18_000
MOST_IN_A_ROW = 6
VERSION = "1.5"


def written(thing: Any) -> str:
    """As it is sent: JSON without a blank to spare, every character as itself."""
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))


def weight(thing: Any) -> int:
    """Bytes of it as JSON in UTF-8: what a card is measured by."""
    return len(written(thing).encode())


def wide(thing: Any) -> int:
    """Bytes in UTF-16, or in UTF-8 where those are more: what a message is measured by."""
    text = written(thing)
    return max(len(text.encode("utf-16-le")), len(text.encode()))
