"""Reads the sets of typed lines, and keeps each line in one set only.

A line knows its template and its writer, because a split by lines would measure memory: lines of
one template are nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.text import languages
from bot.understand.classifier.folding import pieces_of, sentences_of
from bot.understand.phrases import expand

HERE = Path(__file__).parent
LANGUAGES = tuple(sorted(languages()))
MEASURING = "measuring"
# A template that stands for hundreds of lines would drown the others.
MOST_LINES = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One line as typed. `kind` is its class, such as "stop"; `detail` a topic or a level."""

    text: str
    template: str
    writer: str
    language: str
    kind: str
    detail: str = ""

    @property
    def folded(self) -> str:
        """The form in which two lines count as the same: tokens without accents."""
        return " ".join(
            token
            for piece in pieces_of(self.text)
            for sentence in sentences_of(piece)
            for token in sentence.bare
        )


def writers() -> tuple[str, ...]:
    """The folders of training lines."""
    return tuple(sorted(path.name for path in HERE.glob("*_writer")))


def training(names: Iterable[str] | None = None) -> list[Line]:
    """The lines of these writers, or of all who wrote for training."""
    return [line for name in names or writers() for line in _read(name)]


def measuring() -> list[Line]:
    """The lines for scoring alone. Nobody prints them."""
    return list(_read(MEASURING))


def unseen(lines: Iterable[Line], others: Iterable[Line]) -> list[Line]:
    """The lines whose folded form does not stand among the others.

    A line of emoji alone folds to nothing, and is compared as it is typed.
    """
    known = {line.folded or line.text for line in others}
    return [line for line in lines if (line.folded or line.text) not in known]


def overlap(lines: Iterable[Line], others: Iterable[Line]) -> tuple[int, int]:
    """How many lines stand folded-equal among the others, and how many lines there are."""
    lines = list(lines)
    return len(lines) - len(unseen(lines, others)), len(lines)


def _read(writer: str) -> Iterator[Line]:
    for language in LANGUAGES:
        path = HERE / writer / f"{language}.txt"
        yield from _of_file(path.read_text(encoding="utf-8"), writer, language)


def _of_file(text: str, writer: str, language: str) -> Iterator[Line]:
    kind = ""
    for row in text.splitlines():
        if row.startswith("== "):
            kind = row[3:].strip()
        elif row.strip() and not row.startswith("# "):
            yield from _of_row(row.strip(), writer, language, kind)


def _of_row(row: str, writer: str, language: str, kind: str) -> Iterator[Line]:
    name, _, detail = kind.partition(" ")
    if writer == MEASURING:
        detail = ""
        if kind in ("distress plain", "question"):
            detail, _, row = row.partition("|")
        yield Line(row, row, writer, language, kind, detail)
        return
    if name != "question":
        name, detail = kind, ""
    for text in _spread(list(expand(row))):
        yield Line(" ".join(text.split()), row, writer, language, name, detail)


def _spread(lines: list[str]) -> list[str]:
    """At most MOST_LINES of them, taken evenly, so that each choice of a template occurs."""
    if len(lines) <= MOST_LINES:
        return lines
    step = len(lines) // MOST_LINES
    step += 1 - step % 2  # An odd step does not fall in step with choices between two.
    return sorted({lines[at * step % len(lines)] for at in range(MOST_LINES)})
