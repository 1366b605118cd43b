"""People ask for their own words by day, week, month and word, in seven languages."""

from __future__ import annotations

from datetime import date

import pytest

from bot.text import languages
from bot.understand import read_search
from bot.understand.searching.matching import Closeness, best_matches

# A Monday.
TODAY = date(2026, 11, 30)
MARCH = (date(2026, 3, 1), date(2026, 3, 31))
LAST_WEEK = (date(2026, 11, 23), date(2026, 11, 29))
LAST_MONTH = (date(2026, 10, 1), date(2026, 10, 31))
YESTERDAY = (date(2026, 11, 29), date(2026, 11, 29))
NONE = (None, None)
Days = tuple[date | None, date | None]

# language, what is typed, the words sought, the days
SEARCHES: list[tuple[str, str, str, Days]] = [
    ("en", "what did I write about the budget?", "budget", NONE),
    ("en", "What did I say about my boss", "boss", NONE),
    ("en", "when did I mention the move", "move", NONE),
    ("en", "my words budget", "budget", NONE),
    ("en", "my words: budget", "budget", NONE),
    ("en", "search budget", "budget", NONE),
    ("en", "my words March", "", MARCH),
    ("en", "my words from March 2026", "", MARCH),
    ("en", "my words 3/2026", "", MARCH),
    ("en", "my words last week", "", LAST_WEEK),
    ("en", "what did I write last week", "", LAST_WEEK),
    ("en", "what did I write last month", "", LAST_MONTH),
    ("en", "what did I write yesterday", "", YESTERDAY),
    ("en", "what did I write on 3 November", "", (date(2026, 11, 3), date(2026, 11, 3))),
    ("en", "what did I write on Monday", "", (date(2026, 11, 23), date(2026, 11, 23))),
    ("en", "my words the week of 25 November", "", LAST_WEEK),
    ("en", "what did I write two weeks ago", "", (date(2026, 11, 16), date(2026, 11, 22))),
    ("en", "my words last two weeks", "", (date(2026, 11, 16), TODAY)),
    ("en", "my words 2025", "", (date(2025, 1, 1), date(2025, 12, 31))),
    ("en", "what did I write about the budget in March", "budget", MARCH),
    ("en", "what did I write last week about the budget", "budget", LAST_WEEK),
    ("en", "what did I write about the sun", "sun", NONE),
    ("de", "was habe ich über das Budget geschrieben", "budget", NONE),
    ("de", "Was hab ich letzte Woche über das Budget geschrieben?", "budget", LAST_WEEK),
    ("de", "meine Worte März", "", MARCH),
    ("de", "meine Worte Budget", "budget", NONE),
    ("de", "was habe ich gestern geschrieben", "", YESTERDAY),
    ("de", "was habe ich letzte Woche geschrieben", "", LAST_WEEK),
    ("fr", "Qu'est-ce que j'ai écrit sur le budget ?", "budget", NONE),
    ("fr", "qu’ai-je écrit sur l’équipe en mars", "équipe", MARCH),
    ("fr", "mes mots mars", "", MARCH),
    ("fr", "mes mots budget", "budget", NONE),
    ("fr", "qu'ai-je écrit hier", "", YESTERDAY),
    ("fr", "mes mots de la semaine dernière", "", LAST_WEEK),
    ("es", "¿Qué escribí sobre el presupuesto?", "presupuesto", NONE),
    ("es", "que escribi en marzo sobre el presupuesto", "presupuesto", MARCH),
    ("es", "mis palabras marzo", "", MARCH),
    ("es", "mis palabras presupuesto", "presupuesto", NONE),
    ("es", "qué escribí la semana pasada", "", LAST_WEEK),
    ("es", "qué escribí ayer", "", YESTERDAY),
    ("pt", "o que eu escrevi sobre o orçamento?", "orçamento", NONE),
    ("pt", "o que escrevi sobre o orçamento em março", "orçamento", MARCH),
    ("pt", "minhas palavras março", "", MARCH),
    ("pt", "minhas palavras orçamento", "orçamento", NONE),
    ("pt", "o que escrevi na semana passada", "", LAST_WEEK),
    ("pt", "o que escrevi ontem", "", YESTERDAY),
    ("vi", "mình đã viết gì về ngân sách?", "ngan sach", NONE),
    ("vi", "tôi đã viết gì về ngân sách tháng 3", "ngan sach", MARCH),
    ("vi", "lời của tôi tháng 3", "", MARCH),
    ("vi", "lời của tôi ngân sách", "ngan sach", NONE),
    ("vi", "tuần trước mình đã viết gì", "", LAST_WEEK),
    ("vi", "mình đã viết gì hôm qua", "", YESTERDAY),
    ("ja", "予算について何を書きましたか？", "予算", NONE),
    ("ja", "3月に予算について何を書いた？", "予算", MARCH),
    ("ja", "自分の言葉 3月", "", MARCH),
    ("ja", "自分の言葉 予算", "予算", NONE),
    ("ja", "先週何を書きましたか", "", LAST_WEEK),
    ("ja", "昨日書いたこと", "", YESTERDAY),
    # English is understood in every chat.
    *((language, "my words March", "", MARCH) for language in languages()),
]

