"""Whatever is ended, erased or forgotten because its time has come asks the clocks first.

The rule: a function that removes rows or keys by comparing a date with a moment is in BY_TIME, and
everybody who calls it asks `may_destroy` in the same function, or is in BY_TIME too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[3]
ROOMS = ("bot", "adapters", "storage")
ASKS = ("may_destroy", "_may_destroy")

# What removes or ends something by a moment, and of which room.
BY_TIME = {
    "end_overdue": "engagements past their end",
    "expire": "grants past their end, in the ledger for good",
    "_sweep": "one whole sweep; only `Sweep.now` begins one",
    "sweep": "everything with a date, keys of months, people past the end of the grace days",
    "erase_left": "people of a workspace that removed the app",
    "_remove_content": "answers, steps, shares and more past their date",
    "_remove_some": "codes, links and other rows past their date",
    "delete_old": "messages and chats of a platform, and their keys",
    "remove_old": "links and devices of the mail page, and their keys",
    "_forget_overdue": "workspaces of Slack that were left",
}
# Functions that remove by a moment, and why nobody can lose anything by it.
HARMLESS = {
    "storage/keys/key_server.py:beat": "a process that is forgotten comes back with its next one",
    "storage/sql/coach.py:end_with": "a coach ends what has not ended; no clock does it by itself",
    "storage/sql/lanes.py:beat": "a worker that is forgotten comes back with its next heartbeat",
}
REMOVES = ("delete", "destroy", "forget", "remove", "_remove")
MOMENTS = ("now", "today", "before", "old", "until", "kept_after", "at")
CALLERS_OF_WHOLE = ("sweep", "expire")


Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def functions() -> tuple[tuple[str, Function], ...]:
    return tuple(_functions())


def _functions() -> Iterator[tuple[str, Function]]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            where, text = path.relative_to(ROOT).as_posix(), path.read_text()
            if not any(word in text for word in (*REMOVES, *BY_TIME)):
                continue
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, Function):
                    yield where, node


@cache
def _called(node: Function) -> set[str]:
    names = set()
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            if isinstance(one.func, ast.Attribute):
                names.add(one.func.attr)
            elif isinstance(one.func, ast.Name):
                names.add(one.func.id)
    return names


def _compares_a_moment(node: ast.AST) -> bool:
    """True for `column <= now`, `day < today - keep` and the like: an order, and a moment in it."""
    for one in ast.walk(node):
        if isinstance(one, ast.Compare) and isinstance(
            one.ops[0], ast.Lt | ast.LtE | ast.Gt | ast.GtE
        ):
            inside = [*ast.walk(one)]
            names = {n.id for n in inside if isinstance(n, ast.Name)}
            names |= {n.attr.lstrip("_") for n in inside if isinstance(n, ast.Attribute)}
            columns = any(isinstance(n, ast.Attribute) and n.attr == "c" for n in inside)
            if columns and names & set(MOMENTS):
                return True
    return False


def test_every_function_that_removes_by_a_moment_is_known() -> None:
    unknown = [
        f"{where}:{node.name}"
        for where, node in functions()
        if set(REMOVES) & _called(node)
        and _compares_a_moment(node)
        and node.name not in BY_TIME
        and f"{where}:{node.name}" not in HARMLESS
    ]
    assert unknown == []


def test_everybody_who_calls_one_asks_the_clocks_first() -> None:
    careless = []
    for where, node in functions():
        named = _called(node) & set(BY_TIME)
        if named and node.name not in BY_TIME and not set(ASKS) & _called(node):
            careless.append(f"{where}:{node.name} calls {sorted(named)}")
    assert careless == []


def test_the_table_names_nothing_that_is_not_there() -> None:
    found = {node.name for _, node in functions()}
    assert set(BY_TIME) <= found
    assert set(HARMLESS) <= {f"{where}:{node.name}" for where, node in functions()}
