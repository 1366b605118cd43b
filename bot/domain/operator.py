"""The answers to an operator: numbers, times and plain sentences, and nothing about a person.

They do not count what is kept of people, but for a certificate: among few, a number that has
changed tells who erased.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.ledger import Flaw
from bot.domain.retention import Certificate


@dataclass(frozen=True, slots=True)
class Turned:
    """The epoch now in force, under which every data key was wrapped anew.

    `by_hand` means that the operator must destroy the previous epoch's file everywhere.
    """

    epoch: int
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether every data key could be unwrapped."""

    all_open: bool


@dataclass(frozen=True, slots=True)
class LedgerVerified:
    """The flaws found in the ledger: none, if it is intact."""

    flaws: tuple[Flaw, ...]


@dataclass(frozen=True, slots=True)
class Erasure:
    """The result of an operator's erase. `certificate` is None if nobody was stored at the
    address.

    `reached` is True if the platform was connected, so that the bot could delete its own messages.
    `turned` is False if the epoch could not be turned now: until the next turn an older copy of
    the key store still opens what was erased. `before` and `after`: see `ErasedByLetter`.
    """

    certificate: Certificate | None
    reached: bool = True
    turned: bool = True
    before: Mapping[str, int] = field(default_factory=dict)
    after: Mapping[str, int] = field(default_factory=dict)

    @property
    def found(self) -> bool:
        """True if anything was stored about the address, by the bot or by its platform."""
        return self.certificate is not None or any(self.before.values())


@dataclass(frozen=True, slots=True)
class Approval:
    """What became of a coach's approval. `changed` is False if it was as asked for already."""

    changed: bool


@dataclass(frozen=True, slots=True)
class LinkToHandOver:
    """The address of a guest link. It works once, until `until` (UTC). It is shown this once."""

    url: str
    until: datetime


@dataclass(frozen=True, slots=True)
class LinksClosed:
    """How many guest links of the operator's were open, and are closed now."""

    count: int


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of the data folder: `mode` as in chmod, free space, and the schema check.

    `loose` has a command for each file of ours that others can open: typed, it closes the file.
    """

    mode: int
    free_bytes: int
    schema_matches: bool
    loose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of the doctor. `sentence` contains only numbers, times (UTC) and paths.

    `do` says what to do where it is not `ok`.
    """

    name: str
    ok: bool
    sentence: str
    do: str = ""


@dataclass(frozen=True, slots=True)
class PublicAddress:
    """How HANDRAIL_PUBLIC_URL answered. `trouble` follows that name in a sentence; "": it did.

    `certificate_ends` is UTC; None where there is no certificate, or it was not seen.
    """

    trouble: str = ""
    certificate_ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class LedgerAccepted:
    """The ledger is taken as it is. `was_older` is True if it was known as an older copy."""

    was_older: bool


@dataclass(frozen=True, slots=True)
class SignIn:
    """Whether a chat platform takes the bot's credentials now.

    `works` is None if nobody can tell, because the platform cannot be reached. `sentence` says for
    an operator which setting is wrong and what to do, and contains no secret.
    """

    works: bool | None
    sentence: str


@dataclass(frozen=True, slots=True)
class Examination:
    """All results of one `handrail doctor`."""

    findings: tuple[Finding, ...]

    @property
    def well(self) -> bool:
        return all(finding.ok for finding in self.findings)


class TellOperatorError(OSError):
    """An error whose text is written for an operator and names nobody."""


def trouble(problem: BaseException) -> str:
    """Explains a problem to an operator in one sentence.

    It shows the text of a TellOperatorError only: any other error's text could name a person.
    """
    kind = type(problem).__name__
    if isinstance(problem, TellOperatorError):
        return str(problem)
    if isinstance(problem, PermissionError):
        return f"This user may not use the data folder ({kind}). Run it as the user who owns it."
    if isinstance(problem, OSError):
        return (
            f"The machine did not let it happen ({kind}). Is the disk full or read-only? "
            "What held before still holds, and the command can be repeated."
        )
    return f"That did not work ({kind}). Do not take it for done; the command can be repeated."
