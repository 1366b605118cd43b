"""Puts a policy in force in this process: the settings that it replaces say what it says.

Everything that asks a setting goes on asking the same one, so nothing has two sources.
"""

from __future__ import annotations

from bot.domain.policy.rows import REPLACES, Policy
from bot.settings import Settings

PREFIX = "HANDRAIL_"


def twice_said(settings: Settings) -> list[str]:
    """A sentence for each setting that is given although a policy file says the same."""
    if settings.policy_file is None or settings.policy is not None:
        return []
    given = settings.model_fields_set
    keys: dict[str, list[str]] = {}
    for key, name in REPLACES.items():
        if name.removeprefix(PREFIX).lower() in given:
            keys.setdefault(name, []).append(key)
    return [
        f"{name} and HANDRAIL_POLICY_FILE are both given. With a policy file, {' and '.join(said)} "
        f"in it is the one place: write it there, and remove {name}."
        for name, said in keys.items()
    ]


def put_in_force(settings: Settings, policy: Policy) -> None:
    """From now on this process goes by `policy`. What is stored is narrowed by `narrowing`."""
    organisation, sponsor = policy.organisation, policy.sponsor
    settings.policy = policy
    settings.run_by = f"{organisation.name}, {organisation.contact}"
    settings.keep_days = policy.keeping.most_days
    settings.grace_days = policy.keeping.grace_days
    settings.backup_days = policy.keeping.backup_days
    coaches = policy.coaches
    settings.coaches = ",".join(coaches.listed) if coaches.who == "listed" else coaches.who
    settings.digests = policy.digests.form
    settings.sponsor_name, settings.sponsor_address = sponsor.name, sponsor.address
    settings.minimum_group = sponsor.minimum_group
