"""The sentences the bot says: one Fluent catalogue per language.

The catalogue formats sentences; it does not decide which one is said. Dates follow CLDR (Babel).
A platform adds sentences of its own with `add_sentences`; it cannot replace one of the core's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_skeleton, format_time, get_day_names, get_month_names
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Message as Sentence
from fluent.syntax.ast import Resource

from bot.domain.consent import Wording
from bot.domain.foreign import NAMES, TEXTS, one_line, plainly_a_name, short_name, without_quotes
from bot.domain.purposes import PURPOSES, Purpose
from bot.domain.words import Words

Value = str | int | Words

CATALOGUE_VERSION = "5"
CARD_SIGN = "+"
DEFAULT = "en"
# From here on a date without its year could be that of another year.
HALF_A_YEAR = timedelta(days=183)

# By platform and language: the text of the Fluent file with its own sentences.
_OF_PLATFORMS: dict[str, Mapping[str, str]] = {}


class Dated(str):
    """A date or a moment that is written out. At the head of a sentence it begins with a capital.

    "jeudi 26 novembre" becomes "Jeudi 26 novembre" there, and stays small inside a sentence.
    """

    __slots__ = ()


class MissingSentenceError(LookupError):
    """The catalogue has no such key, or a value that the sentence needs was not given."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language. `say(key, name=value)` formats one of them.

    Text that somebody else wrote goes through the rule of `bot.domain.foreign`: a name that is not
    plainly one stands in quotation marks. Raises MissingSentenceError for an unknown key or a
    missing value: no half sentences.
    """

    language: str
    bundle: FluentBundle

    def __call__(self, key: str, **values: Value) -> str:
        return _begun(self._said(key, **values), values)

    def _said(self, key: str, **values: Value) -> str:
        return self._filled(key, values) if values else _fixed(self, key)

    def _filled(self, key: str, values: Mapping[str, Value]) -> str:
        if not self.bundle.has_message(key):
            raise MissingSentenceError(key)
        pattern = self.bundle.get_message(key).value
        if pattern is None:
            raise MissingSentenceError(key)
        safe = {name: self._safe(name, value) for name, value in values.items()}
        text, errors = self.bundle.format_pattern(pattern, safe)
        if errors or not isinstance(text, str):
            raise MissingSentenceError(key)
        return text

    def _safe(self, blank: str, value: Value) -> str | int:
        """The value as it may stand in a sentence."""
        if isinstance(value, int):
            return value
        text = value.text if isinstance(value, Words) else value
        if blank in NAMES:
            name = short_name(text)
            return name if plainly_a_name(name) else self("named", name=without_quotes(name))
        return one_line(text) if blank in TEXTS or isinstance(value, Words) else text

    def first_of(self, *keys: str) -> str:
        """Says the first of these keys that can be said without a value.

        For a platform's own sentence, with the general one behind it. Raises MissingSentenceError
        where none of them can be said.
        """
        for key in keys:
            try:
                return self(key)
            except MissingSentenceError:
                continue
        raise MissingSentenceError(keys[-1])

    @property
    def locale(self) -> str:
        """The CLDR locale for dates and lists: the catalogue names it (British, for English)."""
        return self("locale")

    def day(self, when: date) -> str:
        """Writes a date in full, for a sentence, e.g. "Thursday, 26 November"."""
        return _date(self, "date-day", when)

    def named_day(self, when: date, today: date | None = None) -> str:
        """Writes a date in full, with its year where it could be taken for another year's.

        That is a date of another year than `today`, or one that is half a year away or more.
        """
        near = today is not None and abs(when - today) < HALF_A_YEAR and when.year == today.year
        return self.day(when) if near else _date(self, "date-day-year", when)

    def full_day(self, when: date) -> str:
        """Writes a date with its year, for a sentence, e.g. "26 November 2026"."""
        return _date(self, "date-year", when)

    def day_alone(self, when: date) -> str:
        """Writes a date in full on a line of its own."""
        return _begun(day := self.day(when), {"day": day})

    def short_day(self, when: date) -> str:
        """Writes a date for a list or a button, e.g. "Thu 26 Nov". It may end in a full stop."""
        return format_skeleton("MMMEd", _noon(when), locale=_read(self.locale))

    def _dated(self, key: str, when: date) -> Dated:
        """CLDR has the names, and the catalogue has their order: not every language has both."""
        month = str(get_month_names("wide", "format", _read(self.locale))[when.month])
        number = when.weekday()
        weekday = self._said("date-weekday", number=number, name=self._name_of(number))
        parts: dict[str, Value] = {"day": when.day, "month": month, "weekday": weekday}
        return Dated(self._said(key, **parts, year=str(when.year)))

    def _name_of(self, weekday: int) -> str:
        return str(get_day_names("wide", "format", _read(self.locale))[weekday])

    def hour(self, when: time) -> str:
        return format_time(when, format="short", locale=_read(self.locale))

    def at_hour(self, when: time) -> str:
        """Writes a time for a sentence, e.g. "at 09:00"."""
        return self._said("date-hour", hour=self.hour(when), hours=when.hour)

    def weekday(self, number: int) -> str:
        """Returns the short name of a weekday; 0 is Monday."""
        return str(get_day_names("abbreviated", "stand-alone", _read(self.locale))[number])

    def full_weekday(self, number: int) -> str:
        """Returns the whole name of a weekday; 0 is Monday."""
        return str(get_day_names("wide", "stand-alone", _read(self.locale))[number])

    def items(self, parts: Sequence[str]) -> str:
        return format_list(list(parts), locale=_read(self.locale))

    def moment(self, when: datetime, zone: str | None, today: date | None = None) -> str:
        """Writes an instant as a date in full and a time, in `zone` (IANA; UTC for None).

        It has its year, but for a date that is near `today`.
        """
        local = when.astimezone(ZoneInfo(zone or "UTC"))
        day, hour = self.named_day(local.date(), today), self.at_hour(local.time())
        return Dated(self._said("date-moment", day=day, hour=hour))

    def sentences(self, purpose: Purpose) -> str:
        """Returns all that a person reads when asked for `purpose`, with its blanks in braces.

        None of the blanks is for text that somebody else wrote.
        """
        blanks = {name: f"{{{name}}}" for name in ("until", "erased")}
        return "\n".join(self(key, **blanks) for key in PURPOSES[purpose].worded_by)

    def wording(self, purpose: Purpose, card: str = "") -> Wording:
        """Identifies all that a person reads when asked for `purpose`, and what it means.

        `card` names a coach's own part of the agreement, which is read together with it.
        """
        return _wording(self.language, purpose, card)


@lru_cache(maxsize=4096)
def _fixed(say: Catalogue, key: str) -> str:
    """Formats a sentence without blanks once. Of a sentence with blanks nothing is kept."""
    return say._filled(key, {})


@lru_cache(maxsize=512)
def _date(say: Catalogue, key: str, when: date) -> Dated:
    """Writes a date out once: the same few days stand in most messages."""
    return say._dated(key, when)


def languages() -> list[str]:
    """Returns the BCP 47 codes of all languages with a catalogue, sorted."""
    return list(_with_catalogue())


@cache
def _with_catalogue() -> tuple[str, ...]:
    folders = resources.files("bot.locale").iterdir()
    return tuple(sorted(one.name for one in folders if one.is_dir() and _speaks(one)))


def _speaks(folder: Traversable) -> bool:
    return folder.name.isalpha() and any(part.name.endswith(".ftl") for part in folder.iterdir())


@cache
def catalogue(language: str) -> Catalogue:
    """Returns the catalogue of a language (BCP 47), or the default one where there is none."""
    name = language.replace("_", "-").split("-")[0].lower()
    folder = resources.files("bot.locale") / name
    if not name.isalpha() or not folder.is_dir() or not _speaks(folder):
        return catalogue(DEFAULT)
    bundle = FluentBundle([name], use_isolating=False)
    for part in sorted(folder.iterdir(), key=lambda p: p.name):
        if part.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(part.read_text(encoding="utf-8")))
    for own in _of_platforms(name):
        bundle.add_resource(own)
    return Catalogue(name, bundle)


def add_sentences(platform: str, folder: Traversable) -> Callable[[], None]:
    """Adds a platform's own sentences: `folder` holds `en.ftl`, `de.ftl` and so on.

    A key is `platform-<name>` (what the platform is called), `erased-chat-<name>-all`, `-part` or
    `-kept` (what an erase leaves there, and who can delete it), `hold-chat-<name>` (who keeps the
    chat), or begins with `<name>-` (what the adapter itself says). The first five need no value;
    where a language lacks one the core says a general sentence. The others are then said in
    English. Returns what takes the sentences out again. Raises OSError or ValueError for bad files.
    """
    files = [file for file in folder.iterdir() if file.name.endswith(".ftl")]
    texts = {file.name.removesuffix(".ftl"): file.read_text(encoding="utf-8") for file in files}
    _OF_PLATFORMS[platform] = texts
    catalogue.cache_clear()

    def remove() -> None:
        _OF_PLATFORMS.pop(platform, None)
        catalogue.cache_clear()

    return remove


def _of_platforms(language: str) -> Iterator[Resource]:
    """Yields keys that bear a platform's name: the wording of a consent is never one of them."""
    for platform, texts in _OF_PLATFORMS.items():
        about = f"platform-{platform}", f"erased-chat-{platform}-", f"hold-chat-{platform}"
        said_by_adapter = (f"{platform}-",)
        yield _only(texts.get(language, ""), (*said_by_adapter, *about))
        yield _only(texts.get(DEFAULT, ""), said_by_adapter)


