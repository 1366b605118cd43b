"""Every command that is called wrongly says in one sentence what is wrong, and repeats nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from typer.main import get_command

from bot.__main__ import app, main

NAME = "Mai-Le"
HELP = "--help` tells how it is used."


@pytest.fixture(autouse=True)
def _logs_as_before() -> Iterator[None]:
    yield
    structlog.reset_defaults()


def commands(command: Any = None, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each command that can be called, by the words that call it."""
    command = command or get_command(app)
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, *path, name)
    if not hasattr(command, "commands"):
        yield path, command


COMMANDS = dict(commands())


def groups() -> set[tuple[str, ...]]:
    return {path[:depth] for path in COMMANDS for depth in range(len(path))}


def given(command: Any, but: str = "") -> list[str]:
    """All that the command needs, with values that are of the right type."""
    words: list[str] = []
    for one in command.params:
        if one.required and one.opts[0] != but:
            words += [one.opts[0], "x"] if one.opts[0].startswith("-") else ["x"]
    return words


def said(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Any) -> tuple[str, str]:
    """What a call prints to stdout and stderr. It must end with 1."""
    monkeypatch.setattr(sys, "argv", ["handrail", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 1, words
    printed: tuple[str, str] = capsys.readouterr()
    return printed


def wrong_calls() -> Iterator[tuple[tuple[str, ...], list[str], str]]:
    """Each way in which a call is wrong: the command, what follows it, and what must be said."""
    for path, command in COMMANDS.items():
        needed = [one.opts[0] for one in command.params if one.required]
        if needed:
            told = f"{' and '.join(needed)} {'are' if len(needed) > 1 else 'is'} missing"
            yield path, [], told
        for option in needed:
            yield path, given(command, but=option), f"{option} is missing"
        yield path, [*given(command), f"--{NAME}"], "not known"
        yield path, [*given(command), *[NAME] * 9], "too many"
        for one in command.params:
            if one.opts[0].startswith("--"):
                wrong = f"{one.opts[0]}={NAME}" if one.is_flag else one.opts[0]
                yield path, [*given(command), wrong], f"{one.opts[0]} has no value"


def test_every_wrong_call_of_every_command_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = list(wrong_calls())
    assert {path for path, _, _ in calls} == set(COMMANDS)
    for path, rest, told in calls:
        out, problem = said([*path, *rest], monkeypatch, capsys)
        whole = " ".join(("handrail", *path))
        assert problem.startswith(f"{whole}: "), (path, rest)
        assert told in problem, (path, rest)
        assert problem.endswith(f"`{whole} {HELP}\n"), (path, rest)
        assert (problem.count("\n"), out) == (1, ""), (path, rest)
        assert NAME not in problem, (path, rest)


def test_a_value_that_cannot_be_right_names_its_option(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _, problem = said(["demo", "--pace", NAME], monkeypatch, capsys)
    assert problem == f"handrail demo: --pace cannot be right. `handrail demo {HELP}\n"


def test_a_group_without_a_command_shows_its_help_and_with_a_strange_one_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in sorted(groups()):
        out, problem = said([*path], monkeypatch, capsys)
        assert "Usage: " in out + problem, path
        whole = " ".join(("handrail", *path))
        _, problem = said([*path, NAME], monkeypatch, capsys)
        told = f"{whole}: something in it is not known. `{whole} {HELP}\n"
        assert problem == told, path
