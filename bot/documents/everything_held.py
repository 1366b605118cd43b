"""The file of everything that is held about one person: one to read, one for programs."""

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
from bot.domain.words import Words
from bot.ports import StoredValue as Held
from bot.text import Catalogue

Holding = Mapping[str, Sequence[Mapping[str, Held]]]
NAME = "handrail-what-i-hold"
FORMAT = "handrail-holding-1"
FIRST = ("words", "mark", "when_words", "then_words", "heading", "body", "name")
LAST = ("hash", "previous", "wording_hash", "id")
WRITTEN_AS_LISTS = ("address", "dialogue", "choices", "more", "card")
CODE_WORDS = ("state", "mark")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value on the page. `look` is "words", "small" or nothing."""

    label: str
    text: str
    look: str


def holding_papers(
    say: Catalogue, held: Holding, zone: str, now: datetime
) -> tuple[Document, Document]:
    """A page for people (HTML) and the same as JSON. `zone` is IANA; the JSON's times are UTC."""
    page, data = _page(say, held, zone, now), _data(held, now)
    return (
        Document(f"{NAME}.html", say("held-html-label"), "text/html", page),
        Document(f"{NAME}.json", say("held-json-label"), "application/json", data),
    )


def _data(held: Holding, now: datetime) -> Words:
    tables = {
        table: [{name: _plain(value) for name, value in row.items()} for row in rows]
        for table, rows in held.items()
    }
    made = {"format": FORMAT, "made_at": now.isoformat(), "held": tables}
    text = json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True)
    # Half a character, which a person can have sent, is no UTF-8; JSON has its own way to say it.
    return Words(text.encode("utf-8", "backslashreplace").decode())


def _plain(value: Held) -> object:
    match value:
        case Words(text):
            return text
        case datetime() | date() | time():
            return value.isoformat()
        case tuple():
            return list(value)
    return value


def _page(say: Catalogue, held: Holding, zone: str, now: datetime) -> Words:
    sections = [
        {
            "heading": say(f"held-{_dashed(table)}"),
            "rows": [_cells(say, row, zone) for row in rows],
        }
        for table, rows in held.items()
    ]
    text = _template().render(
        language=say.language,
        title=say("held-title"),
        intro=say("held-intro", day=say.moment(now, zone), zone=zone),
        nothing=say("held-nothing"),
        sections=sections,
    )
    return Words(text.encode("utf-8", "xmlcharrefreplace").decode())


def _cells(say: Catalogue, row: Mapping[str, Held], zone: str) -> list[Cell]:
    """A person's own words first, fingerprints last; what is empty is left out."""
    names = [name for name, value in row.items() if value is not None]
    ordered = sorted(names, key=lambda name: (name not in FIRST, name in LAST))
    return [
        Cell(
            say(f"held-col-{_dashed(name)}"),
            _read(say, name, row[name], zone),
            _look(name, row[name]),
        )
        for name in ordered
    ]


def _read(say: Catalogue, name: str, value: Held, zone: str) -> str:
    match value:
        case Words(text) if name in WRITTEN_AS_LISTS:
            return " · ".join(_leaves(json.loads(text)))
        case Words(text) if name not in CODE_WORDS:
            return text
        case Words(code) | StrEnum(value=code):
            return _plain_word(say, code)
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


def _plain_word(say: Catalogue, code: str) -> str:
    """What a stored code means. One that has no word is shown as it is: nothing is left out."""
    key = f"held-value-{_dashed(code)}"
    return say(key) if say.bundle.has_message(key) else code


def _leaves(value: object) -> list[str]:
    """Everything in nested lists, in order; what is empty is left out."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for part in value for leaf in _leaves(part)]
    return [] if value is None else [str(value)]


def _look(name: str, value: Held) -> str:
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
    return shapes.get_template("everything_held.html.j2")
