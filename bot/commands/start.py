"""Every command's start: names what would be ignored, and reads the settings."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.commands.printable import tell
from bot.environment.names import known_names, not_read
from bot.run.platforms import all_settings
from bot.settings import Settings

# By pydantic's names: a text that is no number, one with a fraction, and one that is too long.
WHOLE_NUMBERS = ("int_parsing", "int_type", "int_from_float")
ANY_NUMBER = 30
NOT_STARTED = (
    "Nothing was started, so that no setting is ignored. deploy/env.example lists all of them."
)


def problems_with_names(environment: Mapping[str, str] = os.environ) -> Sequence[str]:
    """Returns a sentence for each variable that Handrail and its platforms would not read."""
    return not_read(environment, known_names(all_settings()))


def refuse_unknown_names(typed: Sequence[str]) -> None:
    """Ends with a sentence for each variable that would be ignored, before any command.

    `typed` is the command line without "handrail". Help can always be read.
    """
    if not typed or typed[0].startswith("-") or "--help" in typed:
        return
    problems = problems_with_names()
    if problems:
        for sentence in (*problems, NOT_STARTED):
            tell(sentence, err=True)
        raise typer.Exit(1)


def settings_or_exit() -> Settings:
    """Reads the settings of Handrail and of every platform.

    Ends with one sentence for each wrong setting, and does not repeat its value.
    """
    try:
        return all_settings()()
    except ValidationError as wrong:
        for sentence in sentences(wrong):
            tell(sentence, err=True)
        raise typer.Exit(1) from None


def sentences(wrong: ValidationError) -> Sequence[str]:
    """Returns one sentence for each setting that cannot be right, without its value."""
    return [
        "_".join(("HANDRAIL", *map(str, one["loc"]))).upper() + _said(one)
        for one in wrong.errors(include_input=False, include_url=False)
    ]


def _said(wrong: ErrorDetails) -> str:
    """What is wrong with one setting. A number that cannot be read is told with one that can."""
    if wrong["type"].startswith(WHOLE_NUMBERS):
        return f": must be a whole number, such as {_usual(wrong)}."
    return f": {wrong['msg'].removeprefix('Value error, ')}"


def _usual(wrong: ErrorDetails) -> int:
    """The default of the setting, or a number that any setting of that kind could have."""
    field = all_settings().model_fields.get(str(wrong["loc"][0])) if wrong["loc"] else None
    return field.default if field is not None and isinstance(field.default, int) else ANY_NUMBER
