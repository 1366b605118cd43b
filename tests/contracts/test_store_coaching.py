"""The contract of every store for coaching: cards, questions, notes, lists, ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.agreed import AgreedTexts
from bot.domain.asking import Asking
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.engagement import EngagementState
from bot.domain.profile import BringUp, Note, OwnQuestions
from bot.domain.step import Repeat, StepSize
from bot.domain.words import Words
from bot.ports import Store, Transaction
from tests.things import LATER, NOW, delivery, engagement, person, profile, share, step

NOTE = Note("n1", "e1", "client", "coach", Words("Let us begin there"), NOW, LATER)


async def begin(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.save_person(person("client"), NOW)
        await tx.save_person(person("coach"), NOW)
        await tx.save_engagement(engagement())


async def test_a_step_keeps_its_size_what_helps_and_when_it_was_done(store: Store) -> None:
    await begin(store)
    whole = replace(
        step(),
        size=StepSize.MOMENT,
        strength=Words("patience"),
        done_at=NOW,
        obstacle=Words("a full inbox"),
        day=NOW.date(),
        repeat=Repeat.WEEK,
        times_done=(NOW,),
        asked_what_helped=True,
    )
    async with store.transaction() as tx:
        await tx.save_step(whole)
        await tx.save_step(step("s2"))
    async with store.transaction() as tx:
        assert await tx.step("e1", "s1") == whole
        assert await tx.step("e1", "s2") == step("s2")
        await tx.save_step(step())
        assert await tx.step("e1", "s1") == step()


async def test_what_a_client_made_of_the_questions_is_kept_until_the_end(store: Store) -> None:
    await begin(store)
    mine = Asking("e1", "client", NOW, LATER, "weekly", 1, ("feelings", "weekly.energy"))
    async with store.transaction() as tx:
        assert await tx.asking("e1") is None
        await tx.save_asking(mine)
    async with store.transaction() as tx:
        assert await tx.asking("e1") == mine
        await tx.erase_some("client", {"something-else"}, NOW)
        await tx.tidy(10)
    async with store.transaction() as tx:
        assert await tx.asking("e1") == mine
        await tx.sweep(LATER, 100)
        assert await tx.asking("e1") is None


async def test_a_note_is_found_in_its_own_engagement_only(store: Store) -> None:
    await begin(store)
    async with store.transaction() as tx:
        await tx.save_note(NOTE)
        assert await tx.note("e1", "n1") == NOTE
        assert await tx.note("e2", "n1") is None
        await tx.remove_note("e2", "n1")
        assert await tx.note("e1", "n1") == NOTE
        await tx.remove_note("e1", "n1")
        assert await tx.note("e1", "n1") is None


async def test_a_card_is_the_coachs_own_and_names_every_agreement_of_theirs(store: Store) -> None:
    await begin(store)
    async with store.transaction() as tx:
        await tx.save_engagement(engagement("e2", coach_id="other"))
        await tx.save_profile(profile(), "v2")
    async with store.transaction() as tx:
        assert await tx.profile("coach") == profile()
        assert await tx.profile("client") is None
        found = [await tx.engagement(one) for one in ("e1", "e2")]
        assert [one.agreement_version for one in found if one] == ["v2", "1"]


async def test_questions_are_the_coachs_own(store: Store) -> None:
    await begin(store)
    async with store.transaction() as tx:
        await tx.save_own_questions(OwnQuestions("own-1", "coach", Words("Mine"), NOW))
        await tx.remove_own_questions("client", "own-1")
        assert [one.id for one in await tx.own_questions("coach")] == ["own-1"]
        assert await tx.own_questions("client") == []
        await tx.remove_own_questions("coach", "own-1")
        assert await tx.own_questions("coach") == []


async def test_a_list_shows_only_who_allows_it_and_never_an_ended_engagement(store: Store) -> None:
    await begin(store)
    async with store.transaction() as tx:
        assert await tx.listed("coach", NOW) == []
        await tx.save_engagement(engagement(listed=True, session_at=LATER))
        (one,) = await tx.listed("coach", NOW)
        assert (one.engagement_id, one.session_at) == ("e1", LATER)
        assert await tx.listed("client", NOW) == []
        assert await tx.listed("coach", engagement().ends_at) == []
        await tx.save_engagement(engagement(listed=True, state=EngagementState.ENDED))
        assert await tx.listed("coach", NOW) == []


async def test_what_is_marked_is_there_until_it_is_taken_off_or_taken_back(store: Store) -> None:
    await begin(store)
    async with store.transaction() as tx:
        await tx.save_share(share())
        await tx.save_share(share("h2"))
        for one in ("h1", "h2"):
            await tx.bring_up(BringUp(one, "coach", NOW))
            await tx.bring_up(BringUp(one, "coach", NOW))
        assert {i.share_id for i in await tx.shared_with("coach", NOW, to_bring_up=True)} == {
            "h1",
            "h2",
        }
        assert await tx.shared_with("client", NOW, to_bring_up=True) == []
        await tx.brought_up("client", "h1")
        await tx.brought_up("coach", "h1")
        await tx.remove_share("e1", "h2")
        assert await tx.shared_with("coach", NOW, to_bring_up=True) == []


async def test_what_goes_without_a_name_has_none_on_the_coachs_road(store: Store) -> None:
    await begin(store)
    async with store.transaction() as tx:
        await tx.save_share(share(unnamed=True, brings=True))
        (item,) = await tx.shared_with("coach", NOW, since=NOW - timedelta(days=1))
    assert (item.client_name, item.unnamed, item.brings) == (Words(""), True, True)


async def test_what_goes_without_a_name_is_shown_once_and_no_end_takes_it_out(
    store: Store,
) -> None:
    await begin(store)
    async with store.transaction() as tx:
        await tx.save_share(share(unnamed=True))
        await tx.save_share(share("h2"))
        await tx.shared_in(["h1"], "announced", NOW, seen=False)
        assert len(await tx.shared_with("coach", NOW)) == 2
        await tx.shared_in(["h1", "h2"], "m1", NOW)
        assert [one.share_id for one in await tx.shared_with("coach", NOW)] == ["h2"]
        assert len(await tx.shared_with("coach", NOW, shown_in="m1")) == 2
        await tx.end_with("coach", "e1", NOW, LATER)
        (stands,) = await tx.shared_with("coach", NOW, shown_in="m1")
        assert (stands.share_id, stands.client_name) == ("h1", Words(""))
        assert await tx.shared_with("coach", NOW) == []
        assert await tx.shared_with("other", NOW, shown_in="m1") == []
        await tx.remove_share("e1", "h1")
        assert await tx.shared_with("coach", NOW, shown_in="m1") == []


async def test_a_note_that_was_not_taken_is_told_and_one_withheld_is_not(store: Store) -> None:
    await begin(store)
    async with store.transaction() as tx:
        await tx.save_note(NOTE)
        await tx.save_note(replace(NOTE, id="n2"))
        for number, note in enumerate(("n1", "n2")):
            kind = {"kind": Kind.NOTE, "subject": note, "slot": note}
            await tx.plan(delivery(f"d{number}", **kind))
        await tx.claim(NOW, 10)
        await tx.settle("d0", DeliveryState.NOT_DELIVERED, NOW, "refused")
        await tx.settle("d1", DeliveryState.WITHHELD, NOW, "no_consent")
        (lost,) = await tx.lost_notes("coach", NOW)
        assert (lost.client_name, lost.at) == (person("client").name, NOW)
        assert await tx.lost_notes("client", NOW) == []


async def test_an_end_reaches_one_engagement_or_all_and_nobody_elses(store: Store) -> None:
    await begin(store)
    sooner = NOW + timedelta(days=14)
    async with store.transaction() as tx:
        for one, coach in (("e2", "coach"), ("e3", "other")):
            await tx.save_engagement(engagement(one, coach_id=coach))
        await tx.plan(delivery())
        await tx.end_with("other", "e1", NOW, sooner)
        assert (await tx.deliveries("e1", Kind.CHECK_IN))[0].state is DeliveryState.PLANNED
        await tx.end_with("coach", "e1", NOW, sooner)
        ended = await tx.engagement("e1")
        assert ended is not None
        assert (ended.state, ended.ends_at, ended.keeps_until) == (
            EngagementState.ENDED,
            NOW,
            sooner,
        )
        assert await tx.deliveries("e1", Kind.CHECK_IN) == []
        assert await _over(tx) == [True, False, False]
        await tx.end_with("coach", None, NOW, sooner)
        assert await _over(tx) == [True, True, False]


async def _over(tx: Transaction) -> list[bool]:
    found = [await tx.engagement(one) for one in ("e1", "e2", "e3")]
    return [one is not None and one.state is EngagementState.ENDED for one in found]


async def test_agreed_texts_are_the_clients_whatever_the_card_becomes(store: Store) -> None:
    said = {"agreement": Words("Do you agree?"), "fees": Words("90 euros 🙂")}
    await begin(store)
    async with store.transaction() as tx:
        assert await tx.agreed("e1") is None
        await tx.save_agreed(AgreedTexts("e1", "client", NOW, LATER, said))
        await tx.save_profile(profile("coach"), "v9")
    async with store.transaction() as tx:
        kept = await tx.agreed("e1")
        assert kept == AgreedTexts("e1", "client", NOW, LATER, said)
        await tx.save_agreed(kept.with_more({"fees": Words("")}, NOW, LATER))
    async with store.transaction() as tx:
        again = await tx.agreed("e1")
        assert again is not None
        assert again.said == said | {"fees": Words("")}
        assert await tx.agreed("e2") is None
        await tx.erase_client("client", NOW)
    async with store.transaction() as tx:
        assert await tx.agreed("e1") is None
