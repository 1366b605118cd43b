"""Turns the crisis tables of all languages into one machine of states: `make hearing`."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from bot.understand.classifier.folding import simple, tokens_of_simple
from bot.understand.crisis_phrases import CERTAIN, FILE, HARM, HARMLESS, MAYBE, PART

LOCALE = Path("bot/locale")
TARGET = Path("bot/understand") / FILE
GAP = "…"
# How many tokens may stand in a gap: words, or letters in Japanese.
WORDS_IN_GAP, LETTERS_IN_GAP = 3, 6
# The key that the tables had before they knew levels. Its phrases are certain.
OLD = "phrases"


@dataclass(slots=True)
class _State:
    ends: set[str] = field(default_factory=set)
    after: dict[str, _State] = field(default_factory=dict)


def tables() -> list[str]:
    """The crisis tables of all languages, as text."""
    return [path.read_text(encoding="utf-8") for path in sorted(LOCALE.glob("*/crisis.toml"))]


def digest() -> str:
    """Tells one state of the tables, and of what compiles them, from another."""
    made_by = [Path(__file__), Path("bot/understand/classifier/folding.py")]
    texts = tables() + [path.read_text(encoding="utf-8") for path in made_by]
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]


def compiled(texts: Sequence[str], made_from: str) -> str:
    """The text of the file. The same tables always give the same text.

    Raises ValueError if a phrase has brackets that do not match, or may be empty.
    """
    start, gaps = _State(), [f"0 {CERTAIN} 0 0"]
    for text in texts:
        table = tomllib.loads(text)
        most = WORDS_IN_GAP if table.get("spaces", True) else LETTERS_IN_GAP
        for key in (CERTAIN, MAYBE, HARM, HARMLESS, OLD):
            kind = CERTAIN if key == OLD else key
            for pattern in table.get(key, ()):
                for parts in _parts(pattern):
                    _add(start, parts, kind, gaps, most)
    head = (
        "# Written by `make hearing` from bot/locale/*/crisis.toml. Do not edit.\n"
        f"# made from: {made_from}\n"
        "# First the phrases with gaps: number, kind, words in a gap, last part. Then the states,\n"
        "# numbered from 0: what ends there, and the next state for each token."
    )
    return f"{head}\n\n" + "\n".join(gaps) + "\n\n" + "\n".join(_rows(start)) + "\n"


def _add(start: _State, parts: list[list[str]], kind: str, gaps: list[str], most: int) -> None:
    """Adds the expansions of a phrase; a phrase with gaps is added by its parts."""
    if len(parts) == 1:
        for phrase in parts[0]:
            _end(start, phrase, kind)
        return
    number = str(len(gaps))
    gaps.append(f"{number} {kind} {most} {len(parts) - 1}")
    for at, part in enumerate(parts):
        for phrase in part:
            _end(start, phrase, f"{number}{PART}{at}")


def _end(start: _State, phrase: str, kind: str) -> None:
    tokens = tokens_of_simple(phrase)
    if not tokens:
        raise ValueError(f"a phrase of the crisis tables may be empty: {phrase!r}")
    state = start
    for token in tokens:
        state = state.after.setdefault(token, _State())
    state.ends.add(kind)


def _parts(pattern: str) -> Iterator[list[list[str]]]:
    """The expansions of a pattern between its gaps. A gap inside a choice makes several."""
    for each in _without_inner_gaps(pattern):
        yield [list(dict.fromkeys(choices(simple(part)))) for part in each.split(GAP)]


def _without_inner_gaps(pattern: str) -> list[str]:
    depth = 0
    for sign in pattern:
        depth += (sign == "(") - (sign == ")")
        if sign == GAP and depth:
            return list(dict.fromkeys(choices(pattern)))
    return [pattern]


def choices(pattern: str) -> list[str]:
    """All that a pattern with nested choices "(a|b)" stands for."""
    lines, at = _choice(pattern, 0)
    if at != len(pattern):
        raise ValueError(f"the brackets of a phrase do not match: {pattern!r}")
    return lines


def _choice(pattern: str, at: int) -> tuple[list[str], int]:
    whole: list[str] = []
    parts: list[list[str]] = [[""]]
    while at < len(pattern) and pattern[at] != ")":
        sign = pattern[at]
        at += 1
        if sign == "(":
            inner, at = _choice(pattern, at)
            parts.append(inner)
            at += 1
        elif sign == "|":
            whole += map("".join, product(*parts))
            parts = [[""]]
        else:
            parts.append([sign])
    return whole + list(map("".join, product(*parts))), at


def _rows(start: _State) -> list[str]:
    """Merges equal states and numbers them in the order in which a reader meets them."""
    names: dict[tuple[object, ...], int] = {}
    merged: dict[int, tuple[object, ...]] = {}
    root = _merge(start, names, merged)
    order, waiting = {root: 0}, [root]
    rows = []
    for name in waiting:
        ends, after = merged[name]
        assert isinstance(ends, tuple)
        assert isinstance(after, tuple)
        for _, target in after:
            if target not in order:
                order[target] = len(order)
                waiting.append(target)
        rows.append(f"{' '.join(ends)}\t{_targets(after, order)}")
    return rows


def _merge(
    state: _State, names: dict[tuple[object, ...], int], merged: dict[int, tuple[object, ...]]
) -> int:
    after = tuple(
        (token, _merge(target, names, merged)) for token, target in sorted(state.after.items())
    )
    key = (tuple(sorted(state.ends)), after)
    name = names.setdefault(key, len(names))
    merged[name] = key
    return name


def _targets(after: Iterable[tuple[str, int]], order: dict[int, int]) -> str:
    grouped: dict[int, list[str]] = {}
    for token, target in after:
        grouped.setdefault(order[target], []).append(token)
    return " ".join(f"{number}={','.join(tokens)}" for number, tokens in sorted(grouped.items()))


def main() -> None:
    TARGET.write_text(compiled(tables(), digest()), encoding="utf-8")


if __name__ == "__main__":
    main()
