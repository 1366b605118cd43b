"""Contacts for help: an organisation's own first, then public lines by country.

`contacts.toml` has the public ones, and says what was checked and when.
"""

from __future__ import annotations

import tomllib
from datetime import time
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal, get_args

from babel.core import get_global
from pydantic import BaseModel, ConfigDict, Field, ValidationError

EMERGENCY = "112"
# The page that lists helplines of every country.
ANYWHERE = "findahelpline.com"
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = get_args(Day)
# What a helpline is for: any distress, or violence at home.
About = Literal["distress", "home"]


class OpenHours(BaseModel):
    """Hours on each day from `first` to `last`, in local time of the line's country.

    It ends on the next day where `to` is not after `since`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    first: Day = "mon"
    last: Day = "sun"
    since: time = Field(alias="from")
    to: time

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day; 0 is Monday."""
        return DAYS.index(self.first), DAYS.index(self.last)


class Contact(BaseModel):
    """A helpline. If both `open` and `hours` are empty, no hours are said.

    `open` holds its hours for any language, in local time of its country. `hours` is free text,
    for an organisation's own contacts; it is shown as it is.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, max_length=120)
    phone: str = Field(min_length=1, max_length=60)
    about: About = "distress"
    open: tuple[OpenHours, ...] = Field(default=(), max_length=4)
    hours: str = Field(default="", max_length=120)


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    contacts: tuple[Contact, ...] = Field(min_length=1, max_length=20)


def public_contacts(country: str | None) -> tuple[Contact, ...]:
    """The public helplines of a country (ISO 3166, two letters). Empty for an unknown country."""
    found = _public().get(country or "", {})
    return tuple(Contact(**one) for one in found.get("lines", ()))


def emergency_number(country: str | None) -> str:
    """The emergency number of a country; 112 for an unknown country."""
    return str(_public().get(country or "", {}).get("emergency", EMERGENCY))


@cache
def own_contacts(path: Path) -> tuple[Contact, ...]:
    """Reads an organisation's own contacts.

    Raises ValueError with one sentence for a faulty file.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return _File(**table).contacts
    except OSError as problem:
        raise ValueError(f"{path.name}: cannot be read ({type(problem).__name__}).") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise ValueError(f"{path.name}: is not a TOML file.") from None
    except (ValidationError, TypeError):
        sentence = "needs [[contacts]], each with a name and a phone, and perhaps hours."
        raise ValueError(f"{path.name}: {sentence}") from None


def country_of(zone: str | None) -> str | None:
    """The country of an IANA zone, by CLDR. None if it has none."""
    # Browsers and chats also send older names, such as Asia/Saigon.
    name = get_global("zone_aliases").get(zone or "", zone or "")
    found = get_global("zone_territories").get(name)
    return found if found and found in _public() else None


def known_countries() -> tuple[str, ...]:
    return tuple(sorted(_public()))


@cache
def _public() -> dict[str, Any]:
    file = resources.files("bot") / "contacts.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
