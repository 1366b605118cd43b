"""Comparisons of two languages' catalogues, for the tests of every language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.text import catalogue
from bot.understand import Intent, progress_in, understand
from tests.catalogue.sentences import files as fluent_files

MONDAY = date(2026, 11, 23)
# What these quote is the label of a button.
NAMES_A_BUTTON = {
    *("erase-older", "erased-chat-local-all", "erased-chat-local-kept", "step-remind-no-day"),
}
# What these quote is nothing to type: a language may say it without quoting.
ONLY_SPEAKS_OF = {
    "ask-share-marks": "an example of an answer that a client chooses",
    "q-boundaries-glad-no": "the word that somebody once said",
}


def lines(table: str) -> list[str]:
    return [line for row in table.strip().splitlines() for line in row.split("|")]


def pairs(table: Mapping[Intent, str]) -> list[tuple[Intent, str]]:
    return [(intent, line) for intent, rows in table.items() for line in lines(rows)]


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802
        self.names.add(node.id.name)


@cache
def messages(language: str) -> Mapping[str, frozenset[str]]:
    """Every key of a catalogue, with the names of its values."""
    found = {}
    for file in fluent_files(language).values():
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), entry.content
            if isinstance(entry, ast.Message):
                variables = _Variables()
                variables.visit(entry)
                found[entry.id.name] = frozenset(variables.names)
    return found


def said(language: str, key: str, number: int) -> str:
    """The sentence, with a number for each of its values."""
    return catalogue(language)(key, **dict.fromkeys(messages("en")[key], number))


def quoted(language: str, key: str) -> list[str]:
    """The texts that a sentence quotes, such as those that people should type."""
    return re.findall(r"“([^”]+)”", said(language, key, 2))


def asked_for(language: str, key: str) -> list[str]:
    """What the texts that a sentence quotes are understood as, sorted."""
    return sorted(filter(None, (meant_by(line, language) for line in quoted(language, key))))


def meant_by(line: str, language: str) -> str | None:
    """How a step went, or else the intent that a typed line has for sure. None for other words."""
    mark = progress_in(line, language)
    if mark is not None:
        return str(mark)
    meant = understand(line, language, MONDAY)
    return str(meant.intent) if meant.intent and meant.sure else None


def files(language: str) -> Iterator[str]:
    folder = resources.files("bot.locale") / language
    return (file.name for file in folder.iterdir() if file.name.endswith((".ftl", ".toml")))