def _only(text: str, fronts: tuple[str, ...]) -> Resource:
    """Returns the sentences of a Fluent file whose keys begin with one of `fronts`."""
    resource = FluentResource(text)
    resource.body = [
        entry
        for entry in resource.body
        if isinstance(entry, Sentence) and entry.id.name.startswith(fronts)
    ]
    return resource


@lru_cache(maxsize=4096)
def _wording(language: str, purpose: Purpose, card: str) -> Wording:
    """Hashes the sentences and the purpose's meaning: a change of either is a new wording."""
    read = json.dumps([PURPOSES[purpose].meaning, catalogue(language).sentences(purpose)])
    found, version = hashlib.sha256(read.encode()).hexdigest(), CATALOGUE_VERSION
    if card:
        found = hashlib.sha256(f"{found}{CARD_SIGN}{card}".encode()).hexdigest()
        version = f"{version}{CARD_SIGN}{card}"
    return Wording(found, version, language)


@cache
def _read(locale: str) -> Locale:
    """Reads a locale once: Babel would do so for each name of a day or a month."""
    return Locale.parse(locale)


def _begun(text: str, values: Mapping[str, Value]) -> str:
    """The sentence with a capital, where it begins with a date that the language writes small."""
    begins = any(isinstance(one, Dated) and text.startswith(one) for one in values.values())
    return text[:1].upper() + text[1:] if begins else text


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001
