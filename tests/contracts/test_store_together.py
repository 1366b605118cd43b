"""The contract of every store for a group: the same as one after another, and in one go."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.asking import Asked
from bot.domain.consent import Act, Purpose, Wording, extend
from bot.domain.delivery import Delivery, DeliveryState, Kind
from bot.domain.people import Dialogue, Person
from bot.domain.question import Depth
from bot.ports import DamagedError, Store, Transaction
from storage.sql.together.reads import SqlForeseeing
from tests.contracts.test_store_sweep import rhythm
from tests.things import LATER, NOW, delivery, engagement, person, profile, step

HOUR = timedelta(hours=1)
WORDING = Wording("hash", "3", "en")
# The second has nothing but an engagement, and the third does not exist.
WHOSE = ("1", "2", "3")


def due(number: str) -> Delivery:
    return delivery(f"d{number}", to=f"p{number}", owner=f"e{number}", slot=number)


async def filled(store: Store) -> list[Delivery]:
    """Everything that the gate asks about the first; less about the second."""
    async with store.transaction() as tx:
        for number in ("1", "2"):
            await tx.save_person(person(f"p{number}"), NOW)
            await tx.save_engagement(
                engagement(f"e{number}", client_id=f"p{number}", coach_id=f"k{number}")
            )
            await tx.plan(due(number))
        await tx.save_rhythm(rhythm("e1"))
        entry = extend([], "e1", Act.GIVEN, Purpose.CHECK_INS, WORDING, NOW)
        await tx.append(entry)
        await tx.append(extend([], "p1", Act.GIVEN, Purpose.DIGEST, WORDING, NOW))
        await tx.save_step(step("s1", engagement_id="e1", client_id="p1"))
        await tx.save_profile(profile("k1"), "1")
        await tx.save_asking(_asking("1"))
        later = replace(due("1"), id="later", kind=Kind.LATER, slot="later", due_at=LATER)
        await tx.plan(later)
    async with store.transaction() as tx:
        await tx.claim(NOW, 10, by="w")
        await tx.begin(["d1"], "w", NOW)
        await tx.settle("d1", DeliveryState.SENT, NOW, by="w")
    return [due(number) for number in WHOSE]


def _asking(number: str) -> Any:
    from bot.domain.asking import Asking

    return Asking(f"e{number}", f"p{number}", NOW, LATER, "weekly", Depth.LIGHT)


async def all_answers(tx: Transaction) -> dict[str, object]:
    """All that the gate and the composers read about each, by the single reads."""
    found: dict[str, object] = {"halt": await tx.halt()}
    for one in WHOSE:
        who = await tx.person(f"p{one}")
        found |= {
            f"person {one}": who,
            f"left {one}": await tx.left_at(person(f"p{one}").address),
            f"engagement {one}": await tx.engagement(f"e{one}"),
            f"ledger {one}": list(await tx.ledger(f"e{one}")),
            f"rhythm {one}": await tx.rhythm(f"e{one}"),
            f"draft {one}": await tx.rhythm(f"e{one}", confirmed=False),
            f"steps {one}": list(await tx.steps(f"e{one}")),
            f"step {one}": await tx.step(f"e{one}", "s1"),
            f"asking {one}": await tx.asking(f"e{one}"),
            f"delivery {one}": await tx.delivery(f"d{one}"),
            f"check-ins {one}": list(await tx.deliveries(f"e{one}", Kind.CHECK_IN)),
            f"around {one}": list(await tx.around(f"p{one}", NOW - HOUR)),
            f"around now {one}": list(await tx.around(f"p{one}", NOW)),
            f"questions {one}": list(await tx.own_questions(f"k{one}")),
            f"profile {one}": await tx.profile(f"k{one}"),
        }
    return found


async def test_what_is_foreseen_is_what_the_single_reads_say(store: Store) -> None:
    group = await filled(store)
    async with store.transaction() as tx:
        alone = await all_answers(tx)
    async with store.transaction() as tx:
        await tx.foresee(group, NOW - HOUR)
        assert await all_answers(tx) == alone
        await tx.foresee_settling(group)
        assert await all_answers(tx) == alone
    assert alone["person 3"] is alone["rhythm 2"] is None


async def test_what_is_written_after_it_is_what_is_read(store: Store) -> None:
    group = await filled(store)
    async with store.transaction() as tx:
        await tx.foresee(group, NOW - HOUR)
        await _changes(tx)
        changed = await all_answers(tx)
    async with store.transaction() as tx:
        assert await all_answers(tx) == changed
    async with store.transaction() as tx:
        await tx.foresee(group, NOW - HOUR)
        assert await all_answers(tx) == changed


async def test_a_group_that_reads_somebody_elses_row_is_found(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault is planted: each of the group is noted under the name of the next one."""
    group = await filled(store)
    real = SqlForeseeing._note

    def turned(reads: Any, tables: Any, answers: Any) -> None:
        noted = dict(answers)
        others = [*noted.values()][1:] + [*noted.values()][:1]
        real(reads, tables, zip(noted, others, strict=True))

    async with store.transaction() as tx:
        alone = await all_answers(tx)
    monkeypatch.setattr(SqlForeseeing, "_note", turned)
    async with store.transaction() as tx:
        await tx.foresee(group, NOW - HOUR)
        if isinstance(tx, SqlForeseeing):
            with pytest.raises((AssertionError, DamagedError)):
                assert await all_answers(tx) == alone


