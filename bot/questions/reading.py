"""Reads a folder of reviewed question files at the start. One bad file refuses them all."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.questions.files import OWN_WORDS, QuestionEntry, QuestionFile
from bot.questions.standard import standard_ids

BYTES_LIMIT = 100_000
# A place is named by our field names and by numbers. Other names were written by somebody.
OUR_NAMES = frozenset((*QuestionFile.model_fields, *QuestionEntry.model_fields))
MEANINGS = {
    "missing": "is missing",
    "extra_forbidden": "has a field that is not known",
    "string_type": "is not text in quotes",
    "string_too_short": "is empty",
    "string_too_long": "is longer than {max_length} characters",
    "enum": "is not one of {expected}",
    "literal_error": "is not one of {expected}",
    "too_short": "is empty",
    "too_long": "has more than {max_length} entries",
    "dict_type": 'is not written per language, e.g. {{ en = "…" }}',
    "tuple_type": "is not a list",
    "model_type": "is not a table",
}


class QuestionFilesError(ValueError):
    """One sentence per problem, each naming the file and the place, and never quoting a text."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_sets(folder: Path) -> tuple[QuestionFile, ...]:
    """Reads every `*.toml` of a folder, sorted. Raises QuestionFilesError with all problems."""
    if not folder.is_dir():
        raise QuestionFilesError((f"{folder.name}: there is no such folder.",))
    read: dict[str, QuestionFile] = {}
    problems: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        found = _read(path)
        if isinstance(found, QuestionFile):
            read[path.name] = found
        else:
            problems += (f"{path.name}{problem}" for problem in found)
    problems += _same_ids(read)
    if problems:
        raise QuestionFilesError(tuple(problems))
    return tuple(read.values())


def _same_ids(read: dict[str, QuestionFile]) -> Iterator[str]:
    taken = dict.fromkeys(standard_ids(), "the standard library")
    for name, file in read.items():
        if file.id in taken:
            yield f"{name}, id: is the id of a set in {taken[file.id]} already."
        taken.setdefault(file.id, name)


def _read(path: Path) -> QuestionFile | tuple[str, ...]:
    table = _table(path)
    if isinstance(table, str):
        return (table,)
    try:
        return QuestionFile.model_validate(table)
    except ValidationError as error:
        # A list without a good entry is also reported as too short: that is no second problem.
        details = (
            one
            for one in error.errors(include_url=False)
            if not (one["type"] == "too_short" and one["input"])
        )
        return tuple(dict.fromkeys(_sentence(one) for one in details))


def _table(path: Path) -> dict[str, Any] | str:
    """Returns the content of the file, or a sentence about what is wrong with it as a whole."""
    try:
        if path.stat().st_size > BYTES_LIMIT:
            return f": is larger than {BYTES_LIMIT // 1000} kB."
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        return ": cannot be read; does Handrail have the right to?"
    except UnicodeDecodeError:
        return ": is not saved as UTF-8 text."
    except tomllib.TOMLDecodeError as error:
        # The library's own message may quote the file; only its position is taken.
        line = re.search(r"\(at line (\d+), column \d+\)$", str(error))
        return (
            f", line {line[1]}: is not valid TOML." if line else ", at its end: is not valid TOML."
        )
    except RecursionError:
        return ": is nested too deeply."


def _sentence(error: ErrorDetails) -> str:
    place = "".join(f", {part}" for part in _place(error["loc"]))
    about = error.get("ctx", {})
    if error["type"] == OWN_WORDS:
        return f"{place}: {about['sentence']}."
    if error["type"] == "string_pattern_mismatch":
        return f"{place}: {_pattern(error['loc'])}."
    meaning = MEANINGS.get(error["type"], "does not have the right form")
    return f"{place}: {meaning.format_map(about)}."


def _pattern(loc: tuple[int | str, ...]) -> str:
    if loc[-1] in ("id", "name"):
        return "is not made of lower-case letters and digits, with single hyphens"
    return "is not a language code such as en or pt-BR"


def _place(loc: tuple[int | str, ...]) -> Iterator[str]:
    singular = {"questions": "question", "options": "option"}
    for part, following in zip_longest(loc, loc[1:]):
        if isinstance(part, int):
            continue
        if part in singular and isinstance(following, int):
            yield f"{singular[part]} {following + 1}"
        elif part in OUR_NAMES or re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", part):
            yield part
