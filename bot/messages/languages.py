"""The choice of a language, each under its own name."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale

from bot.chat import Message, Text
from bot.messages.common import buttons, message
from bot.text import Catalogue


def choose(say: Catalogue, codes: Sequence[str]) -> Message:
    choices = ((_own_name(code), f"language:{code}") for code in codes)
    return message(say, "language-ask", Text(say("language-ask")), buttons(*choices))


def _own_name(code: str) -> str:
    name = Locale.parse(code).get_language_name(code) or code
    return name[:1].upper() + name[1:]