ORDINARY = [
    ("en", "my words"),
    ("en", "I wrote about the budget today"),
    ("en", "In March I changed jobs"),
    ("en", "What I would like is more time"),
    ("de", "Ich habe über das Budget nachgedacht"),
    ("fr", "J'ai parlé du budget avec mon équipe"),
    ("es", "Hablé del presupuesto con mi jefa"),
    ("pt", "Falei do orçamento com a equipe"),
    ("vi", "Hôm nay mình nói về ngân sách"),
    ("ja", "言葉にできない"),
    ("ja", "予算の話をしました"),
]


@pytest.mark.parametrize(("language", "line", "words", "days"), SEARCHES)
def test_what_people_type_to_search_is_read(
    language: str, line: str, words: str, days: Days
) -> None:
    found = read_search(line, language, TODAY)
    assert found is not None
    assert " ".join(found.terms) == words
    assert (found.first, found.last) == days
    assert not found.loose


@pytest.mark.parametrize(("language", "line"), ORDINARY)
def test_ordinary_words_are_no_search(language: str, line: str) -> None:
    assert read_search(line, language, TODAY) is None


@pytest.mark.parametrize(
    "line",
    ["My words matter to me", "my notes from the meeting were lost", "my answers felt wrong today"],
)
def test_words_that_go_on_like_a_sentence_are_doubtful(line: str) -> None:
    found = read_search(line, "en", TODAY)
    assert found is not None
    assert found.loose


def test_every_language_has_examples() -> None:
    assert {language for language, *_ in SEARCHES[:57]} == set(languages())


TEXTS = [
    "We talked about the BUDGET, and about Ana's leave.",
    "The start was hard. Budgets are not my art.",
    "Je suis allé à l’école avec Éloïse.",
    "Das Jahresbudget steht. Größe zählt nicht.",
    "Hôm nay nói về ngân sách, rồi về sách.",
    "今日は予算の話をしました。",
    "The meeting about a new budget went well.",
    "",
]

# What is sought, in a language with spaces or not, and which of the texts hold it.
HELD: list[tuple[tuple[str, ...], bool, list[int]]] = [
    (("budget",), True, [0, 1, 3, 6]),
    (("art",), True, [1]),
    (("ecole",), True, [2]),
    (("éloise",), True, [2]),
    (("GROSSE",), True, [3]),
    (("ngân", "sách"), True, [4]),
    (("予算",), True, [5]),
    (("予算",), False, [5]),
    (("budget", "meeting"), True, [6]),
    (("meeting", "about"), True, [6]),
    (("budgte",), True, [0, 6]),
    (("eloises",), True, [2]),
    (("pension",), True, []),
    (("?",), True, []),
]


@pytest.mark.parametrize(("terms", "spaced", "held"), HELD)
def test_words_are_found_whatever_their_capitals_accents_and_endings(
    terms: tuple[str, ...], spaced: bool, held: list[int]
) -> None:
    assert [match.number for match in best_matches(TEXTS, terms, spaced=spaced)] == held


def test_the_best_matches_leave_out_lesser_ones() -> None:
    found = best_matches(["sách gì về ngân", "ngân sách"], ("ngân", "sách"), spaced=True)
    assert [(one.number, one.closeness) for one in found] == [(1, Closeness.PHRASE)]
