"""Writes the environment file, and reads what an earlier one holds.

The shell, Docker Compose and systemd read it alike: a value stands bare, or in quotes where it has
to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.environment.secret_files import SUFFIX

BARE = re.compile(r"[A-Za-z0-9_@%+=:,./?&~-]*")
ASSIGNED = re.compile(r"^(?:export )?(?P<name>\w+)=(?P<value>.*)$", re.M)
ESCAPED = re.compile(r"\\(.)")
LINE = re.compile(r"^([-+ ]?(\w+)=)(.+)$", re.M)
SPECIAL = re.compile(r'([\\"$`])')
HEAD = """\
# Made by `handrail init`. It may hold secrets: nobody else may open it.
"""
FILL_IN = "# Fill these in, or name a file that holds each: add _FILE to its name."
YOURS = "# Yours: `handrail init` did not ask for these, and keeps them."


def environment_text(
    chosen: Mapping[str, str], secrets: Mapping[str, str], yours: Mapping[str, str]
) -> str:
    """Returns the file's text, each by the name of its variable. An empty secret waits for one."""
    parts = [HEAD, *_lines(chosen)]
    if secrets:
        parts += [f"\n{FILL_IN}\n", *_lines(secrets)]
    if yours:
        parts += [f"\n{YOURS}\n", *_lines(yours)]
    return "".join(parts)


def read_environment(file: Path) -> dict[str, str]:
    """Returns what the file holds, empty if there is none. Raises OSError."""
    if not file.exists():
        return {}
    found = ASSIGNED.finditer(file.read_text(encoding="utf-8"))
    return {one["name"]: _unquoted(one["value"].strip()) for one in found}


def with_secrets(
    needed: Sequence[str], given: Mapping[str, str], before: Mapping[str, str]
) -> dict[str, str]:
    """Returns a line for each needed secret: as given now, else as it was before, else empty.

    What is given as a path, and begins with "/", is a file.
    """
    found: dict[str, str] = {}
    for name in needed:
        value = given.get(name, "")
        if value:
            found[name + SUFFIX if value.startswith("/") else name] = value
        elif before.get(name + SUFFIX):
            found[name + SUFFIX] = before[name + SUFFIX]
        else:
            found[name] = before.get(name, "")
    return found


def hidden(text: str, is_secret: Callable[[str], bool]) -> str:
    """Returns lines of the file, or of a difference between two, without the value of a secret."""
    return LINE.sub(lambda found: f"{found[1]}{'…' if is_secret(found[2]) else found[3]}", text)


def _lines(values: Mapping[str, str]) -> Sequence[str]:
    return [f"{name}={_quoted(value)}\n" for name, value in values.items()]


def _quoted(value: str) -> str:
    if BARE.fullmatch(value):
        return value
    if "'" not in value:
        return f"'{value}'"
    return '"' + SPECIAL.sub(r"\\\1", value) + '"'


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1]
    if len(value) > 1 and value[0] == value[-1] == '"':
        return ESCAPED.sub(r"\1", value[1:-1])
    return value.partition(" #")[0].rstrip()
