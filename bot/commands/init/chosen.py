"""Which settings follow from the answers, and which secrets have to be given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import SecretStr, ValidationError

from bot.commands.init.answers import Answers, AnswersRefusedError
from bot.commands.init.of_platforms import chosen, offered
from bot.commands.init.ways import WAYS
from bot.commands.start import sentences
from bot.environment.secret_files import SUFFIX, is_secret, variable
from bot.run.platforms import all_settings
from bot.run.recovery import recovery_of
from bot.settings import Settings
from storage.trouble import RefusedError

LATER = "later"
ADDRESS_LATER = "postgresql://handrail_{0}:later@localhost/handrail_{0}"
BY_MANY = ("database_url", "keys_url")
OF_EVERY_ONE = frozenset(
    {
        *("organisation", "run_by", "zone", "public_url", *BY_MANY),
        *("data", "epochs", "epoch_root", "kms_key", "recovery", "recovery_key"),
    }
)


def written() -> frozenset[str]:
    """Returns every setting that some answers lead to."""
    return OF_EVERY_ONE.union(*(one.written for one in offered().values()))


def chosen_settings(answers: Answers, folder: Path) -> dict[str, str]:
    """Returns the settings that are no secrets, by name. The files are written to `folder`."""
    found = {
        "organisation": answers.organisation,
        "run_by": answers.run_by,
        "zone": answers.zone,
        "public_url": answers.public_url,
    }
    found |= _places(answers, folder)
    for _, set_up, given in chosen(answers.platforms):
        found |= set_up.settings(given)
    return {name: value for name, value in found.items() if value}


def needed_secrets(answers: Answers) -> Sequence[str]:
    """Returns the names of the secrets without which these settings are not whole."""
    needed: list[str] = []
    if answers.machines == "many":
        needed += [one for one in BY_MANY if one not in WAYS[answers.install].sets]
    for _, set_up, given in chosen(answers.platforms):
        needed += set_up.needs(given)
    return needed


def checked(answers: Answers, folder: Path) -> Settings:
    """Returns the settings as they will be once each secret is there.

    Raises AnswersRefusedError with a sentence for each answer that cannot be right.
    """
    settings, needed = all_settings(), needed_secrets(answers)
    if answers.machines not in WAYS[answers.install].files:
        raise AnswersRefusedError(f"install: {answers.install} is for one process on one machine")
    strange = sorted(set(answers.secrets) - set(needed))
    if strange:
        raise AnswersRefusedError(f"secrets: nothing here needs {', '.join(strange)}")
    later: dict[str, object] = {name: SecretStr(_later(name)) for name in needed}
    try:
        found = settings.model_validate(later | chosen_settings(answers, folder))
        recovery_of(found)
    except ValidationError as wrong:
        raise AnswersRefusedError("\n".join(sentences(wrong))) from None
    except RefusedError as wrong:
        raise AnswersRefusedError(str(wrong)) from None
    return found


def fault_of_setting(name: str, value: str) -> str | None:
    """Returns what is wrong with one value by itself, or None."""
    try:
        all_settings().model_validate({name: value})
    except ValidationError as wrong:
        for one in wrong.errors(include_input=False, include_url=False):
            if one["loc"][:1] == (name,):
                return one["msg"].removeprefix("Value error, ")
    return None


def named(name: str) -> str:
    """Returns the environment variable of a setting."""
    return variable(all_settings(), name)


def may_be_written(variable_name: str) -> bool:
    """Tells whether some answers would write this variable; another one is the operator's own."""
    return variable_name.removesuffix(SUFFIX) in {named(name) for name in written()}


def is_secret_variable(name: str) -> bool:
    """Tells whether this variable holds a secret, and not the name of a file."""
    fields = all_settings().model_fields
    return name in {named(one) for one, field in fields.items() if is_secret(field)}


def _later(name: str) -> str:
    return ADDRESS_LATER.format(name.removesuffix("_url")) if name.endswith("_url") else LATER


def _places(answers: Answers, folder: Path) -> dict[str, str]:
    """Elsewhere than on a bare machine the files of deploy/ say where data and keys lie."""
    keys = answers.keys
    found = {"epoch_root": keys.root if keys.root != "file" else "", "kms_key": keys.kms_key}
    found |= {"recovery": keys.recovery, "recovery_key": keys.recovery_key}
    if answers.install == "python":
        found["data"] = answers.data or str(folder / "data")
        found["epochs"] = keys.folder or str(folder / "epochs")
    if answers.install == "kubernetes":
        found["epochs"] = "/epochs"
    return found
