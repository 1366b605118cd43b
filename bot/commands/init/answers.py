"""What `handrail init` has to know, read from a file of answers and checked.

A file of answers (TOML) holds no secret: it names the files that hold them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import rtoml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from bot.commands.init.of_platforms import faults_of_parts, not_offered, offered, whole_parts

Machines = Literal["one", "many"]
Install = Literal["python", "compose", "systemd", "kubernetes"]
Root = Literal["file", "systemd", "aws-kms"]


class AnswersRefusedError(Exception):
    """The answers cannot be right. The text says which and why, a line each."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


class WhereKeysLie(_Part):
    """What protects the epoch key, and the folder that it lies in ("" is chosen for you).

    `recovery` is the folder for the sealed copy of the keys, and `recovery_key` the public half of
    its key, which is made where there is none. Without a folder both are left for later.
    """

    root: Root = "file"
    folder: str = ""
    kms_key: str = ""
    make: bool = True
    recovery: str = ""
    recovery_key: str = ""


class Answers(_Part):
    """All that was asked. `platforms` holds whole answers for each that is wanted, by its name."""

    name: str = Field(default="Handrail", min_length=1, max_length=32)
    organisation: str = "organisation"
    run_by: str = ""
    zone: str = "UTC"
    public_url: str = ""
    machines: Machines = "one"
    install: Install = "python"
    data: str = ""
    keys: WhereKeysLie = WhereKeysLie()
    platforms: dict[str, dict[str, str]] = Field(default_factory=dict)
    secrets: dict[str, str] = Field(default_factory=dict, repr=False)

    @field_validator("secrets")
    @classmethod
    def _only_files(cls, secrets: dict[str, str]) -> dict[str, str]:
        if not all(one.startswith("/") for one in secrets.values()):
            raise ValueError("holds paths of files, such as /run/secrets/token, and no secret")
        return secrets


def read_answers(file: Path) -> Answers:
    """Reads a file of answers. Raises AnswersRefusedError, which repeats no value."""
    try:
        return answers_from(tomllib.loads(file.read_text(encoding="utf-8")))
    except OSError as fault:
        why = (fault.strerror or type(fault).__name__).lower()
        raise AnswersRefusedError(f"The answers cannot be read ({why}).") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise AnswersRefusedError("The file of answers is not a TOML file.") from None


def answers_from(table: Mapping[str, object]) -> Answers:
    """Reads a table in which each platform is a table of its own name.

    Raises AnswersRefusedError for a table that is not whole, or has an answer nobody asked.
    """
    names, told = offered(), faults_of_parts(table)
    if "platforms" in table:
        told.append("platforms: is not asked; each platform is a table of its own name")
    own = {name: value for name, value in table.items() if name not in names}
    parts = {} if told else whole_parts(table)
    try:
        answers = Answers.model_validate(own | {"platforms": parts})
    except ValidationError as wrong:
        told += [
            f"{'.'.join(map(str, one['loc']))}: {one['msg'].removeprefix('Value error, ')}"
            for one in wrong.errors(include_input=False, include_url=False)
        ]
        raise AnswersRefusedError("\n".join(told)) from None
    if told:
        raise AnswersRefusedError("\n".join(told))
    return answers


def as_toml(answers: Answers) -> str:
    """Returns the answers as a file of answers, from which the same can be made again."""
    head = "# What `handrail init` was told. It holds no secret. Use it again with --answers.\n"
    own = answers.model_dump(exclude={"platforms"}, exclude_none=True, exclude_defaults=True)
    return head + rtoml.dumps(own | not_offered(answers.platforms))
