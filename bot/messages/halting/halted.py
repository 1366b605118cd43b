"""Says that the organisation has paused what leaves by itself."""

from __future__ import annotations

from bot.chat import Block, Message, Text
from bot.messages.common import note
from bot.text import Catalogue

SENTENCE = "halted-now"
# The messages that say what will come by itself, or when. In front of these it would be missed.
ABOUT_WHAT_COMES = frozenset(
    {
        *("next-heading", "next-no-check-in", "resumed", "resumed-quiet", "about-ask-next"),
        *("rhythm-set", "rhythm-show", "rhythm-next", "rhythm-more-ask", "rhythm-no-check-ins"),
        *("switched-on", "later-planned", "later-today", "comfort-stays", "comfort-lighter"),
        *("comfort-lightest", "digest-on", "digest-when", "digest-when-ask", "digest-state-on"),
        *("brief-on", "brief-state-on", "session-is-set", "session-at", "step-set"),
        *("note-on-its-way", "read-on-its-way", "share-waits", "sponsor-line-waiting"),
    }
)


def halted_now(say: Catalogue) -> Message:
    return note(say, "halted-now")


def halted_line(say: Catalogue) -> list[Block]:
    """The same as a part of a page."""
    return [Text(say(SENTENCE))]
