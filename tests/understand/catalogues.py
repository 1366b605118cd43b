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
from bot.understand import Intent, understand
from tests.catalogue.sentences import files as fluent_files

MONDAY = date(2026, 11, 23)


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
    """The intents of the texts that a sentence quotes, sorted."""
    meant = (understand(line, language, MONDAY) for line in quoted(language, key))
    return sorted(str(each.intent) for each in meant if each.intent and each.sure)


def files(language: str) -> Iterator[str]:
    folder = resources.files("bot.locale") / language
    return (file.name for file in folder.iterdir() if file.name.endswith((".ftl", ".toml")))
