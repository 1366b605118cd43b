"""Reads the weights that `make hearing` wrote, and adds them up for a sentence. No dependencies.

A line of the file is a feature, a tab and one byte for each head, as two hexadecimal digits: 80 is
nought, more speaks for the head, less against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import sqrt

from bot.understand.classifier.features import features_of
from bot.understand.classifier.folding import Clause

NOUGHT = 128
# Short lines have few features. This keeps one strong word from deciding alone.
DAMPING = 5


@dataclass(frozen=True, slots=True)
class Sums:
    """The weights of some text added up: one sum for each head, and the number of features."""

    sums: tuple[int, ...]
    features: int

    def __add__(self, other: Sums) -> Sums:
        both = tuple(one + two for one, two in zip(self.sums, other.sums, strict=True))
        return Sums(both, self.features + other.features)


@dataclass(frozen=True, slots=True)
class LookedUp:
    """The known features of a sentence: a byte for each head, and how many stand before a token."""

    packed: bytes
    known: list[int]
    features: list[int]


@dataclass(frozen=True, slots=True)
class Weights:
    """One linear model with several heads, such as "distress" and "stop"."""

    heads: tuple[str, ...]
    scale: tuple[float, ...]
    bias: tuple[float, ...]
    table: Mapping[str, str]

    def look_up(self, sentence: Clause) -> LookedUp:
        """Looks up each feature of a sentence once. Its end counts with its last token."""
        rows: list[str] = []
        known, features = [0], [0]
        for place in features_of(sentence):
            rows += [row for row in map(self.table.get, place) if row]
            known.append(len(rows))
            features.append(features[-1] + len(place))
        size = len(sentence)
        known[size:], features[size:] = known[-1:], features[-1:]
        return LookedUp(bytes.fromhex("".join(rows)), known, features)

    def sums(self, found: LookedUp, start: int, end: int) -> Sums:
        """Adds up the weights from one token to before another."""
        size, first, last = len(self.heads), found.known[start], found.known[end]
        part = found.packed[first * size : last * size]
        nought = NOUGHT * (last - first)
        total = tuple(sum(part[at::size]) - nought for at in range(size))
        return Sums(total, found.features[end] - found.features[start])

    def scores(self, sums: Sums) -> dict[str, float]:
        """A score for each head: above 0 speaks for it, below 0 against it."""
        length = sqrt(sums.features + DAMPING)
        rows = zip(self.heads, self.scale, self.bias, sums.sums, strict=True)
        return {head: bias + scale * total / length for head, scale, bias, total in rows}

    def weight(self, feature: str, head: str) -> float:
        """What one feature adds to a head, before the length of the text is taken out."""
        row = self.table.get(feature)
        at = self.heads.index(head)
        return (bytes.fromhex(row)[at] - NOUGHT) * self.scale[at] if row else 0.0


def parse(text: str) -> Weights:
    """Reads a file of weights. Raises ValueError or KeyError if it is not one."""
    head, _, body = text.partition("\n\n")
    facts = dict(row[2:].split(": ", 1) for row in head.split("\n") if ": " in row)
    cells = body.rstrip("\n").replace("\n", "\t").split("\t")
    return Weights(
        heads=tuple(facts["heads"].split()),
        scale=tuple(map(float, facts["scale"].split())),
        bias=tuple(map(float, facts["bias"].split())),
        table=dict(zip(cells[::2], cells[1::2], strict=True)),
    )


@cache
def load(name: str) -> Weights:
    """The weights of `lines.txt` (what a line is) or `topics.txt` (what a question is about)."""
    file = resources.files("bot.understand.classifier") / name
    return parse(file.read_text(encoding="utf-8"))
