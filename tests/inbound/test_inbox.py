"""Events are stored, acknowledged, handled and answered: once, in order, and never lost."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.chat import Event, Pressed, Wrote
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.inbound import inbox
from bot.inbound.inbox import BusyError, InboxWorker
from bot.inbound.listening import listen
from bot.ports import Accepted
from bot.understand import FirstHearing
from tests.databases import opened
from tests.inbound.desk import Counting, Desk, Unheard
from tests.memory_store.store import MemoryStore
from tests.proofs.crashes import Crash, CrashingStore
from tests.world import joined

MINUTE = timedelta(minutes=1)


async def test_an_accepted_event_is_handled_answered_and_removed() -> None:
    desk = Desk()
    await desk.receiving.accept(desk.event("1"))
    await desk.receiving.stop()
    assert desk.platform.answers == [("1", ["hello"])]
    assert await desk.left() == 0


async def test_the_same_event_again_changes_nothing_and_is_answered_once() -> None:
    desk = Desk()
    coach = desk.world.person("coach", "Daniel")
    invite = Event("1", coach.address, Words("Daniel"), Wrote(Words("invite"), "m"), None, "en")
    await asyncio.gather(*(desk.receiving.accept(invite) for _ in range(3)))
    await desk.receiving.look(desk.world.clock.now())
    await asyncio.sleep(0.01)
    await desk.receiving.accept(invite)
    await desk.receiving.stop()
    assert desk.platform.ids() == ["1"]


async def test_each_chat_is_answered_in_its_own_order() -> None:
    desk = Desk()
    for number in range(20):
        await desk.receiving.accept(desk.event(f"{number}", user=("mai", "tom")[number % 2]))
    await desk.receiving.stop()
    ids = [int(one) for one in desk.platform.ids()]
    assert [one for one in ids if one % 2] == list(range(1, 20, 2))
    assert [one for one in ids if not one % 2] == list(range(0, 20, 2))


async def test_many_events_share_a_commit() -> None:
    store = Counting(MemoryStore())
    desk = Desk(store)
    events = [desk.event(f"{number}", user=f"user-{number}") for number in range(100)]
    waiting = [asyncio.create_task(desk.receiving.accept(event)) for event in events]
    while not all(task.done() for task in waiting):
        await asyncio.sleep(0)
        if store.count > 20:
            break
    assert store.count <= 20
    await asyncio.gather(*waiting)
    await desk.receiving.stop()
    assert len(desk.platform.answers) == 100


async def test_an_event_that_cannot_be_stored_is_not_acknowledged() -> None:
    store = Counting(MemoryStore())
    desk = Desk(store)
    store.refuse = 1
    with pytest.raises(ConnectionError):
        await desk.receiving.accept(desk.event("1"))
    await desk.receiving.accept(desk.event("1"))
    await desk.receiving.stop()
    assert desk.platform.ids() == ["1"]


async def test_whoever_waits_for_a_writer_that_ends_hears_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also who came while it was writing: their chat must not stay locked for ever."""
    desk = Desk()
    writing, ends = asyncio.Event(), asyncio.Event()

    async def dies(*_: object) -> None:
        writing.set()
        await ends.wait()
        raise Crash

    monkeypatch.setattr(InboxWorker, "_save", dies)
    first = asyncio.create_task(desk.receiving.accept(desk.event("1")))
    await writing.wait()
    second = asyncio.create_task(desk.receiving.accept(desk.event("2", user="tom")))
    await asyncio.sleep(0)
    writer = desk.receiving._writer
    ends.set()
    _, waiting = await asyncio.wait([first, second], timeout=0.5)
    assert not waiting
    assert isinstance(first.exception(), Crash)
    assert isinstance(second.exception(), Crash)
    assert writer is not None
    assert isinstance(writer.exception(), Crash)


async def test_too_many_events_at_once_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "MOST_WAITING", 2)
    desk = Desk()
    some = [desk.receiving.accept(desk.event(f"{n}", user=f"u{n}")) for n in range(5)]
    outcomes = await asyncio.gather(*some, return_exceptions=True)
    assert sum(isinstance(one, BusyError) for one in outcomes) == 3
    await desk.receiving.stop()
    with pytest.raises(BusyError):
        await desk.receiving.accept(desk.event("late"))


async def test_a_failure_that_passes_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk()
    failing = [RuntimeError("zebra")]

    async def breaks_once(conversation: Conversation, first: Sequence[FirstHearing]) -> Reply:
        if failing:
            raise failing.pop()
        return await listen(conversation, first)

    monkeypatch.setattr("bot.inbound.events.listen", breaks_once)
    await desk.receiving.accept(desk.event("1"))
    await desk.receiving.stop()
    assert desk.platform.answers == [("1", ["hello"])]


async def test_an_unconfirmed_commit_is_not_followed_by_silence() -> None:
    """The work was done and the second try finds nothing to do, so the person is told that much."""
    store = Unheard(MemoryStore())
    desk = Desk(store)
    coach = desk.world.person("coach", "Daniel")
    invite = Event("1", coach.address, Words("Daniel"), Pressed("invite"), None, "en")
    store.unheard_at = 2
    await desk.receiving.accept(invite)
    await desk.receiving.stop()
    inner = store.inner
    assert isinstance(inner, MemoryStore)
    assert len(inner._tables.invitations) == 1
    assert desk.platform.answers == [("1", ["interrupted"])]
    assert await desk.left() == 0


