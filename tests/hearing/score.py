"""Scores the hearing of lines: `python -m tests.hearing.score`. It prints figures, and no lines.

`--set measuring` scores the set that nobody learns from. `--set held-out` trains without one writer
at a time, and scores that writer's lines: thresholds are chosen there. It takes about a minute.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.understand.heard import Heard, Level
from bot.understand.hearing import hear
from bot.understand.phrases import Intent
from tests.hearing.sets import LANGUAGES, Line, measuring, overlap, training, unseen, writers

TODAY = date(2026, 11, 30)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: which lines it counts, what counts as a hit, and its gate in percent, if any.

    `least` gates are met from the number up, the others up to it. `floor` is for each language.
    """

    name: str
    counts: Callable[[Line], bool]
    hit: Callable[[Line, Heard], bool]
    gate: float | None = None
    floor: float | None = None
    least: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """A figure's counts, in all and in each language."""

    figure: Figure
    hits: int
    lines: int
    by_language: dict[str, tuple[int, int]]

    @property
    def percent(self) -> float:
        return 100 * self.hits / self.lines if self.lines else 0.0

    def misses(self) -> list[str]:
        """What is out of its gate, such as "pooled 90.1" or "ja 70.0"."""
        figure = self.figure
        rows = [("pooled", self.percent, figure.gate)]
        for language, (hits, lines) in self.by_language.items():
            rows.append((language, 100 * hits / lines, figure.floor))
        return [
            f"{name} {percent:.1f}"
            for name, percent, gate in rows
            if gate is not None and (percent < gate if figure.least else percent > gate)
        ]


def _certain(line: Line, heard: Heard) -> bool:
    return heard.distress is not None and heard.distress.level is Level.CERTAIN


def _any_level(line: Line, heard: Heard) -> bool:
    return heard.distress is not None


def _stops(line: Line, heard: Heard) -> bool:
    return heard.command.intent is Intent.STOP or heard.stop_in_doubt


def _says_yes(line: Line, heard: Heard) -> bool:
    return heard.command.intent is Intent.YES and heard.command.sure


def _asks(line: Line, heard: Heard) -> bool:
    return heard.question is not None


def _topic(line: Line, heard: Heard) -> bool:
    return heard.question is not None and heard.question.topic == line.detail


def _small(line: Line, heard: Heard) -> bool:
    return heard.small is not None


def _kind(kind: str, detail: str | None = None) -> Callable[[Line], bool]:
    return lambda line: line.kind == kind and (detail is None or line.detail == detail)


FIGURES = (
    Figure("plain distress, any level", _kind("distress plain"), _any_level, 92, 80),
    Figure("plain distress, all, certain", _kind("distress plain"), _certain),
    Figure(
        "plain distress that is certain, certain",
        _kind("distress plain", "certain"),
        _certain,
        75,
        60,
    ),
    Figure("look-alikes, certain", _kind("look-alike"), _certain, 2, 5, least=False),
    Figure("look-alikes, any level", _kind("look-alike"), _any_level, 12, 20, least=False),
    Figure("ordinary answers, any level", _kind("ordinary"), _any_level, 0.5, least=False),
    Figure("indirect distress, any level", _kind("distress indirect"), _any_level),
    Figure("stop: stops or asks", _kind("stop"), _stops, 92, 85),
    Figure("ordinary answers that ask to stop", _kind("ordinary"), _stops, 1, least=False),
    Figure("no or doubt heard as a sure yes", _kind("not yes"), _says_yes, 0, 0, least=False),
    Figure("yes heard", _kind("yes"), _says_yes),
    Figure("questions to the bot heard", _kind("question"), _asks, 88),
    Figure("ordinary answers heard as a question", _kind("ordinary"), _asks),
    Figure("small talk heard", _kind("small"), _small),
)
TOPIC = Figure("right topic of those heard", _kind("question"), _topic, 85)


def results(lines: Sequence[Line], heard: Sequence[Heard]) -> Iterator[Result]:
    """Every figure of these lines."""
    pairs = list(zip(lines, heard, strict=True))
    for figure in FIGURES:
        yield _result(figure, pairs)
    yield _result(TOPIC, [(line, one) for line, one in pairs if one.question is not None])


def _result(figure: Figure, pairs: Sequence[tuple[Line, Heard]]) -> Result:
    counted = [(line, figure.hit(line, one)) for line, one in pairs if figure.counts(line)]
    by_language = {}
    for language in LANGUAGES:
        hits = [hit for line, hit in counted if line.language == language]
        if hits:
            by_language[language] = (sum(hits), len(hits))
    return Result(figure, sum(hit for _, hit in counted), len(counted), by_language)


def wilson(hits: int, lines: int) -> tuple[float, float]:
    """The 95 % interval of a share, in percent."""
    if not lines:
        return 0.0, 100.0
    z, share = 1.96, hits / lines
    middle = share + z * z / (2 * lines)
    half = z * math.sqrt(share * (1 - share) / lines + z * z / (4 * lines * lines))
    scale = 100 / (1 + z * z / lines)
    return max(0.0, (middle - half) * scale), min(100.0, (middle + half) * scale)


def measured() -> tuple[list[Result], list[Result]]:
    """The figures of the measuring set: of unseen lines, which the gates are for, and of all."""
    lines = measuring()
    new = set(unseen(lines, training()))
    heard = [hear(line.text, line.language, TODAY) for line in lines]
    pairs = [pair for pair in zip(lines, heard, strict=True) if pair[0] in new]
    unknown = results([line for line, _ in pairs], [one for _, one in pairs])
    return list(unknown), list(results(lines, heard))


def show(found: Sequence[Result], all_lines: Sequence[Result]) -> None:
    """Prints each figure with its interval, its languages and its gate."""
    for one, whole in zip(found, all_lines, strict=True):
        low, high = wilson(one.hits, one.lines)
        print(f"{one.figure.name}: {one.percent:.1f} % [{low:.1f}, {high:.1f}] of {one.lines}")
        print(f"    with the lines that a training set also has: {whole.percent:.1f} %")
        cells = [f"{name} {100 * hits / of:.1f}" for name, (hits, of) in one.by_language.items()]
        print(f"    {'  '.join(cells)}")
        if one.figure.gate is not None:
            wanted = "at least" if one.figure.least else "at most"
            missed = one.misses()
            ends = f"missed: {', '.join(missed)}" if missed else "met"
            print(f"    gate {wanted} {one.figure.gate:g} ({one.figure.floor or '-'}): {ends}")


def show_overlap() -> None:
    """How many lines of each set stand in another one too. They do not count."""
    known = training()
    same, of = overlap(measuring(), known)
    print(f"measuring: {same} of {of} lines stand in a training set and are left out")
    for name in writers():
        others = [line for line in known if line.writer != name]
        same, of = overlap([line for line in known if line.writer == name], others)
        print(f"{name}: {same} of {of} lines stand in another writer's set")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--set", choices=("measuring", "held-out"), default="measuring")
    if asked.parse_args().set == "held-out":
        from tests.hearing.held_out import show_held_out

        show_held_out()
        return
    show_overlap()
    show(*measured())


if __name__ == "__main__":
    main()
