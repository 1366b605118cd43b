"""The contract of every store for people, consent and incoming events."""

from __future__ import annotations

import asyncio
from dataclasses import fields, replace
from datetime import date, time, timedelta

import pytest

from bot.domain.consent import Act
from bot.domain.ledger import flaws
from bot.domain.pause import Pause
from bot.domain.people import Aside, Dialogue, OpenToReplies, Quiet
from bot.domain.words import Words
from bot.ports import Store
from tests.things import NOW, chain, invitation, person, rhythm


async def test_a_person_comes_back_as_saved_by_id_and_by_address(store: Store) -> None:
    mai = person("mai", name=Words("Mai — 好"))
    async with store.transaction() as tx:
        await tx.save_person(mai, NOW)
    async with store.transaction() as tx:
        assert await tx.person("mai") == mai
        assert await tx.person_at(mai.address) == mai


ALL_OF_A_DIALOGUE = Dialogue(
    awaiting="note",
    subject="e1",
    offered=(("Yes", "allow:e1:yes"),),
    heard_at=NOW,
    zone_asked="Asia/Tokyo",
    quiet=Quiet(NOW.date(), went_on=True),
    asked_at=NOW,
    told_until=NOW,
    thanked=2,
    step_offered=NOW.date(),
    replies=(OpenToReplies(("h1",), "digest", "d1", NOW.date()),),
    aside=Aside("h1", "answer", "d1", NOW, (("Pass", "pass:d1"),)),
    reaction_met=True,
    notes_offered=("e1", "e2"),
)


async def test_every_part_of_a_dialogue_comes_back_as_saved(store: Store) -> None:
    nothing = Dialogue()
    for part in fields(Dialogue):
        assert getattr(ALL_OF_A_DIALOGUE, part.name) != getattr(nothing, part.name), part.name
    mai = replace(person("mai"), dialogue=ALL_OF_A_DIALOGUE)
    async with store.transaction() as tx:
        await tx.save_person(mai, NOW)
    async with store.transaction() as tx:
        assert await tx.person("mai") == mai


async def test_saving_a_person_again_replaces_them(store: Store) -> None:
    mai = person("mai")
    changed = replace(mai, name=Words("Mai Ling"), language="de", zone=None, dialogue=Dialogue())
    async with store.transaction() as tx:
        await tx.save_person(mai, NOW)
        await tx.save_person(changed, NOW + timedelta(days=40))
    async with store.transaction() as tx:
        assert await tx.person_at(mai.address) == changed


async def test_the_same_user_id_in_two_workspaces_is_two_people(store: Store) -> None:
    here = person("p1", workspace="here", user="U1")
    there = person("p2", workspace="there", user="U1")
    async with store.transaction() as tx:
        await tx.save_person(here, NOW)
        await tx.save_person(there, NOW)
    async with store.transaction() as tx:
        assert await tx.person_at(here.address) == here
        assert await tx.person_at(there.address) == there
        assert await tx.person_at(replace(here.address, platform="slack")) is None
        assert await tx.person_at(replace(here.address, workspace="her", user="eU1")) is None


