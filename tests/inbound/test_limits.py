"""One table of limits holds for every door. A text beyond it is answered and changes nothing."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from datetime import date, time

import pytest

from bot.chat import Edited, Form, Message, Submitted, TextField, Wrote
from bot.domain.actions import ACTIONS
from bot.domain.limits import (
    CHOICE,
    FIELDS,
    LINE,
    MOST_DAYS_OFF,
    MOST_FIELDS,
    MOST_IN_FORM,
    MOST_RECEIVED,
    Limit,
)
from bot.domain.question import QuestionSet
from bot.domain.weekly import weekly
from bot.domain.words import Words
from bot.inbound import doors
from bot.inbound.doors import first_heard, too_much_in
from bot.messages import erasing, guests, home, hours, steps
from bot.messages.answering import quoting
from bot.messages.question_sets import typed_sets
from bot.messages.sponsoring import lines, naming
from bot.questions import read_typed_set
from bot.questions.ways_of_asking import ways_in
from bot.text import catalogue
from tests.drawn.played import heard
from tests.inbound.every_door import DOORS
from tests.inbound.test_doors import HARD
from tests.world import World, joined, text_of

FORMS = [(verb, name) for verb, fields in FIELDS.items() for name in fields]
TOO_MUCH = {"too-long", "field-too-long", "edit-too-long"}


def full(limit: Limit, beyond: int = 0) -> str:
    """A text of exactly `limit` characters, or of a few more."""
    return ("ab " * limit.characters)[: limit.characters - 1 + beyond] + "x"


@pytest.mark.parametrize("name", DOORS)
def test_a_text_at_the_limit_comes_through_each_door_and_one_sign_more_does_not(name: str) -> None:
    door = DOORS[name]
    assert too_much_in(door.sample(full(door.limit)).what) is None
    found = too_much_in(door.sample(full(door.limit, 1)).what)
    assert found is not None
    assert (found.of, found.most) == ("characters", door.limit.characters)


@pytest.mark.parametrize("name", [name for name in DOORS if "HTML" not in name])
def test_one_line_too_many_is_too_much_at_each_door(name: str) -> None:
    door = DOORS[name]
    assert too_much_in(door.sample("\n".join("a" * door.limit.lines)).what) is None
    found = too_much_in(door.sample("\n".join("a" * (door.limit.lines + 1))).what)
    assert found is not None
    assert (found.of, found.most) == ("lines", door.limit.lines)


@pytest.mark.parametrize("name", DOORS)
def test_each_door_lets_in_what_the_bot_then_answers_kindly(name: str) -> None:
    """A platform refuses without a word, so it does so only far beyond every limit of ours."""
    door = DOORS[name]
    long = replace(door.limit, characters=MOST_RECEIVED - 500)
    assert too_much_in(door.sample(full(long)).what) is not None


@pytest.mark.parametrize("name", DOORS)
async def test_a_text_beyond_the_limit_is_answered_and_changes_nothing(name: str) -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("the talk with Ana", "m1")
    before = text_of(await client.writes("what do you hold"))
    what = DOORS[name].sample(full(DOORS[name].limit, 1)).what
    if isinstance(what, Edited):
        what = replace(what, message="m1")
    shown = await client.does(what)
    assert [message.template for message in shown][:1][0] in TOO_MUCH
    assert "ab ab ab" not in text_of(shown)
    assert text_of(await client.writes("what do you hold")) == before


async def test_an_edit_beyond_the_limit_keeps_what_was_stored_and_says_so() -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("the talk with Ana", "m1")
    (told,) = await client.edits("m1", full(LINE, 1))
    assert told.template == "edit-too-long"
    assert "the talk with Ana" in text_of(await client.writes("what do you hold"))
    (shorter,) = await client.edits("m1", "the talk with Ben")
    assert shorter.template == "edited"
    assert "the talk with Ben" in text_of(await client.writes("what do you hold"))


async def test_an_open_question_stays_open_after_a_line_beyond_the_limit() -> None:
    world = World()
    client, coach = await joined(world)
    await world.skip()
    (refused,) = await client.writes(full(LINE, 1))
    assert refused.template == "too-long"
    answered = await client.writes("the talk with Ana")
    assert "the talk with Ana" in text_of(answered)
    await coach.writes("my questions")
    await coach.presses("Write my own …")
    await coach.writes(full(LINE, 1))
    assert "Mornings" in text_of(await coach.writes("Mornings\nHow did you wake up?"))


async def test_distress_in_a_text_beyond_the_limit_still_brings_contacts() -> None:
    client, _ = await joined(World())
    for text in (full(LINE) + " " + HARD, HARD + ". " + full(LINE), full(LINE) * 4 + HARD):
        shown = await client.writes(text)
        assert [message.template for message in shown] == ["crisis-people"]
    shown = await client.does(Submitted("step-set:e:new", {"when": full(LINE), "then": HARD}))
    assert [message.template for message in shown] == ["crisis-people"]


def test_each_form_has_its_row_of_limits_and_no_other_has() -> None:
    assert set(FIELDS) == {row.verb for row in ACTIONS if row.form}


@pytest.mark.parametrize(("verb", "name"), FORMS)
def test_each_field_of_each_form_has_its_limit(verb: str, name: str) -> None:
    limit = FIELDS[verb][name]
    assert too_much_in(Submitted(f"{verb}:x", {name: full(limit)})) is None
    assert too_much_in(Submitted(f"{verb}:x", {name: full(limit, 1)})) is not None


def test_all_other_fields_and_the_whole_form_have_one_too() -> None:
    assert too_much_in(Submitted("step-set:e:new", {"size": full(CHOICE, 1)})) is not None
    assert too_much_in(Submitted("no-such-form", {"any": full(CHOICE, 1)})) is not None
    many = {str(number): "x" for number in range(MOST_FIELDS + 1)}
    assert too_much_in(Submitted("profile", many)) is not None
    much = {name: full(FIELDS["profile"]["fees"]) for name in FIELDS["profile"]}
    assert too_much_in(Submitted("profile", much)) is None
    assert max(one.characters for row in FIELDS.values() for one in row.values()) <= MOST_IN_FORM


def test_each_box_that_the_bot_shows_takes_as_much_as_is_read_and_no_more() -> None:
    fields = {
        (form.action.partition(":")[0], field.name, field.limit)
        for message in (*(one for one, _ in heard()["en"]), *_seldom_shown())
        for form in message.blocks
        if isinstance(form, Form)
        for field in form.fields
        if isinstance(field, TextField)
    }
    assert {(verb, name) for verb, name, _ in fields} == set(FORMS)
    assert fields <= {(verb, name, FIELDS[verb][name].characters) for verb, name in FORMS}


def _seldom_shown() -> list[Message]:
    """The forms that no story opens."""
    say = catalogue("en")
    window = (time(9), time(11))
    rhythm = weekly("e", ["MO"], 1, window, "Europe/Berlin", date(2026, 11, 30))
    coaches = [("e", Words("Daniel")), ("f", Words("Ana"))]
    with_whom = steps.with_whom(say, Words("tea"), coaches)
    text = Words("A title\nWhat went well, and why?")
    read = read_typed_set(text.text)
    assert isinstance(read, QuestionSet)
    again = typed_sets.look_again(say, read, text, ways_in(read))
    apart = quoting.answer_form(say, Words("What went well?"), "d", "q")
    asked = [erasing.ask_days(say), hours.ask(say, rhythm), with_whom, again]
    sponsor = [naming.ask(say, None), lines.ask(say, "e", None)]
    return [*asked, apart, home.stranger(say), guests.welcome(say), *sponsor]


async def test_days_off_that_are_typed_line_by_line_have_an_end() -> None:
    """Every coming date is held against each day off, so thousands would hold everybody."""
    world = World()
    client, _ = await joined(world)
    templates = set()
    for number in range(MOST_DAYS_OFF + 5):
        day = world.clock.now().date().replace(year=2027, month=1 + number // 28, day=1)
        day = day.replace(day=1 + number % 28)
        shown = await client.writes(f"not on {day.isoformat()}")
        templates |= {message.template for message in shown}
        if shown[-1].template == "rhythm-next":
            await client.presses("That's right")
    assert "rhythm-bad-off" in templates


async def test_a_long_text_is_heard_beside_the_event_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    threads = []

    def noted(text: str) -> None:
        threads.append(threading.current_thread() is threading.main_thread())

    monkeypatch.setattr(doors, "first_hearing", noted)
    await first_heard(Wrote(Words("x" * doors.HEARD_AT_ONCE), "m"))
    await first_heard(Wrote(Words("x" * (doors.HEARD_AT_ONCE + 1)), "m"))
    twice = "y" * 300
    await first_heard(Submitted("profile", {"a": "x" * 300, "b": twice, "c": twice}))
    assert threads == [True, False, False, False]


async def test_long_texts_of_many_people_are_heard_by_two_threads_at_most() -> None:
    texts = [Wrote(Words("a;" * 2000), f"m{n}") for n in range(8)]
    await asyncio.gather(*map(first_heard, texts))
    running = [one for one in threading.enumerate() if one.name.startswith("hearing")]
    assert 1 <= len(running) <= 2
