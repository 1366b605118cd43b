"""Pure: how much room a label takes on the narrowest card, so that no client has to cut it.

Teams shows the title of an action on one line and cuts what does not fit. The room is that of a
card of 320 pixels, a small telephone. The widths are those of DejaVu Sans, rounded up: about an
eighth more than Segoe UI, Roboto and San Francisco, in which Teams writes, so a label also fits
where the text is set a little larger. tests/adapters/teams/test_every_card.py measures both with
Microsoft's own renderer.
"""

from __future__ import annotations

import unicodedata

from bot.domain.words import normal

# Pixels, in the renderer's Teams style: a card without its padding, what a button adds to its
# title, the gap between two buttons, and what a select and a line of text add to theirs.
CARD = 288
BUTTON = 24
GAP = 8
SELECT = 44
LINE = 18
LETTER = 14
# Set in front of the title that was pressed.
CHOSEN = "✓ "

# Thousandths of the letter's size. An accent adds nothing to its letter.
WIDTHS = {
    character: width
    for width, characters in {
        320: " ijlıłIJ,.'’‘·",
        370: "/:;\\|f-",
        420: "()[]t!¡r",
        530: '"*_`–sz?¿“”„',
        560: "cL",
        620: "FkvxyPTYo«»aeøð•",
        640: "ßEhnuSbdgpqđ$0123456789{}",
        700: "KAVXZBRC",
        790: "UNHDGĐ&OQØ",
        870: "w#+<=>^~✓M→",
        1000: "mWæÆ%@…—",
        1080: "œŒ",
    }.items()
    for character in characters
}
WIDE, PICTURE, UNKNOWN = 1000, 1400, 1100


def width(text: str) -> float:
    """Pixels that a text takes on one line, at the size of a button's title."""
    return sum(map(_width, text)) * LETTER / 1000


def fits(label: str, among: int = 1) -> bool:
    """True if a button with this title, pressed or not, fits with as many as `among` in a row."""
    room = (CARD - GAP * (among - 1)) / among - BUTTON
    return width(CHOSEN + label) <= room


def fits_select(label: str) -> bool:
    """True if an option is shown whole in a closed select."""
    return width(label) <= CARD - SELECT


def fits_line(text: str) -> bool:
    """True if a placeholder is shown whole in a field of one line."""
    return width(text) <= CARD - LINE


def _width(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return PICTURE if unicodedata.category(character) == "So" else WIDE
    parts = normal("NFD", character)
    return sum(WIDTHS.get(part, UNKNOWN) for part in parts if not _is_unseen(part))


def _is_unseen(part: str) -> bool:
    """True for an accent, a joiner or a variation sign: they take no room of their own."""
    return unicodedata.category(part) in ("Mn", "Me", "Cf")
