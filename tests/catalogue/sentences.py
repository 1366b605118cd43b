"""Every sentence of a catalogue, written out: plurals as their variants, values as ⟨name⟩."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from fluent.syntax import FluentParser, ast


@cache
def entries(language: str) -> Mapping[str, Mapping[str, Any]]:
    """By file, then by key, in the order of the files. A key twice raises ValueError."""
    found: dict[str, dict[str, Any]] = {}
    seen: set[str] = set()
    folder = resources.files("bot.locale") / language
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if not file.name.endswith(".ftl"):
            continue
        found[file.name] = {}
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                if entry.id.name in seen:
                    raise ValueError(f"{language}: {entry.id.name} stands there twice")
                seen.add(entry.id.name)
                found[file.name][entry.id.name] = entry
    return found


@cache
def sentences(language: str) -> Mapping[str, str]:
    """Every key with its sentence."""
    every = (pair for part in entries(language).values() for pair in part.items())
    return {key: written(entry.value) for key, entry in every}


def written(pattern: Any) -> str:
    return "".join(_parts(pattern))


def _parts(pattern: Any) -> Iterator[str]:
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            yield element.value
        else:
            yield _placed(element.expression)


def _placed(expression: Any) -> str:
    match expression:
        case ast.VariableReference():
            return f"⟨{expression.id.name}⟩"
        case ast.MessageReference():
            return f"⟨{expression.id.name}⟩"
        case ast.SelectExpression():
            return " ⁄ ".join(_variant(one) for one in expression.variants)
    return str(expression)


def _variant(variant: Any) -> str:
    key = variant.key
    name = key.name if isinstance(key, ast.Identifier) else key.value
    return f"[{name}] {written(variant.value)}"