async def test_a_failure_that_stays_is_told_kindly_and_delays_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = Desk()

    async def breaks(*_: object) -> None:
        raise RuntimeError("zebra")

    with monkeypatch.context() as broken, capture_logs() as logs:
        broken.setattr("bot.inbound.events.listen", breaks)
        broken.setattr(inbox, "TRIES", 2)
        await desk.receiving.accept(desk.event("1"))
        await desk.receiving.accept(desk.event("2", user="tom"))
        await desk.receiving.stop()
    assert sorted(desk.platform.answers) == [("1", ["trouble"]), ("2", ["trouble"])]
    assert await desk.left() == 0
    assert "zebra" not in str(logs)


async def test_a_platform_that_cannot_be_answered_delays_nobody() -> None:
    desk = Desk()
    desk.platform.breaks = True
    with capture_logs() as logs:
        await desk.receiving.accept(desk.event("1"))
        await desk.receiving.stop()
    assert await desk.left() == 0
    assert [log["event"] for log in logs] == ["answer_failed"]
    assert "zebra" not in str(logs)


@pytest.mark.parametrize("just_accepted", [False, True])
@pytest.mark.parametrize("saved_first", [False, True])
@pytest.mark.parametrize("at", range(6))
async def test_whenever_the_process_dies_the_event_is_handled_once_and_answered(
    at: int, saved_first: bool, just_accepted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An acknowledged event is never lost, and a handled event is never handled again."""
    store = CrashingStore(MemoryStore())
    desk = Desk(store)
    coach = desk.world.person("coach", "Daniel")
    invite = Event("1", coach.address, Words("Daniel"), Pressed("invite"), None, "en")
    acknowledged = False
    store.plan_crash(at, saved_first=saved_first)
    begun: list[Accepted | None] = []
    monkeypatch.setattr(desk.receiving, "_work_off", lambda _, new=None: begun.append(new))
    try:
        await desk.receiving.accept(invite)
        acknowledged = True
        first = begun[0] if just_accepted else None
        await InboxWorker._chat(desk.receiving, _begun(desk, invite), first)
    except Crash:
        pass
    store.survive()
    desk.restart()
    if not acknowledged:
        await desk.receiving.accept(invite)
    await desk.receiving.look(desk.world.clock.now())
    await desk.receiving.stop()
    assert await desk.left() == 0
    inner = store.inner
    assert isinstance(inner, MemoryStore)
    assert len(inner._tables.invitations) == 1
    told = [templates for _, templates in desk.platform.answers]
    assert told in (
        [["invite", "ask-digest"]],
        [["interrupted"]],
        [["invite", "ask-digest"], ["interrupted"]],
    )


async def test_a_writer_that_died_leaves_no_error_for_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = CrashingStore(MemoryStore())
    desk = Desk(store)
    store.plan_crash(0, saved_first=False)
    with pytest.raises(Crash):
        await desk.receiving.accept(desk.event("1"))
    desk.receiving._writer = None
    gc.collect()
    assert "never retrieved" not in caplog.text


def _begun(desk: Desk, event: Event) -> str:
    desk.receiving._chats[event.sender.chat_key] = asyncio.current_task()  # type: ignore[assignment]
    return event.sender.chat_key


async def test_an_answer_that_may_be_missing_is_said_so_once_and_only_for_a_while() -> None:
    for later, told in ((MINUTE, [("1", ["interrupted"])]), (20 * MINUTE, [])):
        desk = Desk()
        await _handled_and_not_answered(desk)
        desk.world.clock.at += later
        desk.restart()
        await desk.receiving.look()
        await desk.receiving.stop()
        assert desk.platform.answers == told
        assert await desk.left() == 0


async def _handled_and_not_answered(desk: Desk) -> None:
    async with desk.world.store.transaction() as tx:
        await tx.take_in([desk.event("1")], desk.world.clock.now())
    async with desk.world.store.transaction() as tx:
        taken = await tx.next_taken(desk.event("1").sender.chat_key)
        assert taken is not None
        await tx.note_handled(taken.number)


async def test_a_person_who_erased_is_told_too_that_the_answer_may_be_missing(
    tmp_path: Path,
) -> None:
    """The process ends in between.

    Only the sender is kept of the event, and then deleted with its key.
    """
    async with opened("sqlite", tmp_path) as house:
        desk = Desk(house.store)
        client, _ = await joined(desk.world)
        await client.writes("erase everything")
        ask = next(b.action for b in client.buttons() if b.action.startswith("erase"))
        event = Event("1", client.address, Words("Mai"), Pressed(ask), None, "en")
        async with house.store.transaction() as tx:
            await tx.take_in([event], desk.world.clock.now())
        async with house.store.transaction() as tx:
            taken = await tx.next_taken(client.address.chat_key)
            assert taken is not None
        await desk.world.bot.events.handle_locked(taken.event, taken)
        async with house.store.transaction() as tx:
            assert await tx.person_at(client.address) is None
        desk.restart()
        await desk.receiving.look(desk.world.clock.now())
        await desk.receiving.stop()
        assert desk.platform.answers == [("1", ["interrupted"])]
        assert not await house.keys.has_any("inbox")
