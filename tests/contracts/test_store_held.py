"""The contract of every store for the file of all that it holds about one person."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import time

from bot.domain.agreed import AgreedTexts
from bot.domain.asking import Asking
from bot.domain.check_in import Mark
from bot.domain.consent import Act, Purpose, Terms, extend
from bot.domain.pause import Pause
from bot.domain.profile import BringUp, Note, OwnQuestions
from bot.domain.share import Posted
from bot.domain.step import StepSize, StepState
from bot.domain.words import Words
from bot.ports import Store, Transaction
from storage.sql.schema import metadata
from storage.sql.stored import ABOUT, columns_of, undecided
from tests.things import (
    LATER,
    NOW,
    WORDING,
    answer,
    delivery,
    engagement,
    guest_link,
    invitation,
    person,
    profile,
    rhythm,
    share,
    sponsor_line,
    step,
)

TERMS = Terms(("client", "coach"), LATER)


# Only a delivery that has begun to leave, or has ended, has these.
ENDED = ("begun_at", "settled_at")


async def plant(tx: Transaction) -> None:
    """Saves a client with a value in every column about them."""
    await tx.save_person(replace(person("client"), pause=Pause(NOW.date())), NOW)
    await tx.save_person(person("coach"), NOW)
    await tx.save_engagement(engagement(keep_days=7, session_at=LATER, met_at=NOW, listed=True))
    marked = answer("a1", mark=Mark.PARTLY, step_id="s1", edited_at=NOW)
    await tx.save_answer(marked)
    more = replace(step(state=StepState.LET_GO), size=StepSize.SHORT, strength=Words("patience"))
    await tx.save_step(replace(more, done_at=NOW))
    await tx.save_asking(Asking("e1", "client", NOW, LATER, "weekly", 1, ("feelings",)))
    await tx.save_agreed(AgreedTexts("e1", "client", NOW, LATER, {"fees": Words("90 euros")}))
    await tx.save_note(Note("n1", "e1", "client", "coach", Words("Well done"), NOW, LATER))
    await tx.save_sponsor_line(sponsor_line())
    await tx.save_profile(profile("client"), "v2")
    await tx.save_own_questions(OwnQuestions("q1", "client", Words("Mine"), NOW))
    await tx.save_share(share())
    await tx.shared_in(["h1"], "d9", NOW)
    await tx.bring_up(BringUp("h1", "client", NOW))
    quiet = rhythm(quiet_from=time(22), quiet_to=time(7))
    await tx.save_rhythm(replace(quiet, days_off=("SU", "2026-12-24"), holidays="DE-BY"))
    await tx.plan(delivery("d1", subject="s1"))
    await tx.claim(LATER, 10)
    await tx.retry("d1", NOW, "busy")
    await tx.claim(LATER, 10)
    for of in ("e1", "client"):
        await tx.append(extend([], of, Act.GIVEN, Purpose.SHARE_WORDS, WORDING, NOW, LATER, TERMS))
    address = person("client").address
    await tx.note_wrong_code(tx.keyed_hash("guess", address.chat_key), address, NOW)
    await tx.approve_coach(tx.coach_reference(address), NOW)
    await tx.save_invitation(invitation("i9", coach_id="client"))
    await tx.save_guest_link(guest_link(made_by=tx.keyed_hash("guess", address.chat_key)))
    await tx.save_posted(Posted("d8", "client", "m1", LATER))


async def test_the_file_holds_every_column_that_is_about_the_person(store: Store) -> None:
    async with store.transaction() as tx:
        await plant(tx)
    async with store.transaction() as tx:
        held = await tx.stored_about("client")
    assert set(held) == {table.name for table in ABOUT}
    for table in ABOUT:
        if table.name == "untidy":
            continue
        assert held[table.name], table.name
        for row in held[table.name]:
            assert set(row) == set(columns_of(table)), table.name
        for column in columns_of(table):
            told = [row[column] for row in held[table.name]]
            assert any(value is not None for value in told) or column in ENDED, column


async def test_the_words_in_it_are_the_words_that_were_kept(store: Store) -> None:
    async with store.transaction() as tx:
        await plant(tx)
        held = await tx.stored_about("client")
    (kept,) = held["answer"]
    assert (kept["words"], kept["mark"]) == (answer().words, Words("partly"))
    assert held["step"][0]["then_words"] == step().then
    assert held["step"][0]["state"] == Words("let_go")
    assert held["share"][0]["body"] == share().body
    assert held["person"][0]["name"] == person("client").name
    assert "local" in str(getattr(held["person"][0]["address"], "text", ""))
    assert held["posted"][0]["message"] == Words("m1")
    assert held["sighting"][0]["digest"] == "d9"
    assert held["wrong_code"] == [{"at": NOW}]


async def test_nobody_elses_things_are_in_it(store: Store) -> None:
    async with store.transaction() as tx:
        await plant(tx)
        other = {"engagement_id": "e2", "client_id": "other"}
        await tx.save_person(person("other"), NOW)
        await tx.save_engagement(engagement("e2", client_id="other"))
        await tx.save_answer(answer("a2", words=Words("somebody else's"), **other))
        await tx.save_share(share("h2", **other))
        await tx.plan(delivery("d2", to="other", owner="e2"))
    async with store.transaction() as tx:
        coach, mine = await tx.stored_about("coach"), await tx.stored_about("client")
    assert {name for name, rows in coach.items() if rows} == {"person"}
    told = repr(mine)
    assert "a2" not in told
    assert "h2" not in told
    assert len(mine["answer"]) == len(mine["share"]) == 1


async def test_nothing_is_held_about_somebody_unknown(store: Store) -> None:
    async with store.transaction() as tx:
        await plant(tx)
        assert not any((await tx.stored_about("nobody")).values())


def test_every_table_is_decided_on() -> None:
    assert undecided() == set()
    assert len(metadata.tables) > len(ABOUT)


def test_nothing_says_whether_a_code_was_used() -> None:
    assert "engagement_id" not in {field.name for field in fields(invitation())}
    invitations = next(table for table in ABOUT if table.name == "invitation")
    assert "engagement_id" not in columns_of(invitations)
