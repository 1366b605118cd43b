"""Finds the sentences that promise something, and the rows of docs/nevers.md about them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast

from tests.docs.pages import ROOT

PAGE = ROOT / "docs" / "nevers.md"
HEADING = "## Sentences that promise"
PLATFORMS = ("adapters/local/locale", "adapters/slack/locale", "adapters/teams/locale")
EXCEPTIONS = Path(__file__).with_name("exceptions.toml")
# Words with which English promises an order, an absence or a moment.
PROMISES = re.compile(
    r"\b(not before|until then|before then|tomorrow|at once|nobody|no one|nothing|never|only|gone"
    r"|won['’]t|will not|not told|don['’]t tell|by itself|by myself|destroyed|always|alone"
    r"|I['’]ll (ask|write|deliver|bring|try))\b",
    re.IGNORECASE,
)
KEY = re.compile(r"`([a-z][a-z0-9-]+)`")
TEST = re.compile(r"\[`(tests/[\w/]+\.py::\w+)`\]")


@dataclass(frozen=True, slots=True)
class Promise:
    """One row of the page: what is promised, by which sentences, what holds it, what tries it."""

    what: str
    keys: tuple[str, ...]
    holds: str
    tests: tuple[str, ...]


def english() -> dict[str, str]:
    """Every English sentence by its key, as it is written, on one line."""
    found = {}
    for file in _files():
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                entry.comment = None
                written = " ".join(FluentSerializer().serialize_entry(entry).split())
                found[entry.id.name] = written.partition(" = ")[2]
    return found


def _files() -> Iterator[Path]:
    yield from sorted((ROOT / "bot/locale/en").glob("*.ftl"))
    yield from (ROOT / folder / "en.ftl" for folder in PLATFORMS)


def promising(sentences: Mapping[str, str]) -> dict[str, str]:
    """The sentences that hold one of the words."""
    return {key: text for key, text in sentences.items() if PROMISES.search(text)}


def promises() -> list[Promise]:
    """The rows of the table in docs/nevers.md."""
    section = PAGE.read_text(encoding="utf-8").split(HEADING, 1)[1].split("\n## ", 1)[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][1:]
    return [_row(line) for line in rows]


def _row(line: str) -> Promise:
    what, sentences, holds, tried = (part.strip() for part in line.strip("|").split(" | "))
    return Promise(what, tuple(KEY.findall(sentences)), holds, tuple(TEST.findall(tried)))


def exceptions() -> dict[str, str]:
    """The keys that hold such a word and promise nothing, each with the reason."""
    reasons = tomllib.loads(EXCEPTIONS.read_text(encoding="utf-8"))
    return {key: why for why, keys in reasons.items() for key in keys["keys"]}
