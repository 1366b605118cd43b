"""Every sentence of a catalogue, written out: plurals as their variants, values as ⟨name⟩."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from typing import Any

from fluent.syntax import FluentParser, ast

from bot.run.platforms import FOUND_AT


@cache
def entries(language: str) -> Mapping[str, Mapping[str, Any]]:
    """By file, then by key, in the order of the files. A key twice raises ValueError.

    A platform's own file is named after the platform.
    """
    found: dict[str, dict[str, Any]] = {}
    seen: set[str] = set()
    for name, file in sorted(files(language).items()):
        found[name] = {}
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                if entry.id.name in seen:
                    raise ValueError(f"{language}: {entry.id.name} stands there twice")
                seen.add(entry.id.name)
                found[name][entry.id.name] = entry
    return found


def files(language: str) -> Mapping[str, Traversable]:
    """The Fluent files of one language: the core's, and those of Handrail's own platforms."""
    folder = resources.files("bot.locale") / language
    core = {one.name: one for one in folder.iterdir() if one.name.endswith(".ftl")}
    modules = [import_module(module).PLATFORM for module in FOUND_AT]
    own = {f"{one.name}.ftl": one.sentences / f"{language}.ftl" for one in modules if one.sentences}
    return core | own


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
