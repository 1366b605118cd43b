"""Finds the line of each key in a TOML text: the library that reads it does not tell."""

from __future__ import annotations

from collections.abc import Mapping

from bot.environment.small_toml import name_in


def lines_of(text: str) -> Mapping[str, int]:
    """The first line of each key and part, from 1, by its name with dots: "keeping.most_days".

    The text is sound TOML. Lines inside a value of several lines that look like a key may be
    among them; the line of a real key is never later than where it stands. Each sign is looked at
    a few times, whatever the text holds.
    """
    found: dict[str, int] = {}
    part = ""
    for number, line in enumerate(text.split("\n"), start=1):
        named = name_in(line)
        if named is None:
            continue
        name, is_part = named
        if is_part:
            part = name
        elif part:
            name = f"{part}.{name}"
        found.setdefault(name, number)
    return found
