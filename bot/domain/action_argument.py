"""The arguments that an action can have: an id, one of a closed set, a number, a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from typing import Generic, TypeVar, cast

NUMBER = re.compile(r"0|[1-9][0-9]*", re.ASCII)
MASK = re.compile(r"0|[1-9a-f][0-9a-f]*", re.ASCII)

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Argument(Generic[T]):
    """One argument of an action, by name.

    `read` returns None for a text that is no such value. An `optional` argument may be left out,
    and its value is then None. One that takes the `rest` may hold colons itself. `choices` are the
    values of a closed set, and empty for an id, a number or a day.
    """

    name: str
    read: Callable[[str], T | None]
    optional: bool = False
    rest: bool = False
    choices: tuple[T, ...] = ()


def an_id(name: str) -> Argument[str]:
    """An id: any signs but a colon, at least one."""
    return Argument(name, lambda text: text if text and ":" not in text else None)


def one_of(name: str, *choices: T) -> Argument[T]:
    """One of a closed set."""
    named = {str(choice): choice for choice in choices}
    return Argument(name, named.get, choices=choices)


def several_of(name: str, *choices: str) -> Argument[str]:
    """Some of a closed set, each once, joined by "+"."""
    known = frozenset(choices)

    def read(text: str) -> str | None:
        given = text.split("+")
        return text if known.issuperset(given) and len(set(given)) == len(given) else None

    return Argument(name, read)


def a_mask(name: str) -> Argument[str]:
    """Some whole numbers, as `mask_of` writes them."""
    return Argument(name, lambda text: text if MASK.fullmatch(text) else None)


def mask_of(numbers: Iterable[int]) -> str:
    """Writes whole numbers as one hexadecimal number: bit n stands for n."""
    return f"{sum(1 << one for one in set(numbers)):x}"


def numbers_in(mask: str) -> set[int]:
    """Reads what `mask_of` wrote."""
    bits = int(mask, 16)
    return {one for one in range(bits.bit_length()) if bits >> one & 1}


def number(name: str, least: int, most: int) -> Argument[int]:
    """A whole number from `least` to `most`, in its shortest form."""

    def read(text: str) -> int | None:
        fits = len(text) <= len(str(most)) and NUMBER.fullmatch(text)
        return int(text) if fits and least <= int(text) <= most else None

    return Argument(name, read)


def a_day(name: str) -> Argument[date]:
    """A date as YYYY-MM-DD. The first and the last year that exist are refused: there is no room
    beside them for a time zone.
    """

    def read(text: str) -> date | None:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return None
        return day if MINYEAR < day.year < MAXYEAR and str(day) == text else None

    return Argument(name, read)


def maybe(argument: Argument[T]) -> Argument[T | None]:
    """The same argument, which may be left out."""
    return replace(cast("Argument[T | None]", argument), optional=True)
