"""From words to meanings: what stands next to what, as patterns over the kinds of words.

The kinds are listed in `times_words`. What remains in the end are days (D), a rhythm in weeks (j),
hours (H), days off (G), "not" (N) and what separates them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bot.domain.rhythm import WEEKDAYS
from bot.understand.times_hours import Clock, Hours, Part
from bot.understand.times_words import NotTimesError, Token

Found = list[Token]
Made = Callable[[Found], Found]


def understood(tokens: Found, last: bool) -> Found:
    """The meanings in a line. `last` is set where a part of the day comes before its hour.

    Raises NotTimesError or NotHoursError where something makes no sense.
    """
    parts = _PARTS_FIRST if last else _PARTS_AROUND
    for pattern, made in (*_RHYTHMS, *_DATES, *_CLOCKS, *parts, *_HOURS, *_DAYS, *_OFF):
        tokens = _rewritten(tokens, pattern, made)
    if set(_kinds(tokens)) - set("DjHGN&,;"):
        raise NotTimesError
    return tokens


def _kinds(tokens: Sequence[Token]) -> str:
    return "".join(token.kind for token in tokens)


def _rewritten(tokens: Found, pattern: re.Pattern[str], made: Made) -> Found:
    result: Found = []
    done = 0
    for match in pattern.finditer(_kinds(tokens)):
        result += tokens[done : match.start()]
        result += made(tokens[match.start() : match.end()])
        done = match.end()
    return result + tokens[done:]


def _of(found: Found, kinds: str) -> Found:
    return [token for token in found if token.kind in kinds]


def _none(_: Found) -> Found:
    return []


def _one_break(found: Found) -> Found:
    """ ", but" is "but", and ", and" is "and"."""
    return [max(found, key=lambda token: ",&;".index(token.kind))]


def _weeks(found: Found) -> Found:
    """ "every two weeks", "every fourteen days": whole weeks only."""
    count = int(_of(found, "nv")[0].value)
    if unit := _of(found, "i"):
        return [Token("j", count * int(unit[0].value))]
    whole = {15: 14}.get(count, count)
    if whole % 7:
        raise NotTimesError
    return [Token("j", whole // 7)]


def _unit(found: Found) -> Found:
    return [Token("j", _of(found, "i")[0].value)]


def _nth(found: Found) -> Found:
    """ "every other Tuesday"; "every first Tuesday" is of a month, which no number of weeks is."""
    count = int(_of(found, "nv")[0].value)
    if count < 2:
        raise NotTimesError
    return [Token("j", count)]


def _each(_: Found) -> Found:
    return [Token("j", 1)]


def _each_part(found: Found) -> Found:
    return [Token("j", 1), Token("D", (WEEKDAYS, None))]


def _on_and_off(found: Found) -> Found:
    """ "un martes sí y otro no": every second week."""
    named = _of(found, "wW")
    if len({day.value for day in named}) > 1:
        raise NotTimesError
    return [Token("j", 2), *named[:1]]


def _date(found: Found) -> Found:
    """A day with its month; of "20 to 24 December" both days get it."""
    month = int(_of(found, "M")[0].value)
    years = _of(found, "Y")
    year = int(years[0].value) if years else None
    return [
        Token("y", (int(token.value), month, year)) if token.kind == "n" else token
        for token in found
        if token.kind in "nT"
    ]


def _same_month(found: Found) -> Found:
    """ "24 and 31 December": the first day is in the month of the second."""
    _, month, year = found[-1].value
    return [Token("y", (int(found[0].value), month, year)), *found[1:]]


def _day_after(found: Found) -> Found:
    """ "24/12-26": the second day is in the month of the first."""
    _, month, year = found[0].value
    return [found[0], found[1], Token("y", (int(found[2].value), month, year))]


def _clock(found: Found) -> Found:
    """ "14 Uhr 30", "9時半", "half past 9", "9 y media"."""
    hour, *minutes = _of(found, "nv")
    minute = int(minutes[0].value) if minutes else 0
    leading = isinstance(hour.value, str) and hour.value.startswith("0")
    clock = Clock.at(int(hour.value), minute, fixed=leading)
    for shift in _of(found, "sp"):
        clock = clock.moved(shift.value)
    return [Token("c", clock)]


def _half(found: Found) -> Found:
    """ "8 pm", "8 in the evening", "午後2時"."""
    half = _of(found, "aoP")[0].value
    half = half.half if isinstance(half, Part) else half
    return [
        Token("c", _at(token).in_half(half)) if token.kind in "cnv" else token
        for token in found
        if token.kind not in "aoP"
    ]


def _at(token: Token) -> Clock:
    if isinstance(token.value, Clock):
        return token.value
    leading = isinstance(token.value, str) and token.value.startswith("0")
    return Clock.at(int(token.value), fixed=leading)


def _hours(how: str) -> Made:
    def made(found: Found) -> Found:
        clocks = [_at(token) for token in _of(found, "cnv")]
        second = clocks[1] if len(clocks) > 1 else None
        bare = how == "between" and set(_kinds(found)) <= set("nvT")
        return [Token("H", Hours(how, clocks[0], second, bare=bare))]

    return made


def _part(found: Found) -> Found:
    return [Token("H", Hours("part", part=found[-1].value))]


def _run(found: Found) -> Found:
    """ "Monday to Friday", also over the end of a week."""
    first, last = (WEEKDAYS.index(day.value) for day in _of(found, "wW"))
    length = (last - first) % 7 + 1
    return [Token("g", tuple(WEEKDAYS[(first + n) % 7] for n in range(length)))]


def _days(found: Found) -> Found:
    """Days in week order, and whether only one of them was named, perhaps just a date."""
    named = _of(found, "wWg")
    chosen: set[str] = set()
    for token in named:
        chosen |= set(token.value) if token.kind == "g" else {token.value}
    single = _kinds(found) in ("w", "@w")
    return [Token("D", (tuple(day for day in WEEKDAYS if day in chosen), single))]


def _off(found: Found) -> Found:
    days = _of(found, "y")
    return [Token("G", [(days[0].value, days[-1].value)])]


def _offs(found: Found) -> Found:
    return [Token("G", [span for token in _of(found, "G") for span in token.value])]


def _rules(*rules: tuple[str, Made]) -> tuple[tuple[re.Pattern[str], Made], ...]:
    return tuple((re.compile(pattern), made) for pattern, made in rules)


_RHYTHMS = _rules(
    (r"[&,]*;[&,;]*|[&,]*&[&,]*|,,+", _one_break),
    (r"I(?=.*N)", _none),
    (r"r(?![wWg])", _none),
    (r"r?[wWi]S[&,;]*r?[wW]?N", _on_and_off),
    (r"1?e[nv][iu]1?|1?[nv][iu](?:E1?|1)|[nv][Td@][nv]u", _weeks),
    (r"1?ei1?|1i|i1|iE", _unit),
    (r"e[nv](?=[dr]?[wWg])", _nth),
    (r"e(?=[dr]?[wWg])", _each),
    (r"e(?=P)", _each_part),
)
_DATES = _rules(
    (r"nTnd?M(?:[dv]?Y)?|MnTn(?!d?M)", _date),
    (r"nd?M(?:[dv]?Y)?", _date),
    (r"Mn(?:,?Y)?", _date),
    (r"(?<![@ABRTfd])n[&,]{1,2}y", _same_month),
    (r"y[TF]n(?![hasmiM])", _day_after),
)
_CLOCKS = _rules(
    (r"p[nv]h?", _clock),
    (r"[nv]h(?:s|nm?(?![hiuM]))?", _clock),
    (r"[nv]s", _clock),
    (r"(?<=c)h", _none),
    (r"o[cnv]|[cnv]a", _half),
)
_PARTS_FIRST = _rules((r"P[cnv]", _half), (r"[dr](?=[PHjD])", _none))
_PARTS_AROUND = _rules((r"[cnv]d?P", _half), (r"P[,fB@ARd]*[cnv]", _half))
_HOURS = _rules(
    (r"B[fd@]?[cnv][&T@][fd@]?[cnv]", _hours("between")),
    (r"[fd@]?[cnv][T@F]@?[cnv][UK]?", _hours("between")),
    (r"[cnv]&[cnv]K", _hours("between")),
    (r"A[fd@]?[cnv]|(?:f|F)[cnv]|[cnv]Z|cF", _hours("after")),
    (r"R[fd@]?[cnv]|[cnv]V|cU", _hours("before")),
    (r"@[cnv]|c", _hours("at")),
    (r"@?P", _part),
)
_DAYS = _rules(
    (r"B[wW]&[wW]|[fd]?[wW][TF@][wW]U?", _run),
    (r"(?:[@dr]*[wWg])(?:&?[fd@r]*[wWg]|(?<=[wW]),[fd@r]*[wW])*", _days),
)
_OFF = _rules(
    (r"By&y|[fd]?y[T@F]f?yU?|y", _off),
    (r"G(?:[&,]+G)+", _offs),
    (r"[@dr]+", _none),
)
