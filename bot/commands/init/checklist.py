"""The checklist that `handrail init` writes: what is left to do, in plain English and in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.commands.init.answers import Answers
from bot.commands.init.ways import WAYS

HEAD = """\
# What is left to do

Made by `handrail init`. Nothing was sent to anyone, and nothing is until a client allows it.
"""
SLACK = {
    "socket": "In Slack: “Create New App”, “From a manifest”, paste `slack-manifest.yaml`. Install "
    "it, and copy the bot token (xoxb-) and an app-level token (xapp-).",
    "http": "In Slack: “Create New App”, “From a manifest”, paste `slack-manifest.yaml`. Install "
    "it, and copy the bot token (xoxb-) and the signing secret. Slack asks the address at once, so "
    "Handrail has to run before.",
    "many": "In Slack: “Create New App”, “From a manifest”, paste `slack-manifest.yaml`, and copy "
    "client id, client secret and signing secret. docs/slack.md says how a workspace installs it.",
}
KEYS = {
    "file": "Keep the folder of the epoch key apart from the backups of the data, with another "
    "person. Without it nothing that people wrote can be read again (docs/keys.md).",
    "systemd": "Make a systemd credential that protects the epoch key (docs/keys.md), and keep a "
    "copy of the epoch's file apart from the backups of the data.",
    "aws-kms": "Let this machine use the KMS key, and nobody who has the backups of the data. "
    "Without that key nothing that people wrote can be read again (docs/keys.md).",
}
MAKE_KEYS = (
    "Make the first epoch with `handrail keys new` where the key store can be reached, and bring "
    "`1.key` to every process, with mode 0600. docs/scaling.md says how."
)
MAKE_DATABASES = "Make the two databases and their roles: docs/scaling.md has the statements."
MANY: Mapping[str, Sequence[str]] = {
    "python": (MAKE_DATABASES, MAKE_KEYS),
    "compose": ("Make the databases' passwords here, once: `sudo sh make-secrets.sh`.",),
    "systemd": (),
    "kubernetes": (
        MAKE_DATABASES + " Their addresses go into the Secrets `handrail-data-url` and "
        "`handrail-keys-url`, each under the key `url`.",
        MAKE_KEYS + " Here that is the Secret `handrail-epochs`.",
    ),
}


def checklist(answers: Answers, missing: Sequence[str], deployed: Sequence[str]) -> str:
    """Returns the page. `missing` says which secrets are still to be put where."""
    points = _points(answers, missing, deployed)
    return HEAD + "".join(f"\n- [ ] {point}\n" for point in points)


def _points(answers: Answers, missing: Sequence[str], deployed: Sequence[str]) -> Iterator[str]:
    if answers.slack is not None:
        yield SLACK[answers.slack.way]
    if answers.teams is not None:
        yield (
            "In Teams' admin centre: upload `handrail-teams.zip`. docs/teams.md says what the bot "
            "needs in Azure."
        )
    if answers.mail is not None:
        yield f"Let {answers.mail.host} take mail for {answers.mail.sender} (docs/mail.md)."
    if answers.public_url:
        yield (
            f"Lead {answers.public_url} to Handrail's port (8080) over a proxy with TLS. The port "
            "with /metrics and /readyz stays inside."
        )
    if missing:
        yield f"Put each secret where it belongs: {', '.join(missing)}."
    if answers.machines == "many":
        yield from MANY[answers.install]
    if answers.install != "python" and not deployed:
        yield f"Take the files for {answers.install} from the folder deploy/ of this release."
    yield KEYS[answers.keys.root]
    yield "Look at what is in force: `handrail config` shows each setting, and no secret."
    yield _start(answers)
    yield "Ask `handrail doctor` whether all is well. It says what to do about what is not."
    yield "Set up backups before the first client: docs/operating.md says what to keep where."


def _start(answers: Answers) -> str:
    many = answers.machines == "many"
    command = "serve` and `handrail worker" if many else "run"
    compose = "compose.scale.yaml" if many else "compose.yaml"
    start = WAYS[answers.install].start
    return start.format(command=command, compose=compose, machines=answers.machines)
