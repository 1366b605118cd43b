"""Hears a yes only where the line cannot mean anything else.

A yes switches consent on. So it has fewer phrases than any other meaning, and fewer polite words
may stand around it; a question mark, a wry face or a second sentence makes it no yes.
"""

from __future__ import annotations

import re
import unicodedata

from bot.understand.phrases import DEFAULT, Phrases, phrases
from bot.understand.plain_line import Typed

SENTENCES = re.compile(r"[.!?;…。！？؟](?=\s|$)|[\r\n]")

_MENTION = re.compile(r"<[@!][^<>]{0,40}>|<at>[^<>]{0,40}</at>|(?<!\w)@[\w.-]{1,40}")
_MARKS = frozenset(" .,!'’*_、。！，\n\r\t\u00a0\u3000")
_SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))


def is_yes(typed: Typed, table: Phrases) -> bool:
    """True if every sentence of the line is a yes, or a polite word beside one."""
    shown = _MENTION.sub(" ", typed.visible)
    if not _is_bare(shown):
        return False
    heard = [_of_sentence(table.plain(one), table) for one in SENTENCES.split(shown)]
    return True in heard and False not in heard


def _of_sentence(line: str, table: Phrases) -> bool | None:
    """True for a yes, None for a polite word or nothing at all, False for anything else."""
    for shorter in table.strip(line, table.around_yes, table.around_yes):
        if not shorter:
            return None
        if table.yes.key_of(shorter):
            return True
    return False


def _is_bare(text: str) -> bool:
    """True if only letters, plain marks and kind signs are there, and no trailing dots."""
    kind = phrases(DEFAULT).small_signs
    return ".." not in text and all(
        sign in _MARKS
        or sign in _SKINS
        or unicodedata.category(sign)[0] in "LM"
        or kind.get(sign) in ("fine", "thanks")
        for sign in text
    )
