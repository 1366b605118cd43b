"""Makes docs/security-tests.md from the attacks: `python -m tests.attacks.page` (`make says`)."""

from __future__ import annotations

import ast
import importlib
import math
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

from tests.attacks.attack import Attack

FOLDER = Path(__file__).parent
PAGE = FOLDER.parents[1] / "docs" / "security-tests.md"
HEAD = """# What was tried against Handrail

Each line is an attack that must fail, and how often one run of the tests tries it. Every test
counts its own tries, and fails if the count on this page is not true. This page is made from the
tests (`make says`). [threat-model.md](threat-model.md) says who each actor is, what they can
reach, and what nothing here stops.
"""


def files() -> list[Path]:
    """One file per actor."""
    return sorted(FOLDER.glob("test_a*.py"))


def actor(file: Path) -> str:
    """What the actor is called: `test_a_thief.py` is "a thief", and so is `…_who_steals.py`."""
    return file.stem.removeprefix("test_").partition("_who_")[0].replace("_", " ")


def attacks(module: ModuleType) -> Iterator[tuple[str, Attack, int]]:
    """Each test of the module, its attack, and all of its tries over its parameters."""
    for name, test in vars(module).items():
        found = getattr(test, "attack", None)
        if isinstance(test, FunctionType) and isinstance(found, Attack):
            yield name, found, found.tries * _cases(test)


def _cases(test: FunctionType) -> int:
    marks = getattr(test, "pytestmark", ())
    return math.prod(len(mark.args[1]) for mark in marks if mark.name == "parametrize")


def names_of_tests(file: Path) -> set[str]:
    """The names of the tests in a file, found in its text."""
    tree = ast.parse(file.read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        node.name for node in tree.body if isinstance(node, kinds) and node.name.startswith("test_")
    }


def loaded(file: Path) -> ModuleType:
    return importlib.import_module(f"tests.attacks.{file.stem}")


def page() -> str:
    parts = [_part(file) for file in files()]
    every = [found for file in files() for found in attacks(loaded(file))]
    total = sum(tries for _, _, tries in every)
    kinds = f"{len(every)} kinds of attack, {total:,} tries in one run.\n"
    return "\n".join([HEAD, kinds, *parts])


def _part(file: Path) -> str:
    rows = [f"| {found.what} | {tries:,} |" for _, found, tries in attacks(loaded(file))]
    name = file.stem.removeprefix("test_").replace("_", " ")
    head = [f"## {name[0].upper()}{name[1:]}", "", f"`tests/attacks/{file.name}`", ""]
    return "\n".join([*head, "| what is tried | tries |", "|---|---|", *rows, ""])


if __name__ == "__main__":
    print(page(), end="")
