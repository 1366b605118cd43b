"""Finds the command that was nearly typed: "pasue", "chek in". The bot asks back, and never acts.

Only one letter may be wrong, left out, put in or swapped with the next one. A short word needs a
swap, because too many short words are one letter apart ("step", "stop"; "teams", "terms"). The last
letter is no typing error: it is how words are inflected ("paused"). Words that the bot itself uses
are none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import islice

from bot.understand.phrases import DEFAULT, Intent, Phrases, expand, phrases
from bot.understand.plain_line import LIMIT, Typed, typed_line
from bot.understand.small_talk import small_talk

MOST_WORDS = 4
SHORT_WORD = 5
SHORTEST = 4
# A table may give thousands of wordings to one pattern. The first ones are the usual ones.
LONG_PATTERN, WORDINGS = 120, 400
NO_COMMANDS = frozenset({Intent.YES, Intent.NO, Intent.PASS, Intent.CODE})

_OPTIONAL = re.compile(r"\([^()]*\|\)")
_WORDS = re.compile(r"[^\W\d_]+")


def nearly(text: str | Typed, language: str) -> Intent | None:
    """The one command that a short line is a typing error away from, in this language or English.

    None if it is a command, a yes, a no or small talk as it stands, or ordinary words.
    """
    typed = typed_line(text)
    if len(typed.text) > LIMIT or small_talk(typed, language) is not None:
        return None
    tables = list(dict.fromkeys((phrases(language), phrases(DEFAULT))))
    lines = [table.plain(typed) for table in tables]
    if any(_is_known(line, table) for line, table in zip(lines, tables, strict=True)):
        return None
    for line, table in zip(lines, tables, strict=True):
        found = _nearly(line, table) if table.spaced else None
        if found is not None:
            return found
    return None


def canonical(intent: Intent, language: str) -> str:
    """The phrase that stands for a command, such as "pause", in this language or in English."""
    own = phrases(language).first_of(intent)
    return own or phrases(DEFAULT).first_of(intent) or str(intent)


def _is_known(line: str, table: Phrases) -> bool:
    return any(
        table.lines.key_of(shorter) or table.yes.key_of(shorter)
        for shorter in table.strip(line, table.before, table.after)
    )


def _nearly(line: str, table: Phrases) -> Intent | None:
    words = line.split(" ")
    if not 1 <= len(words) <= MOST_WORDS or len(line) < SHORTEST:
        return None
    intents = set()
    for phrase, intent in _near(line, table):
        pair = _different(words, phrase.split(" "))
        if pair is None or not _is_error(*pair, alone=len(words) == 1):
            continue
        if pair[0] in vocabulary(table.language) or pair[0] in table.ordinary:
            return None
        intents.add(intent)
    return intents.pop() if len(intents) == 1 else None


def _near(line: str, table: Phrases) -> Iterator[tuple[str, Intent]]:
    """The phrases at a distance of one edit, a swap of neighbours included."""
    # Imported here, because most starts never need it.
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract_iter

    commands = _commands(table.language)
    close = list(commands.get(len(line), ()))
    close += [one for size in (len(line) - 1, len(line) + 1) for one in commands.get(size, ())]
    choices = [phrase for phrase, _ in close]
    for _, _, place in extract_iter(line, choices, scorer=OSA.distance, score_cutoff=1):
        yield close[place]


def _different(words: list[str], others: list[str]) -> tuple[str, str] | None:
    """The one word that is different, in both lines. None if not just one is."""
    if len(words) != len(others):
        return None
    pairs = [(one, other) for one, other in zip(words, others, strict=True) if one != other]
    return pairs[0] if len(pairs) == 1 else None


def _is_error(typed: str, meant: str, *, alone: bool) -> bool:
    if len(typed) == len(meant) and sorted(typed) == sorted(meant):
        return len(typed) >= SHORTEST
    if typed[0] != meant[0] or typed[-1] != meant[-1]:
        return False
    if alone and len(typed) == len(meant):
        return len(typed) > SHORT_WORD
    return (min if alone else max)(len(typed), len(meant)) >= SHORT_WORD


@cache
def _commands(language: str) -> Mapping[int, tuple[tuple[str, Intent], ...]]:
    """The short phrases of the commands, by their length."""
    by_length: dict[int, dict[str, Intent]] = {}
    for intent, pattern in phrases(language).patterns():
        if intent in NO_COMMANDS:
            continue
        for line in _usual(pattern):
            if len(line) >= SHORTEST and line.count(" ") < MOST_WORDS:
                by_length.setdefault(len(line), {}).setdefault(line, intent)
    return {length: tuple(lines.items()) for length, lines in by_length.items()}


def _usual(pattern: str) -> Iterator[str]:
    """The usual wordings of a pattern. What may be left out of a long one is left out."""
    lean = _OPTIONAL.sub("", pattern) if len(pattern) > LONG_PATTERN else pattern
    return islice(expand(lean), WORDINGS)


@cache
def vocabulary(language: str) -> frozenset[str]:
    """The words that the bot says or understands in a language, in the form of typed lines."""
    table = phrases(language)
    folder = resources.files("bot.locale") / language
    files = [file for file in folder.iterdir() if file.name.endswith((".ftl", ".toml"))]
    text = " ".join(file.read_text(encoding="utf-8") for file in files).casefold()
    words = set(_WORDS.findall(text))
    return frozenset(words if table.accented else map(table.plain, words))
