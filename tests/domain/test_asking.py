"""What is asked next: what was asked longest ago, and a path in its order."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.asking import MOST_REMEMBERED, Asked, Asking, longest_ago, next_of_path
from bot.domain.question import Depth, Question, QuestionKind, QuestionPath, Topic, may_ask
from bot.domain.words import Words
from storage.sql.content import choices_of, choices_text

BEGAN = datetime(2026, 3, 2, 8, tzinfo=UTC)
NOTHING = Asking("e1", "client", BEGAN, BEGAN + timedelta(days=200))
HALF_WEEK = timedelta(days=3, hours=12)


def question(number: int, depth: Depth = Depth.LIGHT, topic: Topic = Topic.WORK) -> Question:
    return Question(f"some.q{number}", QuestionKind.OPEN, topic, depth, Words(f"About {number}?"))


def asked_at(asking: Asking) -> dict[str, datetime]:
    return {one.question: one.at for one in asking.recent}


QUESTIONS = st.lists(
    st.tuples(st.sampled_from(Depth), st.sampled_from(Topic)), min_size=1, max_size=24
).map(lambda parts: [question(n, *part) for n, part in enumerate(parts)])
# At each asking the client may have struck something, brought it back, or turned the dial.
CHANGES = st.lists(
    st.tuples(st.frozensets(st.integers(0, 23), max_size=6), st.sampled_from(Depth)),
    min_size=24,
    max_size=40,
)


@given(QUESTIONS, CHANGES)
def test_nothing_comes_twice_in_eight_weeks_while_something_else_is_left(
    questions: list[Question], changes: list[tuple[frozenset[int], Depth]]
) -> None:
    asking = NOTHING
    for number, (struck, dial) in enumerate(changes):
        now = BEGAN + number * HALF_WEEK
        never = {f"some.q{one}" for one in struck}
        left = [one for one in questions if may_ask(one, never, dial)]
        found = longest_ago(left, asked_at(asking))
        assert (found is None) == (not left)
        if found is None:
            continue
        assert found in left
        lately = {one.question for one in asking.recent if now - one.at < timedelta(weeks=8)}
        if found.id in lately:
            assert {one.id for one in left} <= lately
            assert asked_at(asking)[found.id] == min(asked_at(asking)[one.id] for one in left)
        asking = asking.was_asked(Asked(now, found.id, "words", f"d{number}"))


@pytest.mark.parametrize("count", [16, 17, 20])
def test_sixteen_questions_are_enough_for_eight_weeks_at_two_a_week(count: int) -> None:
    questions, asking, seen = [question(n) for n in range(count)], NOTHING, []
    for number in range(48):
        found = longest_ago(questions, asked_at(asking))
        assert found is not None
        seen.append(found.id)
        asking = asking.was_asked(Asked(BEGAN + number * HALF_WEEK, found.id, "", f"d{number}"))
    assert all(len(set(seen[n : n + 16])) == 16 for n in range(len(seen) - 15))
    assert seen[:count] == [one.id for one in questions]


def test_a_question_is_remembered_once_and_the_newest_time_counts() -> None:
    asking = NOTHING
    for number in range(3 * MOST_REMEMBERED):
        name = f"some.q{number % (2 * MOST_REMEMBERED)}"
        asking = asking.was_asked(Asked(BEGAN + number * HALF_WEEK, name, "", f"d{number}"))
    assert len({one.question for one in asking.recent}) == len(asking.recent) == MOST_REMEMBERED
    assert [one.at for one in asking.recent] == sorted(one.at for one in asking.recent)
    assert asking.recent[-1].delivery == f"d{3 * MOST_REMEMBERED - 1}"


def test_the_question_of_a_delivery_is_the_last_that_it_asked() -> None:
    first, second = (Asked(BEGAN, f"some.q{n}", "", "d1") for n in (1, 2))
    asking = NOTHING.was_asked(first).was_asked(second)
    assert asking.asked_by("d1") == second
    assert asking.asked_by("d2") is None


def test_a_path_goes_on_past_what_may_not_be_asked() -> None:
    steps = tuple(question(n) for n in range(4))
    path = QuestionPath("grow", Words("GROW"), Words("A path."), steps)
    assert next_of_path(path, 0, steps) == 0
    assert next_of_path(path, 1, (steps[0], steps[3])) == 3
    assert next_of_path(path, 4, steps) is None
    assert next_of_path(path, 0, ()) is None


@pytest.mark.parametrize("count", [2, 6])
def test_a_path_has_three_to_five_questions(count: int) -> None:
    with pytest.raises(ValueError, match="three to five"):
        QuestionPath("grow", Words("GROW"), Words(""), tuple(question(n) for n in range(count)))


def test_what_was_asked_is_stored_and_read_again() -> None:
    asking = Asking(
        **{name: getattr(NOTHING, name) for name in ("engagement_id", "client_id", "at", "until")},
        question_set="weekly",
        depth=3,
        struck=("feelings", "weekly.energy"),
        path="grow",
        path_at=2,
        recent=(Asked(BEGAN, "weekly.went-well", "words:1a", "d1"),),
    )
    assert choices_of(NOTHING, choices_text(asking)) == asking


def test_the_version_before_reads_what_this_one_writes_and_gives_it_back() -> None:
    asking = NOTHING.was_asked(Asked(BEGAN, "weekly.went-well", "words:1a", "d1"))
    question_set, depth, struck = json.loads(choices_text(asking).text)
    again = json.dumps([question_set, depth, sorted({*struck, "feelings"})])
    read = choices_of(NOTHING, Words(again))
    assert (read.struck, read.recent) == (("feelings",), asking.recent)
    assert choices_of(asking, Words('[null, 1, ["work"]]')).recent == ()
