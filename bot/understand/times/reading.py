"""Reads when someone wants to be written to: "every other Tue after lunch"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time

from bot.understand.phrases import DEFAULT
from bot.understand.plain_line import LIMIT, Typed, typed_line, visible
from bot.understand.times.grammar import understood
from bot.understand.times.hours import NotHoursError, window_of
from bot.understand.times.said import Off, Said, Times, days_off, excepts, put_together, take
from bot.understand.times.table import BUT, NotTimesError, TimeWords, Token, words_of
from bot.understand.times.text import simple
from bot.understand.times.words import cut

Stretch = tuple[list[Token], bool, str | None]


def read_times(text: str | Typed, language: str, today: date) -> Times | None:
    """Reads when to write from a line, in the person's language or in English.

    None unless the whole line is clearly about times. Never raises. `today` is the person's local
    date.
    """
    typed = typed_line(text)
    return typed.once(("times", language, today), lambda: _times(typed.text, language, today))


def _times(text: str, language: str, today: date) -> Times | None:
    for each in tables(text, language):
        try:
            return _read(text, each, today)
        except (NotTimesError, NotHoursError):
            continue
    return None


def read_days_off(text: str, language: str, today: date) -> Off | None:
    """Reads days off only, as in "24 December, 27 December to 3 January". None for anything else.

    "no messages on" may come before them. Never raises. `today` is the person's local date.
    """
    for each in tables(text, language):
        try:
            tokens = understood(cut(text, each), each.last)
            kinds = {token.kind for token in tokens}
            if "G" in kinds and kinds <= set("GN&,;"):
                return days_off([s for t in tokens if t.kind == "G" for s in t.value], today)
        except (NotTimesError, NotHoursError):
            continue
    return None


def read_part(text: str, language: str) -> tuple[time, time] | None:
    """The window of a part of the day ("evening", "in the morning"), in local time. Else None."""
    for each in tables(text, language):
        try:
            tokens = understood(cut(text, each), each.last)
        except (NotTimesError, NotHoursError):
            continue
        if [token.kind for token in tokens] == ["H"] and tokens[0].value.part is not None:
            return window_of(tokens[0].value)
    return None


def tables(text: str, language: str) -> list[TimeWords]:
    """The words to read a line with: the language's own, then English. None for a long line."""
    if len(text) > LIMIT * 4 or len(visible(text).strip()) > LIMIT:
        return []
    own, default = words_of(language), words_of(DEFAULT)
    return [words for words in dict.fromkeys((own, default)) if words is not None]


def _read(text: str, words: TimeWords, today: date) -> Times:
    if simple(text) in words.greetings:
        raise NotTimesError
    tokens = understood(cut(text, words), words.last)
    said = Said()
    for part, denied, separator in _parts(tokens, words.last):
        take(part, denied or excepts(part, said, separator), said)
    if len(tokens) == 1 and said.hours and said.hours[0].bare:
        raise NotTimesError
    return put_together(said, today)


def _parts(tokens: Sequence[Token], last: bool) -> Iterator[Stretch]:
    """Splits a line into stretches.

    Also yields whether "not" denies the stretch, and the value of the separator before it.
    """
    segments = list(_segments(tokens, last))
    for number, (segment, separator) in enumerate(segments):
        meant = [token for token in segment if token.kind not in "&,;N"]
        place = next((n for n, token in enumerate(segment) if token.kind == "N"), None)
        follows = number + 1 < len(segments) and _only_not(segments[number + 1][0])
        leads = number == 1 and _only_not(segments[0][0])
        if place is None:
            yield meant, follows or leads, separator
        elif meant and any(token.kind not in "N&" for token in segment[place:]):
            yield [token for token in segment[:place] if token.kind not in "&"], False, separator
            yield [token for token in segment[place:] if token.kind not in "N"], True, None
        elif meant:
            yield meant, True, None


def _only_not(segment: Sequence[Token]) -> bool:
    return all(token.kind == "N" for token in segment)


def _segments(tokens: Sequence[Token], last: bool) -> Iterator[tuple[list[Token], str | None]]:
    """Cuts at separators, and after each "not" if the language puts it last.

    Also yields the value of the separator before each segment: "but", "only" or None.
    """
    segment: list[Token] = []
    separator: str | None = None
    for token in tokens:
        if token.kind not in ",;":
            segment.append(token)
        if segment and (token.kind in ",;" or (last and token.kind == "N")):
            yield segment, separator
            segment, separator = [], None
        if token.kind == ";" and separator != BUT:
            separator = token.value
    if segment:
        yield segment, separator
