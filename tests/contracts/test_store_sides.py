"""The contract of every store for a client's content, and for what a coach can read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.check_in import AnswerState, Mark
from bot.domain.consent import Purpose
from bot.domain.engagement import EngagementState
from bot.domain.share import SharedItem
from bot.domain.step import StepState
from bot.domain.words import Words
from bot.ports import Store, Transaction
from tests.things import LATER, NOW, answer, engagement, person, share, step

HOUR = timedelta(hours=1)


async def _begin(tx: Transaction) -> None:
    """Saves two clients of one coach, one of another coach, and an ended engagement."""
    for who in ("client", "other", "coach", "coach2"):
        await tx.save_person(person(who), NOW)
    await tx.save_engagement(engagement())
    await tx.save_engagement(engagement("e2", client_id="other"))
    await tx.save_engagement(engagement("e3", coach_id="coach2", started_at=NOW + HOUR))
    ended = EngagementState.ENDED
    await tx.save_engagement(engagement("e4", state=ended, started_at=NOW - HOUR))


async def test_engagements_come_back_newest_first_ended_ones_included(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        stopped = engagement(stopped=True, state=EngagementState.RESTING)
        await tx.save_engagement(stopped)
    async with store.transaction() as tx:
        assert await tx.engagement("e1") == stopped
        assert await tx.engagement("nothing") is None
        assert [e.id for e in await tx.engagements_of("client")] == ["e3", "e1", "e4"]
        assert await tx.engagements_of("coach") == []


async def test_an_answer_comes_back_as_saved_also_with_odd_characters(store: Store) -> None:
    words = answer()
    mark = answer("a2", words=None, mark=Mark.PARTLY, step_id="s1", source=None, at=NOW + HOUR)
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_answer(words)
        await tx.save_answer(mark)
    async with store.transaction() as tx:
        assert await tx.answer("e1", "a1") == words
        assert list(await tx.answers("e1")) == [mark, words]
        assert await tx.answer_from("e1", "digest-of-message") == words
        assert await tx.answer_from("e1", "another") is None


async def test_the_longest_words_come_back_whole(store: Store) -> None:
    long = answer(words=Words("ü😀" * 20_000))
    empty = answer("a2", words=Words(""))
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_answer(long)
        await tx.save_answer(empty)
    async with store.transaction() as tx:
        assert await tx.answer("e1", "a1") == long
        assert await tx.answer("e1", "a2") == empty


async def test_saving_again_replaces(store: Store) -> None:
    changed = answer(words=Words("better"), state=AnswerState.KEPT)
    done = step(state=StepState.DONE, then=Words("I breathe once"))
    async with store.transaction() as tx:
        await _begin(tx)
        for one in (answer(), changed):
            await tx.save_answer(one)
        for each in (step(), done):
            await tx.save_step(each)
    async with store.transaction() as tx:
        assert list(await tx.answers("e1")) == [changed]
        assert list(await tx.steps("e1")) == [done]


async def test_content_is_found_only_through_its_own_engagement(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_answer(answer())
        await tx.save_step(step())
        await tx.save_share(share())
        await tx.remove_answer("e2", "a1")
        await tx.remove_step("e2", "s1")
        await tx.remove_share("e2", "h1")
    async with store.transaction() as tx:
        assert await tx.answer("e2", "a1") is None
        assert await tx.answer_from("e2", "digest-of-message") is None
        assert await tx.step("e2", "s1") is None
        assert await tx.share("e2", "h1") is None
        assert not [*await tx.answers("e2"), *await tx.steps("e2"), *await tx.shares("e2")]
        assert await tx.answer("e1", "a1") == answer()
        assert await tx.step("e1", "s1") == step()
        assert await tx.share("e1", "h1") == share()


async def test_steps_and_shares_come_newest_first_and_can_be_removed(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_step(step())
        await tx.save_step(step("s2", at=NOW + HOUR))
        await tx.save_share(share())
        await tx.save_share(share("h2", approved_at=NOW + HOUR))
    async with store.transaction() as tx:
        assert [s.id for s in await tx.steps("e1")] == ["s2", "s1"]
        assert [s.id for s in await tx.shares("e1")] == ["h2", "h1"]
        await tx.remove_step("e1", "s2")
        await tx.remove_share("e1", "h2")
    async with store.transaction() as tx:
        assert [s.id for s in await tx.steps("e1")] == ["s1"]
        assert [s.id for s in await tx.shares("e1")] == ["h1"]


async def test_removing_an_answer_removes_the_shares_that_no_digest_carried(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_answer(answer())
        await tx.save_share(share())
        await tx.save_share(share("h2", digest="d9", seen_at=NOW))
        await tx.save_share(share("h3", answer_id="a2"))
        await tx.remove_answer("e1", "a1")
    async with store.transaction() as tx:
        assert await tx.answer("e1", "a1") is None
        assert {s.id for s in await tx.shares("e1")} == {"h2", "h3"}


async def test_a_coach_reads_exactly_what_was_approved_oldest_first(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_answer(answer())
        await tx.save_share(share("h1", approved_at=NOW + HOUR))
        await tx.save_share(share("h2", engagement_id="e2", client_id="other"))
    async with store.transaction() as tx:
        first, second = await tx.shared_with("coach", NOW, since=NOW)
        assert first == SharedItem(
            share_id="h2",
            engagement_id="e2",
            client_name=Words("Name of other"),
            heading=Words("Monday"),
            body=Words("It went well"),
            approved_at=NOW,
            until=LATER,
            purpose=Purpose.SHARE_WORDS,
            new=True,
            seen=False,
        )
        assert (second.share_id, second.client_name) == ("h1", Words("Name of client"))
        await tx.shared_in(["h1", "h2"], "d9", NOW)
        assert [s.share_id for s in await tx.shared_with("coach", NOW, since=NOW + HOUR)] == ["h1"]


async def test_a_share_that_nobody_has_seen_waits_however_old_it_is(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        for name in ("announced", "new", "seen"):
            await tx.save_share(share(name))
        await tx.shared_in(["announced"], "d8", NOW, seen=False)
        await tx.shared_in(["seen"], "d9", NOW)
    async with store.transaction() as tx:
        late = await tx.shared_with("coach", NOW, since=NOW + HOUR)
        assert {(one.share_id, one.new, one.seen) for one in late} == {
            ("announced", False, False),
            ("new", True, False),
        }


async def test_a_coach_reads_nothing_of_others_and_nothing_after_the_end(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_share(share("h1", engagement_id="e4"))
        await tx.save_share(share("h2", engagement_id="e3", coach_id="coach2"))
    async with store.transaction() as tx:
        assert list(await tx.shared_with("coach", NOW, since=NOW)) == []
        assert list(await tx.shared_with("client", NOW, since=NOW)) == []
        assert [s.share_id for s in await tx.shared_with("coach2", NOW, since=NOW)] == ["h2"]
        ended = engagement("e3", coach_id="coach2").ends_at
        assert list(await tx.shared_with("coach2", ended, since=NOW)) == []
        await tx.save_engagement(engagement("e3", coach_id="coach2", state=EngagementState.ENDED))
        assert list(await tx.shared_with("coach2", NOW, since=NOW)) == []


async def test_a_share_is_new_until_a_digest_carried_it(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_share(share("h1"))
        await tx.save_share(share("h2", digest="earlier", seen_at=NOW - HOUR))
        await tx.shared_in(["h1", "h2", "unknown"], "d9", NOW)
        await tx.shared_in([], "d9", NOW)
    async with store.transaction() as tx:
        assert [s.new for s in await tx.shared_with("coach", NOW, since=NOW)] == [False, False]
        assert await tx.share("e1", "h1") == share("h1", digest="d9", seen_at=NOW)
        assert await tx.share("e1", "h2") == share("h2", digest="earlier", seen_at=NOW - HOUR)
        await tx.not_shared_in("d9")
    async with store.transaction() as tx:
        assert await tx.share("e1", "h1") == share("h1")
        assert [s.new for s in await tx.shared_with("coach", NOW, since=NOW)] == [True, False]


async def test_a_name_that_changed_is_read_as_it_is_now(store: Store) -> None:
    async with store.transaction() as tx:
        await _begin(tx)
        await tx.save_share(share())
        await tx.save_person(replace(person("client"), name=Words("Mai")), NOW)
        assert [s.client_name for s in await tx.shared_with("coach", NOW, since=NOW)] == [
            Words("Mai")
        ]
