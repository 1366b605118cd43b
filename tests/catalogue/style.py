"""A style lint for every sentence of every language. `python -m tests.catalogue.style` runs it.

It stands with the tests because it judges our own files, and no running bot needs it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bot.text import languages
from tests.catalogue.sentences import sentences

# "2!" is no shouting in a number's place; everything else is.
SHOUTING = re.compile(r"[!！]")
LONGEST = 260
# This tells what the bot does to a record.
ALLOWED = {"dont-keep"}
# This shows a coach, in its first quotation, how not to ask. The rest of it speaks as we do.
QUOTES_A_BAD_QUESTION = {"asks-blaming"}
QUOTATION = re.compile(r"“[^”]*”|„[^“]*“|«[^»]*»|「[^」]*」")


@dataclass(frozen=True, slots=True)
class Fault:
    key: str
    found: str
    why: str


def faults(language: str, key: str, text: str) -> Iterator[Fault]:
    """Every way of speaking in one sentence that is not ours."""
    if key in QUOTES_A_BAD_QUESTION:
        text = QUOTATION.sub("", text, count=1)
    low = text.casefold().replace("’", "'")
    for why, phrase in banned(language):
        if key in ALLOWED:
            continue
        if re.search(_pattern(language, phrase), low):
            yield Fault(key, phrase, why)
    if SHOUTING.search(text):
        yield Fault(key, "!", "raises its voice")


def all_faults(language: str) -> list[Fault]:
    return [
        fault for key, text in sentences(language).items() for fault in faults(language, key, text)
    ]


@cache
def banned(language: str) -> list[tuple[str, str]]:
    file = resources.files("bot.locale") / language / "style.toml"
    groups = tomllib.loads(file.read_text(encoding="utf-8")).values()
    return [(group["why"], phrase.casefold()) for group in groups for phrase in group["phrases"]]


def _pattern(language: str, phrase: str) -> str:
    """Where a language has spaces, a phrase begins at the beginning of a word."""
    return re.escape(phrase) if language == "ja" else rf"(?<!\w){re.escape(phrase)}"


if __name__ == "__main__":
    found = [(language, fault) for language in languages() for fault in all_faults(language)]
    for language, fault in found:
        print(f"{language} {fault.key}: “{fault.found}” {fault.why}")
    sys.exit(bool(found))
