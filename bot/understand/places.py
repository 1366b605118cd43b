"""Reads a place as people type it: a city or a country in seven languages, or an IANA zone.

The names come from CLDR (Babel) and from GeoNames, through
`tests/understand_places/make_cities.py`. The file is read once, when it is first needed.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from functools import cache
from importlib import resources

from bot.domain.limits import PLACE
from bot.domain.wall_time import find_zone
from bot.domain.words import normal

FILE = "cities.txt.gz"
UNCLEAR = "?"


def read_place(text: str) -> str | None:
    """The IANA zone of a place, or None if it is unknown or several places may be meant.

    It takes names in all languages of the bot at once, for people live where they do not speak the
    language. A country with several clocks is None. A bare offset names no zone.
    """
    typed = text.strip()
    if len(typed) > PLACE.characters or not typed.isprintable():
        return None
    if "/" in typed:
        return find_zone(typed)
    key = place_key(typed).removesuffix(" time").removeprefix("the ")
    found = _listed(f"={typed}") or _listed(key)
    if found is None:
        return find_zone(typed)
    return None if found == UNCLEAR else found


def place_key(name: str) -> str:
    """The form in which names of places are compared: no accents, marks or capitals."""
    spread = normal("NFKD", name.casefold().replace("đ", "d").replace("ß", "ss"))
    kept = (s for s in spread if not unicodedata.combining(s) or s in "\u3099\u309a")
    bare = normal("NFC", "".join(kept))
    return " ".join(re.sub(r"[^\w]|_", " ", re.sub(r"[’'`ʼ‘.]", "", bare)).split())


def _listed(key: str) -> str | None:
    """The zone of a key of the file, UNCLEAR, or None if the file does not have it."""
    table = _file()
    start = table.find(f"\n{key}\t".encode())
    if start < 0:
        return None
    value = table.index(b"\t", start) + 1
    return table[value : table.index(b"\n", value)].decode()


@cache
def _file() -> bytes:
    return gzip.decompress((resources.files("bot.understand") / FILE).read_bytes())
