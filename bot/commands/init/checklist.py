"""The checklist that `handrail init` writes: what is left to do, in plain English and in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.commands.init.answers import Answers
from bot.commands.init.of_platforms import chosen
from bot.commands.init.recovering import SECRET_HALF
from bot.commands.init.ways import WAYS

HEAD = """\
# What is left to do

Made by `handrail init`. Nothing was sent to anyone, and nothing is until a client allows it.
"""
# docs/keys.md says the same: with an old epoch, an older copy of the key store opens again.
NO_COPY = (
    "Make no copies of epochs and key store by hand: the recovery folder keeps the sealed copy."
)
KEYS = {
    "file": "Keep the folder of the epoch key apart from the data and its backups (docs/keys.md).",
    "systemd": "Make a systemd credential that protects the epoch key (docs/keys.md).",
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
RECOVERY = (
    f"Take `{SECRET_HALF}`, if it was made here, away from this machine: it is the secret half of "
    "the recovery key. Keep it with two people, on no machine that Handrail runs on.",
    "Back up each night with `handrail backup --to`, to another disk. Keep backups, recovery "
    "folder and recovery key in three places: docs/backup.md says what to keep where.",
)
NO_RECOVERY = (
    "Before the first client, choose a recovery folder on another disk (`HANDRAIL_RECOVERY`), and "
    "make its key with `handrail keys recovery` (`HANDRAIL_RECOVERY_KEY`). Then back up each night "
    "with `handrail backup --to`. docs/backup.md says what to keep where.",
)
POLICY = (
    "If your organisation has rules for everybody here, write them into a policy file, and name it "
    "in `HANDRAIL_POLICY_FILE`. `handrail policy check` reads it first, and docs/policy.md has an "
    "example."
)


def checklist(answers: Answers, missing: Sequence[str], deployed: Sequence[str]) -> str:
    """Returns the page. `missing` says which secrets are still to be put where."""
    points = _points(answers, missing, deployed)
    return HEAD + "".join(f"\n- [ ] {point}\n" for point in points)


def _points(answers: Answers, missing: Sequence[str], deployed: Sequence[str]) -> Iterator[str]:
    for _, set_up, given in chosen(answers.platforms):
        yield from set_up.to_do(given)
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
    yield f"{KEYS[answers.keys.root]} {NO_COPY}"
    yield "Look at what is in force: `handrail config` shows each setting, and no secret."
    yield _start(answers)
    yield "Ask `handrail doctor` whether all is well. It says what to do about what is not."
    yield from RECOVERY if answers.keys.recovery else NO_RECOVERY
    yield POLICY


def _start(answers: Answers) -> str:
    many = answers.machines == "many"
    command = "serve` and `handrail worker" if many else "run"
    compose = "compose.scale.yaml" if many else "compose.yaml"
    start = WAYS[answers.install].start
    return start.format(command=command, compose=compose, machines=answers.machines)
