"""What a line of the doctor is, and all that it may look at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.domain.operator import Finding, PublicAddress, Standing
from bot.ports import KeyDesk, Store
from bot.upkeep.clocks.trust import Doubt

# Well or not, and what was found: numbers, times (UTC), paths and names of settings.
Found = tuple[bool, str]


class Clocks(Protocol):
    """The clocks of the machine and of the database."""

    def machine_now(self) -> datetime:
        """The machine's own clock, in UTC, whatever a page's clock says."""

    async def doubt(self) -> Doubt | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What the doctor looks at beside the store and the keys.

    None stands for what this installation has not: a public address, workers that listen to a
    queue. `policy` finds what there is to say about the policy file.
    """

    clocks: Clocks | None = None
    policy: Callable[[], Sequence[Finding]] = tuple
    address: Callable[[], Awaitable[PublicAddress]] | None = None
    listening: Callable[[], Awaitable[int]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """All that the doctor looks at. `now` (UTC) is the time that the bot goes by.

    `present` has the names of the platforms that are configured.
    """

    store: Store
    keys: KeyDesk
    standing: Callable[[], Awaitable[Standing]]
    now: datetime
    present: Collection[str] = ()
    outside: Outside = Outside()


@dataclass(frozen=True, slots=True, kw_only=True)
class DoctorLine:
    """One line of the doctor. No fact may be left out.

    `looks_at` and `do` are whole sentences for an operator: what it looks at, and what to do where
    that is not well. `look` says how it is now; it changes nothing.
    """

    name: str
    looks_at: str
    do: str
    look: Callable[[LookedAt], Awaitable[Found]]

    async def found(self, installed: LookedAt) -> Finding:
        """Looks. Never raises: what cannot be looked at is a finding too, and is not quoted."""
        try:
            well, says = await self.look(installed)
        except Exception as problem:
            well, says = False, f"This could not be looked at ({type(problem).__name__})."
        return Finding(self.name, well, says, "" if well else self.do)


def of_finding(finding: Finding) -> Found:
    """What a check that lies elsewhere has found."""
    return finding.ok, finding.sentence


def moment(at: datetime) -> str:
    """Shows an instant to the minute, in UTC."""
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def days(span: timedelta) -> str:
    """A span in whole days."""
    return count(max(0, span.days), "day")
