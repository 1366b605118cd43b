"""The recovery folder, as the settings say."""

from __future__ import annotations

from bot.settings import Settings
from storage import RefusedError
from storage.keys.recovery.folder import RecoveryFolder
from storage.keys.recovery.recovery_key import is_public

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
