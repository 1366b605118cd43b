"""Endings: what a restored backup must not undo. Each is numbered, and written down apart.

An ending destroys keys, withdraws a consent, or raises a floor. The key store counts them, sealed.
Each is also appended, sealed and with its number, to the recovery folder, before the key store
commits it. So the numbers there have no gap, or the folder does not prove what was ended.

A restore begins a new lineage, which counts anew. So two Handrails that come from one copy of the
keys never pass for one another: a number means something only within its lineage.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import structlog

from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import DamagedError
from storage.keys.derived import Use
from storage.keys.recovery.folder import RecoveryFolder
from storage.keys.recovery.lineage import (
    EndingCount,
    FolderSeen,
    NumberedEnding,
    Proved,
    new_lineage,
)
from storage.trouble import RefusedError

PLACE, COUNT, SEEN, PAST = "ending", "endings", "endings seen", "earlier lineages"
UNPROVED = (
    "The recovery folder {folder} does not prove what was erased or withdrawn since the copy of "
    "the keys: {why} Restoring could bring back somebody who erased everything. Put the folder "
    "back as it was when Handrail last ran; a copy of it from earlier does not do. "
    "Nothing was changed."
)

log = structlog.get_logger()


class Lasting(Protocol):
    """The part of the keys that seals what outlives an erase."""

    def seal_lasting(self, use: Use, place: str, words: Words) -> bytes: ...

    def unseal_lasting(self, use: Use, place: str, sealed: bytes) -> Words: ...


class Endings:
    """Counts the endings of one key store, and writes them down where there is a folder."""

    def __init__(self, keys: Lasting) -> None:
        self._keys = keys
        self.folder: RecoveryFolder | None = None
        # True while an ending could not be written down: then a new copy of the keys is owed.
        self.owed = False
        # What this process noted last: until when all was there, and whether it goes on.
        self._seen_until: tuple[datetime, bool] | None = None

    def note(self, before: bytes | None, what: Mapping[str, object]) -> bytes:
        """Writes down the next ending; returns the sealed count for the key store.

        An ending is never refused because the folder cannot be written: that is owed, and told.
        """
        count = self.count(before).next()
        told = {"number": count.number, "lineage": count.lineage, **what}
        ending = NumberedEnding.model_validate(told)
        if self.folder is not None:
            try:
                self.folder.add(self._sealed(PLACE, ending.model_dump_json()))
                # In another file: so a folder without the newest endings does not pass for whole.
                self._see(count, *(self._seen_until or (datetime.now(UTC), False)))
            except OSError as problem:
                self.owed = True
                METRICS.failed("keys")
                log.error("ending_not_written_down", error=type(problem).__name__)
        return self.sealed_count(count)

    def count(self, sealed: bytes | None) -> EndingCount:
        """Opens the count of a key store; where there is none, one begins. Raises DamagedError."""
        if sealed is None:
            return EndingCount(0, new_lineage())
        return EndingCount.read(self._keys.unseal_lasting(Use.ENDINGS, COUNT, sealed).text)

    def sealed_count(self, count: EndingCount) -> bytes:
        return self._keys.seal_lasting(Use.ENDINGS, COUNT, Words(count.written()))

    def past(self, sealed: bytes | None) -> dict[str, int]:
        """Opens how many endings of earlier lineages these keys have. Raises DamagedError."""
        if sealed is None:
            return {}
        return dict(json.loads(self._keys.unseal_lasting(Use.ENDINGS, PAST, sealed).text))

    def sealed_past(self, past: Mapping[str, int]) -> bytes:
        return self._keys.seal_lasting(Use.ENDINGS, PAST, Words(json.dumps(past)))

    def see(self, sealed_count: bytes | None, now: datetime, *, living: bool) -> None:
        """Notes that until `now` there were so many endings. Raises OSError.

        `living` says that this process goes on, and will note it again.
        """
        if self.folder is not None:
            self._see(self.count(sealed_count), now, living)
            self._seen_until = (now, living)

    def _see(self, count: EndingCount, until: datetime, living: bool) -> None:
        at = until.astimezone(UTC)
        told = FolderSeen(number=count.number, lineage=count.lineage, at=at, living=living)
        if self.folder is not None:
            self.folder.see(self._sealed(SEEN, told.model_dump_json()))

    def clear(self, known: Mapping[str, int]) -> None:
        """Removes the files with nothing but endings that a copy has: `known` counts by lineage."""
        if self.folder is None:
            return
        try:
            found = self._read(self.folder)
        except (DamagedError, ValueError):
            # They stay, and `handrail restore` says that a line cannot be read.
            return
        self.folder.clear([file for file, all_ in found.items() if _has_all(known, all_)])

    def is_living(self, folder: RecoveryFolder, now: datetime) -> bool:
        """True if a process wrote to the folder a few minutes ago, and has not ended since."""
        try:
            return any(one.is_living(now) for one in self._seen(folder))
        except (DamagedError, ValueError, OSError):
            return False

    def proved(self, folder: RecoveryFolder, own: str, known: Mapping[str, int]) -> Proved:
        """Returns the endings that a copy of the lineage `own` lacks; `known` are its counts.

        Those of other lineages in the folder count too: they happened. Raises RefusedError where
        one is missing.
        """
        try:
            found = [one for all_ in self._read(folder).values() for one in all_]
            seen = self._seen(folder)
        except (DamagedError, ValueError, OSError):
            raise RefusedError(_unproved(folder, "a line of it cannot be read.")) from None
        if not any(one.lineage == own for one in seen):
            raise RefusedError(_unproved(folder, "the files that Handrail wrote are missing."))
        new, last = list[NumberedEnding](), dict(known)
        for lineage in sorted({*(one.lineage for one in seen), *(one.lineage for one in found)}):
            since = known.get(lineage, 0)
            mine = [one for one in found if one.lineage == lineage and one.number > since]
            told = [one.number for one in seen if one.lineage == lineage]
            last[lineage] = max([since, *told, *(one.number for one in mine)])
            if {one.number for one in mine} != set(range(since + 1, last[lineage] + 1)):
                raise RefusedError(_unproved(folder, "some of the endings are missing."))
            new += sorted(mine, key=lambda one: one.number)
        return Proved(new, max(one.at for one in seen), last)

    def _seen(self, folder: RecoveryFolder) -> list[FolderSeen]:
        return [FolderSeen.model_validate_json(self._opened(SEEN, one)) for one in folder.seen()]

    def _read(self, folder: RecoveryFolder) -> dict[Path, list[NumberedEnding]]:
        return {
            file: [NumberedEnding.model_validate_json(self._opened(PLACE, line)) for line in lines]
            for file, lines in folder.endings().items()
        }

    def _sealed(self, place: str, text: str) -> str:
        return self._keys.seal_lasting(Use.ENDINGS, place, Words(text)).hex()

    def _opened(self, place: str, line: str) -> str:
        return self._keys.unseal_lasting(Use.ENDINGS, place, bytes.fromhex(line)).text


def _has_all(known: Mapping[str, int], endings: Iterable[NumberedEnding]) -> bool:
    return all(one.number <= known.get(one.lineage, 0) for one in endings)


def _unproved(folder: RecoveryFolder, why: str) -> str:
    return UNPROVED.format(folder=folder.folder, why=why)
