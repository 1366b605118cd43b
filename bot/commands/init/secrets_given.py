"""Puts each secret where the chosen way of installing reads it: in the environment, or a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.commands.init.answers import Answers
from bot.commands.init.chosen import named, needed_secrets
from bot.commands.init.ways import WAYS, file_name
from bot.environment.secret_files import SUFFIX


@dataclass(frozen=True, slots=True)
class SecretsGiven:
    """The lines of the environment file, the files to write beside it, and what is still missing.

    No repr shows a secret.
    """

    lines: Mapping[str, str]
    files: Mapping[str, str]
    missing: Sequence[str]

    def __repr__(self) -> str:
        return f"SecretsGiven({len(self.lines)} lines, {len(self.missing)} missing)"


def secrets_of(
    answers: Answers, given: Mapping[str, str], before: Mapping[str, str], folder: Path
) -> SecretsGiven:
    """Returns where each needed secret goes: as given now, else as it was before, else empty.

    What is given as a path, and begins with "/", is a file of the operator's.
    """
    lines: dict[str, str] = {}
    files: dict[str, str] = {}
    missing: list[str] = []
    way = WAYS[answers.install]
    for setting in needed_secrets(answers):
        name, value = named(setting), given.get(setting, "")
        if value.startswith("/"):
            lines[name + SUFFIX] = value
        elif not value and before.get(name + SUFFIX, "") not in ("", _place(answers, setting)):
            lines[name + SUFFIX] = before[name + SUFFIX]
        elif not way.seen_at:
            lines[name] = value or before.get(name, "")
            missing += [] if lines[name] else [f"{name} in `{way.environment}`"]
        else:
            file = way.lies_at.format(file_name(setting))
            lines[name + SUFFIX] = _place(answers, setting)
            files |= {file: value} if value else {}
            missing += [] if value or (folder / file).exists() else [f"`{file}` ({name})"]
    return SecretsGiven(lines, files, missing)


def _place(answers: Answers, setting: str) -> str:
    return WAYS[answers.install].seen_at.format(file_name(setting))
