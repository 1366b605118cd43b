"""Pure: how large a thing is on its way to Teams, and how large it may be.

From Microsoft's documentation: a card up to 28 KB; a whole message up to 100 KB with everything in
it, counted in UTF-16, of which 80 KB is what it advises; Adaptive Cards up to 1.5 on every client;
six actions in a row.
"""

from __future__ import annotations

import json
from typing import Any

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
