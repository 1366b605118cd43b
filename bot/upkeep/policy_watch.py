"""Reads the policy file at the start and while Handrail runs, and makes what is stored obey it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.domain.operator import Finding
from bot.domain.people import Address
from bot.metrics import METRICS
from bot.ports import Chance, Clock, DamagedError, Store, Transaction
from bot.rules.policy.in_force import put_in_force
from bot.rules.policy.narrowing import Ceilings, goes_beyond, narrow_client, narrow_coach
from bot.rules.policy.reading import PolicyFault, PolicyRefusedError, read_policy
from bot.settings import Settings
from bot.upkeep.sweep import SWEEP_EVERY

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
        # Chains that could not be read: they are looked at again until they obey.
        self._unread: frozenset[str] = frozenset()
        self._obeyed_at: datetime | None = None

    @property
    def in_force(self) -> str | None:
        """The hash of the policy that this process goes by; None where no file is given."""
        policy = self._settings.policy
        return policy.hash if policy else None

    async def look(self) -> None:
        """Reads the file again. A changed policy is in force, and obeyed, when this returns.

        The gate and everything that asks obey it before what is stored does. While anything is
        forbidden, all that is stored is looked at again with each sweep: what came back meanwhile,
        or could not be read, is not left alone. Never raises.
        """
        changed = await self._read_anew()
        try:
            if changed or self._unfinished or self._is_due():
                await self.obey()
            elif self._unread:
                self._unread = await self._obey_in(sorted(self._unread))
        except Exception as problem:
            METRICS.failed("policy")
            log.error("policy_not_obeyed_yet", error=type(problem).__name__)

    async def obey(self) -> None:
        """Narrows every grant and every end date that goes beyond the policy, page by page.

        Chains that cannot be read are passed by, and tried again by each `look`. Raises what else
        the store raises; `look` then goes on with it. It may be repeated.
        """
        self._unfinished = True
        unread: set[str] = set()
        last = None
        while True:
            async with self._store.transaction() as tx:
                page = await tx.chains(last, AT_ONCE)
            unread |= await self._obey_in(page)
            if len(page) < AT_ONCE:
                break
            last = page[-1]
        self._unread, self._unfinished = frozenset(unread), False
        self._obeyed_at = self._clock.now()

    async def _obey_in(self, chains: Sequence[str]) -> frozenset[str]:
        """Makes these chains obey, and returns those that could not be read."""
        ceilings, unread = Ceilings.of(self._settings), set[str]()
        async with self._store.transaction() as tx:
            beyond = await self._beyond(tx, chains, ceilings, unread)
        for chain, address in beyond:
            try:
                async with self._store.locked(address.chat_key), self._store.transaction() as tx:
                    await self._narrow(tx, chain, ceilings)
            except DamagedError:
                unread.add(chain)
        return frozenset(unread)

    def _is_due(self) -> bool:
        if not self._settings.forbidden or self._obeyed_at is None:
            return False
        return abs(self._clock.now() - self._obeyed_at) >= SWEEP_EVERY

    def findings(self) -> Sequence[Finding]:
        """What the doctor says: the hash in force, so that replicas can be compared, and faults."""
        if self._settings.policy_file is None:
            held = "No policy file is given: the settings hold"
            return [self._obeyed(held, f"{held}.")]
        held = f"{self.in_force} is in force"
        if self._refused is not None:
            faults = len(self._refused.faults)
            told = f"{faults} {'fault' if faults == 1 else 'faults'}"
            says = f"The file was changed and has {told}, so {held} still: `handrail policy check`."
            return [Finding(NAME, False, says)]
        return [self._obeyed(held, f"{held}; every process must show the same.")]

    def _obeyed(self, held: str, well: str) -> Finding:
        if self._unread:
            says = "what is stored does not obey yet where it cannot be read: see ledger and rows."
            return Finding(NAME, False, f"{held}; {says}")
        if self._unfinished:
            return Finding(NAME, False, f"{held}; what is stored does not obey it whole yet.")
        return Finding(NAME, True, well)

    async def _read_anew(self) -> bool:
        path, before = self._settings.policy_file, self._settings.policy
        if path is None:
            return False
        try:
            policy = await asyncio.to_thread(read_policy, path)
        except Exception as problem:
            refused = _refusal(path.name, problem)
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
        self, tx: Transaction, page: Sequence[str], ceilings: Ceilings, unread: set[str]
    ) -> list[tuple[str, Address]]:
        """The chains of a page that go beyond the policy, each with whom to lock for it.

        Those that cannot be read are added to `unread`.
        """
        found = []
        engaged = await tx.with_ledgers(page)
        for chain in page:
            try:
                engagement, ledger = engaged.get(chain) or (None, await tx.ledger(chain))
                if not goes_beyond(ledger, engagement, ceilings):
                    continue
                owner = await tx.person(engagement.client_id if engagement else chain)
            except DamagedError:
                # Nothing leaves under a damaged chain. It may be readable again later.
                unread.add(chain)
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


def _refusal(name: str, problem: Exception) -> PolicyRefusedError:
    """Any failure of reading is a fault of the file: what was in force stays in force."""
    if isinstance(problem, PolicyRefusedError):
        return problem
    why = f"could not be read ({type(problem).__name__})."
    return PolicyRefusedError(name, [PolicyFault(why)])
