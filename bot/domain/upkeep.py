"""What an operator gets to see: numbers, times and plain sentences. Never a person."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.retention import Certificate


@dataclass(frozen=True, slots=True)
class Turned:
    """The epoch now in force, and how many data keys were wrapped anew under it."""

    epoch: int
    keys: int


@dataclass(frozen=True, slots=True)
class Checked:
    """How many data keys there are, and how many of them could not be unwrapped."""

    keys: int
    unreadable: int


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an operator's erase did. Without a certificate, nothing was held at that address."""

    certificate: Certificate | None


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
