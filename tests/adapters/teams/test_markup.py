"""A person's words read exactly as typed, and nothing in them is live."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.shared.splitting import packed, pieces
from adapters.teams.outbound import cards
from adapters.teams.outbound.markup import WORD_JOINER, is_plain, runs, still

LIVE = [
    "[a link](https://evil.example)",
    "<at>Everyone</at>",
    "<img src=x onerror=alert(1)>",
    "**bold** _it_ `code` ~~gone~~",
    "![picture](https://evil.example/x.png)",
    "{{DATE(2026-11-23T12:00:00Z, SHORT)}}",
    "{{TIME(2026-11-23T12:00:00Z)}}",
    "${user.name} $${x}",
    "1. one",
    "- one",
    "www.evil.example",
    "mailto:a@b.example",
    "tel:+49301234567",
]


@pytest.mark.parametrize("text", LIVE)
def test_a_quote_is_literal_and_no_function_is_found_in_it(text: str) -> None:
    parts = [run["text"] for run in runs(text)]
    assert "".join(parts) == text
    assert not any(re.search(r"\{\{|\$\{", part) for part in parts)
    assert {run["type"] for run in runs(text)} == {"TextRun"}


@pytest.mark.parametrize("text", LIVE)
def test_a_heading_that_could_be_live_is_drawn_literally(text: str) -> None:
    assert not is_plain(text)
    assert cards.heading(text)[0]["type"] == "RichTextBlock"


@pytest.mark.parametrize(
    "text", ["What you have done", "09:00", "KXPT-4M7Q", "Thu, 17 Dec: 3 (of 4)"]
)
def test_an_ordinary_heading_is_one_for_a_screen_reader(text: str) -> None:
    assert cards.heading(text)[0]["style"] == "heading"
    assert still(text) == text


@pytest.mark.parametrize("text", LIVE[:8] + LIVE[10:])
def test_a_label_reads_the_same_and_is_nothing(text: str) -> None:
    label = still(text)
    assert label.replace(WORD_JOINER, "") == text
    assert not re.search(r"\]\(|</?\w|\{\{|\$\{|://|\w\.\w|\w:\w", label)


@given(st.text(max_size=300))
def test_nothing_is_lost_but_what_no_font_has(text: str) -> None:
    shown = "".join(run["text"] for run in runs(text.replace("\n", "")))
    kept = [c for c in text if c.isprintable()]
    assert [c for c in shown if c in kept] == [c for c in shown if c.isprintable() and c in kept]
    assert not re.search("[\ud800-\udfff\x00-\x08]", shown)


@given(st.text(max_size=400), st.integers(min_value=1, max_value=60))
def test_pieces_put_together_are_the_whole(text: str, room: int) -> None:
    cut = pieces(text, lambda part: len(part) <= room)
    assert "".join(cut) == text
    assert all(len(part) <= room for part in cut)


def test_a_cut_is_where_a_reader_would_make_it() -> None:
    text = "One is here. Two is there! Three?\n\nAnd another paragraph with words."
    assert pieces(text, lambda part: len(part) <= 40) == [
        "One is here. Two is there! Three?\n\n",
        "And another paragraph with words.",
    ]
    assert pieces("One is here. Two is there.", lambda part: len(part) <= 20) == [
        "One is here. ",
        "Two is there.",
    ]
    assert pieces("ひとつ。ふたつ。みっつ。", lambda part: len(part) <= 5) == [
        "ひとつ。",
        "ふたつ。",
        "みっつ。",
    ]
    family = "👩‍👩‍👧"
    assert pieces(family * 3, lambda part: len(part) <= 11) == [family * 2, family]


def test_what_stands_together_stays_together_where_it_can() -> None:
    groups = [["a1", "a2"], ["b1", "b2", "b3"], ["c1"]]
    fits = {2: lambda p: len(p) <= 2, 3: lambda p: len(p) <= 3, 6: lambda p: len(p) <= 6}
    assert packed(groups, fits[6]) == [["a1", "a2", "b1", "b2", "b3", "c1"]]
    assert packed(groups, fits[3]) == [["a1", "a2"], ["b1", "b2", "b3"], ["c1"]]
    assert packed(groups, fits[2]) == [["a1", "a2"], ["b1", "b2"], ["b3", "c1"]]
