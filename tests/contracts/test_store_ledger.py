"""The contract of every store for the ledger as a whole."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.domain.consent import Act, Purpose, Wording, extend, latest
from bot.domain.ledger import Counted, Head, Tally
from bot.ports import Store
from bot.upkeep.ledger_audit import AT_ONCE, LedgerReport, audit
from bot.upkeep.sweep import expire
from tests.things import LATER, NOW, WORDING, chain, engagement, person


async def _append(store: Store, *acts: Act, of: str = "e1") -> None:
    async with store.transaction() as tx:
        for entry in chain(*acts, of=of):
            await tx.append(entry)


async def test_an_empty_ledger_is_whole(store: Store) -> None:
    assert await audit(store) == LedgerReport(0, 0, ())


async def test_a_head_and_the_tally_follow_what_is_appended(store: Store) -> None:
    entries = chain(Act.ASKED, Act.GIVEN)
    async with store.transaction() as tx:
        assert await tx.head("e1") is None
        await tx.append(entries[0])
        assert await tx.tally() == Tally(1, 1)
        await tx.append(entries[1])
        assert await tx.head("e1") == Head("e1", 2, entries[1].hash, 2)
    await _append(store, Act.REFUSED, of="e2")
    async with store.transaction() as tx:
        assert await tx.tally() == Tally(2, 3)
        assert await tx.counted() == Counted(2, 3)
        head = await tx.head("e2")
        assert head is not None
        assert (head.seq, head.number, head.sound) == (1, 3, True)
    assert await audit(store) == LedgerReport(2, 3, ())


async def test_what_was_rolled_back_was_never_counted(store: Store) -> None:
    async def fail() -> None:
        async with store.transaction() as tx:
            await tx.append(chain(Act.ASKED)[0])
            assert await tx.tally() == Tally(1, 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    async with store.transaction() as tx:
        assert await tx.head("e1") is None
        assert await tx.tally() == Tally(0, 0)


async def test_chains_come_in_pages_each_once(store: Store) -> None:
    names = [f"c{number:02}" for number in range(7)]
    for name in reversed(names):
        await _append(store, Act.ASKED, Act.REFUSED, of=name)
    found: list[str] = []
    async with store.transaction() as tx:
        while page := await tx.chains(found[-1] if found else None, 3):
            assert len(page) <= 3
            found += page
    assert found == names


async def test_an_audit_reads_every_page(store: Store) -> None:
    async with store.transaction() as tx:
        for number in range(2 * AT_ONCE + 1):
            await tx.append(chain(Act.ASKED, of=f"c{number}")[0])
    assert await audit(store) == LedgerReport(2 * AT_ONCE + 1, 2 * AT_ONCE + 1, ())


async def test_an_erase_and_a_sweep_leave_the_ledger_whole(store: Store) -> None:
    await _append(store, Act.ASKED, Act.GIVEN)
    async with store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
        await tx.save_engagement(engagement())
        await tx.erase_client("client", NOW)
        await tx.sweep(LATER + timedelta(days=400), 100)
    assert await audit(store) == LedgerReport(1, 2, ())


async def test_an_audit_finds_nothing_while_others_append(store: Store) -> None:
    async def live(name: str) -> None:
        for entry in chain(Act.ASKED, Act.GIVEN, Act.WITHDRAWN, of=name):
            async with store.transaction() as tx:
                await tx.append(entry)

    seen: list[LedgerReport] = []

    async def look() -> None:
        for _ in range(4):
            seen.append(await audit(store))

    await asyncio.gather(look(), *(live(f"c{number}") for number in range(8)))
    assert [report.flaws for report in seen] == [()] * 4
    assert await audit(store) == LedgerReport(8, 24, ())


async def test_a_grant_that_ran_out_is_noted_once_in_the_words_it_was_given_for(
    store: Store,
) -> None:
    read = Wording("b" * 64, "7", "de")
    async with store.transaction() as tx:
        for entry in chain(Act.ASKED, Act.GIVEN):
            await tx.append(entry)
        ledger = list(await tx.ledger("e1"))
        for purpose, act, until in (
            (Purpose.KEEP_WORDS, Act.GIVEN, NOW),
            (Purpose.KEEP_WORDS, Act.ASKED, None),
            (Purpose.KEEP_MARKS, Act.GIVEN, NOW),
            (Purpose.KEEP_MARKS, Act.WITHDRAWN, None),
            (Purpose.SHARE_WORDS, Act.REFUSED, None),
        ):
            ledger.append(extend(ledger, "e1", act, purpose, read, NOW, until))
            await tx.append(ledger[-1])
    async with store.transaction() as tx:
        assert await expire(tx, "e1", NOW - timedelta(microseconds=1)) == 0
        assert await expire(tx, "e1", NOW) == 1
        assert await expire(tx, "e1", LATER) == 1
        assert await expire(tx, "e1", LATER) == 0
    async with store.transaction() as tx:
        ledger = list(await tx.ledger("e1"))
    words, check_ins = ledger[-2:]
    assert (words.act, words.purpose, words.wording) == (Act.EXPIRED, Purpose.KEEP_WORDS, read)
    assert (check_ins.purpose, check_ins.wording) == (Purpose.CHECK_INS, WORDING)
    assert (words.at, words.until) == (NOW, None)
    marks = latest(ledger, Purpose.KEEP_MARKS)
    assert marks is not None
    assert marks.act is Act.WITHDRAWN
    assert (await audit(store)).flaws == ()


async def test_what_has_no_end_does_not_run_out(store: Store) -> None:
    given = extend([], "coach", Act.GIVEN, Purpose.DIGEST, WORDING, NOW)
    async with store.transaction() as tx:
        await tx.append(given)
        assert await expire(tx, "coach", NOW + timedelta(days=3650)) == 0
        assert await expire(tx, "nobody", NOW) == 0
        assert list(await tx.ledger("coach")) == [given]
