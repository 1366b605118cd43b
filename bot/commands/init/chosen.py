"""Which settings follow from the answers, and which secrets have to be given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings

from bot.commands.init.answers import Answers, AnswersRefusedError
from bot.commands.init.ways import WAYS
from bot.commands.start import sentences
from bot.environment.secret_files import SUFFIX, is_secret, variable
from bot.run.platforms import all_settings

LATER = "later"
ADDRESS_LATER = "postgresql://handrail_{0}:later@localhost/handrail_{0}"
BY_MANY = ("database_url", "keys_url")
OF_SLACK: Mapping[str, tuple[str, ...]] = {
    "socket": ("slack_bot_token", "slack_app_token"),
    "http": ("slack_bot_token", "slack_signing_secret"),
    "many": ("slack_signing_secret", "slack_client_secret"),
}
# Every setting that the answers can lead to.
WRITTEN = frozenset(
    {
        *("organisation", "run_by", "zone", "public_url"),
        *("data", "epochs", "epoch_root", "kms_key", *BY_MANY),
        *(
            "slack_client_id",
            "slack_workspaces",
            *(name for way in OF_SLACK.values() for name in way),
        ),
        *("teams_app_id", "teams_tenant", "teams_secret", "teams_certificate"),
        *("teams_managed_identity", "mail_host", "mail_from", "mail_user", "mail_password"),
        "mail_tls",
    }
)


def chosen_settings(answers: Answers, folder: Path) -> dict[str, str]:
    """Returns the settings that are no secrets, by name. The files are written to `folder`."""
    found = {
        "organisation": answers.organisation,
        "run_by": answers.run_by,
        "zone": answers.zone,
        "public_url": answers.public_url,
    }
    found |= _places(answers, folder) | _of_platforms(answers)
    return {name: value for name, value in found.items() if value}


def needed_secrets(answers: Answers) -> Sequence[str]:
    """Returns the names of the secrets without which these settings are not whole."""
    needed: list[str] = []
    if answers.machines == "many":
        needed += [one for one in BY_MANY if one not in WAYS[answers.install].sets]
    if answers.slack is not None:
        needed += OF_SLACK[answers.slack.way]
    if answers.teams is not None and answers.teams.signs_in == "secret":
        needed.append("teams_secret")
    if answers.mail is not None and answers.mail.user:
        needed.append("mail_password")
    return needed


def checked(answers: Answers, folder: Path) -> BaseSettings:
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
        return settings.model_validate(later | chosen_settings(answers, folder))
    except ValidationError as wrong:
        raise AnswersRefusedError("\n".join(sentences(wrong))) from None


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
    return variable_name.removesuffix(SUFFIX) in {named(name) for name in WRITTEN}


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
    if answers.install == "python":
        found["data"] = answers.data or str(folder / "data")
        found["epochs"] = keys.folder or str(folder / "epochs")
    if answers.install == "kubernetes":
        found["epochs"] = "/epochs"
    return found


def _of_platforms(answers: Answers) -> dict[str, str]:
    found: dict[str, str] = {}
    if answers.slack is not None:
        found["slack_client_id"] = answers.slack.client_id
        found["slack_workspaces"] = answers.slack.workspaces
    if answers.teams is not None:
        found["teams_app_id"] = answers.teams.app_id
        found["teams_tenant"] = answers.teams.tenant
        found["teams_certificate"] = answers.teams.certificate
        if answers.teams.signs_in == "managed_identity":
            found["teams_managed_identity"] = "true"
    if answers.mail is not None:
        found["mail_host"] = answers.mail.host
        found["mail_from"] = answers.mail.sender
        found["mail_user"] = answers.mail.user
        found["mail_tls"] = answers.mail.tls
    return found
