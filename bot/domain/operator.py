"""The answers that an operator gets: numbers, times and plain sentences. Never a person."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.retention import Certificate


@dataclass(frozen=True, slots=True)
class Turned:
    """The epoch now in force, and how many data keys were wrapped anew under it.

    `by_hand` says that the operator is to destroy the file of the epoch before it, everywhere.
    """

    epoch: int
    keys: int
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """How many data keys there are, and how many of them could not be unwrapped."""

    keys: int
    unreadable: int


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an operator's erase did. Without a certificate, nothing was held at that address.

    `reached`: the platform was there, to delete the bot's own messages. `turned`: no older copy of
    the key store undoes it; otherwise the epoch could not be turned now, and is still to be.
    """

    certificate: Certificate | None
    reached: bool = True
    turned: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """How the data stands on its machine. `mode` is the folder's, as in chmod."""

    mode: int
    free_bytes: int
    schema_matches: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `sentence` holds numbers and times only (UTC)."""

    name: str
    ok: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything `handrail doctor` looked at."""

    findings: tuple[Finding, ...]

    @property
    def well(self) -> bool:
        return all(finding.ok for finding in self.findings)


class TellOperatorError(OSError):
    """Its text is for an operator, and names nobody."""


def trouble(problem: BaseException) -> str:
    """One sentence for an operator. What any other problem says stays out: it may name someone."""
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
