"""A client's weeks between sessions: questions they chose, and answers that stay theirs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.chat import Picture
from bot.domain.delivery import Kind
from bot.text import catalogue
from tests.proofs.histories import buttons_of
from tests.world import Chatter, World, joined, text_of

WEEK = timedelta(days=7)


async def allows(client: Chatter, purpose: str) -> None:
    await client.writes("my switches")
    await client.presses(f"Turn on: {purpose}")
    await client.presses("Yes")


def came(world: World, person: Chatter, template: str) -> list[str]:
    mine = [a for a in world.platform.arrived if a.to == person.address]
    return [a.at.date().isoformat() for a in mine if a.message.template == template]


async def test_every_question_of_a_week_can_be_passed_without_a_why() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    for _ in range(6):
        shown = await client.presses("Pass")
        assert "?" not in text_of(shown)
        if "Another question" not in [b.label for b in client.buttons()]:
            break
        await world.skip()
    assert "None of your answers" in text_of(await client.writes("what do you hold"))


async def test_a_struck_question_and_a_closed_topic_are_never_asked_not_even_as_another() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("my questions")
    await client.presses("Leave out number 1")
    await client.presses("Topics …")
    await client.presses("Nothing about: work")
    shown = len(client.shown)
    for _ in range(8):
        await world.skip()
        for _ in range(6):
            if "Another question" in [b.label for m in client.shown[-1:] for b in buttons_of(m)]:
                await client.presses("Another question")
        await client.writes("here I am")
    asked = text_of(client.shown[shown:])
    assert "How much energy do you have" in asked
    assert "What went well this week" not in asked
    assert "How far did you get with what you wanted" not in asked


async def test_the_depth_dial_holds_whatever_the_coach_suggests() -> None:
    world = World()
    client, coach = await joined(world)
    await client.writes("my questions")
    await client.presses("Depth: light")
    await coach.writes("my questions")
    await coach.presses("Write my own …")
    await coach.writes("Ours\nWhat are you most afraid of?\nWhat would you never say?")
    await coach.writes("my questions")
    await coach.presses("Suggest: Ours")
    for _ in range(4):
        await world.skip()
        await client.writes("here I am")
    assert "afraid" not in client.sees()


async def test_at_most_one_reminder_and_only_to_whoever_wants_it_and_was_not_here() -> None:
    world = World()
    client, _ = await joined(world)
    await world.until(world.clock.now() + WEEK)
    assert came(world, client, "reminder-hello") == []
    await allows(client, "Check-in reminder")
    await world.until(world.clock.now() + timedelta(days=5))
    # A check-in on Thursday 3 December, which is not answered.
    assert came(world, client, "reminder-hello") == ["2026-12-04"]
    await world.skip()
    await client.writes("all is well")
    await world.until(world.clock.now() + timedelta(days=2))
    assert came(world, client, "reminder-hello") == ["2026-12-04"]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("too often", "Less often from now on. I'll write on:"),
        ("too personal", "Lighter questions from now on."),
        ("wrong time", "When may I write?"),
    ],
)
async def test_what_does_not_fit_changes_at_once_and_the_change_is_shown(
    line: str, shown: str
) -> None:
    world = World()
    client, _ = await joined(world)
    assert shown in text_of(await client.writes(line))


async def test_every_fourth_round_asks_if_it_is_still_right() -> None:
    world = World()
    client, _ = await joined(world)
    asked = []
    for _ in range(8):
        while not await arrives(world, client):
            pass
        asked.append("Is this still right for you?" in text_of(client.shown[-1:]))
        await client.presses("Pass")
    assert asked == [False, False, False, True] * 2


async def arrives(world: World, client: Chatter) -> bool:
    before = len(client.shown)
    await world.skip()
    return len(client.shown) > before


async def test_first_words_are_quoted_and_kept_or_shared_only_as_chosen() -> None:
    world = World()
    client, coach = await joined(world)
    await client.presses("Two first questions")
    shown = await client.writes("To speak up in meetings")
    assert client.quotes(last=len(shown)) == ["To speak up in meetings"]
    await client.presses("Don't keep")
    await client.writes("Nothing, really")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await coach.writes("digest")
    assert coach.quotes(last=1) == ["Nothing, really"]
    assert "speak up" not in text_of(await client.writes("what do you hold"))


@pytest.mark.parametrize("label", ["Make it smaller", "Change it", "Drop it"])
async def test_not_yet_is_an_answer_and_the_step_may_shrink_move_or_go(label: str) -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("step")
    await client.submits(when="I sit down", then="I write one page")
    await world.skip()
    await client.presses("Not yet")
    shown = text_of(await client.presses(label))
    assert not [bad for bad in ("fail", "missed", "again?", "why") if bad in shown.casefold()]
    if label == "Drop it":
        await world.until(world.clock.now() + 4 * WEEK)
        assert came(world, client, "question-step") == ["2026-11-26"]
        return
    told = text_of(await client.submits(then="I write one line", prompt="2"))
    assert "I sit down → I write one line" in told


async def test_wins_are_words_and_a_quiet_picture_with_its_own_words() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("step")
    await client.submits(when="I sit down", then="I write one line")
    await world.skip()
    await client.presses("Done")
    (wins,) = await client.writes("my wins")
    (picture,) = [block for block in wins.blocks if isinstance(block, Picture)]
    assert picture.alt.startswith("A branch with one leaf")
    assert "I sit down → I write one line" in text_of([wins])


async def test_earlier_words_come_back_only_where_they_may_be_kept() -> None:
    world = World()
    keeper, _ = await joined(world)
    other, _ = await joined(world, "Tom", "Eva", client="tom", coach="eva", keep=False)
    for client in (keeper, other):
        await client.writes("the meeting went well")
    assert "the meeting went well" in text_of(await keeper.writes("my words"))
    assert "the meeting went well" not in text_of(await other.writes("my words"))


async def test_the_language_changes_in_the_middle_of_a_check_in_and_the_answer_is_kept() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("language")
    await client.presses("Deutsch")
    shown = await client.writes("Es ging gut")
    assert client.quotes(last=len(shown)) == ["Es ging gut"]
    assert catalogue("de")("you-wrote") in text_of(shown)


async def test_quiet_hours_days_off_and_holidays_hold() -> None:
    world = World()
    client, _ = await joined(world)
    await client.writes("change my times")
    await client.submits(**{"days": "FR", "from": "09:00", "to": "17:00"})
    await client.presses("More …")
    await client.submits(
        **{"quiet-from": "08:00", "quiet-to": "12:00", "off": "4 December", "holidays": "Germany"}
    )
    await client.presses("That's right")
    await world.until(world.clock.now() + 7 * WEEK)
    sent = [a.at for a in world.platform.arrived if a.to == client.address]
    days = {at.date().isoformat() for at in sent}
    assert all(at.hour >= 11 for at in sent)
    assert "2026-12-11" in days
    assert not days & {"2026-12-04", "2026-12-25", "2027-01-01"}


async def test_a_changed_card_suspends_until_it_is_read_and_agreed_to() -> None:
    world = World()
    client, coach = await joined(world)
    await coach.writes("my profile")
    await coach.submits(fees="Your organisation pays")
    await coach.submits()
    await world.until(world.clock.now() + WEEK)
    assert came(world, client, "check-in") == []
    assert len(came(world, client, "asked-anew")) == 1
    assert "Your organisation pays" in client.sees()
    await client.presses("I agree")
    await world.until(world.clock.now() + WEEK)
    assert came(world, client, "check-in")


async def test_a_set_that_its_coach_removes_gives_way_to_the_weekly_questions() -> None:
    world = World()
    client, coach = await joined(world)
    await coach.writes("my questions")
    await coach.presses("Write my own …")
    await coach.writes("Ours\nWhat would make this week good?")
    await coach.presses("Suggest: Ours")
    await client.writes("my questions")
    assert "What would make this week good?" in client.sees()
    await coach.writes("my questions")
    await coach.presses("Remove: Ours")
    before = len(client.shown)
    await world.until(world.clock.now() + WEEK)
    assert "What would make this week good?" not in text_of(client.shown[before:])
    kinds = [d.kind for d in world.store._tables.deliveries.values()]  # type: ignore[attr-defined]
    assert Kind.CHECK_IN in kinds


async def test_a_strike_holds_when_the_coach_writes_the_question_anew() -> None:
    world = World()
    client, coach = await joined(world)
    first = "Ours\nWhat are you afraid of?\nWhat helps?"
    for body in (first, "Ours again\nwhat are you  AFRAID of?"):
        await coach.writes("my questions")
        await coach.presses("Write my own …")
        await coach.writes(body)
        await coach.presses(f"Suggest: {body.splitlines()[0]}")
        await client.writes("my questions")
        if body == first:
            await client.presses("Leave out number 1")
            await coach.writes("my questions")
            await coach.presses("Remove: Ours")
    assert "Left out: what are you" in text_of(client.shown[-1:])
    assert "nothing is left to ask" in text_of(client.shown[-1:])
    await client.presses("Ask number 1 again")
    assert "Left out:" not in text_of(client.shown[-1:])
