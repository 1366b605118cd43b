"""Makes meanings from words: one function for each pattern of `times_grammar`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.domain.days_off import WEEKDAYS
from bot.understand.times.hours import ClockTime, Hours
from bot.understand.times.parts import DayPart
from bot.understand.times.table import NotTimesError, Token

Found = list[Token]
Made = Callable[[Found], Found]


def kinds_of(tokens: Sequence[Token]) -> str:
    return "".join(token.kind for token in tokens)


def only(found: Found, kinds: str) -> Found:
    return [token for token in found if token.kind in kinds]


def nothing(_: Found) -> Found:
    return []


def one_break(found: Found) -> Found:
    """Turns ", but" into "but", and ", and" into "and"."""
    return [max(found, key=lambda token: ",&;".index(token.kind))]


def weeks(found: Found) -> Found:
    """Reads "every two weeks" and "every fourteen days". Whole weeks only."""
    count = int(only(found, "nv")[0].value)
    if unit := only(found, "i"):
        return [Token("j", count * int(unit[0].value))]
    whole = {15: 14}.get(count, count)
    if whole % 7:
        raise NotTimesError
    return [Token("j", whole // 7)]


def unit(found: Found) -> Found:
    return [Token("j", only(found, "i")[0].value)]


def nth(found: Found) -> Found:
    """Reads "every other Tuesday".

    "every first Tuesday" is monthly, which no number of weeks is.
    """
    count = int(only(found, "nv")[0].value)
    if count < 2:
        raise NotTimesError
    return [Token("j", count)]


def each(_: Found) -> Found:
    return [Token("j", 1)]


def each_part(found: Found) -> Found:
    return [Token("j", 1), Token("D", (WEEKDAYS, None))]


def on_and_off(found: Found) -> Found:
    """Reads "un martes sí y otro no" as every second week."""
    named = only(found, "wW")
    if len({day.value for day in named}) > 1:
        raise NotTimesError
    return [Token("j", 2), *named[:1]]


def dates(found: Found) -> Found:
    """Gives a day its month. In "20 to 24 December" both days get it."""
    month = int(only(found, "M")[0].value)
    years = only(found, "Y")
    year = int(years[0].value) if years else None
    return [
        Token("y", (int(token.value), month, year)) if token.kind == "n" else token
        for token in found
        if token.kind in "nT"
    ]


def same_month(found: Found) -> Found:
    """Reads "24 and 31 December": the first day is in the month of the second."""
    _, month, year = found[-1].value
    return [Token("y", (int(found[0].value), month, year)), *found[1:]]


def day_after(found: Found) -> Found:
    """Reads "24/12-26": the second day is in the month of the first."""
    _, month, year = found[0].value
    return [found[0], found[1], Token("y", (int(found[2].value), month, year))]


def clock(found: Found) -> Found:
    """Reads "14 Uhr 30", "9時半", "half past 9", "9 y media"."""
    hour, *minutes = only(found, "nv")
    minute = int(minutes[0].value) if minutes else 0
    leading = isinstance(hour.value, str) and hour.value.startswith("0")
    clock = ClockTime.at(int(hour.value), minute, fixed=leading)
    for shift in only(found, "sp"):
        clock = clock.moved(shift.value)
    return [Token("c", clock)]


def in_half(found: Found) -> Found:
    """Reads "8 pm", "8 in the evening", "午後2時"."""
    half = only(found, "aoP")[0].value
    return [
        Token("c", _within(at(token), half)) if token.kind in "cnv" else token
        for token in found
        if token.kind not in "aoP"
    ]


def _within(clock: ClockTime, half: DayPart | str) -> ClockTime:
    return clock.in_part(half) if isinstance(half, DayPart) else clock.in_half(half)


def digits(found: Found) -> Found:
    """Reads "1730" as 17:30."""
    hour, minute = divmod(int(only(found, "Y")[0].value), 100)
    return [Token("c", ClockTime.at(hour, minute, fixed=True))]


def at(token: Token) -> ClockTime:
    if isinstance(token.value, ClockTime):
        return token.value
    leading = isinstance(token.value, str) and token.value.startswith("0")
    return ClockTime.at(int(token.value), fixed=leading)


def hours(how: str) -> Made:
    def made(found: Found) -> Found:
        clocks = [at(token) for token in only(found, "cnv")]
        second = clocks[1] if len(clocks) > 1 else None
        bare = how == "between" and set(kinds_of(found)) <= set("nvT")
        return [Token("H", Hours(how, clocks[0], second, bare=bare))]

    return made


def part(found: Found) -> Found:
    return [Token("H", Hours("part", part=found[-1].value))]


def run(found: Found) -> Found:
    """Reads "Monday to Friday", also across the end of a week."""
    first, last = (WEEKDAYS.index(day.value) for day in only(found, "wW"))
    length = (last - first) % 7 + 1
    return [Token("g", tuple(WEEKDAYS[(first + n) % 7] for n in range(length)))]


def days(found: Found) -> Found:
    """Makes days in week order.

    Also notes whether only one was named, which may be a date's weekday.
    """
    named = only(found, "wWg")
    chosen: set[str] = set()
    for token in named:
        chosen |= set(token.value) if token.kind == "g" else {token.value}
    single = kinds_of(found) in ("w", "@w")
    return [Token("D", (tuple(day for day in WEEKDAYS if day in chosen), single))]


def off(found: Found) -> Found:
    days = only(found, "y")
    return [Token("G", [(days[0].value, days[-1].value)])]


def offs(found: Found) -> Found:
    return [Token("G", [span for token in only(found, "G") for span in token.value])]
