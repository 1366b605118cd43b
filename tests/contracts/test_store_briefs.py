"""The contract of every store for briefs: one client's shares, their session, many ledgers."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.consent import Act
from bot.domain.delivery import DeliveryState, Kind
from bot.ports import Store, Transaction
from tests.things import LATER, NOW, answer, chain, delivery, engagement, person, share

SESSION = NOW + timedelta(days=3)


async def _begin(tx: Transaction) -> None:
    """Saves two clients of one coach, with a share each; the first lets the coach see them."""
    for who in ("client", "other", "coach"):
        await tx.save_person(person(who), NOW)
    await tx.save_engagement(engagement(listed=True, session_at=SESSION))
    await tx.save_engagement(engagement("e2", client_id="other", session_at=SESSION))
    await tx.save_answer(answer())
    await tx.save_answer(answer("a2", engagement_id="e2", client_id="other"))
    await tx.save_share(share("h1"))
    await tx.save_share(share("h2", engagement_id="e2", client_id="other", answer_id="a2"))
    await tx.save_share(share("h3", unnamed=True))


async def test_a_coach_reads_of_one_client_and_nothing_without_a_name(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
    async with store.transaction() as tx:
        ids = {one: await tx.shared_with("coach", NOW, of=one) for one in ("e1", "e2", "e3")}
    assert {one: [item.share_id for item in found] for one, found in ids.items()} == {
        "e1": ["h1"],
        "e2": ["h2"],
        "e3": [],
    }


async def test_a_share_tells_the_session_only_where_the_client_lets_it(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
    async with store.transaction() as tx:
        found = {one.share_id: one.session_at for one in await tx.shared_with("coach", NOW)}
        assert found == {"h1": SESSION, "h2": None, "h3": SESSION}
        await tx.save_engagement(engagement(listed=False, session_at=SESSION))
    async with store.transaction() as tx:
        assert {one.session_at for one in await tx.shared_with("coach", NOW)} == {None}


async def test_many_ledgers_are_read_at_once_each_with_its_engagement(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        for entry in chain(Act.ASKED, Act.GIVEN, Act.WITHDRAWN):
            await tx.append(entry)
        for entry in chain(Act.GIVEN, of="e2"):
            await tx.append(entry)
        # Also in the transaction that appended them.
        assert len((await tx.with_ledgers(["e1"]))["e1"][1]) == 3
    async with store.transaction() as tx:
        found = await tx.with_ledgers(["e1", "e2", "nothing"])
        assert {key: one for key, (one, _) in found.items()} == {
            "e1": await tx.engagement("e1"),
            "e2": await tx.engagement("e2"),
        }
        for key, (_, ledger) in found.items():
            assert list(ledger) == list(await tx.ledger(key))
        assert await tx.with_ledgers([]) == {}


async def test_what_was_planned_about_a_client_goes_with_them(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        of_coach = {"to": "coach", "owner": "coach"}
        for number, kind in enumerate((Kind.BRIEF, Kind.SENT_NOW)):
            for subject in ("e1", "e2"):
                id = f"d{number}{subject}"
                await tx.plan(delivery(id, kind=kind, slot=id, subject=subject, **of_coach))
        await tx.plan(delivery("digest", kind=Kind.DIGEST, **of_coach))
        (claimed,) = await tx.claim(NOW, 1, by="w")
        await tx.settle(claimed.id, DeliveryState.SENT, NOW, by="w")
    async with store.transaction() as tx:
        await tx.erase_client("client", LATER)
    async with store.transaction() as tx:
        for kind in (Kind.BRIEF, Kind.SENT_NOW):
            assert [one.subject for one in await tx.deliveries("coach", kind)] == ["e2"]
        assert len(await tx.deliveries("coach", Kind.DIGEST)) == 1
