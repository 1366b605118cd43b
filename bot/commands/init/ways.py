"""The ways of installing: where each one reads its settings and secrets, and which files it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.commands.init.answers import Install, Machines


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallWay:
    """One way of installing.

    `environment` is the environment file's path in the folder that is written to; `quoted` says
    that its values may stand in quotes. Where secrets are files, `seen_at` is their path as
    Handrail sees it, and `lies_at` their path in the folder; the name takes the place of {}.
    `files` are those of deploy/, for one machine and for many; one that is missing is not possible.
    `sets` are the settings that these files bring themselves. `start` says how to start it.
    """

    environment: str
    quoted: bool = True
    seen_at: str = ""
    lies_at: str = ""
    files: Mapping[Machines, tuple[str, ...]]
    sets: frozenset[str] = field(default_factory=frozenset)
    start: str


BY_FILES = frozenset({"database_url", "keys_url"})
WAYS: Mapping[Install, InstallWay] = MappingProxyType(
    {
        "python": InstallWay(
            environment="handrail.env",
            files={"one": (), "many": ()},
            start="Start it here: `set -a; . ./handrail.env; set +a; handrail {command}`.",
        ),
        "compose": InstallWay(
            environment=".env",
            seen_at="/secrets/{}",
            lies_at="secrets/platforms/{}",
            files={
                "one": ("compose.yaml",),
                "many": ("compose.scale.yaml", "make-secrets.sh", "postgres-role.sh"),
            },
            sets=BY_FILES,
            start="Make the image once, as deploy/README.md says. Give the secrets to its user: "
            "`sudo chown -R 0:10001 secrets/platforms && sudo chmod -R u=rwX,g=rX,o= "
            "secrets/platforms`. Then start it here: `docker compose -f {compose} up --detach`.",
        ),
        "systemd": InstallWay(
            environment="handrail.env",
            seen_at="/run/credentials/handrail.service/secret_{}",
            lies_at="secrets/{}",
            files={"one": ("systemd",)},
            start="Copy `handrail.env` and `secrets` to `/etc/handrail/` (root's, mode 0600), and "
            "the files in `systemd` to where their first lines say. Then `systemctl enable --now "
            "handrail`.",
        ),
        "kubernetes": InstallWay(
            environment="kubernetes/base/settings.env",
            quoted=False,
            seen_at="/secrets/{}",
            lies_at="secrets/{}",
            files={"one": ("kubernetes",), "many": ("kubernetes",)},
            sets=BY_FILES,
            start="Make the Secret: `kubectl create namespace handrail`, `kubectl -n handrail "
            "create secret generic handrail-platforms --from-file=secrets/`, and remove the folder "
            "`secrets`. Then `kubectl apply -k kubernetes/overlays/{machines}`.",
        ),
    }
)


def file_name(setting: str) -> str:
    """Returns the name of a secret's file: slack-bot-token for `slack_bot_token`."""
    return setting.replace("_", "-")
