"""SQL for everything that one claim needs: a few statements for any number of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from typing import Any

from sqlalchemy import Row, Select, or_, select

from bot.domain.consent import Act, Decision, Entry, Purpose
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Rhythm
from bot.ports import DamagedError
from storage.sql.claim_statement import CLAIMED
from storage.sql.engagements import SqlEngagements
from storage.sql.ledger import entries_with_heads
from storage.sql.many import WHOSE, among
from storage.sql.people import SqlPeople
from storage.sql.plan_rows import plan_rows
from storage.sql.port import readable
from storage.sql.schema import delivery, engagement, ledger, rhythm
from storage.sql.sealed_rows.engagements import read_engagement
from storage.sql.sealed_rows.entries import read_decision
from storage.sql.sealed_rows.rhythms import read_rhythm, rhythms_where
from storage.sql.unit_of_work import UNKNOWN, coach_owner

CONFIRMED = rhythm.c.confirmed.is_(True)
# What one decision is read from.
TOLD = [ledger.c[name] for name in ("chain", "seq", "act", "purpose", "body")]


class SqlWholeClaim(SqlPeople, SqlEngagements):
    async def engagements(self, ids: Collection[str]) -> Mapping[str, Engagement]:
        rows = await self._w.of_many(_engagements, ids)
        await self._w.warm({row.client_id for row in rows})
        found = await readable(rows, partial(read_engagement, self._w))
        return {one.id: one for one in found}

    async def with_ledgers(
        self, ids: Collection[str]
    ) -> Mapping[str, tuple[Engagement, Sequence[Entry]]]:
        engaged = await self._engagements_where(self._w.among(engagement.c.id, ids))
        rows = defaultdict[str, list[Row[Any]]](list)
        for row in await self._w.of_many(_entries, [one.id for one in engaged]):
            rows[row.chain].append(row)
        found = {}
        for one in engaged:
            try:
                found[one.id] = one, await self._ledger_in(one.id, rows[one.id])
            except DamagedError:
                continue
        return found

    async def rhythms(self, owners: Collection[str]) -> Mapping[str, Rhythm]:
        rows = await self._w.of_many(confirmed_rhythms, owners)
        await self._w.warm({row.client_id or coach_owner(row.owner) for row in rows})
        found = await readable(rows, partial(read_rhythm, self._w))
        return {one.owner: one for one in found}

    async def decisions(
        self, chains: Collection[str], purposes: Collection[Purpose]
    ) -> Mapping[str, Sequence[Decision]]:
        if not purposes:
            return {}
        try:
            return await self._decisions(chains, purposes)
        except ValueError:
            found: dict[str, Sequence[Decision]] = {}
            for chain in chains:
                found |= await self._readable_decisions(chain, purposes)
            return found

    async def plan_many(self, deliveries: Sequence[Delivery]) -> Collection[str]:
        if not deliveries:
            return frozenset()
        planned = await plan_rows(self._w, deliveries)
        soon = [one.id for one in deliveries if one.id in planned and self._w.soon(one.due_at)]
        if soon:
            these = self._w.select(delivery, self._w.among(delivery.c.id, soon))
            self._w.wakes.update(row.workspace or UNKNOWN for row in await self._w.all(these))
        return planned

    async def settle_many(
        self, delivery_ids: Collection[str], state: DeliveryState, at: datetime, reason: str
    ) -> None:
        mine = self._w.update(delivery, self._w.among(delivery.c.id, delivery_ids), CLAIMED)
        settled = mine.values(state=state, settled_at=at, reason=reason)
        if await self._w.change(settled) != len(set(delivery_ids)):
            raise ValueError("not claimed")

    async def _ledger_in(self, chain: str, rows: Sequence[Row[Any]]) -> Sequence[Entry]:
        """The ledger of a chain, from its rows. Raises DamagedError."""
        entries = self._as_appended(chain, rows)
        lost = await self.missing_withdrawals(chain, entries)
        return await self.ledger(chain) if lost else entries

    async def _decisions(
        self, chains: Collection[str], purposes: Collection[Purpose]
    ) -> dict[str, Sequence[Decision]]:
        rows = await self._w.of_many(partial(_decided, frozenset(purposes)), chains)
        by_chain: defaultdict[str, list[Decision]] = defaultdict(list)
        for row in rows:
            by_chain[row.chain].append(read_decision(self._w, row))
        return dict(by_chain)

    async def _readable_decisions(
        self, chain: str, purposes: Collection[Purpose]
    ) -> dict[str, Sequence[Decision]]:
        try:
            return await self._decisions([chain], purposes)
        except ValueError:
            return {}


@cache
def _engagements(dialect: str) -> Select[Any]:
    return select(engagement).where(
        engagement.c.organisation == WHOSE, among(engagement.c.id, dialect)
    )


@cache
def _entries(dialect: str) -> Select[Any]:
    return entries_with_heads(ledger.c.organisation == WHOSE, among(ledger.c.chain, dialect))


@cache
def confirmed_rhythms(dialect: str) -> Select[Any]:
    mine = (rhythm.c.organisation == WHOSE, among(rhythm.c.owner, dialect))
    return rhythms_where(*mine, CONFIRMED)


@cache
def _decided(purposes: Collection[Purpose], dialect: str) -> Select[Any]:
    """Selects the decisions of each chain, oldest first."""
    mine = (ledger.c.organisation == WHOSE, among(ledger.c.chain, dialect))
    about = or_(*(ledger.c.purpose == purpose for purpose in sorted(purposes)))
    decided = select(*TOLD).where(*mine, about, ledger.c.act != Act.ASKED)
    return decided.order_by(ledger.c.chain, ledger.c.seq)
