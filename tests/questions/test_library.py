"""The library's content, in every language: enough of it, each question single, open and short.

The rows are read from the file itself, so that a row that no reader uses is looked at, too.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib import resources
from typing import TypedDict

import pytest

from bot.questions.files import QUESTIONS_LIMIT
from bot.questions.ways_of_asking import way_of
from bot.text import languages
from tests.catalogue.sentences import entries, sentences


class Row(TypedDict, total=False):
    name: str
    kind: str
    topic: str
    depth: str
    options: int
    more: bool
    step: bool
    about_step: bool
    reason: str


class Set(TypedDict, total=False):
    id: str
    around: str
    questions: list[Row]


class Path(TypedDict):
    id: str
    questions: list[str]


class Library(TypedDict):
    sets: list[Set]
    paths: list[Path]


FILE = resources.files("bot.questions") / "standard.toml"
LIBRARY: Library = tomllib.loads(FILE.read_text("utf-8"))  # type: ignore[assignment]
SETS = {one["id"]: one for one in LIBRARY["sets"]}
ROWS = {f"{name}.{row['name']}": row for name, one in SETS.items() for row in one["questions"]}
KEYS = {one: f"q-{one.replace('.', '-')}" for one in ROWS}
# Two questions a week, for eight weeks.
EIGHT_WEEKS = 16
# How many parts each of ICF's eight core competencies has, in the edition of 2019.
PARTS = {1: 7, 2: 8, 3: 11, 4: 6, 5: 6, 6: 6, 7: 11, 8: 8}
LONG_TEXT, LONGEST = 90, 115
ASKS = {"ja": r"か。", "default": r"\?"}
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
    "ja": r"(ましたか|ありますか|できますか|ですか)。$",
    "pt": r"^(você|há|é|está|pode|quer|gostaria)\b",
    "vi": r"\b(có|đã|được) .*không\?$|^có ",
}
ASKING_WORDS_JA = re.compile("何|誰|どん|どの|どこ|どれ|どち|どう|いつ|どのくらい")


def texts(language: str) -> dict[str, str]:
    said = sentences(language)
    return {one: said[key] for one, key in KEYS.items()}


def test_there_are_sixteen_sets_and_well_over_150_questions() -> None:
    assert len(SETS) == 16
    assert len(ROWS) == sum(len(one["questions"]) for one in SETS.values()) >= 150
    assert all(8 <= len(one["questions"]) <= QUESTIONS_LIMIT for one in SETS.values())
    assert {name: one["around"] for name, one in SETS.items() if "around" in one} == {
        "before-session": "before",
        "after-session": "after",
    }


@pytest.mark.parametrize("name", [name for name, one in SETS.items() if "around" not in one])
def test_a_set_lasts_eight_weeks_at_two_a_week_for_somebody_who_turned_no_dial(name: str) -> None:
    dial = ("light", "middle")
    rows = [row for row in SETS[name]["questions"] if row["depth"] in dial]
    assert len([row for row in rows if not row.get("about_step")]) >= EIGHT_WEEKS


@pytest.mark.parametrize("name", list(SETS))
def test_a_set_begins_light_and_has_all_three_depths(name: str) -> None:
    depths = [row["depth"] for row in SETS[name]["questions"]]
    assert depths == sorted(depths, key=["light", "middle", "deep"].index)
    assert min(Counter(depths)[depth] for depth in ("light", "middle", "deep")) >= 2


@pytest.mark.parametrize("one", list(ROWS))
def test_each_question_says_which_of_icfs_competencies_it_serves(one: str) -> None:
    found = re.fullmatch(r"ICF (\d)\.(\d+): \S.{14,80}\.", ROWS[one]["reason"])
    assert found is not None
    assert 1 <= int(found[2]) <= PARTS[int(found[1])]


def test_a_step_is_offered_after_few_answers_and_only_after_ones_in_words() -> None:
    leading = [row for row in ROWS.values() if row.get("step")]
    assert {row["kind"] for row in leading} == {"open"}
    assert 16 <= len(leading) <= len(ROWS) / 5
    assert not [row for row in leading if row["depth"] == "deep"]


def test_what_is_about_the_step_is_asked_as_progress_and_opens_no_set() -> None:
    about = [one for one, row in ROWS.items() if row.get("about_step")]
    assert {ROWS[one]["kind"] for one in about} == {"progress"}
    assert not [
        one for one in about if ROWS[one] in (each["questions"][0] for each in SETS.values())
    ]


@pytest.mark.parametrize("language", languages())
def test_each_question_asks_one_thing_and_leaves_the_answer_open(language: str) -> None:
    mark = re.compile(ASKS.get(language, ASKS["default"]))
    said = texts(language).items()
    assert [one for one, text in said if len(mark.findall(text)) != 1] == []
    if language == "es":
        assert [one for one, text in said if text.count("¿") != 1] == []
    presses = re.compile(PRESSES[language], re.IGNORECASE)
    assert [text for _, text in said if presses.search(text)] == []
    assert [text for _, text in said if way_of(text)] == []
    closed = re.compile(CLOSED[language], re.IGNORECASE)
    open_after_all = ASKING_WORDS_JA if language == "ja" else re.compile(r"(?!)")
    assert [
        text for _, text in said if closed.search(text) and not open_after_all.search(text)
    ] == []


@pytest.mark.parametrize("language", languages())
def test_no_question_stands_there_twice(language: str) -> None:
    said = [*texts(language).values()]
    said_all = sentences(language)
    more = [said_all[f"{KEYS[one]}-more"] for one, row in ROWS.items() if row.get("more")]
    spoken = Counter(" ".join(text.casefold().split()) for text in said)
    assert [text for text, often in spoken.items() if often > 1] == []
    assert not set(said) & set(more)


@pytest.mark.parametrize("language", languages())
def test_questions_are_short_enough_for_a_tired_person(language: str) -> None:
    lengths = {one: len(text) for one, text in texts(language).items()}
    assert {one: n for one, n in lengths.items() if n > LONGEST} == {}
    assert sum(n > LONG_TEXT for n in lengths.values()) <= len(lengths) / 20


@pytest.mark.parametrize("language", languages())
def test_every_sentence_of_the_library_stands_there_and_none_too_many(language: str) -> None:
    promised = {f"{kind}-{one}{end}" for kind, ids in PLACES for one in ids for end in ENDS}
    for one, row in ROWS.items():
        promised |= {KEYS[one], *(f"{KEYS[one]}-{part}" for part in _parts(row))}
    said = {key for key in entries(language)["questions.ftl"] if re.match(r"(set|q|path)-", key)}
    assert said == promised


PLACES = (("set", [*SETS]), ("path", [one["id"] for one in LIBRARY["paths"]]))
ENDS = ("", "-about")


def _parts(row: Row) -> list[str]:
    options = [f"option-{number}" for number in range(1, row.get("options", 0) + 1)]
    ends = ["low", "high"] if row["kind"] == "scale" else []
    return [*options, *ends, *(["more"] if row.get("more") else [])]


@pytest.mark.parametrize("language", languages())
def test_a_follow_up_names_the_mark_of_a_scale_and_nothing_else(language: str) -> None:
    said = sentences(language)
    for one, row in ROWS.items():
        blanks = re.findall(r"⟨(\w+)⟩", said.get(f"{KEYS[one]}-more", ""))
        assert blanks == (["mark"] if row["kind"] == "scale" and row.get("more") else []), one
        assert "⟨" not in said[KEYS[one]]


def test_a_follow_up_comes_after_each_scale_and_after_nothing_else() -> None:
    """Nothing follows free words, so only what is answered by a tap may have one."""
    assert {one for one, row in ROWS.items() if row.get("more")} == {
        one for one, row in ROWS.items() if row["kind"] == "scale"
    }


@pytest.mark.parametrize("path", LIBRARY["paths"], ids=lambda path: path["id"])
def test_a_path_leads_through_three_to_five_questions_that_anybody_may_be_asked(
    path: Path,
) -> None:
    assert 3 <= len(path["questions"]) == len(set(path["questions"])) <= 5
    for one in path["questions"]:
        row = ROWS[one]
        assert "around" not in SETS[one.split(".")[0]]
        assert not row.get("about_step")
        assert row["depth"] != "deep"
    assert any(ROWS[one].get("step") for one in path["questions"])


def test_grow_woop_and_a_path_of_strengths_are_there() -> None:
    assert {"grow", "woop", "strengths"} <= {one["id"] for one in LIBRARY["paths"]}
    reasons = " ".join(row["reason"] for row in ROWS.values())
    assert all(f"{part} of GROW" in reasons for part in ("the G", "the R", "the O", "the W"))
    assert all(
        f"the {part} part of WOOP" in reasons for part in ("first", "second", "third", "fourth")
    )
