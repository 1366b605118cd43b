"""What an operator reads when a command was called wrongly: one sentence, for every command.

What was typed is never repeated, because it may name a person. Only names that stand in the
command's own help are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, cast

from typer.exceptions import TyperException


class _Parameter(Protocol):
    name: str
    opts: list[str]
    required: bool


class _Command(Protocol):
    params: list[_Parameter]


class _Context(Protocol):
    command_path: str
    command: _Command
    params: dict[str, object]


def explained(wrong: TyperException, command: object, typed: Sequence[str]) -> str:
    """Returns the sentence, or "" where the help was shown already. `typed` is without "handrail".

    Typer's own message is empty for a missing option, and repeats what was typed for all else.
    """
    context = cast("_Context | None", getattr(wrong, "ctx", None))
    path = context.command_path if context else " ".join(_path(command, typed))
    what = _of_parameter(wrong, context) or _of_option(wrong, command) or _of_extra(wrong)
    if not what:
        if not wrong.message.strip():
            return ""
        what = "something in it is not known"
    return f"{path}: {what}. `{path} --help` tells how it is used."


def _of_parameter(wrong: TyperException, context: _Context | None) -> str:
    parameter = cast("_Parameter | None", getattr(wrong, "param", None))
    if parameter is None:
        return ""
    if wrong.message.strip():
        return f"{parameter.opts[0]} cannot be right"
    missing = [parameter.opts[0]]
    if context is not None:
        needed = (one for one in context.command.params if one.required)
        missing = [one.opts[0] for one in needed if one.name not in context.params] or missing
    return f"{' and '.join(missing)} {'are' if len(missing) > 1 else 'is'} missing"


def _of_option(wrong: TyperException, command: object) -> str:
    """For an option of ours without its value, or a switch with one. Typer tells no command."""
    name = getattr(wrong, "option_name", None)
    if name not in set(_options(command)):
        return ""
    return f"{name} has no value, or one that it does not take"


def _of_extra(wrong: TyperException) -> str:
    """More words than the command takes. What they are is not repeated."""
    return "it has an argument too many" if "extra argument" in wrong.message else ""


def _path(command: object, typed: Sequence[str]) -> Iterable[str]:
    yield "handrail"
    for word in typed:
        command = getattr(command, "commands", {}).get(word)
        if command is None:
            return
        yield word


def _options(command: object) -> Iterable[str]:
    for parameter in getattr(command, "params", []):
        yield from parameter.opts
    for inner in getattr(command, "commands", {}).values():
        yield from _options(inner)
