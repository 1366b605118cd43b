"""Every country offered has people for adults in distress, and for violence at home, with hours."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from bot.chat import Text
from bot.contacts import ANYWHERE, Contact, OpenHours, country_of, known_countries, public_contacts
from bot.messages import crisis as say_crisis
from bot.text import catalogue, languages

# Where people live who speak one of the seven languages, by a zone as browsers and chats name it.
OFFERED = {
    "US": "America/New_York",
    "GB": "Europe/London",
    "IE": "Europe/Dublin",
    "CA": "America/Toronto",
    "AU": "Australia/Sydney",
    "NZ": "Pacific/Auckland",
    "IN": "Asia/Calcutta",
    "DE": "Europe/Berlin",
    "AT": "Europe/Vienna",
    "CH": "Europe/Zurich",
    "ES": "Europe/Madrid",
    "MX": "America/Mexico_City",
    "AR": "America/Buenos_Aires",
    "CO": "America/Bogota",
    "CL": "America/Santiago",
    "PE": "America/Lima",
    "FR": "Europe/Paris",
    "BE": "Europe/Brussels",
    "LU": "Europe/Luxembourg",
    "JP": "Asia/Tokyo",
    "PT": "Europe/Lisbon",
    "BR": "America/Sao_Paulo",
    "VN": "Asia/Saigon",
}
# No line for violence at home answers in the whole country.
NONE_AT_HOME = {"CA"}
# Public lines that are for children only.
FOR_CHILDREN = {("VN", "111"), ("DE", "116 111"), ("PT", "116 111"), ("FR", "119")}
FILE = resources.files("bot") / "contacts.toml"


@pytest.mark.parametrize(("country", "zone"), OFFERED.items())
def test_each_country_is_found_by_its_zone(country: str, zone: str) -> None:
    assert country_of(zone) == country


@pytest.mark.parametrize("country", known_countries())
def test_each_country_has_a_line_for_adults_and_one_for_violence_at_home(country: str) -> None:
    lines = public_contacts(country)
    assert any(line.about == "distress" for line in lines)
    assert any(line.about == "home" for line in lines) is (country not in NONE_AT_HOME)
    assert not {(country, line.phone) for line in lines} & FOR_CHILDREN


def test_the_file_says_of_each_line_who_publishes_it_and_what_was_compared() -> None:
    text = FILE.read_text(encoding="utf-8").splitlines()
    lines = [number for number, line in enumerate(text) if re.fullmatch(r"\[\[..\.lines\]\]", line)]
    told = re.compile(r"# .+: (not |number )?compared(, .+)?")
    assert len(lines) > 2 * len(known_countries()) - 2
    assert [text[n] for n in lines if not told.fullmatch(text[n - 1])] == []


@pytest.mark.parametrize("language", languages())
def test_hours_are_said_in_the_language_of_the_person(language: str) -> None:
    say = catalogue(language)
    weekdays = OpenHours.model_validate({"last": "fri", "from": "09:00", "to": "17:00"})
    daily = OpenHours.model_validate({"from": "12:00", "to": "20:00"})
    people = [
        Contact(name="Weekdays", phone="1", open=(weekdays,)),
        Contact(name="Daily", phone="2", open=(daily,)),
        Contact(name="Own", phone="3", hours="ask Ada"),
        Contact(name="Always", phone="4", about="home"),
    ]
    texts = _texts(say_crisis.contacts(say, people, "112", None, rests=False).blocks)
    assert any(say.weekday(0) in text and say.weekday(4) in text for text in texts)
    assert any("Daily" in text and say.weekday(0) not in text for text in texts)
    assert any("ask Ada" in text for text in texts)
    always = next(number for number, text in enumerate(texts) if "Always" in text)
    assert texts[always - 1] == say("crisis-home")


@pytest.mark.parametrize("language", languages())
def test_one_line_names_a_few_and_the_page_for_every_country(language: str) -> None:
    say = catalogue(language)
    home = Contact(name="Home", phone="9", about="home")
    people = [*(Contact(name=f"N{n}", phone=str(n)) for n in range(4)), home, home]
    (quiet,) = _texts(say_crisis.quiet_line(say, people, "112").blocks)
    (still,) = _texts(say_crisis.still(say, people, "112", rests=True).blocks)
    for text in (quiet, still):
        assert all(part in text for part in ("N0", "N1", "Home", ANYWHERE, "112"))
        assert "N2" not in text
    (nobody,) = _texts(say_crisis.quiet_line(say, [], "112").blocks)
    assert ANYWHERE in nobody


def test_a_line_for_both_is_named_once_in_one_line() -> None:
    line = say_crisis.quiet_line(catalogue("de"), public_contacts("CH"), "112")
    (swiss,) = _texts(line.blocks)
    assert swiss.count("143") == 1


def _texts(blocks: object) -> list[str]:
    assert isinstance(blocks, tuple)
    return [block.text for block in blocks if isinstance(block, Text)]
