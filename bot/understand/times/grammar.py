"""Turns words into meanings with patterns over the kinds of words that are next to each other.

`times_table` lists the kinds. At the end only these remain: days (D), a rhythm in weeks (j), hours
(H), days off (G), "not" (N) and separators.
"""

from __future__ import annotations

import re

from bot.understand.times import made
from bot.understand.times.made import Found, Made, kinds_of
from bot.understand.times.table import NotTimesError


def understood(tokens: Found, last: bool) -> Found:
    """Finds the meanings in a line. `last` is True if a part of the day comes before its hour.

    Raises NotTimesError or NotHoursError if a part makes no sense.
    """
    kinds = kinds_of(tokens)
    parts = _PARTS_FIRST if last else _PARTS_AROUND
    for pattern, make in (*_RHYTHMS, *_DATES, *_CLOCKS, *parts, *_HOURS, *_DAYS, *_OFF):
        # Most patterns are in none of the lines.
        if pattern.search(kinds):
            tokens = _rewritten(tokens, kinds, pattern, make)
            kinds = kinds_of(tokens)
    if set(kinds) - set("DjHGN&,;"):
        raise NotTimesError
    return tokens


def _rewritten(tokens: Found, kinds: str, pattern: re.Pattern[str], make: Made) -> Found:
    result: Found = []
    done = 0
    for match in pattern.finditer(kinds):
        result += tokens[done : match.start()]
        result += make(tokens[match.start() : match.end()])
        done = match.end()
    return result + tokens[done:]


def _rules(*rules: tuple[str, Made]) -> tuple[tuple[re.Pattern[str], Made], ...]:
    return tuple((re.compile(pattern), make) for pattern, make in rules)


_RHYTHMS = _rules(
    (r"[&,]*;[&,;]*|[&,]*&[&,]*|,,+", made.one_break),
    (r"I(?=.*N)", made.nothing),
    (r"r(?![wWg])", made.nothing),
    (r"r?[wWi]S[&,;]*r?[wW]?N", made.on_and_off),
    (r"1?e[nv][iu]1?|1?[nv][iu](?:E1?|1)|[nv][Td@][nv]u", made.weeks),
    (r"1?ei1?|1i|i1|iE", made.unit),
    (r"e[nv](?=[dr]?[wWg])", made.nth),
    (r"e(?=[dr]?[wWg])", made.each),
    (r"e(?=P)", made.each_part),
)
_DATES = _rules(
    (r"nTnd?M(?:[dv]?Y)?|MnTn(?!d?M)", made.dates),
    (r"nd?M(?:[dv]?Y)?", made.dates),
    (r"Mn(?:,?Y)?", made.dates),
    (r"(?<![@ABRTfd])n[&,]{1,2}y", made.same_month),
    (r"y[TF]n(?![hasmiM])", made.day_after),
)
_CLOCKS = _rules(
    (r"p[nv]h?", made.clock),
    (r"[nv]h(?:s|nm?(?![hiuM]))?", made.clock),
    (r"[nv]s", made.clock),
    (r"(?<=@)Yh?|Yh", made.digits),
    (r"(?<=c)h", made.nothing),
    (r"o[cnv]|[cnv]a", made.in_half),
)
_PARTS_FIRST = _rules((r"P[cnv]", made.in_half), (r"[dr](?=[PHjD])", made.nothing))
_PARTS_AROUND = _rules(
    (r"[cnv]d?P", made.in_half),
    (r"P(?:[@rdf]*[wWg](?:[&,]?r?[wW])*)?[,fB@ARd]*[cnv]", made.in_half),
)
_HOURS = _rules(
    (r"B[fd@]?[cnv][&T@][fd@]?[cnv]", made.hours("between")),
    (r"[fd@]?[cnv][T@F]@?[cnv][UK]?", made.hours("between")),
    (r"[cnv]&[cnv]K", made.hours("between")),
    (r"A[fd@]?[cnv]|(?:f|F)[cnv]|[cnv]Z|cF", made.hours("after")),
    (r"R[fd@]?[cnv]|[cnv]V|cU", made.hours("before")),
    (r"@[cnv]|c", made.hours("at")),
    (r"@?P", made.part),
)
_DAYS = _rules(
    (r"B[wW]&[wW]|[fd]?[wW][TF@][wW]U?", made.run),
    (r"(?:[@dr]*[wWg])(?:&?[fd@r]*[wWg]|(?<=[wW]),[fd@r]*[wW])*", made.days),
)
_OFF = _rules(
    (r"By&y|[fd]?y[T@F]f?yU?|y", made.off),
    (r"G(?:[&,]+G)+", made.offs),
    (r"[@dr]+", made.nothing),
)
