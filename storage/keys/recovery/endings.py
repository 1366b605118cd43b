"""Endings: what a restored backup must not undo. Each is numbered, and written down apart.

An ending destroys keys, withdraws a consent, or raises a floor. The key store counts them, sealed.
Each is also appended, sealed and with its number, to the recovery folder, before the key store
commits it. So the numbers there have no gap, or the folder does not prove what was ended.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import structlog
from pydantic import BaseModel, ValidationError

from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import DamagedError
from storage.keys.derived import Use
from storage.keys.recovery.folder import RecoveryFolder
from storage.trouble import RefusedError

PLACE, COUNT, SEEN = "ending", "endings", "endings seen"
# In the sealed count: each number has as many digits.
DIGITS = 20
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


class NumberedEnding(BaseModel):
    """One ending. `number` counts from 1; of keys, floors and times there is hexadecimal text.

    `erased` are owners, `keys` the ids of data keys, `withdrawn` has chain, purpose and sealed
    time, `floors` owner, thing and sealed number.
    """

    number: int
    erased: Sequence[str] = ()
    keys: Sequence[str] = ()
    withdrawn: Sequence[tuple[str, str, str]] = ()
    floors: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True, slots=True)
class Proved:
    """The endings since a copy, in order, and the moment (UTC) until which they are all known."""

    endings: Sequence[NumberedEnding]
    until: datetime


class Endings:
    """Counts the endings of one key store, and writes them down where there is a folder."""

    def __init__(self, keys: Lasting) -> None:
        self._keys = keys
        self.folder: RecoveryFolder | None = None
        # True while an ending could not be written down: then a new copy of the keys is owed.
        self.owed = False

    def note(self, before: bytes | None, what: Mapping[str, object]) -> bytes:
        """Writes down the next ending; returns the sealed count for the key store.

        An ending is never refused because the folder cannot be written: that is owed, and told.
        """
        number = self.count(before) + 1
        ending = NumberedEnding.model_validate({"number": number, **what})
        if self.folder is not None:
            try:
                self.folder.add(self._sealed(PLACE, ending.model_dump_json()))
            except OSError as problem:
                self.owed = True
                METRICS.failed("keys")
                log.error("ending_not_written_down", error=type(problem).__name__)
        return self.sealed_count(number)

    def count(self, sealed: bytes | None) -> int:
        """Opens the count of the key store; 0 where there is none. Raises DamagedError."""
        if sealed is None:
            return 0
        return int(self._keys.unseal_lasting(Use.ENDINGS, COUNT, sealed).text)

    def sealed_count(self, number: int) -> bytes:
        return self._keys.seal_lasting(Use.ENDINGS, COUNT, Words(f"{number:0{DIGITS}}"))

    def see(self, sealed_count: bytes | None, now: datetime) -> None:
        """Notes that until `now` there were so many endings. Raises OSError."""
        if self.folder is not None:
            told = {"number": self.count(sealed_count), "at": now.astimezone(UTC).isoformat()}
            self.folder.see(self._sealed(SEEN, json.dumps(told)))

    def clear(self, until: int) -> None:
        """Removes the files whose endings all have a number up to `until`: a copy has them."""
        if self.folder is None:
            return
        try:
            found = self._read(self.folder)
        except (DamagedError, ValueError):
            # They stay, and `handrail restore` says that a line cannot be read.
            return
        self.folder.clear([file for file, all_ in found.items() if _last(all_) <= until])

    def proved(self, folder: RecoveryFolder, since: int) -> Proved:
        """Returns the endings after number `since`. Raises RefusedError where one is missing."""
        try:
            found = [one for all_ in self._read(folder).values() for one in all_]
            seen = [json.loads(self._opened(SEEN, line)) for line in folder.seen()]
        except (DamagedError, ValueError, ValidationError, OSError):
            raise RefusedError(_unproved(folder, "a line of it cannot be read.")) from None
        if not seen:
            raise RefusedError(_unproved(folder, "the files that Handrail wrote are missing."))
        new = sorted((one for one in found if one.number > since), key=lambda one: one.number)
        last = max([since, *(one["number"] for one in seen), *(one.number for one in new)])
        if {one.number for one in new} != set(range(since + 1, last + 1)):
            raise RefusedError(_unproved(folder, "some of the endings are missing."))
        return Proved(new, max(datetime.fromisoformat(one["at"]) for one in seen))

    def _read(self, folder: RecoveryFolder) -> dict[Path, list[NumberedEnding]]:
        return {
            file: [NumberedEnding.model_validate_json(self._opened(PLACE, line)) for line in lines]
            for file, lines in folder.endings().items()
        }

    def _sealed(self, place: str, text: str) -> str:
        return self._keys.seal_lasting(Use.ENDINGS, place, Words(text)).hex()

    def _opened(self, place: str, line: str) -> str:
        return self._keys.unseal_lasting(Use.ENDINGS, place, bytes.fromhex(line)).text


def _last(endings: Sequence[NumberedEnding]) -> int:
    return max((one.number for one in endings), default=0)


def _unproved(folder: RecoveryFolder, why: str) -> str:
    return UNPROVED.format(folder=folder.folder, why=why)
