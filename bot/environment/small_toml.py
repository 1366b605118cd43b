"""Reads a TOML file that an organisation writes. A hostile one costs little, and is a fault.

The limits hold before the file is parsed: what they let through, a parser reads at once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.domain.shown.printable import clean

MOST_BYTES = 32 * 1024
LONGEST_LINE = 500
MOST_DOTS = 3
MOST_OPENED = 4
_OPENING = "[{"
_AT_LINE = re.compile(r"\(at line ([0-9]{1,9}), column [0-9]{1,9}\)")
_NAMES = frozenset("_-. \"'")


@dataclass(frozen=True, slots=True)
class SmallToml:
    """A text and what it says. The text has no carriage returns."""

    text: str
    table: Mapping[str, object]


class UnreadableTomlError(ValueError):
    """A file that is no TOML within the limits. `sentence` follows its name; `line` is from 1."""

    def __init__(self, sentence: str, line: int | None = None) -> None:
        super().__init__(clean(sentence))
        self.sentence = clean(sentence)
        self.line = line


def read_small_toml(path: Path) -> SmallToml:
    """Reads the file. Raises UnreadableTomlError, and nothing else, whatever lies there."""
    text = _text_of(path)
    _refuse_what_costs(text)
    try:
        return SmallToml(text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as wrong:
        raise _not_toml(str(wrong)) from None
    except RecursionError:
        raise UnreadableTomlError("is nested too deeply.") from None
    except (ValueError, ArithmeticError, MemoryError) as wrong:
        why = f"holds a value that cannot be read ({type(wrong).__name__})."
        raise UnreadableTomlError(why) from None


def name_in(line: str) -> tuple[str, bool] | None:
    """The name that a line begins, with its dots, and whether it is a part; None where none is.

    A line inside a value of several lines may look like one.
    """
    bare = line.strip()
    is_part = bare.startswith("[")
    name, found, _ = bare.lstrip("[").partition("]") if is_part else bare.partition("=")
    if not found or not name.strip() or not all(one.isalnum() or one in _NAMES for one in name):
        return None
    return name.replace(" ", "").replace('"', "").replace("'", ""), is_part


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise UnreadableTomlError(f"is larger than {MOST_BYTES // 1024} KiB.")
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        why = "there is no such file."
    except UnicodeDecodeError:
        why = "is not a text in UTF-8."
    except OSError as problem:
        why = f"cannot be read ({type(problem).__name__})."
    raise UnreadableTomlError(why) from None


def _refuse_what_costs(text: str) -> None:
    opened = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            says = f"the line is longer than {LONGEST_LINE} letters: a list may go over several."
            raise UnreadableTomlError(says, number)
        named = name_in(line)
        if named and named[0].count(".") > MOST_DOTS:
            raise UnreadableTomlError(f"a key has more than {MOST_DOTS} dots.", number)
        for sign in line:
            if sign in _OPENING:
                opened += 1
            elif not sign.isspace():
                opened = 0
            if opened > MOST_OPENED:
                raise UnreadableTomlError("is nested too deeply.", number)


def _not_toml(told: str) -> UnreadableTomlError:
    at = _AT_LINE.search(told)
    says = _AT_LINE.sub("", told).strip()
    if says.startswith("Cannot overwrite") or "twice" in says:
        says = "This key is there twice"
    return UnreadableTomlError(f"is no TOML: {says}.", int(at[1]) if at else None)
