"""`handrail policy check` and `handrail policy show`: the organisation's policy as a file."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.commands.printable import clean, tell
from bot.commands.show import as_json, facts
from bot.commands.start import settings_or_exit
from bot.domain.policy.rows import Policy
from bot.domain.purposes import Purpose
from bot.rules.policy.in_force import twice_said
from bot.rules.policy.reading import PolicyRefusedError, read_policy

policy = typer.Typer(no_args_is_help=True, help="The organisation's policy: docs/policy.md.")

FILE = typer.Argument(None, help="The file. Left out: the one of HANDRAIL_POLICY_FILE.")
JSON = typer.Option(False, "--json", help="One line of JSON, for machines.")
NONE_GIVEN = "HANDRAIL_POLICY_FILE names no file, so the settings hold (docs/policy.md)."
KEEPING = (Purpose.KEEP_WORDS, Purpose.KEEP_MARKS)
ENDS_KEEPING = (
    "What was kept under {} is removed within 15 minutes of the start, and nothing brings it back."
)


@policy.command()
def check(file: Path | None = FILE) -> None:
    """Check a policy file, and name every fault with its line. It changes nothing."""
    path = file or settings_or_exit().policy_file
    if path is None:
        tell(NONE_GIVEN, err=True)
        raise typer.Exit(1)
    found = _read(path)
    tell(f"{clean(path.name)}: it can be used. Its hash is {found.hash}.")
    for purpose in KEEPING:
        if purpose in found.forbidden:
            tell(ENDS_KEEPING.format(purpose))


@policy.command()
def show(json: bool = JSON) -> None:
    """Show the policy that a start would take now, with its hash.

    `handrail doctor` shows the hash that each running process goes by.
    """
    settings = settings_or_exit()
    if settings.policy_file is None:
        return as_json({"hash": None}) if json else tell(NONE_GIVEN)
    for sentence in twice_said(settings):
        tell(sentence, err=True)
    found = _read(settings.policy_file)
    if json:
        as_json({"hash": found.hash, **found.model_dump(mode="json")})
    else:
        facts([("hash", found.hash), *_rows(found)])
    return None


def _read(path: Path) -> Policy:
    try:
        return read_policy(path)
    except PolicyRefusedError as refused:
        tell(refused, err=True)
        raise typer.Exit(1) from None


def _rows(found: Policy) -> list[tuple[str, object]]:
    rows: list[tuple[str, object]] = []
    for part, said in found.model_dump(mode="json").items():
        if isinstance(said, dict):
            rows += [(f"{part}.{key}", _plain(value)) for key, value in said.items()]
        else:
            rows.append((part, f"{len(said)} of the organisation's own"))
    return rows


def _plain(value: object) -> object:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "not limited"
    return "not given" if value is None else value
