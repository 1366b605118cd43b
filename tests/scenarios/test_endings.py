"""Whatever ends or changes an answer goes one road: nobody reads the words afterwards.

For each ending, before and after a message has shown the share to the coach.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.chat import Edited, Message, Quote
from bot.domain.delivery import Kind
from bot.domain.words import Words
from bot.plain import to_plain
from bot.ports import Store, Transaction
from tests.databases import any_store
from tests.world import Chatter, World, joined, text_of

WORDS = "said to Daniel"
SHOWN = "Daniel was shown it on "
NOT_SHOWN = "Daniel won't receive it."
QUOTES = "My own messages here that quote it go too"
OWN_MESSAGE = "that message stays until you delete it there"
COPY_GONE = "I've deleted my copy"


@dataclass
class Scene:
    """A client who has shared something, and their coach. `secret` is what must be gone."""

    world: World
    client: Chatter
    coach: Chatter
    secret: str
    ids: Mapping[str, str]

    async def presses(self, action: str) -> list[Message]:
        return await self.client.presses_raw(action.format(**self.ids))


async def shared_words(world: World) -> Scene:
    client, coach = await joined(world, digest=False)
    await client.writes(WORDS, "m1")
    return await _shared(world, client, coach, WORDS)


async def shared_tap(world: World) -> Scene:
    """A tap about a step: the share holds the words of the step."""
    client, coach = await joined(world, digest=False)
    await client.writes("step")
    await client.submits(when="tea is ready", then="sit down")
    assert await world.skip()
    await client.presses("Partly")
    return await _shared(world, client, coach, "sit down")


async def _shared(world: World, client: Chatter, coach: Chatter, secret: str) -> Scene:
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    async with world.store.transaction() as tx:
        engagement = await _engagement(tx, client)
        (answer,) = await tx.answers(engagement)
        (share,) = await tx.shares(engagement)
        step = next(iter(await tx.steps(engagement)), None)
    ids = {"engagement": engagement, "answer": answer.id, "share": share.id}
    ids["step"] = step.id if step else "none"
    return Scene(world, client, coach, secret, ids)


async def _engagement(tx: Transaction, client: Chatter) -> str:
    person = await tx.person_at(client.address)
    assert person is not None
    (engagement,) = await tx.engagements_of(person.id)
    return engagement.id


Deed = Callable[[Scene], Awaitable[list[Message]]]


@dataclass(frozen=True)
class Row:
    """One ending. `stays`: the words themselves stay, for the client alone."""

    scene: Callable[[World], Awaitable[Scene]]
    deed: Deed
    template: str
    says: tuple[str, ...]
    stays: bool = False


def pressing(action: str) -> Deed:
    return lambda on: on.presses(action)


def editing(text: str) -> Deed:
    return lambda on: on.client.edits("m1", text)


ENDINGS: Mapping[str, Row] = {
    "an edit": Row(
        shared_words,
        editing("said otherwise"),
        "edited",
        ("I've deleted what your message said before", "Updated. It now says:"),
    ),
    "an edit to nothing": Row(
        shared_words, editing(" "), "edited-gone", ("I've deleted what your message said before",)
    ),
    "a deletion": Row(
        shared_words,
        lambda on: on.client.deletes("m1"),
        "removed",
        ("You deleted that message", COPY_GONE, QUOTES),
    ),
    "don't keep": Row(
        shared_words, pressing("drop:{answer}"), "not-kept", (COPY_GONE, QUOTES, OWN_MESSAGE)
    ),
    "keep private": Row(
        shared_words, pressing("keep:{answer}"), "kept", ("Kept until",), stays=True
    ),
    "take back": Row(shared_words, pressing("take-back:{share}"), "", ("Kept until",), stays=True),
    "erase one answer": Row(
        shared_words, pressing("erase-answer:{answer}"), "erased-part", ("That was: 1 answer",)
    ),
    "erase some days": Row(
        shared_words,
        pressing("erase-span:2026-11-01:2026-12-31"),
        "erased-part",
        ("That was: 1 answer",),
    ),
    "keep no words": Row(
        shared_words,
        pressing("switch:{engagement}:keep_words:off"),
        "switched-off-keep-words",
        ("and your steps", QUOTES, OWN_MESSAGE),
    ),
    "another tap": Row(
        shared_tap,
        lambda on: on.client.presses("Not yet"),
        "tap-changed",
        ("Your earlier choice is deleted.",),
        stays=True,
    ),
    "don't keep a tap": Row(
        shared_tap, pressing("drop:{answer}"), "not-kept", (COPY_GONE,), stays=True
    ),
    "keep no taps": Row(
        shared_tap,
        pressing("switch:{engagement}:keep_marks:off"),
        "switched-off-keep-marks",
        ("I've erased the choices I had kept",),
        stays=True,
    ),
    "a step let go": Row(
        shared_tap,
        pressing("step-change:{step}:let-go"),
        "step-gone",
        ("That is a choice too.", QUOTES),
    ),
    "keep no words, of a step": Row(
        shared_tap,
        pressing("switch:{engagement}:keep_words:off"),
        "switched-off-keep-words",
        ("and your steps", QUOTES),
    ),
}
# A withdrawal leaves what the coach has been shown (decision 6): a case of its own below.
WITHDRAWALS = ("keep no words", "keep no taps", "keep no words, of a step")
CASES = [(name, False) for name in ENDINGS]
CASES += [(name, True) for name in ENDINGS if name not in WITHDRAWALS]
# An erase says in its certificate who was shown anything; it lists nobody who was not.
ERASES = ("erase one answer", "erase some days")


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    async with any_store(request.param, tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(("name", "seen"), CASES)
async def test_after_each_ending_nobody_reads_it(store: Store, name: str, *, seen: bool) -> None:
    row = ENDINGS[name]
    on = await row.scene(World(store))
    if seen:
        await on.coach.writes("digest")
        assert on.secret in on.coach.sees()
    shown_before = list(on.client.shown)

    told = await row.deed(on)

    await on.world.bot.tick()
    assert on.secret not in on.coach.sees()
    await on.coach.writes("digest")
    assert on.secret not in on.coach.sees()
    async with store.transaction() as tx:
        assert list(await tx.shares(on.ids["engagement"])) == []
        if not row.stays:
            kept = [a.words.text for a in await tx.answers(on.ids["engagement"]) if a.words]
            assert on.secret not in kept
    assert _quoting(on, shown_before) == [] or row.stays

    said = text_of(told)
    assert row.template in ("", *(message.template for message in told))
    for sentence in row.says:
        assert sentence in said
    if name in ERASES:
        assert ("Daniel was shown what you had shared" in said) == seen
    else:
        assert (SHOWN in said, NOT_SHOWN in said) == (seen, not seen)


@pytest.mark.parametrize("name", WITHDRAWALS)
async def test_a_withdrawal_tells_the_coach_nothing_of_what_they_have_been_shown(name: str) -> None:
    row = ENDINGS[name]
    on = await row.scene(World())
    await on.coach.writes("digest")
    told = text_of(await row.deed(on))
    await on.world.bot.tick()
    assert "except what Daniel already received" in told
    assert SHOWN not in told
    assert on.world.platform.edits == []
    await on.presses("take-back:{share}")
    await on.world.bot.tick()
    assert on.secret not in on.coach.sees()


def _quoting(on: Scene, shown: list[Message]) -> list[Message]:
    """The bot's messages to the client that quote the secret and were not cleared."""
    cleared = {
        words.text
        for to, own in on.world.platform.cleared
        for words in own.quoting or ()
        if to == on.client.address
    }
    return [
        message
        for message in shown
        if any(
            isinstance(b, Quote) and on.secret in b.words.text and b.words.text not in cleared
            for b in message.blocks
        )
    ]


