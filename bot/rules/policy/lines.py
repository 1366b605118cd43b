"""Finds the line of each key in a TOML text: the library that reads it does not tell."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HEADER = re.compile(r"\s*\[\[?\s*([\w\-. \"']+?)\s*\]\]?")
_KEY = re.compile(r"\s*([\w\-\"'.]+)\s*=")


def lines_of(text: str) -> Mapping[str, int]:
    """The first line of each key and part, from 1, by its name with dots: "keeping.most_days".

    The text is sound TOML. Lines inside a value of several lines that look like a key may be
    among them; the line of a real key is never later than where it stands.
    """
    found: dict[str, int] = {}
    part = ""
    for number, line in enumerate(text.split("\n"), start=1):
        header, key = _HEADER.match(line), _KEY.match(line)
        if header:
            part = _plain(header[1])
            found.setdefault(part, number)
        elif key:
            name = _plain(key[1])
            found.setdefault(f"{part}.{name}" if part else name, number)
    return found


def _plain(name: str) -> str:
    return name.replace(" ", "").replace('"', "").replace("'", "")
