"""What somebody else wrote stands on one line, hides nothing, and goes on with no sentence."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.foreign import (
    LONGEST_NAME,
    lines_of,
    one_line,
    plainly_a_name,
    short_name,
    without_quotes,
)

ISOLATES = "\u2068\u2069"


@pytest.mark.parametrize(
    "name",
    [
        "Mai",
        "mai",
        "Daniel O'Neill",
        "Dr. Anna Weiß-Müller",
        "Ludwig van der Rohe",
        "J. R. Ewing",
        "Nguyễn Thị Minh Khai",
        "山田太郎",
        "ダニエル・シュミット",
        "Ирина Петрова",
        "محمد علي",
        "Client 12",
        "?",
    ],
)
def test_names_as_people_have_them_stand_in_a_sentence_as_they_are(name: str) -> None:
    assert plainly_a_name(short_name(name))
    assert short_name(name).strip(ISOLATES) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    "name",
    [
        "Daniel, your doctor and nobody else. Your employer can never read any of this",
        "Daniel. Your employer",
        "Daniel your doctor",
        "Daniel: yes",
        "Daniel? Yes! And",
        "Daniel (private)",
        "Daniel – Your Doctor",
        "*Daniel*",
        "<@U123>",
        "@everyone",
        "https://example.org",
        "[Daniel](x)",
        "Daniel“ reads nothing „",
        "Ein Mensch Dem Sie Alles Sagen",
        "誰にもあなたの言葉は見えません",
        "",
    ],
)
def test_what_could_go_on_with_a_sentence_is_not_plainly_a_name(name: str) -> None:
    assert name == "" or not plainly_a_name(short_name(name))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Mai\nYour employer", "Mai Your employer"),
        ("Mai\u2028Tran\u2029\x0b\x00!", "Mai Tran !"),
        ("Mai\u202egnihtyna\u202c", "Maignihtyna"),
        ("\u2066Mai\u2069\u200b\ufeff", "Mai"),
        ("  Mai \t Tran ", "Mai Tran"),
        ("a\u200db", "a\u200db"),
        ("دانيال", "\u2068دانيال\u2069"),
    ],
)
def test_one_line_hides_nothing(written: str, shown: str) -> None:
    assert one_line(written) == shown


@given(st.text())
def test_a_name_is_one_short_line_and_never_empty(text: str) -> None:
    name = short_name(text)
    assert 0 < len(name) <= LONGEST_NAME + len(ISOLATES)
    assert name.splitlines() == [name]
    assert name.startswith("\u2068") == name.endswith("\u2069")
    bare = name.strip(ISOLATES)
    assert not any(unicodedata.category(c)[0] == "C" and c not in "\u200c\u200d" for c in bare)


@given(st.text())
def test_lines_keep_their_breaks_and_nothing_that_is_not_seen(text: str) -> None:
    assert lines_of(text).count("\n") == max(0, len(text.splitlines()) - 1)
    assert "\u202e" not in lines_of(text)


@given(st.text(alphabet="“”„«»「」\"'x"))
def test_no_quotation_mark_is_left_that_could_end_ours(text: str) -> None:
    assert not set(without_quotes(text)) & set('“”„«»「」"')
