"""Pure: what a person typed in Slack, as they typed it: Slack sends it escaped and marked up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

# Slack's own markup: <https://…|shown>, <@U1>, <#C1|name>, <!here>, <!date^…|shown>.
_MARKED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_SPECIAL = {"@": "@", "#": "#", "!": "@"}
_MOST_DEPTH = 12


def text_of(message: Mapping[str, Any]) -> str:
    """The text of a message: no escapes, links as they were shown, emoji as characters.

    Where Slack says which character an emoji is, its `:name:` is replaced by it.
    """
    text = message.get("text")
    plain = unescaped(text) if isinstance(text, str) else ""
    for name, characters in sorted(_emoji(message.get("blocks"), 0), key=lambda e: -len(e[0])):
        plain = plain.replace(f":{name}:", characters)
    return plain


def unescaped(text: str) -> str:
    """Slack escapes &, < and >, and nothing else (its documentation on formatting)."""
    shown = _MARKED.sub(_as_shown, text)
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _as_shown(marked: re.Match[str]) -> str:
    target, label = marked[1], marked[2]
    sign = _SPECIAL.get(target[:1])
    if sign is None:
        return label or target.removeprefix("mailto:").removeprefix("tel:")
    return f"{sign}{label or target[1:]}" if not target.startswith("!date") else label or ""


def _emoji(blocks: object, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _MOST_DEPTH or not isinstance(blocks, list):
        return
    for element in blocks:
        match element:
            case {"type": "emoji", "name": str(name), "unicode": str(points)}:
                characters = _characters(points)
                if characters is not None:
                    tone = element.get("skin_tone")
                    named = f"{name}::skin-tone-{tone}" if isinstance(tone, int) else name
                    yield named, characters
            case {"elements": inner}:
                yield from _emoji(inner, depth + 1)


def _characters(points: str) -> str | None:
    try:
        return "".join(chr(int(point, 16)) for point in points.split("-"))
    except (ValueError, OverflowError):
        return None
