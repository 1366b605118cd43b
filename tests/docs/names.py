"""Resolves what a document names: a dotted name, a path, or a test.

Each function returns None for what exists, and otherwise a sentence that says what is missing.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.docs.pages import ROOT

TOPS = ("bot", "adapters", "storage", "tests", "deploy", "docs", ".ci")
DOTTED = re.compile(r"(?:bot|adapters|storage|tests)(?:\.[A-Za-z_]\w*)+")
TEST = re.compile(r"(tests/[\w./]+\.py)::(\w+)")
PLACEHOLDER = re.compile(r"<[^>]+>")
FILES = (".py", ".md")


def problem_with(word: str, page: Path) -> str | None:
    """`word` stands in `page`. None also for a word that names nothing of ours."""
    test = TEST.fullmatch(word)
    if test:
        return problem_with_test(test[1], test[2])
    if DOTTED.fullmatch(word) and not word.endswith(FILES):
        return problem_with_name(word)
    if is_path(word):
        return None if exists(word, page) else f"there is no {word}"
    return None


def problem_with_name(dotted: str) -> str | None:
    """Imports as much as is a module, and asks for the rest, attribute by attribute."""
    module, rest = _imported(dotted)
    found: Any = module
    for name in rest:
        found = _member(found, name)
        if found is None:
            return f"{dotted} does not resolve: no {name}"
    return None


def problem_with_test(path: str, test: str) -> str | None:
    if not (ROOT / path).is_file():
        return f"there is no {path}"
    return None if test in _functions(path) else f"there is no {test} in {path}"


def is_path(word: str) -> bool:
    """A path from the root of the repository, or the bare name of a module or a document."""
    if re.search(r"[={}$…]", word) or "://" in word:
        return False
    return word.split("/")[0] in TOPS if "/" in word else word.endswith(FILES)


def exists(word: str, page: Path) -> bool:
    """From the root or beside the page; a bare file name anywhere. `<language>` stands for any."""
    pattern = PLACEHOLDER.sub("*", word).rstrip("/")
    starts = [ROOT, page.parent]
    if "/" in pattern:
        return any(_globbed(start, pattern) for start in starts)
    inside = (ROOT / top for top in TOPS)
    return any(_globbed(start, pattern) for start in starts) or any(
        _globbed(start, f"**/{pattern}") for start in inside
    )


def _globbed(start: Path, pattern: str) -> bool:
    return next(start.glob(pattern), None) is not None


def _imported(dotted: str) -> tuple[ModuleType | None, list[str]]:
    parts = dotted.split(".")
    for end in range(len(parts), 0, -1):
        name = ".".join(parts[:end])
        try:
            return importlib.import_module(name), parts[end:]
        except ModuleNotFoundError as missing:
            if missing.name is None or not f"{name}.".startswith(f"{missing.name}."):
                raise
    return None, parts


def _member(owner: Any, name: str) -> Any:
    """An attribute, or a declared field of a class that has no value for it."""
    if owner is None:
        return None
    declared = {field for base in getattr(owner, "__mro__", ()) for field in _declared(base)}
    return getattr(owner, name, name if name in declared else None)


def _declared(base: type) -> set[str]:
    return {*inspect.get_annotations(base), *getattr(base, "model_fields", {})}


@cache
def _functions(path: str) -> frozenset[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, kinds))
