"""Trains the classifier from the writers' sets, and writes its weights as text: `make hearing`."""

from __future__ import annotations

import hashlib
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from bot.understand.classifier.features import features_of
from bot.understand.classifier.folding import pieces_of, sentences_of
from bot.understand.classifier.weights import DAMPING, NOUGHT, Weights
from bot.understand.classifier.windows import LINES
from bot.understand.plain_line import unaccented
from bot.understand.questions import TOPICS
from tests.hearing.sets import HERE, LANGUAGES, Line, training

FOLDER = Path("bot/understand/classifier")
MOST_FEATURES = 40_000
MOST_FEATURES_OF_TOPICS = 10_000
# The strength of each weight: fewer than this many lines do not make a feature.
FEWEST_LINES = 2
STRENGTH = 20.0
STRENGTH_OF_TOPICS = 3.0
DISTRESS = ("distress certain", "distress maybe", "harm to others")
ORDINARY = ("words", "not stop", "small", "command")
# False alarms in ordinary answers are the rarest thing we allow.
WEIGHT_OF_ORDINARY = 3.0
WEIGHT_OF_BARE_COPY = 0.5

# Ordinary answers are longer than most templates. Without joined ones, length alone sounds like
# distress: many small weights add up.
JOINED = 300

Model: TypeAlias = LogisticRegression | LinearSVC
Head = Callable[[str], bool | None]
# What each head says yes to. None leaves a class out: words of distress may also ask to stop.
HEADS: dict[str, Head] = {
    "distress": lambda kind: kind in DISTRESS,
    "certain": lambda kind: kind in ("distress certain", "harm to others"),
    "harm": lambda kind: kind == "harm to others",
    "stop": lambda kind: None if kind in DISTRESS else kind == "stop",
    "question": lambda kind: kind == "question",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One training row: its class, its features with their counts, and its weight."""

    kind: str
    features: Counter[str]
    weight: float


def rows_of(lines: Sequence[Line]) -> list[Row]:
    """A row for each line, and one for its bare copy. The lines of a template share its weight."""
    of_template = Counter((line.writer, line.language, line.kind, line.template) for line in lines)
    rows = []
    for line in lines:
        share = of_template[line.writer, line.language, line.kind, line.template] ** -0.5
        share *= WEIGHT_OF_ORDINARY if line.kind in ORDINARY else 1.0
        bare = unaccented(line.text)
        rows.append(Row(line.kind, features_in(line.text), share))
        if bare != line.text and line.language != "ja":
            rows.append(Row(line.kind, features_in(bare), share * WEIGHT_OF_BARE_COPY))
    return [row for row in rows if row.features]


def joined_words(lines: Sequence[Line], size: int) -> list[Line]:
    """Ordinary answers in one long line each, the same ones on every run."""
    chance = random.Random(size)
    found = []
    for language in LANGUAGES:
        words = {
            line.template: line
            for line in lines
            if line.kind == "words" and line.language == language
        }
        for at in range(JOINED if len(words) >= size else 0):
            parts = chance.sample(list(words.values()), size)
            text = chance.choice((", ", " ")).join(part.text for part in parts)
            found.append(Line(text, f"joined {size} {at}", "joined", language, "words"))
    return found


def features_in(text: str) -> Counter[str]:
    sentences = chain.from_iterable(map(sentences_of, pieces_of(text)))
    return Counter(chain.from_iterable(chain.from_iterable(map(features_of, sentences))))


def trained(lines: Sequence[Line]) -> Weights:
    """The model that tells what a line is."""
    rows = rows_of([*lines, *joined_words(lines, 2), *joined_words(lines, 3)])
    answers = {
        head: [(at, said) for at, row in enumerate(rows) if (said := says(row.kind)) is not None]
        for head, says in HEADS.items()
    }
    return _fitted(rows, answers, MOST_FEATURES, LogisticRegression(C=STRENGTH, solver="liblinear"))


def trained_topics(lines: Sequence[Line]) -> Weights:
    """The model that tells what a question is about."""
    asked = [line for line in lines if line.kind == "question" and line.detail]
    topics = sorted({line.detail for line in asked})
    rows = [
        row
        for topic in topics
        for row in rows_of([line for line in asked if line.detail == topic])
        for row in [Row(topic, row.features, row.weight)]
    ]
    answers = {topic: [(at, row.kind == topic) for at, row in enumerate(rows)] for topic in topics}
    # Only the order of the topics counts here, and this one orders them better.
    return _fitted(
        rows,
        answers,
        MOST_FEATURES_OF_TOPICS,
        LinearSVC(C=STRENGTH_OF_TOPICS, dual=True, random_state=0),
    )


def _fitted(
    rows: Sequence[Row],
    answers: dict[str, list[tuple[int, bool]]],
    most: int,
    model: Model,
) -> Weights:
    """Fits each head, keeps the features that matter most to any head, and fits again."""
    lines_with = Counter(chain.from_iterable(row.features for row in rows))
    names = sorted(name for name, count in lines_with.items() if count >= FEWEST_LINES)
    matrix = _matrix(rows, names)
    share = np.array([row.weight for row in rows])
    how_often = np.sqrt([lines_with[name] for name in names])
    first = [_fit(matrix, share, answers[head], model)[0] for head in answers]
    worth = np.max(np.abs(np.array(first)) * how_often, axis=0).round(6)
    kept = sorted(np.argsort(-worth, kind="stable")[:most].tolist())
    fits = [_fit(matrix[:, kept], share, answers[head], model) for head in answers]
    return _eight_bits(list(answers), [names[at] for at in kept], fits)


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    values: list[float] = []
    places: list[int] = []
    ends = [0]
    for row in rows:
        length = (row.features.total() + DAMPING) ** 0.5
        for name, count in row.features.items():
            if name in column:
                places.append(column[name])
                values.append(count / length)
        ends.append(len(places))
    return csr_matrix((values, places, ends), shape=(len(rows), len(names)))


Fit = tuple[NDArray[np.float64], float]


def _fit(
    matrix: csr_matrix,
    share: NDArray[np.float64],
    answers: Sequence[tuple[int, bool]],
    model: Model,
) -> Fit:
    at = [place for place, _ in answers]
    model.fit(matrix[at], [said for _, said in answers], sample_weight=share[at])
    return model.coef_[0], float(model.intercept_[0])


def _eight_bits(heads: Sequence[str], names: Sequence[str], fits: Sequence[Fit]) -> Weights:
    scale = [float(f"{np.abs(weights).max() / (NOUGHT - 1):.5g}") for weights, _ in fits]
    columns = [
        np.clip(np.rint(weights / step), 1 - NOUGHT, NOUGHT - 1).astype(int) + NOUGHT
        for (weights, _), step in zip(fits, scale, strict=True)
    ]
    table = {
        name: " ".join(f"{column[at]:02x}" for column in columns) for at, name in enumerate(names)
    }
    bias = tuple(float(f"{bias:.3f}") for _, bias in fits)
    return Weights(tuple(heads), tuple(scale), bias, dict(sorted(table.items())))


def digest() -> str:
    """Tells one state of the training sets and of the features from another."""
    made_of = [path.read_bytes() for path in sorted(HERE.glob("*_writer/*.txt"))]
    made_of += [(FOLDER / name).read_bytes() for name in ("folding.py", "features.py")]
    return hashlib.sha256(b"\0".join(made_of)).hexdigest()[:16]


def as_text(weights: Weights, made_from: str) -> str:
    head = [
        "# Written by `make hearing` from tests/hearing/*_writer. Do not edit.",
        f"# made from: {made_from}",
        f"# heads: {' '.join(weights.heads)}",
        f"# scale: {' '.join(map(str, weights.scale))}",
        f"# bias: {' '.join(map(str, weights.bias))}",
        "",
    ]
    rows = (f"{name}\t{row}" for name, row in weights.table.items())
    return "\n".join(chain(head, rows)) + "\n"


def main() -> None:
    """Trains only if the sets or the features changed: crisis tables change far more often."""
    lines = training()
    made_from = digest()
    for name, teach in ((LINES, trained), (TOPICS, trained_topics)):
        path = FOLDER / name
        if path.is_file() and f"# made from: {made_from}\n" in path.read_text(encoding="utf-8"):
            print(f"{path} is up to date", file=sys.stderr)
            continue
        weights = teach(lines)
        path.write_text(as_text(weights, made_from), encoding="utf-8")
        print(f"{path}: {len(weights.table)} features", file=sys.stderr)


if __name__ == "__main__":
    main()
