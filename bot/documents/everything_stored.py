"""The files of everything that is stored about one person: one to read, one for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from bot.chat import Document
from bot.domain.purposes import PURPOSES, Purpose
from bot.domain.words import Words
from bot.ports import StoredValue
from bot.text import Catalogue

Stored = Mapping[str, Sequence[Mapping[str, StoredValue]]]
NAME = "handrail-what-i-hold"
HTML, JSON = f"{NAME}.html", f"{NAME}.json"
FILES = (HTML, JSON)
FORMAT = "handrail-holding-1"
FIRST = ("words", "mark", "when_words", "then_words", "heading", "body", "name")
LAST = ("hash", "previous", "wording_hash", "id")
WRITTEN_AS_LISTS = ("address", "dialogue", "pause", "choices", "more", "card", "said", "line")
EMPTY = (None, Words("{}"))
CODE_WORDS = ("state", "mark")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value on the page. `look` is "words", "small" or nothing."""

    label: str
    text: str
    look: str


def stored_papers(
    say: Catalogue, stored: Stored, zone: str, now: datetime
) -> tuple[Document, Document]:
    """Makes a page for people (HTML) and the same as JSON. `zone` is IANA; JSON times are UTC."""
    page, data = _page(say, stored, zone, now), _data(stored, now)
    return (
        Document(HTML, say("held-html-label"), "text/html", page),
        Document(JSON, say("held-json-label"), "application/json", data),
    )


def _data(stored: Stored, now: datetime) -> Words:
    tables = {
        table: [{name: _plain(value) for name, value in row.items()} for row in rows]
        for table, rows in stored.items()
    }
    made = {"format": FORMAT, "made_at": now.isoformat(), "held": tables}
    text = json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True)
    # A person can send half of a surrogate pair. It is no UTF-8, so JSON escapes it.
    return Words(text.encode("utf-8", "backslashreplace").decode())


def _plain(value: StoredValue) -> object:
    match value:
        case Words(text):
            return text
        case datetime() | date() | time():
            return value.isoformat()
        case tuple():
            return list(value)
    return value


def _page(say: Catalogue, stored: Stored, zone: str, now: datetime) -> Words:
    sections = [
        {
            "heading": say(f"held-{_dashed(table)}"),
            "rows": [_cells(say, row, zone) for row in rows],
        }
        for table, rows in stored.items()
    ]
    text = _template().render(
        language=say.language,
        title=say("held-title"),
        intro=say("held-intro", day=say.moment(now, zone), zone=zone),
        nothing=say("held-nothing"),
        sections=sections,
    )
    return Words(text.encode("utf-8", "xmlcharrefreplace").decode())


def _cells(say: Catalogue, row: Mapping[str, StoredValue], zone: str) -> list[Cell]:
    """Puts a person's own words first and fingerprints last, and leaves out empty values."""
    names = [name for name, value in row.items() if value not in EMPTY]
    ordered = sorted(names, key=lambda name: (name not in FIRST, name in LAST))
    return [
        Cell(
            say(f"held-col-{_dashed(name)}"),
            _read(say, name, row[name], zone),
            _look(name, row[name]),
        )
        for name in ordered
    ]


def _read(say: Catalogue, name: str, value: StoredValue, zone: str) -> str:
    match value:
        case Words(text) if name in WRITTEN_AS_LISTS:
            return " · ".join(_leaves(json.loads(text)))
        case Words(text) if name not in CODE_WORDS:
            return text
        case Words(code):
            return _in_words(say, f"held-value-{_dashed(code)}", code)
        case StrEnum():
            return _in_words(say, key_of(value), value.value)
        case bool():
            return say("held-yes" if value else "held-no")
        case datetime():
            local = value.astimezone(ZoneInfo(zone))
            return f"{say.full_day(local.date())}, {say.hour(local.time())}"
        case date():
            return say.full_day(value)
        case time():
            return say.hour(value)
        case tuple():
            return say.items(value)
    return str(value)


def key_of(code: StrEnum) -> str:
    """Returns the key of the sentence that says what a stored code means."""
    return PURPOSES[code].name if isinstance(code, Purpose) else f"held-value-{_dashed(code.value)}"


def _in_words(say: Catalogue, key: str, code: str) -> str:
    """Shows a code without a sentence as it is: nothing is left out."""
    return say(key) if say.bundle.has_message(key) else code


def _leaves(value: object) -> list[str]:
    """Returns the values of nested lists in order, without empty ones."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for part in value for leaf in _leaves(part)]
    return [] if value is None else [str(value)]


def _look(name: str, value: StoredValue) -> str:
    if name in FIRST:
        return "words"
    technical = name in LAST or name.endswith("_id") or name in ("chain", "owner", "to", "digest")
    return "small" if technical and not isinstance(value, Words) else ""


def _dashed(name: str) -> str:
    return name.replace("_", "-")


@cache
def _template() -> Template:
    shapes = Environment(
        loader=PackageLoader("bot.documents", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return shapes.get_template("everything_stored.html.j2")
