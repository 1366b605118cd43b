"""A long text is split where a reader would, and nothing is lost."""

from __future__ import annotations

import regex
from hypothesis import example, given
from hypothesis import strategies as st

from adapters.slack.outbound.markup import measure, pieces, shortened

FAMILY = "👩‍👩‍👧‍👦"
FLAG = "🇻🇳"
LETTERS = ["a", "B", "é", "e\u0301", "\u0301", "'", "&", "<", ">", "\u200d", FAMILY, FLAG, "👍🏽"]
SPACES = [" ", "  ", "\n", "\n\n", "\r\n", ".", "! ", "。", "?” ", "..."]
WORDS = [
    "can't",
    "schön",
    "こんにちは",
    "việc",
    "ก็",
    "한글",
    "longer-word",
    "https://a.example/b?c=d",
]
ALPHABET = st.sampled_from([*LETTERS, *SPACES, *WORDS])
TEXTS = st.lists(ALPHABET, max_size=120).map("".join)
LIMITS = st.integers(5, 60)


def graphemes(text: str, start: int = 0) -> set[int]:
    """The positions at which graphemes end."""
    return {match.end() for match in regex.finditer(r"\X", text, pos=start)}


def words(text: str) -> set[int]:
    return {match.end() for match in regex.finditer(r"\b", text, flags=regex.WORD)}


@given(TEXTS, LIMITS)
@example("e" + "\u0301" * 50, 7)
@example("\u0301" * 50, 5)
@example("\r\n" * 30, 5)
@example(FAMILY * 9, 20)
def test_joined_the_pieces_are_the_text_and_none_is_too_long(text: str, limit: int) -> None:
    found = pieces(text, limit)
    assert "".join(found) == text
    assert all(0 < measure(piece) <= limit for piece in found)


@given(TEXTS, LIMITS)
@example("a" * 40 + FAMILY + " b", 41)
@example("abcd \u0301efgh", 6)
@example("e\u0301" * 20, 5)
def test_no_grapheme_is_divided_unless_it_alone_is_too_long(text: str, limit: int) -> None:
    at = 0
    for piece in pieces(text, limit)[:-1]:
        start, at = at, at + len(piece)
        ends = graphemes(text, start)
        if measure(text[start : min(ends)]) <= limit:
            assert at in ends


@given(TEXTS, LIMITS)
def test_no_word_is_divided_where_the_text_can_be_divided_beside_one(text: str, limit: int) -> None:
    between = words(text) | {match.end() for match in regex.finditer(r"\s+", text)}
    at = 0
    for piece in pieces(text, limit)[:-1]:
        start, at = at, at + len(piece)
        if any(start < place <= at for place in between & graphemes(text, start)):
            assert at in between


def test_a_text_is_divided_between_paragraphs_first_and_then_between_sentences() -> None:
    paragraphs = "One thing. And another.\n\nA third. A fourth one"
    assert pieces(paragraphs, 40) == ["One thing. And another.\n\n", "A third. A fourth one"]
    assert pieces("One thing. And another. A third.", 28) == [
        "One thing. And another. ",
        "A third.",
    ]
    assert pieces("昨日は話せた。今日は休む。", 10) == ["昨日は話せた。", "今日は休む。"]
    assert pieces("«Das geht.» Er ging dann.", 18) == ["«Das geht.» ", "Er ging dann."]


def test_a_sentence_that_is_too_long_is_divided_between_words() -> None:
    assert pieces("I wanted to say something", 12) == ["I wanted to ", "say ", "something"]


def test_a_divided_list_does_not_leave_a_piece_nearly_empty() -> None:
    long = "word " * 30
    assert len(pieces("Ah.\n\n" + long, 100)[0]) > 80


def test_what_slack_may_count_twice_is_counted_so() -> None:
    assert measure("ab") == 2
    assert measure("👍") == 2
    assert measure("<&>") == 13
    assert all(len(piece) <= 2 for piece in pieces("&" * 10, 11))


@given(TEXTS, LIMITS)
def test_a_label_is_the_text_or_its_beginning(text: str, limit: int) -> None:
    label = shortened(text, limit)
    assert measure(label) <= limit
    if label != text:
        assert label.endswith("…")
        assert text.startswith(label[:-1])
        assert measure(text) > limit
        assert len(label) - 1 in graphemes(text) | {0} | {
            len(text[:end].rstrip()) for end in graphemes(text)
        }


def test_a_very_long_text_takes_no_time_to_speak_of() -> None:
    """Texts that are made to be slow: dots, spaces, quotation marks, newlines without end."""
    for text in (". " * 50_000, "." * 100_000, "\n " * 50_000, "\u0301" * 50_000, " " * 100_000):
        assert "".join(pieces(text, 3000)) == text
