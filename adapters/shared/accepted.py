"""Pure: the language that a browser asks for."""

from __future__ import annotations

import re

from babel import negotiate_locale

from bot.text import DEFAULT, languages

_WEIGHT = re.compile(r";\s*q=([0-9.]+)")


def accepted(header: str | None) -> str:
    """The language (BCP 47) of ours that a browser asks for most; English where it asks for none.

    `header` is its Accept-Language. Never raises.
    """
    wanted = sorted((header or "").split(",")[:20], key=_weight, reverse=True)
    tags = [one.partition(";")[0].strip().partition("-")[0] for one in wanted]
    return negotiate_locale(tags, languages()) or DEFAULT


def _weight(asked: str) -> float:
    found = _WEIGHT.search(asked)
    try:
        return float(found[1]) if found else 1.0
    except ValueError:
        return 0.0
