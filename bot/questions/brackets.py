"""Reads how a typed question is to be answered: the brackets at its end say it, in any language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from bot.domain.check_in import Mark
from bot.domain.complete import complete
from bot.domain.question import FEWEST_OPTIONS, MOST_OPTIONS, PROGRESS, QuestionKind
from bot.domain.words import normal
from bot.questions.files import OPTION_LIMIT
from bot.text import catalogue, languages

# The last brackets of a line, with nothing but closing signs after them.
BRACKETS = re.compile(r"[(（]([^()（）]*)[)）] ?([?？.。!！]{0,3})$")
DASH = r"(?:[-‐‑‒–—−~〜～…]|\.{2,3})"
RANGE = re.compile(rf"(\d{{1,2}}) ?{DASH} ?(\d{{1,2}})")
ENDS = re.compile(rf"1 ?[=:]? ?(\D+?) ?(?:[,;、，/]|{DASH}) ?5 ?[=:]? ?(\D+)")


class ProblemKind(StrEnum):
    """A reason why a typed set is not taken. Its sentence is the catalogue's `own-set-<kind>`."""

    NO_TITLE = "no-title"
    TITLE_TOO_LONG = "title-too-long"
    NO_QUESTIONS = "no-questions"
    TOO_MANY_QUESTIONS = "too-many-questions"
    QUESTION_TOO_LONG = "question-too-long"
    NO_TEXT = "no-text"
    NOT_A_SCALE = "not-a-scale"
    TOO_MANY_OPTIONS = "too-many-options"
    EMPTY_OPTION = "empty-option"
    OPTION_TOO_LONG = "option-too-long"
    SAME_OPTION = "same-option"
    SAME_QUESTION = "same-question"


@dataclass(frozen=True, slots=True, repr=False)
class Bracketed:
    """A question's text without its brackets, and what the brackets said.

    `more`: one more question may follow a tap.
    """

    text: str
    kind: QuestionKind = QuestionKind.OPEN
    options: tuple[str, ...] = ()
    ends: tuple[str, str] | None = None
    more: bool = False


def read_brackets(line: str) -> Bracketed | ProblemKind:
    """Reads a line without double spaces. Brackets that no kind knows stay part of the text."""
    found = BRACKETS.search(line)
    if found is None:
        return Bracketed(line)
    inside = found[1].strip()
    text = line[: found.start()].rstrip()
    if text[-1:].isalnum():
        text += found[2]
    if not _same_width(inside).strip(" 0123456789"):
        return Bracketed(line)
    found_by = (read(inside, text) for read in TYPED.values())
    return next((one for one in found_by if one is not None), Bracketed(line))


def _nothing(inside: str, text: str) -> None:
    """An open question has no brackets: it is what no other kind reads."""


def _scale(inside: str, text: str) -> Bracketed | ProblemKind | None:
    """Reads "(1-5)", "(1/2/3/4/5)" and "(1 = never, 5 = always)", each with a "+" at its end."""
    plain = _same_width(inside)
    if plain.endswith("+"):
        found = _scale(plain.removesuffix("+").rstrip(), text)
        return replace(found, more=True) if isinstance(found, Bracketed) else found
    if (span := RANGE.fullmatch(plain)) is not None:
        good = (int(span[1]), int(span[2])) == (1, 5)
        return Bracketed(text, QuestionKind.SCALE) if good else ProblemKind.NOT_A_SCALE
    if plain.replace(" ", "") in ("1/2/3/4/5", "1|2|3|4|5"):
        return Bracketed(text, QuestionKind.SCALE)
    if (ends := ENDS.fullmatch(plain)) is None:
        return None
    if max(len(end) for end in ends.groups()) > OPTION_LIMIT:
        return ProblemKind.OPTION_TOO_LONG
    return Bracketed(text, QuestionKind.SCALE, ends=(ends[1].strip(), ends[2].strip()))


def _progress(inside: str, text: str) -> Bracketed | None:
    """Reads "(done / partly / not yet)", in any order and any language of the catalogue."""
    parts = _parts(inside)
    if len(parts) == len(PROGRESS) and frozenset(map(_told, parts)) in _progress_labels():
        return Bracketed(text, QuestionKind.PROGRESS)
    return None


def _choices(inside: str, text: str) -> Bracketed | ProblemKind | None:
    """Reads "(this / that)"."""
    parts = _parts(inside)
    if len(parts) < FEWEST_OPTIONS:
        return None
    told = [_told(part) for part in parts]
    if not all(told):
        return ProblemKind.EMPTY_OPTION
    if len(parts) > MOST_OPTIONS:
        return ProblemKind.TOO_MANY_OPTIONS
    if max(len(part) for part in parts) > OPTION_LIMIT:
        return ProblemKind.OPTION_TOO_LONG
    if len(set(told)) < len(told):
        return ProblemKind.SAME_OPTION
    return Bracketed(text, QuestionKind.CHOICES, options=parts)


def _parts(inside: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[/／|｜]", inside))


# Read in this order: the first kind that knows the brackets has them.
TYPED: Mapping[QuestionKind, Callable[[str, str], Bracketed | ProblemKind | None]] = complete(
    {
        QuestionKind.SCALE: _scale,
        QuestionKind.PROGRESS: _progress,
        QuestionKind.CHOICES: _choices,
        QuestionKind.OPEN: _nothing,
    },
    QuestionKind,
)


@cache
def _progress_labels() -> frozenset[frozenset[str]]:
    """Returns "done", "partly" and "not yet" in the words of each language's catalogue."""
    return frozenset(
        frozenset(_told(catalogue(language)(f"mark-{_dashed(mark)}")) for mark in PROGRESS)
        for language in languages()
    )


def _dashed(mark: Mark) -> str:
    return mark.value.replace("_", "-")


def _told(text: str) -> str:
    """Returns a label in the form in which it is compared, without case, width or extra spaces."""
    return " ".join(_same_width(text).casefold().split())


def _same_width(text: str) -> str:
    return normal("NFKC", text)
