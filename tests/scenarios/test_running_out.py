"""When an engagement ends, the ledger notes its grants as expired."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.consent import Act, Entry, Purpose, latest
from bot.upkeep.ledger_audit import audit
from tests.world import World, joined


async def _ledgers(world: World) -> dict[str, list[Entry]]:
    async with world.store.transaction() as tx:
        return {chain: list(await tx.ledger(chain)) for chain in await tx.chains(None, 100)}


async def test_the_end_of_an_engagement_expires_its_grants_and_not_the_coachs_own() -> None:
    world = World()
    await joined(world)
    before = await _ledgers(world)
    await world.until(world.clock.now() + timedelta(weeks=13))
    after = await _ledgers(world)
    added = {chain: entries[len(before[chain]) :] for chain, entries in after.items()}
    (engagement,) = [chain for chain, entries in added.items() if entries]
    assert {(entry.act, entry.purpose) for entry in added[engagement]} == {
        (Act.EXPIRED, Purpose.CHECK_INS),
        (Act.EXPIRED, Purpose.KEEP_WORDS),
        (Act.EXPIRED, Purpose.KEEP_MARKS),
    }
    (coach,) = set(after) - {engagement}
    digest = latest(after[coach], Purpose.DIGEST)
    assert digest is not None
    assert digest.act is Act.GIVEN
    assert (await audit(world.store)).flaws == ()


async def test_a_grant_withdrawn_before_the_end_does_not_expire() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("stop")
    await world.until(world.clock.now() + timedelta(weeks=20))
    acts = {entry.act for entries in (await _ledgers(world)).values() for entry in entries}
    assert Act.WITHDRAWN in acts
    assert Act.EXPIRED not in acts
