"""The contract of every store for events that were accepted and are not handled yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.chat import Deleted, Edited, Event, Happening, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Store
from storage.keys.keyring import KeyDestroyedError
from storage.sql.schema import inbox
from storage.sql.unit_of_work import INBOX
from tests.databases import SQL, opened
from tests.things import NOW

MAI, TOM = Address("local", "w", "mai"), Address("local", "w", "tom")
HAPPENINGS: list[Happening] = [
    Wrote(Words("zebra ‮ 好 \ud800\n"), "m1"),
    Wrote(Words("")),
    Pressed("stop:e1"),
    Submitted("rhythm:e1", {"days": "MO,TU", "from": "09:00"}),
    Edited("m1", Words("okapi"), datetime(2026, 11, 23, tzinfo=UTC)),
    Edited("m1", Words("okapi")),
    Edited("m1", Words("okapi"), None, datetime(2026, 11, 22, tzinfo=UTC), Words("zebra")),
    Edited("m1", Words("okapi"), undone=True),
    Deleted("m1"),
    Deleted("m1", datetime(2026, 11, 22, tzinfo=UTC), Words("zebra")),
]


def event(id: str = "1", sender: Address = MAI, what: Happening = HAPPENINGS[0]) -> Event:
    return Event(id, sender, Words("Mai"), what, "Asia/Tokyo", "ja", '{"channel": "D1"}')


async def take_in(store: Store, *events: Event, at: datetime = NOW) -> None:
    async with store.transaction() as tx:
        await tx.take_in(events, at)


@pytest.mark.parametrize("what", HAPPENINGS, ids=lambda what: type(what).__name__)
async def test_an_event_comes_out_as_it_went_in(store: Store, what: Happening) -> None:
    await take_in(store, event(what=what))
    async with store.transaction() as tx:
        taken = await tx.next_taken(MAI.chat_key)
    assert taken is not None
    assert taken.event == event(what=what)
    assert (taken.handled, taken.tries, taken.at) == (False, 0, NOW)


async def test_each_chat_comes_in_its_own_order(store: Store) -> None:
    await take_in(store, event("1"), event("2", TOM), event("3"))
    await take_in(store, event("4"))
    seen = []
    async with store.transaction() as tx:
        while (taken := await tx.next_taken(MAI.chat_key)) is not None:
            seen.append(taken.event.id)
            await tx.drop_taken(taken.number)
        other = await tx.next_taken(TOM.chat_key)
    assert seen == ["1", "3", "4"]
    assert other is not None
    assert other.event.id == "2"


async def test_the_same_event_lies_there_once(store: Store) -> None:
    await take_in(store, event("1"), event("1", what=Pressed("other")))
    await take_in(store, event("1"))
    elsewhere = Address("local", "another", "mai")
    await take_in(store, event("1", elsewhere))
    async with store.transaction() as tx:
        taken = await tx.next_taken(MAI.chat_key)
        assert taken is not None
        assert taken.event == event("1")
        await tx.drop_taken(taken.number)
        assert await tx.next_taken(MAI.chat_key) is None
        assert await tx.next_taken(elsewhere.chat_key) is not None


async def test_how_often_it_was_begun_and_whether_it_was_handled_is_known(store: Store) -> None:
    await take_in(store, event())
    for tries in range(3):
        async with store.transaction() as tx:
            taken = await tx.next_taken(MAI.chat_key)
            assert taken is not None
            assert taken.tries == tries
    assert taken is not None
    async with store.transaction() as tx:
        await tx.note_handled(taken.number)
    async with store.transaction() as tx:
        again = await tx.next_taken(MAI.chat_key)
    assert again is not None
    assert again.handled
    assert replace(again, handled=False, tries=2) == taken


async def test_chats_with_something_left_are_found(store: Store) -> None:
    await take_in(store, event("1"), event("2", TOM), event("3"), at=NOW)
    async with store.transaction() as tx:
        assert list(await tx.chats_waiting(NOW - timedelta(seconds=1), 10)) == []
        assert list(await tx.chats_waiting(NOW, 10)) == [MAI.chat_key, TOM.chat_key]
        assert len(await tx.chats_waiting(NOW, 1)) == 1


async def _handle(store: Store) -> None:
    async with store.transaction() as tx:
        taken = await tx.next_taken(MAI.chat_key)
        assert taken is not None
        await tx.note_handled(taken.number)


@pytest.mark.parametrize("kind", SQL)
async def test_once_the_keys_were_renewed_what_was_handled_tells_only_whom_to_answer(
    kind: str, tmp_path: Path
) -> None:
    async with opened(kind, tmp_path) as house:
        store = house.store
        await take_in(store, event("1"))
        await _handle(store)
        async with house.store._engine.connect() as connection:
            mine = inbox.c.organisation == store._organisation
            row = (await connection.execute(select(inbox).where(mine))).one()
        async with store.transaction() as tx:
            await tx.renew_inbox_keys()
        await take_in(store, event("3", TOM))
        async with store.transaction() as tx:
            await tx.tidy(10)
        with pytest.raises(KeyDestroyedError):
            await house.keys.unseal(INBOX, f"inbox.body|{row.event}", row.body.data)
        async with store.transaction() as tx:
            taken = await tx.next_taken(MAI.chat_key)
            waiting = await tx.next_taken(TOM.chat_key)
        assert taken is not None
        assert taken.handled
        assert taken.event == replace(event("1"), name=Words(""), what=Wrote(Words("")))
        assert waiting is not None
        assert waiting.event == event("3", TOM)
        assert (await house.keys.counts()).data_keys == 1


@pytest.mark.parametrize("kind", SQL)
async def test_what_is_handled_while_the_keys_are_renewed_is_answered_first(
    kind: str, tmp_path: Path
) -> None:
    """The next cleanup destroys the event's key, once the event is gone."""
    async with opened(kind, tmp_path) as house:
        store = house.store
        await take_in(store, event("1"))
        async with store.transaction() as tx:
            await tx.renew_inbox_keys()
        await _handle(store)
        async with store.transaction() as tx:
            await tx.tidy(10)
        async with store.transaction() as tx:
            taken = await tx.next_taken(MAI.chat_key)
            assert taken is not None
            assert taken.event == event("1")
            await tx.drop_taken(taken.number)
        async with store.transaction() as tx:
            await tx.tidy(10)
        assert (await house.keys.counts()).data_keys == 0
