"""Every query of the dashboard and of the alerts, and what each asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import promql_parser
import yaml

FOLDER = Path(__file__).parents[2] / "deploy" / "observing"
ALERTS = FOLDER / "alerts.yaml"
DASHBOARD = FOLDER / "dashboard.json"


def alerts() -> list[dict[str, Any]]:
    (group,) = yaml.safe_load(ALERTS.read_text(encoding="utf-8"))["groups"]
    rules: list[dict[str, Any]] = group["rules"]
    return rules


def panels() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    return found


def queries() -> Mapping[str, str]:
    """Every query by the name of its alert or panel."""
    shown = {one["title"]: one["targets"][0]["expr"] for one in panels()}
    return {one["alert"]: one["expr"] for one in alerts()} | shown


@dataclass(frozen=True)
class Asked:
    """One series that a query asks for. `given` has what its labels must be, as (sign, value)."""

    metric: str
    given: Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Query:
    """`asked` are its series, `labels` all labels that it groups or joins by."""

    asked: tuple[Asked, ...]
    labels: frozenset[str]


def parsed(text: str) -> Query:
    """Raises ValueError for what is no PromQL."""
    asked: list[Asked] = []
    labels: set[str] = set()
    for node in _nodes(promql_parser.parse(text)):
        if isinstance(node, promql_parser.VectorSelector):
            given = {m.name: (str(m.op), m.value) for m in node.matchers.matchers}
            asked.append(Asked(str(node.name), given))
        modifier = getattr(node, "modifier", None)
        matching = getattr(modifier, "matching", modifier)
        labels |= set(getattr(matching, "labels", None) or ())
    return Query(tuple(asked), frozenset(labels))


def _nodes(node: Any) -> Iterator[Any]:
    """All parts of a query."""
    yield node
    for name in ("expr", "lhs", "rhs", "param", "vector_selector"):
        part = getattr(node, name, None)
        if part is not None:
            yield from _nodes(part)
    for part in getattr(node, "args", None) or ():
        yield from _nodes(part)
