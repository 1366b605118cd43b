"""What a coach types becomes a question set, or one precise problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.question import Depth, Question, QuestionKind, QuestionSet, Topic
from bot.questions import Problem, ProblemKind, read_typed_set
from bot.text import catalogue, languages
from tests.hanging import in_hand

OPEN, PROGRESS = QuestionKind.OPEN, QuestionKind.PROGRESS
SCALE, CHOICES = QuestionKind.SCALE, QuestionKind.CHOICES


def the_set(text: str) -> QuestionSet:
    read = read_typed_set(text)
    assert isinstance(read, QuestionSet), read
    return read


def only_question(line: str) -> Question:
    (question,) = the_set(f"A title\n{line}").questions
    return question


def said(question: Question) -> tuple[str, tuple[str, ...], str | None, str | None]:
    options = tuple(option.text for option in question.options)
    low, high = (end.text if end else None for end in (question.low, question.high))
    return question.text.text, options, low, high


def test_a_typed_set_has_its_title_and_its_questions_in_order() -> None:
    read = the_set(
        "\n  The first month \n\n- What would make this week good?\n"
        "2. How confident do you feel? (1-5)\n"
        "• Did you talk to Sam? (done/partly/not yet)\nWhich suits you? (a / b / c)\n"
    )
    assert (read.id, read.title.text, read.about.text) == ("own", "The first month", "")
    assert [one.id for one in read.questions] == ["own.1", "own.2", "own.3", "own.4"]
    assert [one.kind for one in read.questions] == [OPEN, SCALE, PROGRESS, CHOICES]
    assert [one.text.text for one in read.questions] == [
        "What would make this week good?",
        "How confident do you feel?",
        "Did you talk to Sam?",
        "Which suits you?",
    ]


def test_whoever_reads_the_set_names_it_and_says_how_deep_and_about_what() -> None:
    read = read_typed_set("A title\nWhy not?", "own-2", Depth.DEEP, Topic.WORK)
    assert isinstance(read, QuestionSet)
    (question,) = read.questions
    assert (read.id, question.id) == ("own-2", "own-2.1")
    assert (question.depth, question.topic) == (Depth.DEEP, Topic.WORK)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("How is it going? (1–5)", "How is it going?"),
        ("How is it going? ( 1 - 5 )", "How is it going?"),
        ("How is it going? (1..5)", "How is it going?"),
        ("How is it going (1-5)?", "How is it going?"),
        ("How is it going (at work)? (1/2/3/4/5)", "How is it going (at work)?"),
        ("Wie sicher fühlen Sie sich? (1—5)", "Wie sicher fühlen Sie sich?"),
        ("今週の調子はいかがですか？（１〜５）", "今週の調子はいかがですか？"),
        ("¿Cómo se siente? (1-5).", "¿Cómo se siente?"),
    ],
)
def test_one_to_five_in_brackets_is_a_scale(line: str, text: str) -> None:
    question = only_question(line)
    assert question.kind is SCALE
    assert said(question) == (text, (), None, None)


@pytest.mark.parametrize(
    ("line", "low", "high"),
    [
        ("How is it? (1 shaky, 5 steady)", "shaky", "steady"),
        ("How is it? (1 = not at all - 5 = very well)", "not at all", "very well"),
        ("Wie geht es? (1: gar nicht, 5: sehr gut)", "gar nicht", "sehr gut"),
        ("調子は？（1＝低い、5＝高い）", "低い", "高い"),
    ],
)
def test_a_scale_may_name_its_ends(line: str, low: str, high: str) -> None:
    question = only_question(line)
    assert question.kind is SCALE
    assert said(question)[2:] == (low, high)


@pytest.mark.parametrize("language", languages())
def test_the_marks_of_any_language_ask_for_progress(language: str) -> None:
    say = catalogue(language)
    labels = [say(mark) for mark in ("mark-done", "mark-partly", "mark-not-yet")]
    for typed in ("/".join(labels), " / ".join(labels).upper(), "／".join(labels)):
        question = only_question(f"Sam? ({typed})")
        assert (question.kind, said(question)) == (PROGRESS, ("Sam?", (), None, None))


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("Which? (a / b / c)", ("a", "b", "c")),
        ("Which? (Morning|Evening)", ("Morning", "Evening")),
        ("どちら？（朝／夜）", ("朝", "夜")),
        ("Quand ? (le matin / l’après-midi / le soir)", ("le matin", "l’après-midi", "le soir")),
        ("Done? (done / not yet)", ("done", "not yet")),
        ("How many? (1 / 2 / 3)", ("1", "2", "3")),
        ("Which? (1-3 / 4-5)", ("1-3", "4-5")),
        ("Which? (a/b/c/d/e/f)", tuple("abcdef")),
    ],
)
def test_parts_between_strokes_are_choices(line: str, options: tuple[str, ...]) -> None:
    question = only_question(line)
    assert (question.kind, said(question)[1]) == (CHOICES, options)


@pytest.mark.parametrize(
    "line",
    [
        "What went well (at work)?",
        "What went well? (at work)",
        "What went well? (a, b, c)",
        "What changed since (2024)",
        "What would you like to say and/or hear?",
        "Done / partly / not yet: which of these?",
        "(Only if you like) what is on your mind?",
        "What is on your mind? ()",
        "What is new :)",
        "Was möchten Sie ansprechen",
        "何を話したいですか。",
        "1.5 hours a week: what would you do with them?",
    ],
)
def test_any_other_line_is_an_open_question_as_it_was_written(line: str) -> None:
    question = only_question(line)
    assert (question.kind, said(question)) == (OPEN, (line, (), None, None))


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("", ProblemKind.NO_TITLE, 1),
        (" \n\t\n\u202e", ProblemKind.NO_TITLE, 1),
        ("\u200b\u00ad\nTitle\n", ProblemKind.NO_QUESTIONS, 2),
        ("…\nWhy?", ProblemKind.NO_TITLE, 1),
        ("\nWhat would make this week good?", ProblemKind.NO_TITLE, 2),
        ("今週は？\n何を話しますか", ProblemKind.NO_TITLE, 1),
        ("How are you (1-5)\nWhy?", ProblemKind.NO_TITLE, 1),
        ("How are you (0-10)\nWhy?", ProblemKind.NO_TITLE, 1),
        ("t" * 81 + "\nWhy?", ProblemKind.TITLE_TOO_LONG, 1),
        ("\n\nTitle\n\n", ProblemKind.NO_QUESTIONS, 3),
        (
            "Title\n" + "".join(f"\nWhy {n}?" for n in "abcdefghi"),
            ProblemKind.TOO_MANY_QUESTIONS,
            11,
        ),
        ("Title\nWhy?\n" + "w" * 301, ProblemKind.QUESTION_TOO_LONG, 3),
        ("Title\n\n(1-5)", ProblemKind.NO_TEXT, 3),
        ("Title\n? (a / b)", ProblemKind.NO_TEXT, 2),
        ("Title\n???", ProblemKind.NO_TEXT, 2),
        ("Title\nHow? (1-10)", ProblemKind.NOT_A_SCALE, 2),
        ("Title\nHow? (0–5)", ProblemKind.NOT_A_SCALE, 2),
        ("Title\nHow? (5-1)", ProblemKind.NOT_A_SCALE, 2),
        ("Title\nWhich? (a/b/c/d/e/f/g)", ProblemKind.TOO_MANY_OPTIONS, 2),
        ("Title\nWhich? (a / b / )", ProblemKind.EMPTY_OPTION, 2),
        ("Title\nWhich? (/)", ProblemKind.EMPTY_OPTION, 2),
        (f"Title\nWhich? (a / {'b' * 61})", ProblemKind.OPTION_TOO_LONG, 2),
        (f"Title\nWhich? (1 a, 5 {'b' * 61})", ProblemKind.OPTION_TOO_LONG, 2),
        ("Title\nWhich? (Yes / no / YES)", ProblemKind.SAME_OPTION, 2),
        ("Title\nWhy?\nHow?\n- Why?", ProblemKind.SAME_QUESTION, 4),
    ],
)
def test_the_first_problem_is_named_with_its_line(text: str, kind: ProblemKind, line: int) -> None:
    assert read_typed_set(text) == Problem(kind, line)


def test_the_limits_themselves_are_allowed() -> None:
    lines = [letter * 300 for letter in "abcdefg"] + [f"Which? ({'a' * 60} / {'b' * 60})"]
    read = the_set("\n".join(["t" * 80, *lines]))
    assert len(read.questions) == 8


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_has_its_sentence(kind: ProblemKind) -> None:
    problem = Problem(kind, 1234)
    sentence = catalogue("en")(problem.key, line=problem.line, limit=problem.limit)
    assert problem.limit == 0 or str(problem.limit) in sentence


def test_the_example_for_coaches_is_a_set_of_every_kind() -> None:
    page = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
    example = "\n".join(line for line in page.splitlines() if line.startswith("    "))
    read = the_set(example)
    assert read.title.text == "The first month"
    assert [one.kind for one in read.questions] == [OPEN, SCALE, SCALE, PROGRESS, CHOICES]


def test_signs_that_hide_or_turn_text_are_left_out() -> None:
    assert only_question("W\u200bhy\u202e not\x00 now\ud800?").text.text == "Why not now?"


def test_nothing_that_was_typed_shows_when_printed() -> None:
    read = read_typed_set("A secret title\nA secret question? (secret a / secret b)")
    assert isinstance(read, QuestionSet)
    assert "secret" not in f"{read!r} {read}"


@given(st.text(alphabet=st.sampled_from("a1B5- –/()（）|.?=,:\n\t\u202e２ é・"), max_size=400))
def test_whatever_is_typed_is_a_set_within_its_limits_or_a_problem(text: str) -> None:
    read = read_typed_set(text)
    if isinstance(read, Problem):
        assert 1 <= read.line <= max(1, len(text.splitlines()))
    else:
        assert 1 <= len(read.questions) <= 8
        assert all(
            "\n" not in one.text.text and len(one.text.text) <= 300 for one in read.questions
        )


@pytest.mark.parametrize("part", ["(", "a (", "(a/", "1 a ,", "?(1 - ", "\n", "a\n", "...."])
def test_forty_thousand_characters_take_no_time(part: str) -> None:
    text = "Title\n" + (part * 40_000)[:40_000]
    read_typed_set("Title\nWhy? (a/b)")
    with in_hand():
        read_typed_set(text)
        read_typed_set(text[6:])
