"""Finds every template that the product can give to a message, by reading its source.

A key that is written out is found where it is passed on, also through functions that take it as a
parameter. `tests.drawn.made` lists the functions that make a key from something else, such as a
table or a text with a blank.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.understand.catalogues import messages

ROOTS = ("bot", "adapters")
Place = tuple[int, str]
NO_POSITION = 99
# Functions that take a template, and where: the position and the name of the parameter.
MAKERS: Mapping[str, Place] = {
    "Message": (0, "template"),
    "message": (1, "template"),
    "note": (1, "key"),
}
# `talk.note(key)` has its catalogue already.
BOUND: Mapping[str, Place] = {"note": (0, "key")}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Site:
    """A call that gives a template to a message, and the expression of the template.

    `maker` is the function that is called.
    """

    module: str
    function: Function
    maker: str
    key: ast.expr

    @property
    def name(self) -> str:
        return f"{self.module}.{self.function.name}"


@cache
def written_out(*makers: str) -> Mapping[str, str]:
    """Every template that stands in the source as a text, with a function that uses it.

    With `makers`, only those that reach one of these functions.
    """
    keys = messages("en")
    return {
        leaf.value: site.name
        for site in _sites(*makers)
        for leaf in (*_leaves(site, site.key), *_defaults(site))
        if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
        if leaf.value in keys or site.maker in MAKERS
    }


@cache
def makers_of_keys() -> frozenset[str]:
    """The functions that make a template from something else than a text."""
    return frozenset(
        site.name
        for site in _sites()
        for leaf in _leaves(site, site.key)
        if not isinstance(leaf, ast.Constant) and _parameter(site, leaf) is None
        if site.maker in MAKERS or isinstance(leaf, ast.JoinedStr | ast.Call | ast.Subscript)
    )


def _leaves(site: Site, key: ast.expr) -> list[ast.expr]:
    """What the key can be: each side of a choice, and what was assigned to a name."""
    match key:
        case ast.IfExp(_, one, other):
            return [*_leaves(site, one), *_leaves(site, other)]
        case ast.BoolOp(_, values):
            return [leaf for value in values for leaf in _leaves(site, value)]
        case ast.Name(name):
            assigned = [one for one in ast.walk(site.function) if isinstance(one, ast.Assign)]
            values = [one.value for one in assigned if _is(one.targets[0], name)]
            return [leaf for value in values for leaf in _leaves(site, value)] or [key]
    return [key]


def _is(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


@cache
def _sites(*only: str) -> tuple[Site, ...]:
    """All places. A function that passes on a parameter is itself a maker, and looked for too."""
    makers = {name: place for name, place in MAKERS.items() if name in (only or MAKERS)}
    while True:
        found = tuple(_with(makers))
        passing = {site.function.name: at for site in found if (at := _passed_on(site))}
        if passing.keys() <= makers.keys():
            return found
        makers = passing | makers


def _with(makers: Mapping[str, Place]) -> Iterator[Site]:
    for module, function, call in _calls():
        match call.func:
            case ast.Attribute(ast.Name("talk" | "self"), name) if name in BOUND:
                place = BOUND[name]
            case ast.Attribute(ast.Name(), name) if name not in MAKERS and name in makers:
                place = makers[name]
            case ast.Name(name) if name in makers:
                place = makers[name]
            case _:
                continue
        if (key := _argument(call, place)) is not None:
            yield Site(module, function, name, key)


def _argument(call: ast.Call, place: Place) -> ast.expr | None:
    at, keyword = place
    if at < len(call.args):
        return call.args[at]
    return next((one.value for one in call.keywords if one.arg == keyword), None)


def _passed_on(site: Site) -> Place | None:
    """The parameter that a function passes on as the template."""
    places = (_parameter(site, leaf) for leaf in _leaves(site, site.key))
    return next((place for place in places if place is not None), None)


def _parameter(site: Site, leaf: ast.expr) -> Place | None:
    own = site.function.args
    names = [one.arg for one in own.args]
    if not isinstance(leaf, ast.Name):
        return None
    if leaf.id in names:
        return names.index(leaf.id) - (names[0] == "self"), leaf.id
    only_named = {one.arg for one in own.kwonlyargs}
    return (NO_POSITION, leaf.id) if leaf.id in only_named else None


def _defaults(site: Site) -> list[ast.expr]:
    """What the parameter is where nothing is passed."""
    own = site.function.args
    last = own.args[len(own.args) - len(own.defaults) :]
    optional = [
        *zip(last, own.defaults, strict=True),
        *zip(own.kwonlyargs, own.kw_defaults, strict=True),
    ]
    return [value for parameter, value in optional if value and _is(site.key, parameter.arg)]


@cache
def _calls() -> tuple[tuple[str, Function, ast.Call], ...]:
    files = sorted(file for root in ROOTS for file in Path(root).rglob("*.py"))
    return tuple(
        (".".join(file.with_suffix("").parts), function, call)
        for file in files
        for function in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(function, Function)
        for call in ast.walk(function)
        if isinstance(call, ast.Call)
    )
