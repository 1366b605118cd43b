"""Composes the organisation's view. It changes nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import datetime

from bot.domain.operator import Examination, Finding
from bot.domain.organisation.view import (
    Figure,
    OrganisationView,
    ViewLine,
    in_whole_groups,
    month_began,
)
from bot.domain.purposes import asked_of_coach
from bot.observing.built import built
from bot.ports import Store, Transaction
from bot.settings import Settings
from bot.upkeep.checks.lines import LINES
from bot.upkeep.organisation.shown import CREDENTIALS, SHOWN

Readiness = Callable[[], Awaitable[Mapping[str, str | None]]]

# Fewer than this would be no group, whatever the settings say of whoever pays.
LEAST_GROUP = 5
AT_ONCE = 50
OF_CLIENTS = "Codes that a client has opened, whatever they decided then"
OF_COACHES = "Coaches who have made a code"
SIGNS_IN = "Whether this platform takes the bot's credentials."
CREDENTIALS_DO = "`handrail doctor` names the setting."


async def look(
    store: Store,
    found: Examination,
    readiness: Readiness | None,
    settings: Settings,
    now: datetime,
) -> OrganisationView:
    """`now` is UTC. `readiness` is None where no process serves."""
    group = max(settings.minimum_group, LEAST_GROUP)
    until = month_began(now)
    clients, coaches = await _begun_before(store, until)
    policy = settings.policy
    async with store.transaction() as tx:
        halt = await tx.halt()
    return OrganisationView(
        name=(policy.organisation.name or "") if policy else "",
        at=now,
        version=str(built()),
        ready=await _is_ready(readiness),
        halted=halt is not None and halt.in_force,
        policy=policy.hash if policy else "",
        lines=tuple(_lines(found.findings)),
        figures=(
            Figure(OF_CLIENTS, in_whole_groups(clients, group)),
            Figure(OF_COACHES, in_whole_groups(coaches, group)),
        ),
        group=group,
        counted_until=until.date(),
    )


async def _is_ready(readiness: Readiness | None) -> bool | None:
    if readiness is None:
        return None
    return all(trouble is None for trouble in (await readiness()).values())


def _lines(findings: Sequence[Finding]) -> Iterator[ViewLine]:
    """The sentences are those of the table: what the doctor found may hold numbers."""
    by_name = {line.name: line for line in LINES}
    for one in findings:
        if one.name in SHOWN:
            line = by_name[one.name]
            yield ViewLine(one.name, one.ok, line.looks_at, "" if one.ok else line.do)
        elif one.name.endswith(CREDENTIALS):
            yield ViewLine(one.name, one.ok, SIGNS_IN, "" if one.ok else CREDENTIALS_DO)


async def _begun_before(store: Store, until: datetime) -> tuple[int, int]:
    """How many chains of clients, and of coaches, began before `until` (UTC).

    A chain begins when somebody is asked, and stays whatever they answer, and after an erase. So
    nobody's yes, no, pause, stop or erase changes a count. It reads a page of chains at a time.
    """
    counts = [0, 0]
    last: str | None = None
    while True:
        async with store.transaction() as tx:
            page = await tx.chains(last, AT_ONCE)
            for chain in page:
                is_coach = await _whose(tx, chain, until)
                if is_coach is not None:
                    counts[is_coach] += 1
        if len(page) < AT_ONCE:
            return counts[False], counts[True]
        last = page[-1]


async def _whose(tx: Transaction, chain: str, until: datetime) -> bool | None:
    """True for a coach's chain; None if it began later, or cannot be read."""
    try:
        entries = await tx.entries(chain)
    except ValueError:
        return None
    if not entries or entries[0].at >= until:
        return None
    return entries[0].purpose in asked_of_coach()
