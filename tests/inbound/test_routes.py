"""Each action has its handler, one place builds and reads it, and every platform carries it."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import adapters
import bot
from adapters.slack.outbound.fields import ID_LIMIT, read_action, value_for
from adapters.teams.inbound.activities import gesture
from bot.chat import Pressed
from bot.domain import actions
from bot.domain.action_argument import Argument, mask_of
from bot.domain.action_row import Action, action
from bot.domain.actions import ACTIONS, AnyRow
from bot.domain.purposes import switches
from bot.handlers import check_ins, home, looking_back, sharing
from bot.inbound.routes import COMMANDS, HANDLERS, on, one_handler_each
from bot.understand import Intent

CORE, ADAPTERS = Path(bot.__path__[0]), Path(adapters.__path__[0])
TABLE = ("action_row.py", "actions.py")
VERBS = tuple(f"{row.verb}:" for row in ACTIONS)
CARRIERS = ("Form", "Button", "Pressed", "Submitted")
TAKING_APART = ("split", "rsplit", "partition", "rpartition", "startswith", "endswith")
ROUTES = list(HANDLERS.items())
DAY = date(2027, 12, 31)


def test_a_handler_takes_what_its_action_carries_under_the_same_names() -> None:
    for row, handler in ROUTES:
        _, *taken = inspect.signature(handler).parameters
        assert taken == [argument.name for argument in row.arguments], row.verb


def test_an_action_without_a_handler_or_with_two_is_refused() -> None:
    with pytest.raises(ValueError, match="not exactly one handler: another"):
        one_handler_each(*(route for route in ROUTES if route[0] is not actions.ANOTHER))
    with pytest.raises(ValueError, match="not exactly one handler: keep"):
        one_handler_each(*ROUTES, on(actions.KEEP, check_ins.keep))


def test_a_handler_without_an_action_is_refused() -> None:
    with pytest.raises(ValueError, match="not exactly one handler: wave"):
        one_handler_each(*ROUTES, on(action("wave"), home.show))


def not_run_but_checked() -> None:
    """The type checker refuses a handler that takes other values than its action carries."""
    on(actions.KEEP, looking_back.recall)  # type: ignore[arg-type]
    on(actions.KEEP, sharing.approve)  # type: ignore[arg-type]
    on(actions.WINS, sharing.share)  # type: ignore[arg-type]


def test_every_command_of_one_word_has_its_handler() -> None:
    listened_for = {Intent.CODE, Intent.PAUSE, Intent.YES, Intent.NO, Intent.PASS}
    assert set(Intent) - set(COMMANDS) == listened_for


def test_nothing_but_the_table_builds_an_action_or_takes_one_apart() -> None:
    core = [path for path in CORE.rglob("*.py") if path.name not in TABLE]
    assert len(core) > 100
    assert [f"{path}:{line}" for path in core for line in handmade(path.read_text("utf-8"))] == []


def test_an_adapter_only_carries_actions() -> None:
    files = list(ADAPTERS.rglob("*.py"))
    assert len(files) > 50
    found = [
        f"{path}:{node.lineno}"
        for path in files
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call | ast.Compare) and (_is_carried(node) or _is_looked_into(node))
    ]
    assert found == []


@pytest.mark.parametrize(
    "planted",
    [
        'x = f"keep:{answer.id}"',
        'x = "stop:yes"',
        'x = "keep:" + answer.id',
        'x = ":".join(("keep", answer.id))',
        'x = ":".join(then)',
        'x = Form("profile", fields, "Save")',
        'x = Button(label, f"{verb}:{answer.id}")',
        "x = Form(verb + tail, fields, submit)",
        'x = Pressed(action=f"{verb}:yes")',
        'x = buttons((say("wins"), "wins"))',
        'verb, *rest = action.split(":")',
        'x = text.partition(":")[0]',
        'x = event.what.action.startswith("keep")',
        'x = ":yes" in action',
        'x = ":yes" in button.action',
    ],
)
def test_a_planted_one_is_found(planted: str) -> None:
    assert set(handmade(planted)) == {1}


def handmade(source: str) -> Iterator[int]:
    """The lines on which something looks like an action that is built or taken apart by hand."""
    nodes = list(ast.walk(ast.parse(source)))
    parts = {id(part) for one in nodes if isinstance(one, ast.JoinedStr) for part in one.values}
    for node in nodes:
        match node:
            case ast.Constant(str() as text) if id(node) not in parts:
                found = text.startswith(VERBS)
            case ast.JoinedStr([ast.Constant(str() as text), *_]):
                found = text.startswith(VERBS)
            case ast.Call() | ast.Compare():
                found = _is_carried(node) or _is_looked_into(node) or _is_by_colon(node)
            case _:
                found = False
        if found:
            yield getattr(node, "lineno", 0)


def _is_carried(node: ast.Call | ast.Compare) -> bool:
    """A text is written where an action belongs."""
    match node:
        case ast.Call(ast.Name(name), given, named) if name in CARRIERS:
            at = 1 if name == "Button" else 0
            carried = [*given[at : at + 1], *(one.value for one in named if one.arg == "action")]
            return any(_is_made_here(one) for one in carried)
        case ast.Call(ast.Name("buttons"), pairs):
            said = (pair.elts[1] for pair in pairs if isinstance(pair, ast.Tuple))
            return any(_is_made_here(one) for one in said)
    return False


def _is_looked_into(node: ast.Call | ast.Compare) -> bool:
    """Something that is called an action is searched or split."""
    match node:
        case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[whole]):
            return _names_an_action(whole)
        case ast.Call(ast.Attribute(whole, way)) if way in TAKING_APART:
            return _names_an_action(whole)
    return False


def _is_by_colon(node: ast.Call | ast.Compare) -> bool:
    """Something is joined or split at a colon. Only a workspace's name is no action."""
    match node:
        case ast.Call(ast.Attribute(ast.Constant(":"), "join")):
            return True
        case ast.Call(ast.Attribute(whole, way), given) if way in TAKING_APART:
            colon = any(isinstance(one, ast.Constant) and one.value == ":" for one in given)
            return colon and ast.unparse(whole) != "workspace"
    return False


