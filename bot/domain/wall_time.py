"""Converts local wall time to instants (UTC), and finds the IANA zone that a person typed."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

from bot.domain.words import normal

# Etc/GMT+5 lies *west* of Greenwich, and people who type "GMT+5" or "EST" do not mean a zone
# without clock changes. These zones need their full name; otherwise the bot asks again.
_OFFSET_ONLY = re.compile(r"etc/.*|(gmt|utc)[ +-]*[0-9].*|est|mst|hst")
_NOT_PLACES = frozenset(
    {"atlantic", "center", "central", "east", "eastern", "general", "mountain", "north", "pacific"}
    | {"south", "west", "gmt", "utc", "uct", "zulu", "universal", "greenwich"}
)
_UNREAL = frozenset({"Factory", "localtime"})


def to_the_hour(at: datetime) -> datetime:
    """The start of the hour (UTC) that an aware time is in. What is only to show when something
    was is kept no more exactly than this: a microsecond finds one person among many.
    """
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def resolve(on: date, at: time, zone: str) -> datetime:
    """The instant (UTC) at which clocks in `zone` show `at` on `on`.

    A skipped time becomes the first instant after the gap. If a time comes twice, the first one
    counts. Raises ZoneInfoNotFoundError for an unknown zone.
    """
    first, second = _both(on, at, ZoneInfo(zone))
    return first if first <= second else _change(second, first, ZoneInfo(zone))


def put_back(on: date, at: time, zone: str) -> datetime | None:
    """The instant (UTC) when clocks go back, if `at` comes twice on `on` for that reason; else
    None.
    """
    first, second = _both(on, at, ZoneInfo(zone))
    return _change(first, second, ZoneInfo(zone)) if first < second else None


def local_date(at: datetime, zone: str) -> date:
    """The date in `zone` at an instant (aware)."""
    return _local_date(at if at.tzinfo is UTC else at.astimezone(UTC), ZoneInfo(zone))


@lru_cache(maxsize=4096)
def _local_date(utc: datetime, zone: ZoneInfo) -> date:
    """Cached, for many people are asked at one time.

    The key is the zone object: reloaded rules are a new one.
    """
    return utc.astimezone(zone).date()


@lru_cache(maxsize=256)
def _both(on: date, at: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Resolves the wall time with the offset before a change and the one after it.

    Mostly they are equal.
    """
    wall = datetime.combine(on, at.replace(tzinfo=None, fold=0), tzinfo=zone)
    return wall.astimezone(UTC), wall.replace(fold=1).astimezone(UTC)


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first second in (before, after] with the new offset."""
    low, high = int(before.timestamp()), -int(-after.timestamp() // 1)
    offset = _offset(low, zone)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _offset(middle, zone) == offset else (low, middle)
    return datetime.fromtimestamp(high, UTC)


def _offset(second: int, zone: ZoneInfo) -> timedelta | None:
    return datetime.fromtimestamp(second, zone).utcoffset()


def is_zone(name: str) -> bool:
    """True if `name` is an IANA time zone, spelt exactly."""
    return name in _zones()


def find_zone(text: str) -> str | None:
    """The IANA zone that `text` names in full or by its city. None unless exactly one matches.

    Case, accents, underscores and the word "time" do not matter. A bare offset names no zone.
    """
    if len(text) > 100:
        return None
    if is_zone(text.strip()) and not _OFFSET_ONLY.fullmatch(_plain(text)):
        return text.strip()
    key = _plain(text)
    return _by_name().get(key) or _by_place().get(key.removesuffix(" time"))


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones()) - _UNREAL


@cache
def _by_name() -> Mapping[str, str]:
    short = {_plain(name): name for name in sorted(_zones())}
    return {
        key: name
        for key, name in short.items()
        if key.startswith("etc/") or not _OFFSET_ONLY.fullmatch(key)
    }


@cache
def _by_place() -> Mapping[str, str]:
    candidates: defaultdict[str, set[str]] = defaultdict(set)
    for name in _zones():
        parts = _plain(name).split("/")
        if parts[0] != "etc":
            for start in range(1, len(parts)):
                candidates[" ".join(parts[start:])].add(name)
    return {
        place: max(names, key=lambda name: (name.count("/"), name))
        for place, names in candidates.items()
        if place not in _NOT_PLACES and len({_canonical(name) for name in names}) == 1
    }


def _canonical(name: str) -> str:
    aliases: Mapping[str, str] = get_global("zone_aliases")
    return aliases.get(name, name)


def _plain(text: str) -> str:
    """Lower case without accents, one space between words. Slashes and signs stay."""
    spread = normal("NFKD", text.casefold())
    bare = "".join(sign for sign in spread if not unicodedata.combining(sign))
    bare = re.sub(r"[_.,]+", " ", re.sub(r"[’'`]", "", bare))
    bare = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", bare)
    return re.sub(r"\s*/\s*", "/", " ".join(bare.split()))
