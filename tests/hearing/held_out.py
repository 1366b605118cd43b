"""Scores each writer's lines with a classifier that has not seen that writer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.understand.classifier.folding import pieces_of, sentences_of
from bot.understand.classifier.weights import Weights
from bot.understand.classifier.windows import Weighed, weigh
from bot.understand.distress import judge
from bot.understand.heard import Level
from bot.understand.questions import may_be_stop, question_in, topic_of
from tests.hearing.sets import Line, training, unseen, writers
from tests.hearing.train import trained, trained_topics

# The first writer's sets are short, and the fourth knew the others: both only teach.
TESTED = ("second_writer", "third_writer")


def weighed_lines() -> Iterator[tuple[Line, list[Weighed], Weights]]:
    """The lines of each tested writer, weighed by a model of the others, and a model of topics."""
    for name in TESTED:
        known = training(other for other in writers() if other != name)
        model, topics = trained(known), trained_topics(known)
        for line in unseen(training([name]), known):
            pieces = [weigh(sentences_of(piece), model) for piece in pieces_of(line.text)]
            yield line, pieces, topics


def show_held_out() -> None:
    """Prints for each class how much of it is heard as what. Tables knew these lines: see docs."""
    heard: dict[str, list[Sequence[bool]]] = defaultdict(list)
    right: list[bool] = []
    for line, pieces, topics in weighed_lines():
        found = judge(pieces)
        question = question_in(pieces)
        heard[line.kind].append(
            (
                found is not None and found.level is Level.CERTAIN,
                found is not None,
                may_be_stop(pieces),
                question is not None,
            )
        )
        if question is not None and line.kind == "question" and line.detail:
            right.append(topic_of(pieces[0].sentences, topics) == line.detail)
    print(f"{'class':20} certain  any level  asks to stop  question")
    for kind, rows in sorted(heard.items()):
        shares = [100 * sum(column) / len(rows) for column in zip(*rows, strict=True)]
        print(f"{kind:20} {shares[0]:7.1f} {shares[1]:10.1f} {shares[2]:13.1f} {shares[3]:9.1f}")
    print(f"right topic of the questions heard: {100 * sum(right) / len(right):.1f}")
