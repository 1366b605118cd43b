"""The phrases of one language, and how a typed line is made comparable with them.

A language needs only its own `locale/<language>/phrases.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib import resources
from typing import Any

import rtoml

from bot.understand.choices import Choosing, Templates
from bot.understand.intents import Intent
from bot.understand.plain_line import Typed, strip, typed_line, unaccented
from bot.understand.wordings import expand, simplest

__all__ = ["DEFAULT", "Intent", "Phrases", "expand", "languages", "phrases"]

DEFAULT = "en"
FILE = "phrases.toml"


class Phrases:
    """The tables of one language. Each part is read when a line first needs it.

    `lines` has the intents but for a yes; `yes` and `stops` are apart, because a yes is heard more
    strictly and a stop in every language. `until`, `when`, `span` and `during` have an open place.
    """

    def __init__(self, language: str, table: Mapping[str, Any]) -> None:
        self.language = language
        self.spaced: bool = table.get("spaces", True)
        self.accented: bool = table.get("accents", True)
        self._table = table

    def __repr__(self) -> str:
        return f"Phrases({self.language})"

    def plain(self, text: str | Typed) -> str:
        """Brings a line into the form of this language's phrases."""
        return typed_line(text).shaped(accented=self.accented, spaced=self.spaced)

    def strip(self, line: str, before: Iterable[str], after: Iterable[str] = ()) -> Iterator[str]:
        """Works like `strip`. In a language without spaces it removes phrases by their letters."""
        return strip(line, before, after, spaced=self.spaced)

    def intent_of(self, line: str) -> Intent | None:
        """The intent of a whole plain line, or None. A yes is none of them."""
        return self.lines.key_of(line)

    def first_of(self, intent: Intent) -> str | None:
        """The phrase that stands first for an intent, as it is written. None without one."""
        written = self._table["intents"].get(intent, ())
        return simplest(written[0]) if written else None

    def patterns(self) -> Iterator[tuple[Intent, str]]:
        """Every pattern of every intent, in the form of typed lines."""
        for key in self._table["intents"]:
            yield from ((Intent(key), pattern) for pattern in self._list("intents", key))

    def phrases_of(self, section: str, key: str) -> frozenset[str]:
        """Every phrase of one key of a section. Empty where the language has no such key."""
        return frozenset(one for line in self._list(section, key) for one in expand(line))

    @cached_property
    def as_written(self) -> Phrases:
        """The same table with its accents, for lines that were typed with accents."""
        return Phrases(self.language, {**self._table, "accents": True})

    @cached_property
    def lines(self) -> Choosing[Intent]:
        intents = [Intent(key) for key in self._table["intents"]]
        return Choosing(
            (intent, line)
            for intent in intents
            if intent is not Intent.YES
            for line in self._list("intents", intent)
        )

    @cached_property
    def yes(self) -> Choosing[Intent]:
        return Choosing((Intent.YES, line) for line in self._list("intents", Intent.YES))

    @cached_property
    def stops(self) -> Choosing[Intent]:
        return Choosing((Intent.STOP, line) for line in self._list("intents", Intent.STOP))

    @cached_property
    def asked(self) -> Choosing[Intent]:
        return Choosing((Intent.STOP, line) for line in self._list("maybe", "lines"))

    @cached_property
    def small(self) -> Choosing[str]:
        keys = self._table.get("small", {})
        return Choosing((key, line) for key in keys for line in self._list("small", key) if line)

    @cached_property
    def greetings(self) -> Choosing[str]:
        """The greetings that are nothing else, each with the part of the day that it fits."""
        keys = self._table.get("greeting", {})
        return Choosing((key, line) for key in keys for line in self._list("greeting", key))

    @cached_property
    def small_signs(self) -> Mapping[str, str]:
        """Signs that are small talk, such as a raised thumb, and the key of each."""
        small = self._table.get("small", {})
        return {
            sign: key
            for key, lines in small.items()
            for sign in lines
            if not any(map(str.isalnum, sign))
        }

    @cached_property
    def before(self) -> frozenset[str]:
        return self.phrases_of("politeness", "before")

    @cached_property
    def after(self) -> frozenset[str]:
        return self.phrases_of("politeness", "after")

    @cached_property
    def wish(self) -> frozenset[str]:
        return self.phrases_of("politeness", "wish")

    @cached_property
    def before_wish(self) -> frozenset[str]:
        return self.before | self.wish

    @cached_property
    def before_code(self) -> frozenset[str]:
        return self.before | self.code

    @cached_property
    def around_yes(self) -> frozenset[str]:
        """The polite words that leave a yes a yes."""
        return self.phrases_of("politeness", "yes")

    @cached_property
    def code(self) -> frozenset[str]:
        return self.phrases_of("code", "before")

    @cached_property
    def until(self) -> Templates:
        return Templates(self._list("pause", "until"), "{day}")

    @cached_property
    def when(self) -> Templates:
        return Templates(self._list("pause", "when"), "{day}")

    @cached_property
    def span(self) -> Templates:
        return Templates(self._list("pause", "span"), "{span}")

    @cached_property
    def during(self) -> Templates:
        return Templates(self._list("pause", "during"), "{during}")

    @cached_property
    def maybe(self) -> Mapping[Intent, frozenset[str]]:
        return {one: self.phrases_of("maybe", one) for one in (Intent.STOP, Intent.ERASE)}

    @cached_property
    def clear(self) -> frozenset[str]:
        return self.phrases_of("maybe", "clear")

    @cached_property
    def neutral(self) -> frozenset[str]:
        return self.phrases_of("maybe", "neutral")

    @cached_property
    def unless(self) -> frozenset[str]:
        return self.phrases_of("maybe", "unless")

    @cached_property
    def others(self) -> frozenset[str]:
        return self.phrases_of("maybe", "others")

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """The lines that are ordinary words here, though they are a stop in another language."""
        return self.phrases_of("maybe", "ordinary")

    @cached_property
    def signs(self) -> Mapping[str, Intent]:
        signs = self._table["signs"]
        return {sign: Intent(key) for key, several in signs.items() for sign in several}

    @cached_property
    def day(self) -> Mapping[str, Any]:
        day: Mapping[str, Any] = self._shaped(self._table["day"])
        return day

    def of_client(self, what: str) -> Sequence[str]:
        """The phrases by which a coach asks about one client, with an open place for the name."""
        return self._list("client", what)

    def _list(self, section: str, key: str) -> Sequence[str]:
        lines: Sequence[str] = self._table.get(section, {}).get(key, ())
        return self.shaped_lines(lines)

    def _shaped(self, part: Any) -> Any:
        """Brings a part of the table into the form of typed lines."""
        match part:
            case dict():
                return {key: self._shaped(value) for key, value in part.items()}
            case list():
                return self.shaped_lines(part)
            case str():
                return self.shaped_lines([part])[0]
        return part

    def shaped_lines(self, lines: Sequence[str]) -> Sequence[str]:
        """Shapes many lines at once: one pass over a long text is much faster."""
        if (self.accented and self.spaced) or not lines:
            return lines
        joined = "\n".join(lines)
        joined = joined if self.accented else unaccented(joined)
        return (joined if self.spaced else joined.replace(" ", "")).split("\n")


def phrases(language: str) -> Phrases:
    """The phrases of a language (BCP 47), or the default language's if it has none."""
    name = language.split("-")[0].lower()
    return _load(name if name in languages() else DEFAULT)


@cache
def every_phrases() -> Sequence[Phrases]:
    """The phrases of each language, in the order of their names."""
    return [phrases(name) for name in sorted(languages())]


@cache
def languages() -> frozenset[str]:
    """The languages that have phrases of their own."""
    folders = resources.files("bot.locale").iterdir()
    return frozenset(folder.name for folder in folders if (folder / FILE).is_file())


@cache
def _load(name: str) -> Phrases:
    file = resources.files("bot.locale") / name / FILE
    return Phrases(name, rtoml.loads(file.read_text(encoding="utf-8")))
