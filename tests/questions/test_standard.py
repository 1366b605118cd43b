"""The standard library as its reader gives it: sixteen sets, in every catalogue's words."""

from __future__ import annotations

import re

import pytest

from bot.domain.question import Depth, QuestionKind, QuestionSet, Topic, asked
from bot.questions import standard_set, standard_sets
from bot.questions.files import OPTION_LIMIT, TEXT_LIMIT, TITLE_LIMIT
from bot.text import catalogue, languages

SAY = catalogue("en")
IDS = [
    "starting-out", "weekly", "career", "team-conflict", "confidence", "leading", "feedback",
    "boundaries", "decisions", "habits", "energy", "values", "strengths", "change",
    "before-session", "after-session",
]  # fmt: skip
# Ways of asking that lead, press, blame, diagnose or measure one against others.
BANNED = re.compile(
    r"\b(why|should|must|failed?|fault|blame|problem|missed|streak|proud|amazing|still not|"
    r"diagnos\w+|depress\w+|anxi\w+|disorder|symptom|normal|don't you|isn't it|aren't you|"
    r"better than|every day|as usual|only \d|he|she|his|her)\b",
    re.IGNORECASE,
)
# A question that can be answered with yes or no closes, where an open one invites.
CLOSED = re.compile(
    r"^(do|does|did|are|is|was|were|have|has|can|could|will|would)\b", re.IGNORECASE
)


@pytest.fixture(params=IDS)
def one_set(request: pytest.FixtureRequest) -> QuestionSet:
    found = standard_set(SAY, request.param)
    assert found is not None
    return found


def test_the_library_has_its_sixteen_sets_and_every_kind_topic_and_depth() -> None:
    sets = standard_sets(SAY)
    assert [one.id for one in sets] == IDS
    everything = [question for one in sets for question in one.questions]
    assert len({one.id for one in everything}) == len(everything)
    assert {one.topic for one in everything} == set(Topic)
    assert {one.depth for one in everything} == set(Depth)


def test_a_set_has_questions_of_every_kind(one_set: QuestionSet) -> None:
    assert {one.kind for one in one_set.questions} == set(QuestionKind)


def test_a_set_begins_light_and_never_comes_nearer_than_the_one_before(
    one_set: QuestionSet,
) -> None:
    depths = [one.depth for one in one_set.questions]
    assert depths == sorted(depths)
    assert len(asked(one_set, (), Depth.LIGHT)) >= 2


def test_the_sentences_are_short_open_and_respectful(one_set: QuestionSet) -> None:
    assert len(one_set.title.text) <= TITLE_LIMIT
    for one in one_set.questions:
        texts = [one.text, *one.options, *(end for end in (one.low, one.high) if end)]
        assert not [text.text for text in texts if BANNED.search(text.text)]
        assert not CLOSED.search(one.text.text), one.text.text
        assert len(one.text.text) <= TEXT_LIMIT
        assert all(len(text.text) <= OPTION_LIMIT for text in texts[1:])


def test_a_scale_names_its_ends_and_choices_leave_room_for_another_answer(
    one_set: QuestionSet,
) -> None:
    for one in one_set.questions:
        assert (one.low is not None and one.high is not None) == (one.kind is QuestionKind.SCALE)
        if one.kind is QuestionKind.CHOICES:
            assert one.options[-1].text in (
                "Something else", "Just as it was", "I'll see when we talk",
            )  # fmt: skip


def test_somewhere_a_plan_is_asked_for_in_the_clients_own_words() -> None:
    texts = [one.text.text for each in standard_sets(SAY) for one in each.questions]
    assert sum("You could begin: “When …”" in text for text in texts) >= 3


@pytest.mark.parametrize("language", languages())
def test_every_catalogue_says_every_set(language: str) -> None:
    assert [one.id for one in standard_sets(catalogue(language))] == IDS


def test_there_is_no_set_of_another_name() -> None:
    assert standard_set(SAY, "monthly") is None
