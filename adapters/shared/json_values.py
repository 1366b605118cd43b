"""Pure: typed values out of JSON that a platform sent. The values are never guessed or repaired.

The functions with `_at` are lenient: they return an empty value where the path is missing or has
another type. The functions with `need_` raise NotUnderstoodError there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from math import isfinite
from typing import Any

from bot.domain.limits import MOST_FIELDS, MOST_RECEIVED

Json = dict[str, Any]

# The most characters of the name of a form's field.
NAME_LIMIT = 200
HINT = re.compile(r"[A-Za-z0-9_+/-]{1,64}")
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class NotUnderstoodError(ValueError):
    """A payload is not what the platform sends. The text names a field, never a value."""


class TooLongError(NotUnderstoodError):
    """A text is longer than the platform lets a person write."""


def value_at(payload: object, *path: str) -> object:
    """The value under these keys, one inside the other; None where one of them is missing."""
    for name in path:
        # Platforms send dicts. To ask about any other mapping takes several times longer.
        payload = payload.get(name) if isinstance(payload, (dict, Mapping)) else None
    return payload


def text_at(payload: object, *path: str) -> str:
    found = value_at(payload, *path)
    return found if isinstance(found, str) else ""


def dict_at(payload: object, *path: str) -> Mapping[str, Any]:
    found = value_at(payload, *path)
    return found if isinstance(found, (dict, Mapping)) else {}


def dicts_at(payload: object, *path: str) -> list[Mapping[str, Any]]:
    """The objects in a list; other elements are left out."""
    found = value_at(payload, *path)
    if not isinstance(found, (list, Sequence)) or isinstance(found, str):
        return []
    return [one for one in found if isinstance(one, (dict, Mapping))]


def number_at(payload: object, *path: str) -> float | None:
    """None also for a number that no float holds, and for what is no number (JSON's NaN)."""
    found = value_at(payload, *path)
    try:
        number = float(found) if isinstance(found, int | float) else None
    except OverflowError:
        return None
    return number if number is not None and isfinite(number) else None


def need_dict(payload: object, name: str) -> Mapping[str, Any]:
    found = value_at(payload, name)
    if not isinstance(found, Mapping):
        raise NotUnderstoodError(name)
    return found


def need_text(payload: object, name: str) -> str:
    found = value_at(payload, name)
    if not isinstance(found, str):
        raise NotUnderstoodError(name)
    return found


def optional_text(payload: object, name: str) -> str:
    """The text, or "" where it is missing or null. Raises NotUnderstoodError for another type."""
    return "" if value_at(payload, name) is None else need_text(payload, name)


def need_match(payload: object, name: str, shape: re.Pattern[str]) -> str:
    """A text that matches `shape` as a whole, such as an id."""
    found = value_at(payload, name)
    if not isinstance(found, str) or not shape.fullmatch(found):
        raise NotUnderstoodError(name)
    return found


def checked_text(value: object, limit: int) -> str:
    """The value as text of at most `limit` characters.

    Raises NotUnderstoodError for no text, or for half of a surrogate pair, which cannot be
    encoded; raises TooLongError for more characters.
    """
    if not isinstance(value, str) or LONE_SURROGATE.search(value):
        raise NotUnderstoodError("text")
    if len(value) > limit:
        raise TooLongError("text")
    return value


def checked_values(pairs: Iterable[tuple[str, object]]) -> dict[str, str]:
    """The values of a form by its fields' names, null as "".

    Raises NotUnderstoodError for what no form of the bot's sends, and TooLongError for values that
    are longer together than one event may be.
    """
    values = {
        checked_text(name, NAME_LIMIT): checked_text("" if value is None else value, MOST_RECEIVED)
        for name, value in islice(pairs, MOST_FIELDS + 1)
    }
    if len(values) > MOST_FIELDS:
        raise NotUnderstoodError("values")
    if sum(map(len, values.values())) > MOST_RECEIVED:
        raise TooLongError("values")
    return values


def hint(value: object) -> str | None:
    """A time zone or a language as a client names it; None for anything else."""
    return value if isinstance(value, str) and HINT.fullmatch(value) else None
