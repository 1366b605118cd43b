"""What the removal of a workspace finds, takes and leaves, in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class WorkspaceMarks:
    """The ids and keyed hashes by which the rows of one workspace are known.

    `people` are the ids of everybody there. `others` are those of their engagements as clients, and
    the keyed hashes of their addresses and of the workspace.
    """

    people: frozenset[str]
    others: frozenset[str]


class InstallEnd(StrEnum):
    """What became of the right to write to the workspace.

    `GIVEN_BACK`: the platform took the token back. `GONE`: there was none (any more). `ELSEWHERE`:
    it is another install's, or the whole organisation's, and an administrator of the platform
    ends it. `NOT_CONNECTED`: the platform is not configured here, or could not be asked.
    """

    GIVEN_BACK = "given_back"
    GONE = "gone"
    ELSEWHERE = "elsewhere"
    NOT_CONNECTED = "not_connected"


@dataclass(frozen=True, slots=True)
class WorkspaceCertificate:
    """The result of `handrail workspace remove`. It names nobody.

    `before` and `after` count the rows of the workspace by table, also where there are none.
    `keys_left` is how many of its people still have a data key. `across` is how many engagements
    of clients elsewhere ended because their coach was here: these rows stay with those clients
    until `across_until` (UTC). `proof` is how many ledger entries stay.
    """

    at: datetime
    people: int
    before: Mapping[str, int]
    after: Mapping[str, int]
    keys_left: int
    across: int
    across_until: datetime
    proof: int
    install: InstallEnd
    turned: bool
    turned_by_hand: bool

    @property
    def is_whole(self) -> bool:
        """True if nothing is left: no row in any table, and no key."""
        return not any(self.after.values()) and not self.keys_left

    @property
    def found(self) -> bool:
        """True if there was anything to remove, or an install, or proof of an earlier time."""
        empty = self.install in (InstallEnd.GONE, InstallEnd.NOT_CONNECTED, InstallEnd.ELSEWHERE)
        counted = self.people + self.proof + self.across + self.keys_left
        rows = any(self.before.values()) or any(self.after.values())
        return not empty or bool(counted) or rows


@dataclass(frozen=True, slots=True)
class WorkspaceRest:
    """How many people of a workspace are still stored."""

    people: int
