"""The phrases by which people search their own words: `locale/<language>/find.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import rtoml

from bot.understand.choices import Templates
from bot.understand.phrases import Phrases, expand, phrases

FILE = "find.toml"


@dataclass(frozen=True, slots=True)
class SearchTable:
    """The phrases of one language, in the form of its plain lines.

    `asks`, `when` and `short` have an open place for what is sought: a question about something, a
    question about days, and a few words that may be ordinary ones. `about` stands before what it
    is about, `lead` and `tail` around days. `drop` are words that nobody looks for. `elided` are
    letters that stand before a vowel ("léquipe"). `stretches` are "last week" and its like, by
    unit and number. `week_of` has an open day, and `since` an open length of time.
    """

    asks: Templates
    when: Templates
    short: Templates
    about: frozenset[str]
    lead: frozenset[str]
    tail: frozenset[str]
    drop: frozenset[str]
    elided: frozenset[str]
    week_of: Templates
    since: Templates
    stretches: Mapping[str, str]


def search_table(language: str) -> SearchTable:
    """The table of a language (BCP 47), or of the default language where it has none."""
    return _table(phrases(language).language)


@cache
def _table(language: str) -> SearchTable:
    shapes, read = phrases(language), _read(language)
    lists: Mapping[str, Sequence[str]] = {
        key: shapes.shaped_lines(lines) for key, lines in read.items() if isinstance(lines, list)
    }
    stretches = read["stretch"]
    assert isinstance(stretches, dict)
    return SearchTable(
        asks=Templates(lists["asks"], "{what}"),
        when=Templates(lists["when"], "{what}"),
        short=Templates(lists["short"], "{what}"),
        about=frozenset(lists["about"]),
        lead=frozenset(lists["lead"]),
        tail=frozenset(lists["tail"]),
        drop=frozenset(lists["drop"]),
        elided=frozenset(lists["elided"]),
        week_of=Templates(lists["week_of"], "{day}"),
        since=Templates(lists["since"], "{span}"),
        stretches=dict(_named(shapes, stretches)),
    )


def _named(shapes: Phrases, stretches: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, str]]:
    for unit, lines in stretches.items():
        yield from ((one, unit) for line in shapes.shaped_lines(lines) for one in expand(line))


def _read(language: str) -> Mapping[str, object]:
    file = resources.files("bot.locale") / language / FILE
    table: Mapping[str, object] = rtoml.loads(file.read_text(encoding="utf-8"))
    return table
