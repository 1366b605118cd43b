"""Where everything of one organisation is, as its settings say: for a backup and a restore."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from bot.run.open_platforms import own_tables
from bot.settings import Settings
from storage import RefusedError, RootChoice
from storage.keys.location import KeyLocation
from storage.keys.recovery.folder import RecoveryFolder
from storage.keys.recovery.recovery_key import is_public
from storage.moving.backup import Installation

NOT_SET = (
    "Set HANDRAIL_RECOVERY (a folder on another disk) and HANDRAIL_RECOVERY_KEY (what `handrail "
    "keys recovery` prints): without both, a lost disk cannot be restored. Nothing was changed."
)


def recovery_of(settings: Settings) -> RecoveryFolder | None:
    """Returns the recovery folder, or None where none is set.

    Raises RefusedError where one of the two settings is missing or wrong, or where the folder is in
    the data folder.
    """
    folder, key = settings.recovery, settings.recovery_key
    if folder is None and key is None:
        return None
    if folder is None or key is None:
        raise RefusedError(NOT_SET)
    if not is_public(key):
        raise RefusedError(
            "HANDRAIL_RECOVERY_KEY is not the public half of a recovery key, or a character is "
            "wrong. Copy it again. Nothing was changed."
        )
    if folder.resolve().is_relative_to(settings.data.resolve()):
        raise RefusedError(
            "HANDRAIL_RECOVERY is in the data folder, so one lost disk takes both. Choose a folder "
            "on another disk or machine. Nothing was changed."
        )
    return RecoveryFolder(folder, key)


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