async def test_an_edit_takes_the_old_words_from_a_coach_of_an_ended_engagement() -> None:
    on = await shared_words(World())
    await on.coach.writes("digest")
    on.world.clock.forward(weeks=12, days=2)
    told = text_of(await on.client.edits("m1", "said otherwise"))
    assert SHOWN in told
    assert "It now says" not in told
    await on.world.bot.tick()
    assert WORDS not in on.coach.sees()


async def test_words_that_were_only_quoted_leave_the_chat_with_their_message() -> None:
    """Nothing of them is stored, so the platform has to tell what they said."""
    world = World()
    client, _ = await joined(world, keep=False)
    await client.writes("only said", "m1")
    edit = Edited("m1", Words("said otherwise"), was=Words("only said"))
    told = text_of(await client.does(edit))
    assert "I no longer have that message" in told
    ((_, own),) = world.platform.cleared
    assert own.quoting == (Words("only said"),)


async def test_the_amended_digest_keeps_what_others_shared_in_it() -> None:
    on = await shared_words(World())
    await on.client.writes("a second thing", "m2")
    await on.client.asks_to_share()
    await on.client.presses("Share exactly this")
    await on.coach.writes("digest")
    await on.client.deletes("m1")
    await on.world.bot.tick()
    (edit,) = on.world.platform.edits
    assert "a second thing" in to_plain(edit.message)
    assert WORDS not in to_plain(edit.message)


async def test_each_message_that_showed_it_is_planned_to_be_amended_once() -> None:
    on = await shared_words(World())
    for _ in range(3):
        await on.coach.writes("digest")
    await on.client.deletes("m1")
    tables = on.world.store._tables  # type: ignore[attr-defined]
    amends = [d for d in tables.deliveries.values() if d.kind is Kind.AMEND]
    assert len({d.subject for d in amends}) == len(amends) > 0