async def _changes(tx: Transaction) -> None:
    """Changes what each of the single reads reads."""
    who = await tx.person("p2")
    mine = await tx.engagement("e2")
    assert who is not None
    assert mine is not None
    ledger = await tx.ledger("e1")
    asking = await tx.asking("e1")
    assert asking is not None
    await tx.save_person(replace(who, zone="Asia/Tokyo"), NOW)
    await tx.save_engagement(replace(mine, stopped=True))
    await tx.append(extend(ledger, "e1", Act.WITHDRAWN, Purpose.CHECK_INS, WORDING, NOW))
    await tx.save_rhythm(rhythm("e2"))
    await tx.remove_rhythm("e1")
    await tx.remove_step("e1", "s1")
    await tx.save_asking(replace(asking, depth=Depth.DEEP))
    await tx.save_profile(replace(profile("k2"), question_set="other"), "2")
    await tx.settle("d2", DeliveryState.DROPPED, NOW, "gone", by="w")
    await tx.unplan("e1", Kind.LATER)
    await tx.leave(who.address, NOW)


async def test_those_begin_of_whom_the_worker_has_the_claim(store: Store) -> None:
    async with store.transaction() as tx:
        for number in ("1", "2", "3", "4"):
            await tx.plan(due(number))
    async with store.transaction() as tx:
        claimed = await tx.claim(NOW, 3, by="w1")
    async with store.transaction() as tx:
        await tx.seize(claimed[1], "w2")
    async with store.transaction() as tx:
        mine = await tx.begin([one.id for one in claimed] + ["d4", "nobody's"], "w1", NOW)
    assert set(mine) == {claimed[0].id, claimed[2].id}
    async with store.transaction() as tx:
        begun = {one.id for one in await tx.claimed() if one.begun_at == NOW}
    assert begun == set(mine)


async def test_sent_ones_are_settled_together_or_not_at_all(store: Store) -> None:
    async with store.transaction() as tx:
        for number in ("1", "2", "3"):
            await tx.plan(due(number))
    async with store.transaction() as tx:
        claimed = await tx.claim(NOW, 3, by="w")
    async with store.transaction() as tx:
        await tx.seize(claimed[2], "another")
    ids = [one.id for one in claimed]
    with pytest.raises(ValueError, match="not claimed"):
        async with store.transaction() as tx:
            await tx.settle_sent(ids, NOW, by="w")
    async with store.transaction() as tx:
        assert {one.id for one in await tx.claimed()} == set(ids)
        await tx.settle_sent(ids[:2], NOW, by="w")
    async with store.transaction() as tx:
        settled = [await tx.delivery(one) for one in ids[:2]]
    assert [(one.state, one.settled_at, one.reason) for one in settled if one] == [
        (DeliveryState.SENT, NOW, None)
    ] * 2


@pytest.mark.parametrize("foreseen", [True, False])
async def test_people_and_askings_are_saved_like_one_after_the_other(
    store: Store, foreseen: bool
) -> None:
    group = await filled(store)
    asked = Asked(NOW, "weekly.one", "words:1", "d1")
    async with store.transaction() as tx:
        if foreseen:
            await tx.foresee_settling(group)
        people = [await tx.person(f"p{one}") for one in ("1", "2")]
        changed = [_turned(one) for one in people if one is not None]
        new = person("p3")
        await tx.save_people([*changed, new], NOW)
        askings = [_asking(one).was_asked(asked) for one in ("1", "2")]
        await tx.save_askings(askings)
    async with store.transaction() as tx:
        assert [await tx.person(f"p{one}") for one in WHOSE] == [*changed, new]
        assert [await tx.asking(f"e{one}") for one in ("1", "2")] == askings
        assert await tx.person_at(new.address) == new


def _turned(who: Person) -> Person:
    return replace(who, dialogue=Dialogue("answer", f"{who.id}|other", asked_at=NOW))


async def test_chat_keys_are_those_of_whoever_is_there(store: Store) -> None:
    await filled(store)
    async with store.transaction() as tx:
        assert await tx.chat_keys({"p1", "p2", "p3"}) == {
            one: person(one).address.chat_key for one in ("p1", "p2")
        }
        assert await tx.chat_keys(set()) == {}


async def test_only_those_are_locked_for_whom_nobody_works(store: Store) -> None:
    async with store.locked("busy"):
        held = await store.lock_free({"busy", "one", "two"})
        assert set(held) == {"one", "two"}
        assert set(await store.lock_free({"one", "three"})) == {"three"}
    waiting = asyncio.create_task(_locked_once(store, "one"))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    await held["one"]()
    async with asyncio.timeout(5):
        await waiting
    # Each is released alone.
    assert set(await store.lock_free({"one", "two"})) == {"one"}
    await held["two"]()
    assert set(await store.lock_free({"busy", "two"})) == {"busy", "two"}


async def test_whoever_waits_for_a_person_comes_before_a_group(store: Store) -> None:
    first = await store.lock_free({"one"})
    waiting = asyncio.create_task(_locked_once(store, "one"))
    await asyncio.sleep(0.05)
    await first["one"]()
    assert await store.lock_free({"one"}) == {}
    async with asyncio.timeout(5):
        await waiting
    assert set(await store.lock_free({"one"})) == {"one"}


async def _locked_once(store: Store, who: str) -> None:
    async with store.locked(who):
        await asyncio.sleep(0)
