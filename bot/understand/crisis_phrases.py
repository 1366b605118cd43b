"""Finds the phrases of the crisis tables in a sentence, in all languages at once.

`make hearing` turns the tables `bot/locale/<language>/crisis.toml` into `crisis_phrases.txt`,
because reading seven tables takes longer than one message may take. The file is a machine of
states. The row of a state holds what ends there, a tab, and for each next token the next state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

FILE = "crisis_phrases.txt"
CERTAIN, MAYBE, HARM, HARMLESS = "certain", "maybe", "harm", "harmless"
# What ends in a state: one of the four, or a part of a phrase with gaps, such as "12/0".
PART = "/"


class Hit(NamedTuple):
    """A phrase in a sentence, from one token to before another."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Gapped:
    """A phrase with gaps: of which kind, how many tokens a gap may have, and its last part."""

    kind: str
    most: int
    last: int


class PhraseMachine:
    """Runs over tokens. It reads the rows of its states when it first needs them."""

    def __init__(self, text: str) -> None:
        _, gaps, states = text.split("\n\n")
        self._gapped: dict[str, _Gapped] = {}
        for row in gaps.split("\n"):
            number, kind, most, last = row.split(" ")
            self._gapped[number] = _Gapped(kind, int(most), int(last))
        self._rows: list[str] = states.rstrip("\n").split("\n")
        self._next: dict[int, dict[str, int]] = {}

    def find(self, tokens: Sequence[str]) -> list[Hit]:
        """The phrases in a sentence that no harmless phrase covers."""
        ended = list(self._ended(tokens))
        with_gaps = self._with_gaps([hit for hit in ended if PART in hit.kind])
        covered = {
            at
            for kind, start, end in (*ended, *with_gaps)
            if kind == HARMLESS
            for at in range(start, end)
        }
        left = [hit for hit in ended if covered.isdisjoint(range(hit.start, hit.end))]
        whole = [hit for hit in left if PART not in hit.kind]
        return whole + list(self._with_gaps([hit for hit in left if PART in hit.kind]))

    def _ended(self, tokens: Sequence[str]) -> Iterator[Hit]:
        for start in range(len(tokens)):
            state = 0
            for at in range(start, len(tokens)):
                following = self._after(state).get(tokens[at])
                if following is None:
                    break
                state = following
                kinds = self._rows[state].partition("\t")[0]
                for kind in kinds.split():
                    yield Hit(kind, start, at + 1)

    def _with_gaps(self, parts: Sequence[Hit]) -> Iterator[Hit]:
        begun: dict[tuple[str, int, int], int] = {}
        for hit in sorted(parts, key=lambda part: part.end):
            number, _, part = hit.kind.partition(PART)
            phrase, at = self._gapped[number], int(part)
            start: int | None = hit.start
            if at:
                ends = range(hit.start - phrase.most, hit.start + 1)
                starts = [begun[key] for end in ends if (key := (number, at - 1, end)) in begun]
                start = starts[-1] if starts else None
            if start is None:
                continue
            begun[number, at, hit.end] = start
            if at == phrase.last:
                yield Hit(phrase.kind, start, hit.end)

    def _after(self, state: int) -> dict[str, int]:
        known = self._next.get(state)
        if known is None:
            known = {}
            for group in self._rows[state].partition("\t")[2].split(" "):
                number, _, tokens = group.partition("=")
                known.update(dict.fromkeys(tokens.split(","), int(number or 0)))
            known.pop("", None)
            self._next[state] = known
        return known


@cache
def machine() -> PhraseMachine:
    """The machine of all crisis tables."""
    file = resources.files("bot.understand") / FILE
    return PhraseMachine(file.read_text(encoding="utf-8"))
