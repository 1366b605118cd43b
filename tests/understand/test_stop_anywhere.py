"""A stop is heard in every language, and an ordinary word of the chat's language never as one."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understand import Intent, understand
from bot.understand.phrases import DEFAULT, Phrases, phrases
from bot.understand.typing_error import vocabulary
from tests.by_hand import LONG
from tests.understand.writers import LANGUAGES, lines_of

MONDAY = date(2026, 11, 23)
STOPS = {
    "de": "Stopp!|Schreib mir nicht mehr|bitte aufhören|abmelden|Lass mich in Ruhe",
    "en": "stop|Please stop writing to me|unsubscribe|leave me alone",
    "es": "¡Para!|déjame en paz|no me escribas más|dame de baja|basta",
    "fr": "Arrête !|arrêtez de m'écrire|laissez-moi tranquille|désabonner",
    "ja": "停止|やめて|もう送らないで|配信停止|放っておいて",
    "pt": "pare|chega|não me escreva mais|me deixa em paz|parar",
    "vi": "dừng lại|đừng nhắn nữa|dừng|ngừng|hủy đăng ký",
}
UNDO = """
cancel|never mind|nevermind|forget it|back|undo|cancel that|abbrechen|vergiss es|cancelar|annuler
laisse tomber|olvídalo|キャンセル|なんでもない|deixa pra lá|hủy|quay lại
"""
STILL_A_STOP = (
    "cancel everything|cancel my subscription|cancel the check-ins|cancel my participation"
)
WORDS = {
    "de": "Termine|Tat|ich habe Termine|Dung",
    "en": "I just stopped smoking|stop asking my team for overtime|dung|finalize|non-stop meetings",
    "es": "terminé|termine|la suma|suma",
    "fr": "détente|Détente|terminé|termine",
    "pt": "alto|acabar",
}


@pytest.mark.parametrize("chat", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stop_in_any_language_stops_in_every_chat(chat: str, language: str) -> None:
    for line in STOPS[language].split("|"):
        meant = understand(line, chat, MONDAY)
        assert meant.intent is Intent.STOP, line
        assert meant.sure or _asks(line, phrases(chat)), line


@pytest.mark.parametrize("line", UNDO.replace("\n", "|").strip("|").split("|"))
def test_to_undo_is_no_stop(line: str) -> None:
    assert all(understand(line, chat, MONDAY).intent is not Intent.STOP for chat in LANGUAGES)


@pytest.mark.parametrize("line", STILL_A_STOP.split("|"))
def test_to_cancel_what_is_named_stops_or_asks(line: str) -> None:
    assert understand(line, "en", MONDAY).intent is Intent.STOP


@pytest.mark.parametrize(("chat", "lines"), WORDS.items())
def test_ordinary_words_stop_nothing_in_their_language(chat: str, lines: str) -> None:
    for line in lines.split("|"):
        assert understand(line, chat, MONDAY).intent is not Intent.STOP, line


@pytest.mark.parametrize("chat", LANGUAGES)
def test_no_word_that_the_bot_says_in_a_language_is_a_stop_of_another(chat: str) -> None:
    stop = understand("stop", chat, MONDAY)
    taken = [
        word
        for word in vocabulary(chat)
        if understand(word, chat, MONDAY) == stop
        and not any(_stops(word, table) for table in (phrases(chat), phrases(DEFAULT)))
    ]
    assert taken == []


def _stops(line: str, table: Phrases) -> bool:
    """True if the line is a stop here, or a word of one."""
    polite = list(table.strip(table.plain(line), table.before, table.after))
    words = (pattern for intent, pattern in table.patterns() if intent is Intent.STOP)
    return any(map(table.stops.key_of, polite)) or any(table.plain(line) in one for one in words)


def _asks(line: str, table: Phrases) -> bool:
    """True if the chat's own language asks about the line: its doubt counts more."""
    plain = table.plain(line)
    parts = table.maybe[Intent.STOP] | table.clear
    return table.asked.key_of(plain) is not None or any(part in plain for part in parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_writer_meant_as_a_stop_hardly_ever_asks(language: str) -> None:
    # Each third line; `make simulate` takes all of them.
    lines = lines_of(language, "words", "not stop", "small", "look-alike")[:: 1 if LONG else 3]
    meant = [understand(line, language, MONDAY) for line in lines]
    asked = [line for line, one in zip(lines, meant, strict=True) if one.intent is Intent.STOP]
    assert len(asked) <= len(lines) // 100, asked
    assert not [
        line
        for line, one in zip(lines, meant, strict=True)
        if one.intent is Intent.STOP and one.sure
    ]
