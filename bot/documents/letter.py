"""A letter to oneself: everything that a client kept, week by week, to read and to print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from bot.chat import Document
from bot.domain.wall_time import local_date
from bot.domain.words import Words
from bot.text import Catalogue

LETTER = "handrail-letter-to-myself.html"


@dataclass(frozen=True, slots=True)
class LetterEntry:
    """One thing that was kept at a moment (UTC): what it is or was asked, and the words."""

    at: datetime
    label: str
    words: Words


def letter_to_oneself(
    say: Catalogue, entries: Sequence[LetterEntry], zone: str, now: datetime
) -> Document:
    """Makes the letter as one HTML file that loads nothing else. `zone` is IANA.

    Weeks begin on Monday. A week without an entry is not there: nothing marks a gap.
    """
    weeks = [
        {
            "heading": say("letter-week", day=say.full_day(monday)),
            "entries": _shown(say, some, zone),
        }
        for monday, some in _by_week(entries, zone)
    ]
    text = _template().render(
        language=say.language,
        title=say("letter-title"),
        intro=[
            say("letter-intro", day=say.full_day(local_date(now, zone))),
            say("organisation-may-read"),
        ],
        weeks=weeks,
    )
    page = Words(text.encode("utf-8", "xmlcharrefreplace").decode())
    return Document(LETTER, say("letter-label"), "text/html", page)


def _by_week(entries: Iterable[LetterEntry], zone: str) -> list[tuple[date, list[LetterEntry]]]:
    """The entries of each week, oldest first, by the week's Monday."""
    weeks: dict[date, list[LetterEntry]] = {}
    for entry in sorted(entries, key=lambda one: one.at):
        day = local_date(entry.at, zone)
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(entry)
    return sorted(weeks.items())


def _shown(say: Catalogue, entries: Iterable[LetterEntry], zone: str) -> list[dict[str, str]]:
    return [{"label": _label(say, one, zone), "words": one.words.text} for one in entries]


def _label(say: Catalogue, entry: LetterEntry, zone: str) -> str:
    day = say.day_alone(local_date(entry.at, zone))
    return f"{day} · {entry.label}" if entry.label else day


@cache
def _template() -> Template:
    shapes = Environment(
        loader=PackageLoader("bot.documents", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return shapes.get_template("letter.html.j2")
