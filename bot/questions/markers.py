"""How a typed question wants to be answered: told by brackets at its end, in any language."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.domain.question import FEWEST_OPTIONS, MOST_OPTIONS, QuestionKind
from bot.questions.files import OPTION_LIMIT
from bot.text import catalogue, languages

MARKS = ("mark-done", "mark-partly", "mark-not-yet")
# The last brackets of a line, with nothing but closing signs after them.
BRACKETS = re.compile(r"[(（]([^()（）]*)[)）] ?([?？.。!！]{0,3})$")
DASH = r"(?:[-‐‑‒–—−~〜～…]|\.{2,3})"
RANGE = re.compile(rf"(\d{{1,2}}) ?{DASH} ?(\d{{1,2}})")
ENDS = re.compile(rf"1 ?[=:]? ?(\D+?) ?(?:[,;、，/]|{DASH}) ?5 ?[=:]? ?(\D+)")


class ProblemKind(StrEnum):
    """What stands in the way of a typed set. The sentence is the catalogue's `own-set-<kind>`."""

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
class Marked:
    """A question's text without its marker, and what the marker said."""

    text: str
    kind: QuestionKind = QuestionKind.OPEN
    options: tuple[str, ...] = ()
    ends: tuple[str, str] | None = None


def read_marker(line: str) -> Marked | ProblemKind:
    """The question in a line without double spaces. Brackets that hold no marker are text."""
    found = BRACKETS.search(line)
    if found is None:
        return Marked(line)
    inside = found[1].strip()
    text = line[: found.start()].rstrip()
    if text[-1:].isalnum():
        text += found[2]
    if not _same_width(inside).strip(" 0123456789"):
        return Marked(line)
    scale = _scale(inside, text)
    if scale is not None:
        return scale
    parts = tuple(part.strip() for part in re.split(r"[/／|｜]", inside))
    return Marked(line) if len(parts) < FEWEST_OPTIONS else _choice(parts, text)


def _scale(inside: str, text: str) -> Marked | ProblemKind | None:
    plain = _same_width(inside)
    if (span := RANGE.fullmatch(plain)) is not None:
        good = (int(span[1]), int(span[2])) == (1, 5)
        return Marked(text, QuestionKind.SCALE) if good else ProblemKind.NOT_A_SCALE
    if plain.replace(" ", "") in ("1/2/3/4/5", "1|2|3|4|5"):
        return Marked(text, QuestionKind.SCALE)
    if (ends := ENDS.fullmatch(plain)) is None:
        return None
    if max(len(end) for end in ends.groups()) > OPTION_LIMIT:
        return ProblemKind.OPTION_TOO_LONG
    return Marked(text, QuestionKind.SCALE, ends=(ends[1].strip(), ends[2].strip()))


def _choice(parts: tuple[str, ...], text: str) -> Marked | ProblemKind:
    told = [_told(part) for part in parts]
    if frozenset(told) in _progress_labels() and len(parts) == len(MARKS):
        return Marked(text, QuestionKind.PROGRESS)
    if not all(told):
        return ProblemKind.EMPTY_OPTION
    if len(parts) > MOST_OPTIONS:
        return ProblemKind.TOO_MANY_OPTIONS
    if max(len(part) for part in parts) > OPTION_LIMIT:
        return ProblemKind.OPTION_TOO_LONG
    if len(set(told)) < len(told):
        return ProblemKind.SAME_OPTION
    return Marked(text, QuestionKind.CHOICES, options=parts)


@cache
def _progress_labels() -> frozenset[frozenset[str]]:
    """Done, partly and not yet, in the words of each language's catalogue."""
    return frozenset(
        frozenset(_told(catalogue(language)(mark)) for mark in MARKS) for language in languages()
    )


def _told(text: str) -> str:
    """A label as it is compared: whichever case, width or spaces it was typed in."""
    return " ".join(_same_width(text).casefold().split())


def _same_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
