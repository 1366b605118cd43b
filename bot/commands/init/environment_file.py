"""Writes the environment file, and reads what an earlier one holds.

The shell, Docker Compose and systemd read it alike: a value stands bare, or in quotes where it has
to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

BARE = re.compile(r"[A-Za-z0-9_@%+=:,./?&~-]*")
ASSIGNED = re.compile(r"^(?:export )?(?P<name>\w+)=(?P<value>.*)$", re.M)
ESCAPED = re.compile(r"\\(.)")
LINE = re.compile(r"^([-+ ]?(\w+)=)(.+)$", re.M)
SPECIAL = re.compile(r'([\\"$`])')
HEAD = """\
# Made by `handrail init`. It may hold secrets: nobody else may open it.
"""


def environment_text(parts: Mapping[str, Mapping[str, str]], *, quoted: bool) -> str:
    """Returns the file's text: each part under its heading, by the name of the variable."""
    text = HEAD
    for heading, values in parts.items():
        if values:
            lines = (
                f"{name}={_quoted(value) if quoted else value}" for name, value in values.items()
            )
            text += "\n".join(("", f"# {heading}", *lines, ""))
    return text


def read_environment(file: Path) -> dict[str, str]:
    """Returns what the file holds, empty if there is none. Raises OSError."""
    if not file.exists():
        return {}
    found = ASSIGNED.finditer(file.read_text(encoding="utf-8"))
    return {one["name"]: _unquoted(one["value"].strip()) for one in found}


def hidden(text: str, is_secret: Callable[[str], bool]) -> str:
    """Returns lines of the file, or of a difference between two, without the value of a secret."""
    return LINE.sub(lambda found: f"{found[1]}{'…' if is_secret(found[2]) else found[3]}", text)


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
