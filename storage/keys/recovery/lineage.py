"""What is written of endings: each one, their count, and until when they are all there."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import AwareDatetime, BaseModel

# In the sealed count: each number has as many digits.
DIGITS = 20
# A running Handrail writes twice in this time.
LIVING = timedelta(minutes=10)


def new_lineage() -> str:
    """Returns the name of a new lineage: random, in hexadecimal."""
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class EndingCount:
    """How many endings a key store had within its lineage."""

    number: int
    lineage: str

    def next(self) -> EndingCount:
        return EndingCount(self.number + 1, self.lineage)

    def written(self) -> str:
        """Returns the text, as long for each number."""
        return f"{self.number:0{DIGITS}}{self.lineage}"

    @staticmethod
    def read(text: str) -> EndingCount:
        return EndingCount(int(text[:DIGITS]), text[DIGITS:])


class NumberedEnding(BaseModel):
    """One ending. `number` counts from 1 in its lineage; keys, floors, times are hexadecimal text.

    `erased` are owners, `keys` the ids of data keys, `withdrawn` has chain, purpose and sealed
    time, `floors` owner, thing and sealed number.
    """

    number: int
    lineage: str
    erased: Sequence[str] = ()
    keys: Sequence[str] = ()
    withdrawn: Sequence[tuple[str, str, str]] = ()
    floors: Sequence[tuple[str, str, str]] = ()


class FolderSeen(BaseModel):
    """One process, at the moment `at`: all endings until `number` were written down.

    `living` means that it went on then, so that it notes this again within a few minutes.
    """

    number: int
    lineage: str
    at: AwareDatetime
    living: bool

    def is_living(self, now: datetime) -> bool:
        return self.living and self.at > now - LIVING


@dataclass(frozen=True, slots=True)
class Proved:
    """The endings since a copy, in order, and the moment (UTC) until which they are all known.

    `counts` has for each lineage how many there were.
    """

    endings: Sequence[NumberedEnding]
    until: datetime
    counts: Mapping[str, int]
