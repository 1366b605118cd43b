"""Puts a new copy of the keys in the place of the one before, but never of one that is not its own.

The copy in the folder may be all that is left of a lost installation, or of a later restore.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.ports import DamagedError
from storage.keys.records import ENDINGS, PAST_LINEAGES
from storage.keys.recovery.endings import Endings
from storage.keys.recovery.folder import COPY, RecoveryFolder
from storage.keys.recovery.key_copy import KeyCopy
from storage.keys.recovery.lineage import EndingCount
from storage.trouble import RefusedError

OF_OTHER_KEYS = (
    "{folder} (HANDRAIL_RECOVERY) holds the copy of other keys than these. Was the disk lost? Then "
    "empty the data folder, and run `handrail restore`. Else give this installation a folder of "
    "its own. Nothing was changed there."
)
UNREADABLE = (
    "The first line of {file} is damaged, so nobody can say whose keys it has. Was the disk lost? "
    "Then put that file back as it was, empty the data folder, and run `handrail restore`. Else "
    "move the file away, and run `handrail backup`. Nothing was changed there."
)
OF_ANOTHER = (
    "{folder} (HANDRAIL_RECOVERY) has the copy of the keys of another Handrail that was restored "
    "from this one's. If this one is the right one, set an empty folder as HANDRAIL_RECOVERY, "
    "start again, and run `handrail backup`. Else stop it. Nothing was changed there."
)
NEWER = (
    "{folder} (HANDRAIL_RECOVERY) has a newer copy of these keys than they are themselves: they "
    "were put back to an older state, and something may have been erased since. Empty the data "
    "folder, and run `handrail restore`. Nothing was changed there."
)


class OtherCopyError(RefusedError):
    """The copy in the folder is not the last one of these keys. It was left as it is."""


class NewerCopyError(OtherCopyError):
    """It is one of these keys, with more endings than they have."""


class Replacing:
    """Tells whether the copy in a recovery folder may be replaced by one of these keys."""

    def __init__(self, endings: Endings) -> None:
        self._endings = endings
        # True while the folder has another lineage's copy that this process never may replace.
        self.refused = False
        # True once this process replaced the copy that it was restored from.
        self._restored = False

    def refuse(self, folder: RecoveryFolder, keys_hash: str, *, are_new: bool) -> None:
        """Raises RefusedError for a start with this folder: keys in it could be lost.

        Keys that run already start with a damaged copy, too; only it is not replaced.
        """
        try:
            whose = folder.whose()
        except ValueError:
            if are_new:
                raise RefusedError(UNREADABLE.format(file=folder.folder / COPY)) from None
            return
        if whose is not None and whose[0] != keys_hash:
            raise RefusedError(OF_OTHER_KEYS.format(folder=folder.folder))

    def refuse_over(self, folder: RecoveryFolder, copy: KeyCopy) -> None:
        """Raises OtherCopyError where `copy` must not take the place of the one in the folder."""
        try:
            self._refuse_over(folder, copy)
            self.refused = False
        except OtherCopyError:
            self.refused = True
            raise

    def write(self, folder: RecoveryFolder, copy: KeyCopy) -> None:
        """Writes the copy. The one that a restore was made from stays until the first start.

        It has keys that are destroyed, so it does not stay longer. Raises OSError.
        """
        there = self._there(folder, copy.keys_hash)
        if there is not None and there.lineage != self._mine(copy).lineage:
            folder.keep_before()
            self._restored = True
        folder.write_copy(copy)
        if not self._restored:
            folder.remove_before()

    def known(self, facts: Mapping[str, bytes]) -> dict[str, int]:
        """Returns how many endings these keys have of each lineage. Raises DamagedError."""
        count = self._endings.count(facts[ENDINGS])
        return {**self._endings.past(facts.get(PAST_LINEAGES)), count.lineage: count.number}

    def _refuse_over(self, folder: RecoveryFolder, copy: KeyCopy) -> None:
        there = self._there(folder, copy.keys_hash)
        if there is None or there.number <= self.known(copy.contents.facts).get(there.lineage, -1):
            return
        if there.lineage == self._mine(copy).lineage:
            raise NewerCopyError(NEWER.format(folder=folder.folder))
        raise OtherCopyError(OF_ANOTHER.format(folder=folder.folder))

    def _mine(self, copy: KeyCopy) -> EndingCount:
        return self._endings.count(copy.contents.facts[ENDINGS])

    def _there(self, folder: RecoveryFolder, keys_hash: str) -> EndingCount | None:
        try:
            whose = folder.whose()
            if whose is None:
                return None
            if whose[0] != keys_hash:
                raise OtherCopyError(OF_OTHER_KEYS.format(folder=folder.folder))
            return self._endings.count(whose[1])
        except (DamagedError, ValueError):
            raise OtherCopyError(UNREADABLE.format(file=folder.folder / COPY)) from None
