"""The page's own words: labels, hints and errors, in the language of whoever looks at it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from bot.text import Catalogue, catalogue

# What the page's script says, by its part of the key. The rest stands in the page's HTML.
SPOKEN = (
    *("skip-nothing", "clear-sure", "hello", "role-client", "role-coach", "role-other", "log"),
    *("first-client", "first-coach", "first-other", "delete-sure", "typing", "choices"),
    *("download", "said-self", "said-bot", "edit", "edit-this", "delete", "delete-this", "edited"),
    *("stopped", "unreached", "too-long", "failed", "clear", "newer", "editing", "editing-leave"),
    *("message", "send"),
)
_HOLE = re.compile(r"\{\{([a-z-]+)\}\}")


def words_for(language: str, name: str) -> Mapping[str, str]:
    """What the script says in the chat of the person of this name, by key.

    `language` is its BCP 47 tag; `locale` is the one for dates and times.
    """
    say = catalogue(language)
    said = {key: _say(say, key, name) for key in SPOKEN}
    return {"language": say.language, "locale": say.locale.replace("_", "-"), **said}


def filled(template: str, language: str, /, **parts: str) -> str:
    """The HTML with `parts` and the page's words in the holes of the same names, all escaped."""
    say = catalogue(language)

    def part(hole: re.Match[str]) -> str:
        key = hole[1]
        return html.escape(parts[key] if key in parts else say(f"local-page-{key}"))

    return _HOLE.sub(part, template)


def error(language: str, key: str) -> str:
    return catalogue(language)(f"local-page-{key}")


def _say(say: Catalogue, key: str, name: str) -> str:
    return say(f"local-page-{key}", name=name)
