"""Pure: how much of a label Slack shows on a button for sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from unicodedata import east_asian_width

from adapters.slack.outbound.markup import shortened, whole
from bot.chat import Block, Buttons

# Slack's reference of the button element: at most 75 characters, and "`text` may truncate with ~30
# characters".
LABEL = 75
SHOWN = 30


def is_cut(label: str) -> bool:
    """True for a label that is wider than what a button shows for sure."""
    return _width(label) > SHOWN


def on_a_button(label: str) -> str:
    """The label, or as much of its beginning as a button shows."""
    most = SHOWN * len(label) // _width(label) if is_cut(label) else LABEL
    return shortened(label, most).strip() or "…"


def heard(label: str) -> str:
    """The label as a screen reader hears it."""
    return whole(shortened(label, LABEL)).strip() or "…"


def repeated_labels(blocks: Sequence[Block]) -> frozenset[str]:
    """The labels that more than one button of a message has."""
    rows = (block.buttons for block in blocks if isinstance(block, Buttons))
    times = Counter(button.label for row in rows for button in row)
    return frozenset(label for label, number in times.items() if number > 1)


def _width(label: str) -> int:
    """In letters; one of Chinese, Japanese or Korean is as wide as two others."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in label)
