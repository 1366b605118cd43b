"""Every message that the product can draw, in each language: one collection for every platform."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.chat import Message
from bot.text import catalogue
from tests.drawn.composed import composed, plain
from tests.drawn.made import from_tables
from tests.drawn.played import LANGUAGES, heard
from tests.drawn.templates import written_out
from tests.proofs.histories import PURPOSE

__all__ = ["LANGUAGES", "all_templates", "every_message", "leaves_by_itself"]

# What Teams' own card is called when it is drawn again from what it carries: no new message.
DRAWN_AGAIN = frozenset({"echo"})


@cache
def every_message(language: str) -> Sequence[tuple[Message, bool]]:
    """Each different message once, and whether it leaves by itself.

    Most are from the stories. Those that no story reaches are composed, or are one sentence.
    """
    say = catalogue(language)
    found = [*heard()[language], *((one, leaves_by_itself(one)) for one in composed(say))]
    left = (one_sentence() & all_templates()) - {message.template for message, _ in found}
    return (*found, *((plain(say, key), False) for key in sorted(left)))


def leaves_by_itself(message: Message) -> bool:
    """True for a template that a delivery may have."""
    return message.template in PURPOSE


@cache
def all_templates() -> frozenset[str]:
    return (frozenset(written_out()) | from_tables()) - DRAWN_AGAIN


@cache
def one_sentence() -> frozenset[str]:
    """The templates of messages that are one sentence of the catalogue and nothing else."""
    return frozenset(written_out("note")) | from_tables()
