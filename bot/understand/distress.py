"""Hears words of distress, in all languages at once.

Tables of phrases and the classifier decide together, as a crossed gate: each can be wrong alone.
CERTAIN needs a phrase that says it and a classifier that is not against it, or a classifier that is
very sure. MAYBE needs either, and a phrase counts only where the classifier is at least neutral. A
phrase that is half of its sentence or more needs no classifier.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log2

from bot.understand.classifier.explain import words_for
from bot.understand.classifier.windows import Weighed, Window, weigh_text
from bot.understand.crisis_phrases import CERTAIN, HARM, MAYBE, Hit, machine
from bot.understand.heard import Distress, Level


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which score of the classifier on. Chosen on the writers' sets: docs/hearing.md."""

    certain_alone: float = 1.3
    certain_with_phrase: float = -1.0
    maybe_alone: float = 1.2
    maybe_with_phrase: float = -2.0
    harm: float = 0.0
    # A phrase of tables that is this much of its sentence needs no classifier.
    most_of_sentence: float = 0.5
    for_each_doubling: float = 0.3


CHOSEN = Thresholds()


@dataclass(frozen=True, slots=True)
class _Judged:
    """What one window was judged as."""

    level: Level
    harm: bool
    sureness: float
    window: Window
    hits: tuple[Hit, ...]


def hear_distress(text: str) -> Distress | None:
    """The distress that a text of any length speaks of, whatever its language. Never raises."""
    return judge(weigh_text(text))


def judge(pieces: Sequence[Weighed], limits: Thresholds = CHOSEN) -> Distress | None:
    """The worst that any window of a text says. A text of many windows must be clearer."""
    windows = sum(len(piece.windows) for piece in pieces)
    if not windows:
        return None
    raised = limits.for_each_doubling * log2(windows)
    judged = [(one, piece) for piece in pieces for one in _judged_windows(piece, limits, raised)]
    if not judged:
        return None
    worst, piece = max(judged, key=lambda pair: (pair[0].level is Level.CERTAIN, pair[0].sureness))
    harm = any(one.harm for one, _ in judged if one.level is worst.level)
    return Distress(worst.level, harm=harm, why=tuple(_why(worst, piece)))


def _judged_windows(piece: Weighed, limits: Thresholds, raised: float) -> Iterator[_Judged]:
    phrases = machine()
    hits = [sorted(phrases.find(one.bare), key=_start) for one in piece.sentences]
    for window in piece.windows:
        here = hits[window.sentence]
        first = bisect_left(here, window.start, key=_start)
        last = bisect_left(here, window.end, key=_start)
        found = tuple(hit for hit in here[first:last] if hit.end <= window.end)
        level = _level(window.scores, {hit.kind for hit in found}, limits, raised)
        size = limits.most_of_sentence * len(piece.sentences[window.sentence])
        alone = {hit.kind for hit in found if hit.end - hit.start >= size}
        if alone & {CERTAIN, HARM}:
            level = Level.CERTAIN
        elif MAYBE in alone:
            level = level or Level.MAYBE
        if level is not None:
            harm = window.scores["harm"] > limits.harm or any(h.kind == HARM for h in found)
            yield _Judged(level, harm, window.scores["distress"], window, found)


def _start(hit: Hit) -> int:
    return hit.start


def _level(
    scores: dict[str, float], kinds: set[str], limits: Thresholds, raised: float
) -> Level | None:
    sure, any_level = scores["certain"], scores["distress"]
    says_so = bool(kinds & {CERTAIN, HARM})
    if sure > limits.certain_alone + raised:
        return Level.CERTAIN
    if says_so and any_level > limits.certain_with_phrase:
        return Level.CERTAIN
    if any_level > limits.maybe_alone + raised:
        return Level.MAYBE
    if (says_so or MAYBE in kinds) and any_level > limits.maybe_with_phrase:
        return Level.MAYBE
    return None


def _why(judged: _Judged, piece: Weighed) -> Iterator[str]:
    """The words that speak most for it, then the phrases of the tables."""
    sentence = piece.sentences[judged.window.sentence]
    start, end = judged.window.start, judged.window.end
    yield from words_for("distress", sentence, start, end)
    for hit in judged.hits:
        yield f"{hit.kind}: {' '.join(sentence.bare[hit.start : hit.end])}"
