"""What makes reading slow is done in one place, and every reader is measured."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from bot import understand
from tests.bounded import readers

ROOT = Path(__file__).parents[2]
PLACE = "bot/domain/words.py"
# Each of them takes the square of a text's length, or raises, for a text of the right shape.
SLOW = {"normalize", "unescape", "HTMLParser"}


def test_only_one_place_uses_what_is_slow_or_raises_for_some_texts() -> None:
    assert {path for path, name in _names() if name in SLOW} == {PLACE}


def _names() -> Iterator[tuple[str, str]]:
    for room in ("bot", "adapters", "storage"):
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                found = [node.attr] if isinstance(node, ast.Attribute) else []
                if isinstance(node, ast.ImportFrom):
                    found = [one.name for one in node.names]
                yield from ((path.relative_to(ROOT).as_posix(), name) for name in found)


def test_every_reader_of_typed_text_is_measured() -> None:
    every = {name for name in understand.__all__ if name.islower()}
    # `read_days_off` and `understand` are read through others; `canonical` writes, and reads none.
    through_others = {"read_days_off", "understand", "canonical"}
    assert every - through_others <= set(vars(readers))
