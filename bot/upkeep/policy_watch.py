"""Reads the policy file at the start and while Handrail runs, and makes what is stored obey it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog

from bot.domain.operator import Finding
from bot.domain.people import Address
from bot.metrics import METRICS
from bot.ports import Chance, Clock, DamagedError, Store, Transaction
from bot.rules.policy.in_force import put_in_force
from bot.rules.policy.narrowing import Ceilings, goes_beyond, narrow_client, narrow_coach
from bot.rules.policy.reading import PolicyRefusedError, read_policy
from bot.settings import Settings

AT_ONCE = 50
NAME = "policy"

log = structlog.get_logger()


class PolicyWatch:
    """The policy of one process. Every process reads its own copy of the file.

    A faulty file changes nothing while Handrail runs: what was in force stays in force, and the
    doctor and the log say so.
    """

    def __init__(self, store: Store, clock: Clock, chance: Chance, settings: Settings) -> None:
        self._store = store
        self._clock = clock
        self._chance = chance
        self._settings = settings
        self._refused: PolicyRefusedError | None = None
        self._unfinished = False

    @property
    def in_force(self) -> str | None:
        """The hash of the policy that this process goes by; None where no file is given."""
        policy = self._settings.policy
        return policy.hash if policy else None

    async def look(self) -> None:
        """Reads the file again. A changed policy is in force, and obeyed, when this returns.

        The gate and everything that asks obey it before what is stored does. Never raises.
        """
        changed = await self._read_anew()
        if changed or self._unfinished:
            try:
                await self.obey()
            except Exception as problem:
                METRICS.failed("policy")
                log.error("policy_not_obeyed_yet", error=type(problem).__name__)

    async def obey(self) -> None:
        """Narrows every grant and every end date that goes beyond the policy, page by page.

        Raises what the store raises; `look` then goes on with it. It may be repeated.
        """
        self._unfinished = True
        ceilings, last = Ceilings.of(self._settings), None
        while True:
            async with self._store.transaction() as tx:
                page = await tx.chains(last, AT_ONCE)
                beyond = await self._beyond(tx, page, ceilings)
            for chain, address in beyond:
                async with self._store.locked(address.chat_key), self._store.transaction() as tx:
                    await self._narrow(tx, chain, ceilings)
            if len(page) < AT_ONCE:
                break
            last = page[-1]
        self._unfinished = False

    def findings(self) -> Sequence[Finding]:
        """What the doctor says: the hash in force, so that replicas can be compared, and faults."""
        if self._settings.policy_file is None:
            return [Finding(NAME, True, "No policy file is given: the settings hold.")]
        held = f"{self.in_force} is in force"
        if self._refused is not None:
            faults = len(self._refused.faults)
            told = f"{faults} {'fault' if faults == 1 else 'faults'}"
            says = f"The file was changed and has {told}, so {held} still: `handrail policy check`."
            return [Finding(NAME, False, says)]
        if self._unfinished:
            return [Finding(NAME, False, f"{held}; what is stored does not obey it whole yet.")]
        return [Finding(NAME, True, f"{held}; every process must show the same.")]

    async def _read_anew(self) -> bool:
        path, before = self._settings.policy_file, self._settings.policy
        if path is None:
            return False
        try:
            policy = await asyncio.to_thread(read_policy, path)
        except PolicyRefusedError as refused:
            if self._refused is None:
                METRICS.failed("policy")
                log.error("policy_refused", faults=len(refused.faults), in_force=self.in_force)
            self._refused = refused
            return False
        self._refused = None
        if before is not None and policy.hash == before.hash:
            return False
        put_in_force(self._settings, policy)
        log.warning("policy_in_force", hash=policy.hash)
        return True

    async def _beyond(
        self, tx: Transaction, page: Sequence[str], ceilings: Ceilings
    ) -> list[tuple[str, Address]]:
        """The chains of a page that go beyond the policy, each with whom to lock for it."""
        now, found = self._clock.now(), []
        engaged = await tx.with_ledgers(page)
        for chain in page:
            try:
                engagement, ledger = engaged.get(chain) or (None, await tx.ledger(chain))
                if not goes_beyond(ledger, engagement, ceilings, now):
                    continue
                owner = await tx.person(engagement.client_id if engagement else chain)
            except DamagedError:
                # Nothing leaves under a damaged chain; the doctor tells of it.
                continue
            if owner is not None:
                found.append((chain, owner.address))
        return found

    async def _narrow(self, tx: Transaction, chain: str, ceilings: Ceilings) -> None:
        engagement, now = await tx.engagement(chain), self._clock.now()
        if engagement is None:
            await narrow_coach(tx, chain, ceilings, now)
        else:
            await narrow_client(tx, self._chance, engagement, ceilings, now)
