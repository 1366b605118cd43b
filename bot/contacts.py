"""Contacts for help: an organisation's own first, then public lines by country.

`contacts.toml` has the public ones, and says what was checked and when.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from babel.core import get_global
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.domain.policy.helpline import DAYS as DAYS
from bot.domain.policy.helpline import About as About
from bot.domain.policy.helpline import Contact as Contact
from bot.domain.policy.helpline import Day as Day
from bot.domain.policy.helpline import OpenHours as OpenHours
from bot.domain.shown.printable import clean
from bot.environment.small_toml import UnreadableTomlError, read_small_toml
from bot.settings import Settings

EMERGENCY = "112"
# The page that lists helplines of every country.
ANYWHERE = "findahelpline.com"


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


def contacts_of(settings: Settings) -> tuple[Contact, ...]:
    """The organisation's own contacts: those of its policy, or else those of its own file."""
    if settings.policy is not None:
        return settings.policy.contacts
    return own_contacts(settings.contacts) if settings.contacts else ()


@cache
def own_contacts(path: Path) -> tuple[Contact, ...]:
    """Reads an organisation's own contacts.

    Raises ValueError with one sentence for a faulty file.
    """
    try:
        return _File.model_validate(read_small_toml(path).table).contacts
    except ValidationError:
        sentence = "needs [[contacts]], each with a name and a phone, and perhaps hours: one line."
    except UnreadableTomlError as wrong:
        at = "" if wrong.line is None else f"line {wrong.line}: "
        sentence = f"{at}{wrong.sentence}"
    except (ArithmeticError, RecursionError, MemoryError) as wrong:
        sentence = f"holds a value that cannot be read ({type(wrong).__name__})."
    raise ValueError(f"{clean(path.name)}: {sentence}")


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
