"""No English sentence promises anything without a row that says what holds it and what tries it."""

from __future__ import annotations

import re

from tests.docs.names import problem_with
from tests.proofs.promises.sentences import (
    PAGE,
    Promise,
    english,
    exceptions,
    promises,
    promising,
)

# The text of a question, its answers and its sets: they state nothing about the bot.
QUESTIONS = re.compile(r"(q|set|path|topic|depth|scale|option)-")


def unlisted(sentences: dict[str, str], rows: list[Promise], excepted: dict[str, str]) -> set[str]:
    """The keys of the sentences that promise something, and that nobody has answered for."""
    listed = {key for row in rows for key in row.keys}
    found = {key for key in promising(sentences) if not QUESTIONS.match(key)}
    return found - listed - set(excepted)


def test_each_sentence_that_promises_has_its_row_or_its_reason() -> None:
    missing = unlisted(english(), promises(), exceptions())
    assert missing == set(), "name it in docs/nevers.md with its test, or in exceptions.toml"


def test_a_new_promise_is_found() -> None:
    """The check can fail: a sentence that promises, and is in no row, is named."""
    sentences = {**english(), "new-promise": "I'll ask again, and not before Monday."}
    assert unlisted(sentences, promises(), exceptions()) == {"new-promise"}


def test_no_row_names_a_sentence_that_is_gone() -> None:
    known = english()
    named = {key for row in promises() for key in row.keys} | set(exceptions())
    assert named - set(known) == set()


def test_no_sentence_is_both_a_promise_and_none() -> None:
    assert {key for row in promises() for key in row.keys} & set(exceptions()) == set()


def test_each_row_says_what_holds_it_and_names_a_test_that_exists() -> None:
    for row in promises():
        assert row.what
        assert row.keys, row.what
        assert row.holds, row.what
        assert row.tests, row.what
        assert [found for one in row.tests if (found := problem_with(one, PAGE))] == []


def test_each_reason_is_a_reason() -> None:
    assert all(len(why.split()) > 2 for why in exceptions().values())
