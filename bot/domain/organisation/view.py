"""The organisation's view: how the installation is, and counts that tell about nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class ViewLine:
    """One thing that was looked at, in sentences of ours. `do` is empty where it is well."""

    name: str
    well: bool
    looks_at: str
    do: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A count in whole groups. `at_least` is 0 where it is less than one group."""

    name: str
    at_least: int


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """All that an organisation can read. `at` is UTC.

    `name` is the organisation's, `policy` the hash of its policy file; each is "" where there is
    none. `ready` is None where no process was asked. `figures` count what happened before the day
    `counted_until` (UTC), in steps of `group`.
    """

    name: str
    at: datetime
    version: str
    ready: bool | None
    halted: bool
    policy: str
    lines: Sequence[ViewLine]
    figures: Sequence[Figure]
    group: int
    counted_until: date


def month_began(now: datetime) -> datetime:
    """The first instant of the month of `now`, in UTC."""
    start = now.astimezone(UTC)
    return start.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def in_whole_groups(count: int, group: int) -> int:
    """The count without what does not fill a group. Raises ValueError where a group is empty."""
    if group < 1:
        raise ValueError("a group has at least one member")
    return count - count % group
