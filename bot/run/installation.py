"""Where everything of one organisation is, as its settings say: for a backup and a restore."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from bot.run.open_platforms import own_tables
from bot.run.recovery import NOT_SET, recovery_of
from bot.settings import Settings
from storage import RefusedError, RootChoice
from storage.keys.location import KeyLocation
from storage.moving.backup import Installation


def installation_of(settings: Settings) -> Installation:
    """Returns where everything is. Raises RefusedError where no recovery folder is set."""
    recovery = recovery_of(settings)
    if recovery is None:
        raise RefusedError(NOT_SET)
    root = RootChoice(settings.epoch_root, settings.kms_key, settings.kms_endpoint)
    data, keys = settings.database_url, settings.keys_url
    return Installation(
        KeyLocation(
            settings.data,
            settings.organisation,
            root,
            keys.get_secret_value() if keys else None,
            settings.epochs,
        ),
        data.get_secret_value() if data else None,
        recovery,
        own_tables(),
        _version(),
    )


def _version() -> str:
    try:
        return version("handrail")
    except PackageNotFoundError:
        return "unknown"
