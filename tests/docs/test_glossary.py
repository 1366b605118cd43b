"""One word, one meaning: in docs/glossary.md, and among the public classes of the product."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.docs.names import DOTTED, is_path
from tests.docs.pages import ROOT, rows, words

PRODUCT = ("bot", "adapters", "storage")


def public_classes() -> Iterator[tuple[str, str]]:
    """The name and file of each class at the top of a module; migrations are left out."""
    for top in PRODUCT:
        for path in sorted((ROOT / top).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from ((name, path.relative_to(ROOT).as_posix()) for name in _classes(path))


def _classes(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name


def test_a_public_class_name_has_one_meaning() -> None:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, path in public_classes():
        found[name].append(path)
    twice = [f"{name}: {', '.join(where)}" for name, where in found.items() if len(where) > 1]
    assert not twice, "one name, several classes:\n" + "\n".join(sorted(twice))


def glossary() -> list[list[str]]:
    return rows((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))


def test_each_word_of_the_glossary_stands_there_once_in_order() -> None:
    listed = [row[0].strip("*").casefold() for row in glossary()]
    assert len(listed) > 80
    assert listed == sorted(set(listed))


def test_each_word_of_the_glossary_has_a_meaning_and_a_place_in_the_code() -> None:
    for word, meaning, where in glossary():
        assert len(meaning) > 10, word
        assert any(DOTTED.fullmatch(w) or is_path(w) for w in words(where)), word
