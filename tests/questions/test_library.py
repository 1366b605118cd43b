"""The library's content, in every language: enough of it, each question single, open and short.

The rows are read from the file itself, so that a row that no reader uses is looked at, too.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib import resources

import pytest
from pydantic import BaseModel

from bot.domain.question import Around, QuestionKind
from bot.questions.files import QUESTIONS_LIMIT
from bot.questions.ways_of_asking import way_of
from bot.text import languages
from tests.catalogue.sentences import entries, sentences


class QuestionRow(BaseModel, extra="forbid"):
    name: str
    kind: QuestionKind
    topic: str
    depth: str
    reason: str
    options: int = 0
    more: bool = False
    step: bool = False
    about_step: bool = False


class SetRow(BaseModel, extra="forbid"):
    id: str
    questions: list[QuestionRow]
    around: Around | None = None


class PathRow(BaseModel, extra="forbid"):
    id: str
    questions: list[str]


class LibraryFile(BaseModel, extra="forbid"):
    sets: list[SetRow]
    paths: list[PathRow]


FILE = resources.files("bot.questions") / "standard.toml"
LIBRARY = LibraryFile.model_validate(tomllib.loads(FILE.read_text("utf-8")))
SETS = {one.id: one for one in LIBRARY.sets}
PATHS = {one.id: one for one in LIBRARY.paths}
ROWS = {f"{name}.{row.name}": row for name, one in SETS.items() for row in one.questions}
KEYS = {one: f"q-{one.replace('.', '-')}" for one in ROWS}
DEPTHS = ["light", "middle", "deep"]
# What somebody is asked who turned no dial. Two questions a week, for eight weeks.
FIRST_DIAL, EIGHT_WEEKS = ("light", "middle"), 16
# How many parts each of ICF's eight core competencies has, in the edition of 2019.
PARTS = {1: 7, 2: 8, 3: 11, 4: 6, 5: 6, 6: 6, 7: 11, 8: 8}
LONG_TEXT, LONGEST = 90, 115
# Words that ask for reasons or press. Double and leading questions are found by `way_of`.
PRESSES = {
    "de": r"\b(warum|weshalb|wieso|sollten|müssten)\b",
    "en": r"\b(why|should|must|ought)\b",
    "es": r"\b(por qué|deberías|debes|tienes que)\b",
    "fr": r"\b(pourquoi|devriez|devez)\b",
    "ja": r"なぜ|どうして|べき|なければ|でしょう。",
    "pt": r"\b(por que|deveria|deve)\b",
    "vi": r"\b(tại sao|vì sao|lẽ ra)\b|(?<!trở )(?<!làm )\bnên\b",
}
# A question that yes or no would answer.
CLOSED = {
    "de": r"^(haben|sind|können|möchten|wollen|gibt|war|hat|ist|fühlen)\b",
    "en": r"^(do|does|did|are|is|was|were|have|has|can|could|will|would)\b",
    "es": r"^¿(has|hay|es|está|puedes|quieres|te gustaría|fue)\b",
    "fr": r"^(est-ce|avez|êtes|pouvez|aimeriez|y a-t-il|voulez)\b",
    "ja": r"^(?!.*(何|誰|どん|どの|どこ|どれ|どち|どう|いつ))",
    "pt": r"^(você|há|é|está|pode|quer|gostaria)\b",
    "vi": r"\b(có|đã|được) .*không\?$|^có ",
}


def texts(language: str) -> dict[str, str]:
    said = sentences(language)
    return {one: said[key] for one, key in KEYS.items()}


def faults(language: str, text: str) -> Iterator[str]:
    """What is wrong with the way in which one question asks."""
    marks = text.count("か。") if language == "ja" else text.count("?")
    if marks != 1 or (language == "es" and text.count("¿") != 1):
        yield "not one question"
    if re.search(PRESSES[language], text, re.IGNORECASE):
        yield "presses"
    if re.search(CLOSED[language], text, re.IGNORECASE):
        yield "closed"
    if (way := way_of(text)) is not None:
        yield way
    if len(text) > LONGEST:
        yield "long"


def test_there_are_sixteen_sets_and_well_over_150_questions() -> None:
    assert len(SETS) == len(LIBRARY.sets) == 16
    assert len(ROWS) == sum(len(one.questions) for one in LIBRARY.sets) >= 150
    assert all(8 <= len(one.questions) <= QUESTIONS_LIMIT for one in LIBRARY.sets)
    assert {name: one.around for name, one in SETS.items() if one.around} == {
        "before-session": Around.BEFORE,
        "after-session": Around.AFTER,
    }


@pytest.mark.parametrize("name", [one.id for one in LIBRARY.sets if one.around is None])
def test_a_set_lasts_eight_weeks_at_two_a_week_for_somebody_who_turned_no_dial(name: str) -> None:
    always = [row for row in SETS[name].questions if not row.about_step]
    assert sum(row.depth in FIRST_DIAL for row in always) >= EIGHT_WEEKS


@pytest.mark.parametrize("name", SETS)
def test_a_set_begins_light_and_has_all_three_depths(name: str) -> None:
    depths = [row.depth for row in SETS[name].questions]
    assert depths == sorted(depths, key=DEPTHS.index)
    assert min(Counter(depths)[depth] for depth in DEPTHS) >= 2


@pytest.mark.parametrize("one", ROWS)
def test_each_question_says_which_of_icfs_competencies_it_serves(one: str) -> None:
    found = re.fullmatch(r"ICF (\d)\.(\d+): \S.{14,80}\.", ROWS[one].reason)
    assert found is not None
    assert 1 <= int(found[2]) <= PARTS[int(found[1])]


def test_a_step_is_offered_after_few_answers_and_only_after_ones_in_words() -> None:
    leading = [row for row in ROWS.values() if row.step]
    assert {row.kind for row in leading} == {QuestionKind.OPEN}
    assert len(SETS) <= len(leading) <= len(ROWS) / 5
    assert not [row for row in leading if row.depth == "deep"]


@pytest.mark.parametrize("name", [one.id for one in LIBRARY.sets if one.around is None])
def test_a_light_question_that_leads_to_a_step_comes_within_three_weeks(name: str) -> None:
    first = next(at for at, row in enumerate(SETS[name].questions) if row.step)
    assert first < 6
    assert SETS[name].questions[first].depth == "light"


def test_what_is_about_the_step_is_asked_as_progress_and_opens_no_set() -> None:
    about = {one for one, row in ROWS.items() if row.about_step}
    assert {ROWS[one].kind for one in about} == {QuestionKind.PROGRESS}
    assert not about & {f"{name}.{one.questions[0].name}" for name, one in SETS.items()}


def test_a_follow_up_comes_after_each_scale_and_after_nothing_else() -> None:
    """Nothing follows free words, so only what is answered by a tap may have one."""
    scales = {one for one, row in ROWS.items() if row.kind is QuestionKind.SCALE}
    assert {one for one, row in ROWS.items() if row.more} == scales


@pytest.mark.parametrize("language", languages())
def test_each_question_asks_one_thing_shortly_and_leaves_the_answer_open(language: str) -> None:
    said = texts(language)
    assert [
        (one, *found) for one, text in said.items() if (found := [*faults(language, text)])
    ] == []
    long = [one for one, text in said.items() if len(text) > LONG_TEXT]
    assert len(long) <= len(said) / 20


@pytest.mark.parametrize(
    ("language", "closed", "presses"),
    [
        ("de", "Haben Sie sich erholt?", "Warum war die Woche schwer?"),
        ("en", "Did it go well?", "Why was the week hard?"),
        ("es", "¿Has descansado?", "¿Por qué fue dura la semana?"),
        ("fr", "Avez-vous pu récupérer ?", "Pourquoi la semaine a-t-elle été dure ?"),
        ("ja", "よく休めましたか。", "今週はなぜ大変でしたか。"),
        ("pt", "Você descansou?", "Por que a semana foi dura?"),
        ("vi", "Bạn có nghỉ được không?", "Tại sao tuần này vất vả?"),
    ],
)
def test_planted_questions_are_found(language: str, closed: str, presses: str) -> None:
    assert "closed" in faults(language, closed)
    assert "presses" in faults(language, presses)
    good = texts(language)["weekly.went-well"]
    assert [*faults(language, good)] == []
    assert "not one question" in faults(language, good + good)


@pytest.mark.parametrize("language", languages())
def test_no_question_stands_there_twice(language: str) -> None:
    spoken = Counter(" ".join(text.casefold().split()) for text in texts(language).values())
    assert [text for text, often in spoken.items() if often > 1] == []


@pytest.mark.parametrize("language", languages())
def test_every_sentence_of_the_library_stands_there_and_none_too_many(language: str) -> None:
    named = [*(f"set-{one}" for one in SETS), *(f"path-{one}" for one in PATHS)]
    promised = {f"{one}{end}" for one in named for end in ("", "-about")}
    promised |= {f"{KEYS[one]}{end}" for one, row in ROWS.items() for end in endings(row)}
    said = {key for key in entries(language)["questions.ftl"] if re.match(r"(set|q|path)-", key)}
    assert said == promised


def endings(row: QuestionRow) -> Iterator[str]:
    """How the keys of one question end."""
    yield ""
    yield from (f"-option-{number}" for number in range(1, row.options + 1))
    if row.kind is QuestionKind.SCALE:
        yield from ("-low", "-high")
    if row.more:
        yield "-more"


@pytest.mark.parametrize("language", languages())
def test_a_follow_up_names_the_mark_and_no_question_has_a_blank(language: str) -> None:
    said = sentences(language)
    for one, row in ROWS.items():
        assert "⟨" not in said[KEYS[one]]
        if row.more:
            assert re.findall(r"⟨(\w+)⟩", said[f"{KEYS[one]}-more"]) == ["mark"], one


@pytest.mark.parametrize("path", PATHS)
def test_a_path_leads_through_three_to_five_questions_that_anybody_may_be_asked(path: str) -> None:
    names = PATHS[path].questions
    assert 3 <= len(names) == len(set(names)) <= 5
    assert all(SETS[one.split(".")[0]].around is None for one in names)
    rows = [ROWS[one] for one in names]
    assert all(row.depth in FIRST_DIAL and not row.about_step for row in rows)
    assert any(row.step for row in rows)


def test_grow_woop_and_a_path_of_strengths_are_there() -> None:
    assert PATHS.keys() >= {"grow", "woop", "strengths"}
    reasons = [[ROWS[one].reason for one in PATHS[path].questions] for path in ("grow", "woop")]
    assert [re.findall(r"the (\w) of GROW", " ".join(reasons[0]))] == [["G", "R", "O", "W"]]
    parts = re.findall(r"the (\w+) part of WOOP", " ".join(reasons[1]))
    assert parts == ["first", "second", "third", "fourth"]
