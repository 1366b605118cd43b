"""Scores a text: each sentence, windows of a long one, and a short line as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.understand.classifier.features import FIRST_JAPANESE
from bot.understand.classifier.folding import Clause, pieces_of, sentences_of
from bot.understand.classifier.weights import Sums, Weights, load

# In tokens: words, or letters in Japanese.
WINDOW, STEP = 30, 10
JAPANESE_WINDOW, JAPANESE_STEP = 45, 15
WHOLE = 60

LINES = "lines.txt"


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a sentence, from one token to before another, and its score for each head."""

    sentence: int
    start: int
    end: int
    scores: dict[str, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A piece of text with the scores of its windows; `whole` only where the text is short."""

    sentences: list[Clause]
    windows: list[Window]
    whole: dict[str, float] | None


def weigh_text(text: str) -> list[Weighed]:
    """Scores a text of any length, in pieces of bounded size. Never raises."""
    return [weigh(sentences_of(piece)) for piece in pieces_of(text)]


def weigh(sentences: list[Clause], model: Weights | None = None) -> Weighed:
    """Scores a piece of text. Each feature is looked up once, however the windows overlap."""
    model = model or load(LINES)
    windows: list[Window] = []
    total = None
    for number, sentence in enumerate(sentences):
        parts = list(_parts(sentence, model))
        windows += [Window(number, at, end, model.scores(sums)) for at, end, sums in parts]
        if len(parts) == 1:
            sums = parts[0][2]
            total = sums if total is None else total + sums
    short = sum(len(one) for one in sentences) <= WHOLE
    whole = model.scores(total) if short and total and len(windows) == len(sentences) else None
    return Weighed(sentences, windows, whole)


def _parts(sentence: Clause, model: Weights) -> Iterator[tuple[int, int, Sums]]:
    size = len(sentence)
    japanese = sum(token >= FIRST_JAPANESE for token in sentence.bare) * 2 > size
    window, step = (JAPANESE_WINDOW, JAPANESE_STEP) if japanese else (WINDOW, STEP)
    found = model.look_up(sentence)
    for at in range(0, max(size - window + step, 1), step):
        end = min(at + window, size)
        yield at, end, model.sums(found, at, end)
