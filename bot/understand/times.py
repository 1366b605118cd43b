"""Reads when someone wants to be written to: "every other Tue after lunch"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from bot.domain.days_off import WEEKDAYS
from bot.understand.phrases import DEFAULT, LIMIT, visible
from bot.understand.times_grammar import understood
from bot.understand.times_hours import Hours, NotHoursError, quiet_of, window_of
from bot.understand.times_off import Off, Span, days_off
from bot.understand.times_table import NotTimesError, TimeWords, Token, words_of
from bot.understand.times_words import cut

MOST_WEEKS = 52


@dataclass(frozen=True, slots=True)
class Times:
    """The times that a line names. None or empty for what it does not name.

    `days` are "MO" to "SU" in week order, `every` is in weeks (1 to 52), `window` is local wall
    time on one date. `not_on` are weekdays to leave out. `off` holds first and last days off, both
    included, today or later. In the `quiet` hours (local, may cross midnight) nothing is sent.
    """

    days: tuple[str, ...] | None = None
    every: int | None = None
    window: tuple[time, time] | None = None
    not_on: tuple[str, ...] = ()
    off: Off = ()
    quiet: tuple[time, time] | None = None


@dataclass(slots=True)
class _Said:
    """The parts of a line before they are put together."""

    days: list[tuple[tuple[str, ...], bool | None]] = field(default_factory=list)
    every: set[int] = field(default_factory=set)
    hours: list[Hours] = field(default_factory=list)
    not_on: set[str] = field(default_factory=set)
    off: list[Span] = field(default_factory=list)
    quiet: list[Hours] = field(default_factory=list)


def read_times(text: str, language: str, today: date) -> Times | None:
    """Reads when to write from a line, in the person's language or in English.

    None unless the whole line is clearly about times. Never raises. `today` is the person's local
    date.
    """
    for each in _languages(text, language):
        try:
            return _read(text, each, today)
        except (NotTimesError, NotHoursError):
            continue
    return None


def read_days_off(text: str, language: str, today: date) -> Off | None:
    """Reads days off only, as in "24 December, 27 December to 3 January". None for anything else.

    "no messages on" may come before them. Never raises. `today` is the person's local date.
    """
    for each in _languages(text, language):
        try:
            tokens = understood(cut(text, each), each.last)
            kinds = {token.kind for token in tokens}
            if "G" in kinds and kinds <= set("GN&,;"):
                return days_off([s for t in tokens if t.kind == "G" for s in t.value], today)
        except (NotTimesError, NotHoursError):
            continue
    return None


def _languages(text: str, language: str) -> list[TimeWords]:
    if len(text) > LIMIT * 4 or len(visible(text).strip()) > LIMIT:
        return []
    own, default = words_of(language), words_of(DEFAULT)
    return [words for words in dict.fromkeys((own, default)) if words is not None]


def _read(text: str, words: TimeWords, today: date) -> Times:
    tokens = understood(cut(text, words), words.last)
    said = _Said()
    for part, denied in _parts(tokens, words.last):
        _take(part, denied, said)
    if len(tokens) == 1 and said.hours and said.hours[0].bare:
        raise NotTimesError
    return _times(said, today)


def _parts(tokens: Sequence[Token], last: bool) -> Iterator[tuple[list[Token], bool]]:
    """Splits a line into stretches. Also yields whether "not" denies the stretch."""
    segments = list(_segments(tokens, last))
    for number, segment in enumerate(segments):
        meant = [token for token in segment if token.kind not in "&,;N"]
        place = next((n for n, token in enumerate(segment) if token.kind == "N"), None)
        follows = number + 1 < len(segments) and _only_not(segments[number + 1])
        leads = number == 1 and _only_not(segments[0])
        if place is None:
            yield meant, follows or leads
        elif meant and any(token.kind not in "N&" for token in segment[place:]):
            yield [token for token in segment[:place] if token.kind not in "&"], False
            yield [token for token in segment[place:] if token.kind not in "N"], True
        elif meant:
            yield meant, True


def _only_not(segment: Sequence[Token]) -> bool:
    return all(token.kind == "N" for token in segment)


def _segments(tokens: Sequence[Token], last: bool) -> Iterator[list[Token]]:
    """Cuts at separators, and after each "not" if the language puts it last."""
    segment: list[Token] = []
    for token in tokens:
        if token.kind not in ",;":
            segment.append(token)
        if segment and (token.kind in ",;" or (last and token.kind == "N")):
            yield segment
            segment = []
    if segment:
        yield segment


def _take(part: Sequence[Token], denied: bool, said: _Said) -> None:
    before = ""
    for token in part:
        # "weekdays except Fridays at 9": the hour belongs to the weekdays, which were said before.
        kept = token.kind == "H" and before in ("D", "G") and bool(said.days)
        if denied and before in ("D", "G") and token.kind == "H" and not kept:
            raise NotTimesError
        _take_one(token, denied and not kept, said)
        before = token.kind


def _take_one(token: Token, denied: bool, said: _Said) -> None:
    match token.kind, denied:
        case "D", False:
            said.days.append(token.value)
        case "D", True:
            said.not_on |= set(token.value[0])
        case "H", False:
            said.hours.append(token.value)
        case "H", True:
            said.quiet.append(token.value)
        case "j", False:
            said.every.add(token.value)
        case "G", True:
            said.off += token.value
        case "&", _:
            pass
        case _:
            raise NotTimesError


def _times(said: _Said, today: date) -> Times:
    if len(said.every) > 1:
        said.every.discard(1)
    if len(said.every) > 1 or len(set(said.hours)) > 1:
        raise NotTimesError
    every = next(iter(said.every), None)
    if every is not None and not 1 <= every <= MOST_WEEKS:
        raise NotTimesError
    days = _days(said)
    if days is not None and not days:
        raise NotTimesError
    times = Times(
        days=days,
        every=every,
        window=window_of(said.hours[0]) if said.hours else None,
        not_on=tuple(day for day in WEEKDAYS if day in said.not_on),
        off=days_off(said.off, today),
        quiet=quiet_of(list(dict.fromkeys(said.quiet))),
    )
    if times == Times() or (times == Times(days=times.days) and said.days[0][1]):
        raise NotTimesError
    return times


def _days(said: _Said) -> tuple[str, ...] | None:
    """The named days without those to leave out.

    A group ("every morning") gives way to named days.
    """
    named = [days for days, single in said.days if single is not None]
    chosen = named or [days for days, _ in said.days]
    if not chosen:
        return None
    wanted = {day for days in chosen for day in days} - said.not_on
    return tuple(day for day in WEEKDAYS if day in wanted)
