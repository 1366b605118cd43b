"""A yes switches consent on, so nothing that may mean no is heard as one."""

from __future__ import annotations

from datetime import date
from itertools import islice, product

import pytest

from bot.understand import Intent, understand
from bot.understand.phrases import DEFAULT, Phrases, expand, phrases
from bot.understand.plain_line import Typed
from bot.understand.sure_yes import is_yes
from tests.understand.writers import LANGUAGES, lines_of

MONDAY = date(2026, 11, 23)
MOST = 40
# Of what no reader of a yes hears, each eleventh line is put to the whole of `understand` too.
SPREAD = 11
DOUBTFUL = """
ok|okay|k|fine|sure|sure, why not|why not|I'm good|all good|alright|whatever|if you must
if you like|👍|👍🏽|🙏|❤️|✅|🆗|💯|yes?|yes…|yes...?|yes 🙄|yes 😂|~yes~|~~yes~~|<s>yes</s>
"yes"|“yes”|(yes)|yes/no|yes no|yeah no|no yes|yes. no.|no. yes.|no thanks. yes.
no, thank you|no thank you yes|not yes|yes but no|yes and no|yeah right|yes, whatever
maybe yes|I don't say yes|yes if nobody sees it|yes to what|don't. yes|stop. yes|yes. stop.
pass. yes|later. yes|yes later|yes, not now|yes 50%|1|y/n|nein danke|ja? nein|bueno|vale
está bien|c'est bon|d'accord|大丈夫です|結構です|いいです|いいえ、結構です|non merci
không cảm ơn|tá bom|beleza|pode ser|ừm|dạ|được|đồng ý không|同意しますか|いいですか|はい？
"""


def _phrases(language: str, intent: Intent) -> list[str]:
    table = phrases(language).as_written
    return [
        line
        for each, pattern in table.patterns()
        if each is intent
        for line in islice(expand(pattern), MOST)
        if table.plain(line) == line
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_doubtful_line_of_the_writers_is_a_yes_in_any_chat(language: str) -> None:
    lines = lines_of(language, "not yes")
    assert len(lines) >= 100
    for chat in LANGUAGES:
        heard = [line for line in lines if understand(line, chat, MONDAY).intent is Intent.YES]
        assert heard == [], chat


def test_the_writers_give_far_more_than_four_hundred_doubtful_lines() -> None:
    assert sum(len(lines_of(language, "not yes")) for language in LANGUAGES) >= 400


@pytest.mark.parametrize("chat", LANGUAGES)
def test_no_doubtful_line_is_a_yes(chat: str) -> None:
    lines = [line for row in DOUBTFUL.strip().splitlines() for line in row.split("|")]
    assert [line for line in lines if understand(line, chat, MONDAY).intent is Intent.YES] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_yes_means_anything_else_in_its_language_or_in_english(language: str) -> None:
    for line in _phrases(language, Intent.YES):
        assert understand(line, language, MONDAY).intent is Intent.YES, line
        for other in (phrases(language), phrases(DEFAULT)):
            polite = list(other.strip(other.plain(line), other.before, other.after))
            assert not any(map(other.lines.key_of, polite)), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_yes_stops_anything_in_a_chat_of_another_language(language: str) -> None:
    for line, chat in product(_phrases(language, Intent.YES), LANGUAGES):
        assert understand(line, chat, MONDAY).intent is not Intent.STOP, (line, chat)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_polite_word_and_no_second_sentence_turns_a_no_into_a_yes(language: str) -> None:
    table = phrases(language)
    refusals = [*_phrases(language, Intent.NO), *_phrases(language, Intent.PASS)]
    yeses = _phrases(language, Intent.YES)
    gap = " " if table.spaced else ""
    mixed = [
        each
        for no in refusals
        for beside in (*sorted(table.around_yes), *yeses[:12])
        for each in (
            f"{no}{gap}{beside}",
            f"{beside}{gap}{no}",
            f"{beside}. {no}.",
            f"{no}! {beside}",
        )
    ]
    likely = [line for line in mixed if _may_be_heard(line, table)]
    tried = [*likely, *mixed[::SPREAD]]
    heard = [line for line in tried if understand(line, language, MONDAY).intent is Intent.YES]
    assert [line for line in heard if not _is_a_phrase(line, table)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_polite_word_beside_a_no_makes_it_anything_but_a_no(language: str) -> None:
    table = phrases(language)
    for no in _phrases(language, Intent.NO):
        for polite in ("!", ".", " 🙏"):
            assert understand(no + polite, language, MONDAY).intent is Intent.NO, no
        assert not any(map(table.yes.key_of, table.strip(no, table.around_yes, table.around_yes)))


def _may_be_heard(line: str, table: Phrases) -> bool:
    """True where the one reader of a yes hears one. The whole of `understand` costs far more."""
    typed = Typed(line)
    return is_yes(typed, table) or is_yes(typed, phrases(DEFAULT))


def _is_a_phrase(line: str, table: Phrases) -> bool:
    """True where two phrases side by side are a yes of their own, as "ja" and "gern" are."""
    return table.yes.key_of(table.plain(line)) is not None
