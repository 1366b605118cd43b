"""Medians with the least and the most, targets, and the table of a run in Markdown."""

from __future__ import annotations

import json
import os
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value of one part. `target` is such as "at least 3 times"; "" where none is.

    `well` says whether the median reaches it.
    """

    part: str
    kind: str
    what: str
    median: float
    least: float
    most: float
    unit: str = ""
    target: str = ""
    well: bool = True

    @property
    def shown(self) -> str:
        spread = f" ({short(self.least)} to {short(self.most)})" if self.least != self.most else ""
        return f"{short(self.median)}{spread}{f' {self.unit}' if self.unit else ''}"

    @property
    def line(self) -> str:
        well = "      " if not self.target else "ok    " if self.well else "MISSED"
        target = f"   [{self.target}]" if self.target else ""
        return f"  {well} {self.kind:<10} {self.what}: {self.shown}{target}"


@dataclass(frozen=True, slots=True)
class Reporter:
    """Makes the figures of one part on one database, and prints each as it comes."""

    part: str
    kind: str
    made: list[Figure]

    def at_least(self, what: str, values: Iterable[float], wanted: float, unit: str = "") -> None:
        self._note(what, values, unit, f"at least {wanted:g}", lambda found: found >= wanted)

    def at_most(self, what: str, values: Iterable[float], wanted: float, unit: str = "") -> None:
        self._note(what, values, unit, f"at most {wanted:g}", lambda found: found <= wanted)

    def told(self, what: str, values: Iterable[float], unit: str = "") -> None:
        self._note(what, values, unit, "", lambda found: True)

    def _note(
        self, what: str, values: Iterable[float], unit: str, target: str, well: object
    ) -> None:
        found = list(values)
        median = statistics.median(found)
        reaches = bool(callable(well) and well(median))
        figure = Figure(
            self.part, self.kind, what, median, min(found), max(found), unit, target, reaches
        )
        self.made.append(figure)
        print(figure.line, flush=True)


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Of each round, how many times theirs ours is."""
    return [one / other for one, other in zip(ours, theirs, strict=True)]


def load() -> str:
    """The machine's load and the time, as a measurement notes them at its start and end."""
    one, five, fifteen = os.getloadavg()
    at = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    cores = os.cpu_count()
    return f"{at}, {cores} cores, load {one:.2f} (1 min) {five:.2f} (5) {fifteen:.2f} (15)"


def short(value: float) -> str:
    """Three figures that count, and no more."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def markdown(figures: Sequence[Figure]) -> str:
    rows = [
        "| part | database | what | median (least to most) | target | |",
        "|---|---|---|---|---|---|",
    ]
    for one in figures:
        well = "" if not one.target else "reached" if one.well else "**not reached**"
        cells = one.part, one.kind, one.what, one.shown, one.target, well
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def written(figures: Sequence[Figure]) -> str:
    return json.dumps([asdict(one) for one in figures])


def read(text: str) -> list[Figure]:
    return [Figure(**one) for one in json.loads(text)]
