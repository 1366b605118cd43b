"""SQL for everything that one claim needs: a few statements for any number of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache, partial
from itertools import starmap
from typing import Any

from sqlalchemy import Row, Select, or_, select

from bot.domain.consent import Act, Decision, Purpose
from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.engagement import Engagement
from bot.domain.rhythm import Rhythm
from storage.sql.claim_statement import CLAIMED
from storage.sql.ledger import wording_of
from storage.sql.many import WHOSE, among, things_of
from storage.sql.plan_rows import plan_rows
from storage.sql.port import SqlPort
from storage.sql.schema import delivery, engagement, ledger, rhythm
from storage.sql.unit_of_work import UNKNOWN

CONFIRMED = rhythm.c.confirmed.is_(True)
# The chain, then the parts of a decision.
TOLD = [
    ledger.c[name]
    for name in (
        *("chain", "act", "purpose", "wording_hash", "wording_catalogue", "wording_language"),
        *("until", "readers", "kept_until"),
    )
]


class SqlWholeClaim(SqlPort):
    async def engagements(self, ids: Collection[str]) -> Mapping[str, Engagement]:
        rows = await self._w.of_many(_engagements, ids)
        return {one.id: one for one in starmap(Engagement, rows)}

    async def rhythms(self, owners: Collection[str]) -> Mapping[str, Rhythm]:
        rows = await self._w.of_many(_rhythms, owners)
        return {
            one.owner: replace(one, days_off=()) if one.days_off is None else one
            for one in starmap(Rhythm, rows)
        }

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

    async def _decisions(
        self, chains: Collection[str], purposes: Collection[Purpose]
    ) -> dict[str, Sequence[Decision]]:
        rows = await self._w.of_many(partial(_decided, frozenset(purposes)), chains)
        by_chain: defaultdict[str, list[Decision]] = defaultdict(list)
        for row in rows:
            by_chain[row[0]].append(_decision(row))
        return dict(by_chain)

    async def _readable_decisions(
        self, chain: str, purposes: Collection[Purpose]
    ) -> dict[str, Sequence[Decision]]:
        try:
            return await self._decisions([chain], purposes)
        except ValueError:
            return {}


def _decision(row: Row[Any]) -> Decision:
    """Makes a Decision by the order of `TOLD`: a claim has hundreds of rows."""
    _, act, purpose, read, version, language, *rest = tuple(row)
    until, readers, kept_until = rest
    return Decision(act, purpose, wording_of(read, version, language), until, readers, kept_until)


def _engagements(dialect: str) -> Select[Any]:
    return things_of(Engagement, engagement, "id", dialect)


def _rhythms(dialect: str) -> Select[Any]:
    return things_of(Rhythm, rhythm, "owner", dialect, CONFIRMED)


@cache
def _decided(purposes: Collection[Purpose], dialect: str) -> Select[Any]:
    """Selects the decisions of each chain, oldest first."""
    mine = (ledger.c.organisation == WHOSE, among(ledger.c.chain, dialect))
    about = or_(*(ledger.c.purpose == purpose for purpose in sorted(purposes)))
    decided = select(*TOLD).where(*mine, about, ledger.c.act != Act.ASKED)
    return decided.order_by(ledger.c.chain, ledger.c.seq)
