"""Greetings and the names of languages are heard whatever the chat's language."""

from __future__ import annotations

from datetime import date

import pytest

from bot.text import languages
from bot.understand import Intent, Small, hear
from bot.understand.anywhere.greetings import greeting_in
from bot.understand.anywhere.language_names import Named, language_named

TODAY = date(2026, 11, 26)
GREETINGS = {
    "en": "hello|Hi!|good morning|Good evening, Handrail",
    "de": "Hallo|guten Abend|Guten Morgen!|grüezi|moin moin|Guten Tag",
    "es": "hola|buenos días|buenas noches|buenas tardes|buenos dias",
    "fr": "bonsoir|Bonjour !|salut|coucou",
    "ja": "こんにちは|おはようございます|こんばんは。|はじめまして",
    "pt": "bom dia|oi|olá|boa tarde|boa noite",
    "vi": "chào bạn|xin chào|chào buổi sáng|chao ban|Chào",
}
NAMES = {
    "en": "English|in English please|speak English|anglais|englisch|inglés, por favor|tiếng Anh",
    "de": "Deutsch|auf Deutsch bitte|German please|allemand|ドイツ語|können wir Deutsch sprechen?",
    "es": "español|español please|castellano|espanol|Spanisch|en español por favor|スペイン語で",
    "fr": "français|en français svp|French|Französisch|francais|tiếng Pháp nhé",
    "ja": "日本語|日本語で|日本語でお願いします|Japanese|japonés|nihongo|tiếng Nhật",
    "pt": "português|em português por favor|Portuguese|portugues|Portugiesisch bitte",
    "vi": "tiếng Việt|tieng viet|Vietnamese please|vietnamita|ベトナム語|bằng tiếng Việt nhé",
}
# No other language has these.
OWN = {
    "en": "good evening",
    "de": "guten Abend",
    "es": "buenas noches",
    "fr": "bonsoir",
    "ja": "こんにちは",
    "pt": "bom dia",
    "vi": "chào bạn",
}
WORDS = """
I had to speak English all day|mein Chef spricht nur Englisch|my French colleague laughed at me
Deutsch war heute schwer|no|tag|morgen|e|chao|na|今日は、疲れました|el francés no vino
"""


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, line) for language, lines in table.items() for line in lines.split("|")]


def test_the_tables_name_every_language() -> None:
    assert set(GREETINGS) == set(NAMES) == set(languages())


@pytest.mark.parametrize(("language", "line"), rows(GREETINGS))
def test_a_greeting_is_small_talk_in_every_chat(language: str, line: str) -> None:
    for chat in languages():
        heard = hear(line, chat, TODAY)
        assert heard.small is Small.HELLO, chat
        assert heard.greeted is not None
        assert language in heard.greeted.languages
        assert heard.greeted.only_in(language) is None
        assert heard.language is None


@pytest.mark.parametrize(("language", "line"), rows(NAMES))
def test_the_name_of_a_language_is_heard_in_every_chat(language: str, line: str) -> None:
    for chat in languages():
        named = hear(line, chat, TODAY).language
        assert named is not None, chat
        assert named.language == language


@pytest.mark.parametrize("language", languages())
def test_its_own_name_is_sure_and_a_foreign_name_alone_is_not(language: str) -> None:
    own = NAMES[language].split("|")[0]
    assert language_named(own) == Named(language, sure=True)
    foreign = "allemand" if language == "de" else {"en": "anglais"}.get(language)
    if foreign is not None:
        assert language_named(foreign) == Named(language, sure=False)


@pytest.mark.parametrize("line", [one for row in WORDS.splitlines() for one in row.split("|")])
def test_ordinary_words_are_neither(line: str) -> None:
    assert language_named(line) is None
    greeted = greeting_in(line)
    assert greeted is None or (greeted.rest == "" and line in ("morgen", "tag"))


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Hello, today was hard", "today was hard"),
        ("guten Abend\nheute war es schwer", "heute war es schwer"),
        ("bom dia tudo certo por aqui", "tudo certo por aqui"),
        ("こんにちは。今日は疲れました", "今日は疲れました"),
    ],
)
def test_a_greeting_is_heard_in_front_of_more(line: str, rest: str) -> None:
    greeted = greeting_in(line)
    assert greeted is not None
    assert greeted.rest == rest


@pytest.mark.parametrize(
    ("line", "chat", "intent"),
    [
        ("bonsoir, pause until Monday", "en", Intent.PAUSE),
        ("guten Abend, what do you hold?", "en", Intent.HOLD),
        ("xin chào, stop", "en", Intent.STOP),
        ("bom dia, Hilfe", "de", Intent.HELP),
    ],
)
def test_a_command_behind_a_greeting_is_one(line: str, chat: str, intent: Intent) -> None:
    assert hear(line, chat, TODAY).command.intent is intent


def test_an_answer_behind_a_foreign_greeting_stays_words() -> None:
    assert hear("bonsoir, no", "en", TODAY).command.intent is None
