"""What the organisation does while messages leave: it halts everything, or forbids check-ins.

Only in memory, where a transaction lets no other begin: so it is sure what had begun before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.domain.consent import Purpose
from bot.domain.halting.halt import Halt
from bot.domain.policy.rows import FREE, OrganisationPart, Policy, PurposesPart
from tests.memory_store.store import MemoryStore
from tests.memory_store.tables import Tables
from tests.simulation.loop import turns
from tests.simulation.stage import MINUTE, Stage

EDGE = timedelta(hours=3)
HOLDS = 10 * MINUTE
US = OrganisationPart(name="Org", contact="org@example.org")


async def halts(stage: Stage) -> None:
    pressed = Halt(stage.clock.now(), "operator")

    def press(tables: Tables) -> None:
        tables.halts["last"] = pressed

    def resume(tables: Tables) -> None:
        tables.halts["last"] = replace(pressed, resumed_at=stage.clock.now())

    await _for_a_while(stage, press, resume)


async def forbids_check_ins(stage: Stage) -> None:
    settings = stage.installation.settings
    allowed = tuple(one for one in FREE if one is not Purpose.CHECK_INS)

    def forbid(_: Tables) -> None:
        settings.policy = Policy(organisation=US, purposes=PurposesPart(allowed=allowed))

    def allow(_: Tables) -> None:
        settings._policy = None

    await _for_a_while(stage, forbid, allow)


async def _for_a_while(
    stage: Stage, bar: Callable[[Tables], None], lift: Callable[[Tables], None]
) -> None:
    """From now on no check-in may begin, until it is lifted."""
    now = stage.clock.now()
    if not isinstance(stage.installation.truth, MemoryStore) or stage.rules.is_barred:
        return
    stage.bad_times.between(now - EDGE, now + HOLDS + EDGE)
    await _change(stage, bar, is_barred=True)

    async def lifted() -> None:
        await _change(stage, lift, is_barred=False)

    stage.later(HOLDS, lifted)


async def _change(stage: Stage, what: Callable[[Tables], None], *, is_barred: bool) -> None:
    with turns().elsewhere():
        async with stage.installation.truth.transaction() as tx:
            tables: Tables = getattr(tx, "_t")  # noqa: B009
            what(tables)
            stage.rules.is_barred = is_barred
