"""Somebody who can write the database, but has no keys, cannot change the ledger unseen."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, nullcontext
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.consent import Act, Entry, Purpose, extend
from bot.ports import Release
from bot.upkeep.ledger_audit import LedgerReport, audit
from storage import OpenedStore
from storage.sql.schema import ledger, ledger_head, ledger_tally
from storage.sql.store import SqlTransaction
from storage.sql.unit_of_work import UnitOfWork
from tests.databases import SQL, opened
from tests.storage.tampering import TAMPERINGS, Attack, State, Tampering
from tests.things import LATER, NOW, WORDING

TABLES = (ledger, ledger_head, ledger_tally)
EXAMPLES = settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)

Step = tuple[str, Act, Purpose]
histories = st.lists(
    st.tuples(st.sampled_from(["e1", "e2", "e3"]), st.sampled_from(Act), st.sampled_from(Purpose)),
    max_size=6,
)
# There are two chains, and one has a tail that was not the last entry added.
MORE: list[Step] = [
    ("e1", Act.GIVEN, Purpose.CHECK_INS),
    ("e1", Act.WITHDRAWN, Purpose.CHECK_INS),
    ("e2", Act.ASKED, Purpose.KEEP_WORDS),
]


class Inside:
    """A store inside one transaction that is never committed, so no example leaves a trace."""

    def __init__(self, work: UnitOfWork) -> None:
        self.work = work

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqlTransaction]:
        transaction = SqlTransaction(self.work)
        yield transaction
        await transaction.write_heads()

    def locked(self, key: str) -> AbstractAsyncContextManager[None]:
        return nullcontext()

    async def lock_free(self, keys: Collection[str]) -> Mapping[str, Release]:
        return {}

    async def live(self, history: Sequence[Step]) -> list[State]:
        """Appends one entry after the other; returns the rows after each."""
        states = []
        for chain, act, purpose in history:
            async with self.transaction() as tx:
                before: Sequence[Entry] = await tx.ledger(chain)
                until = LATER if act is Act.GIVEN else None
                await tx.append(extend(before, chain, act, purpose, WORDING, NOW, until))
            states.append(await self.rows())
        return states

    async def rows(self) -> State:
        found = []
        for table in TABLES:
            ordered = self.work.select(table).order_by(*table.primary_key)
            found.append([dict(row._mapping) for row in await self.work.all(ordered)])
        return State(*found)

    async def put(self, state: State) -> None:
        for table, lines in zip(TABLES, (state.ledger, state.heads, state.tally), strict=True):
            await self.work.change(self.work.delete(table))
            if lines:
                await self.work.connection.execute(insert(table), lines)


class House:
    """One opened store and one event loop, for many examples."""

    def __init__(self, sql: OpenedStore, runner: asyncio.Runner) -> None:
        self.sql = sql
        self.runner = runner

    @asynccontextmanager
    async def inside(self) -> AsyncIterator[Inside]:
        async with self.sql.store._engine.connect() as connection:
            await disarm(connection)
            yield Inside(UnitOfWork(connection, self.sql.keys, self.sql.store._organisation))
            await connection.rollback()


async def disarm(connection: AsyncConnection) -> None:
    """Removes the guards of the ledger, which stop an accident and not the database's owner."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        return
    for act in ("UPDATE", "DELETE"):
        await connection.execute(text(f"DROP TRIGGER ledger_refuses_{act}"))


@pytest.fixture(scope="module", params=SQL)
def house(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    stack = AsyncExitStack()
    with asyncio.Runner() as runner:
        folder: Path = tmp_path_factory.mktemp("house")
        sql = runner.run(stack.enter_async_context(opened(request.param, folder)))
        yield House(sql, runner)
        runner.run(stack.aclose())


@EXAMPLES
@given(history=histories)
def test_an_untouched_ledger_never_has_a_flaw(house: House, history: list[Step]) -> None:
    async def example() -> LedgerReport:
        async with house.inside() as inside:
            await inside.live(history)
            return await audit(inside)

    chains = len({chain for chain, *_ in history})
    assert house.runner.run(example()) == LedgerReport(chains, len(history), ())


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda tampering: tampering.__name__)
def test_tampering_is_found(house: House, tampering: Tampering) -> None:
    tried: Counter[str] = Counter()

    @EXAMPLES
    @given(history=histories, seed=st.integers(0, 2**32))
    def each(history: list[Step], seed: int) -> None:
        async def example() -> tuple[LedgerReport, bool]:
            async with house.inside() as inside:
                past = await inside.live([*history, *MORE])
                attack = Attack(past[-1].copy(), past, Random(seed))
                tampering(attack)
                await inside.put(attack.now)
                return await audit(inside), await inside.rows() != past[-1]

        report, changed = house.runner.run(example())
        assume(changed)
        tried["changed"] += 1
        assert report.flaws

    each()
    assert tried["changed"] >= 3