async def test_a_transaction_that_raises_leaves_no_trace(store: Store) -> None:
    async def fail() -> None:
        async with store.transaction() as tx:
            await tx.save_person(person("mai"), NOW)
            await tx.save_rhythm(rhythm())
            assert await tx.first_time(person("mai").address, "event", NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    async with store.transaction() as tx:
        assert await tx.person("mai") is None
        assert await tx.rhythm("e1") is None
        assert await tx.first_time(person("mai").address, "event", NOW)


async def test_an_event_is_new_once_per_workspace(store: Store) -> None:
    here = person("p", workspace="here").address
    async with store.transaction() as tx:
        assert await tx.first_time(here, "e1", NOW)
    async with store.transaction() as tx:
        assert not await tx.first_time(here, "e1", NOW)
        assert not await tx.first_time(replace(here, user="other"), "e1", NOW)
        assert await tx.first_time(replace(here, workspace="there"), "e1", NOW)
        assert await tx.first_time(replace(here, platform="slack"), "e1", NOW)
        assert await tx.first_time(here, "e2", NOW)


async def test_wrong_codes_are_counted_by_person_and_by_workspace(store: Store) -> None:
    here = person("p", workspace="here").address
    there = replace(here, workspace="there")
    async with store.transaction() as tx:
        await tx.note_wrong_code("one", here, NOW - timedelta(hours=2))
        await tx.note_wrong_code("one", here, NOW)
        await tx.note_wrong_code("one", here, NOW)
        await tx.note_wrong_code("two", there, NOW)
    async with store.transaction() as tx:
        before = NOW - timedelta(hours=2)
        assert await tx.wrong_codes("one", NOW - timedelta(hours=1)) == [NOW, NOW]
        assert await tx.wrong_codes("one", before) == [before, NOW, NOW]
        assert await tx.wrong_codes("nobody", before) == []
        assert await tx.wrong_codes_in_workspace(here, NOW) == 2
        assert await tx.wrong_codes_in_workspace(there, NOW) == 1


async def test_a_digest_depends_on_purpose_and_text_and_shows_neither(store: Store) -> None:
    async with store.transaction() as tx:
        made = tx.keyed_hash("code", "KXPT-4M7Q")
        assert made == tx.keyed_hash("code", "KXPT-4M7Q")
        others = {tx.keyed_hash("code", "KXPT-4M7R"), tx.keyed_hash("guess", "KXPT-4M7Q"), made}
    assert len(others) == 3
    assert "KXPT" not in made
    assert tx.keyed_hash("code", "\ud800")


async def test_a_chain_comes_back_whole_and_in_order(store: Store) -> None:
    entries = chain(Act.ASKED, Act.GIVEN, Act.WITHDRAWN)
    other = chain(Act.REFUSED, of="e2")
    async with store.transaction() as tx:
        for entry in (*entries, *other):
            await tx.append(entry)
    async with store.transaction() as tx:
        assert list(await tx.ledger("e1")) == entries
        assert list(await tx.ledger("e2")) == other
        assert flaws(await tx.ledger("e1"), await tx.head("e1")) == []
        assert list(await tx.ledger("nobody")) == []


async def test_a_chain_takes_each_number_once(store: Store) -> None:
    first, second = chain(Act.ASKED, Act.GIVEN)
    async with store.transaction() as tx:
        await tx.append(first)
    async with store.transaction() as tx:
        with pytest.raises(ValueError, match="chain"):
            await tx.append(replace(second, seq=1))
        await tx.append(second)
    async with store.transaction() as tx:
        assert list(await tx.ledger("e1")) == [first, second]


async def test_a_draft_rhythm_does_not_count_until_it_is_confirmed(store: Store) -> None:
    old, draft = rhythm(), rhythm(rrule="FREQ=DAILY", confirmed=False)
    async with store.transaction() as tx:
        await tx.save_rhythm(old)
        await tx.save_rhythm(draft)
    async with store.transaction() as tx:
        assert await tx.rhythm("e1") == old
        assert await tx.rhythm("e1", confirmed=False) == draft
        await tx.save_rhythm(replace(draft, confirmed=True))
    async with store.transaction() as tx:
        assert await tx.rhythm("e1") == replace(draft, confirmed=True)
        assert await tx.rhythm("e1", confirmed=False) is None
        await tx.remove_rhythm("e1")
    async with store.transaction() as tx:
        assert await tx.rhythm("e1") is None


@pytest.mark.parametrize(
    "pause",
    [
        Pause(date(2026, 12, 11)),
        Pause(date(2026, 12, 11), starts=date(2026, 12, 5)),
        Pause(None, date(2026, 12, 11), date(2026, 12, 5)),
    ],
)
async def test_a_pause_is_kept_with_its_first_day_and_its_end(store: Store, pause: Pause) -> None:
    async with store.transaction() as tx:
        await tx.save_person(replace(person("client"), pause=pause), NOW)
    async with store.transaction() as tx:
        found = await tx.person("client")
    assert found is not None
    assert found.pause == pause


async def test_removing_a_rhythm_takes_its_draft_and_nobody_elses(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.save_rhythm(rhythm(confirmed=False, quiet_from=time(22)))
        await tx.save_rhythm(rhythm("e2"))
        await tx.remove_rhythm("e1")
    async with store.transaction() as tx:
        assert await tx.rhythm("e1", confirmed=False) is None
        assert await tx.rhythm("e2") == rhythm("e2")


async def test_an_invitation_is_found_by_its_digest_and_only_the_ledger_says_who_invited(
    store: Store,
) -> None:
    async with store.transaction() as tx:
        assert not await tx.has_invited("coach")
        await tx.save_invitation(invitation())
    async with store.transaction() as tx:
        assert await tx.invitation("digest-i1") == invitation()
        assert await tx.invitation("digest-i2") is None
        assert not await tx.has_invited("coach")
        await tx.append(chain(Act.ASKED, of="coach")[0])
        assert await tx.has_invited("coach")
        assert not await tx.has_invited("client")


async def test_one_at_a_time_per_person_and_no_waiting_for_others(store: Store) -> None:
    order: list[str] = []

    async def hold(who: str, mark: str) -> None:
        async with store.locked(who):
            order.append(f"{mark} in")
            await asyncio.sleep(0.01)
            order.append(f"{mark} out")

    await asyncio.gather(hold("mai", "a"), hold("mai", "b"), hold("dan", "c"))
    assert order.index("a out") < order.index("b in")
    assert order.index("c in") < order.index("a out")


async def test_transactions_at_the_same_time_all_count(store: Store) -> None:
    async def append_one(chain_name: str) -> None:
        async with store.transaction() as tx:
            for entry in chain(Act.ASKED, Act.GIVEN, of=chain_name):
                await tx.append(entry)

    await asyncio.gather(*(append_one(f"c{number}") for number in range(8)))
    async with store.transaction() as tx:
        for number in range(8):
            assert len(await tx.ledger(f"c{number}")) == 2


async def test_a_coach_is_approved_by_their_reference_and_by_nothing_else(store: Store) -> None:
    coach, other = person("coach").address, person("other").address
    async with store.transaction() as tx:
        reference = tx.coach_reference(coach)
        assert len(reference) == 16
        assert reference != tx.coach_reference(other)
        assert not await tx.coach_approved(coach)
        await tx.approve_coach(reference, NOW)
        await tx.approve_coach(reference, NOW)
    async with store.transaction() as tx:
        assert await tx.coach_approved(coach)
        assert not await tx.coach_approved(other)
        assert await tx.withdraw_approval(reference)
        assert not await tx.withdraw_approval(reference)
        assert not await tx.coach_approved(coach)


async def test_an_erase_takes_the_approval_too(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
        await tx.approve_coach(tx.coach_reference(person("client").address), NOW)
    async with store.transaction() as tx:
        await tx.erase_client("client", NOW)
    async with store.transaction() as tx:
        assert not await tx.coach_approved(person("client").address)


async def test_codes_are_counted_by_their_coach_and_their_end(store: Store) -> None:
    later = NOW + timedelta(days=1)
    async with store.transaction() as tx:
        await tx.save_invitation(invitation("i1", expires_at=NOW))
        await tx.save_invitation(invitation("i2", expires_at=later))
        await tx.save_invitation(invitation("i3", expires_at=later, coach_id="other"))
        assert await tx.codes_made("coach", NOW) == 2
        assert await tx.codes_made("coach", later) == 1
        assert await tx.codes_made("nobody", NOW) == 0