def _names_an_action(node: ast.AST) -> bool:
    match node:
        case ast.Name(name) | ast.Attribute(_, name):
            return name == "action"
    return False


def _is_made_here(node: ast.AST) -> bool:
    """True for a text, other than an empty one, that is written where an action belongs."""
    match node:
        case ast.Constant(str() as text):
            return text != ""
        case ast.JoinedStr() | ast.BinOp():
            return True
    return False


def longest_of(row: AnyRow, made_id: str) -> Action:
    """The longest text that a row can build with ids as the machine makes them."""
    return row(*(_longest(argument, made_id) for argument in row.arguments))


def _longest(argument: Argument[Any], made_id: str) -> object:
    if argument.choices:
        return max(argument.choices, key=lambda choice: len(str(choice)))
    match argument.name:
        case "then":
            return actions.ASK_ON(made_id, "+".join(switches()))
        case "purposes":
            return "+".join(switches())
        case "day" | "first" | "last":
            return DAY
        case "number" | "start":
            return 9999
        case "question_id":
            return f"{'q' * 40}.{'q' * 40}"
        case "drawn":
            return mask_of(range(1, 61))
    return made_id


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: f"{row.verb}-{row.form}")
def test_every_platform_carries_the_longest_action_whole(row: AnyRow) -> None:
    text = longest_of(row, "i" * 32)
    assert len(text.encode()) <= ID_LIMIT
    carried = value_for(text)
    assert read_action({"type": "button", "action_id": "press.0", "value": carried}) == text
    assert gesture({"do": text}, {}) == Pressed(text)
