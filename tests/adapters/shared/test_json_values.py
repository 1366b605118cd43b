"""Typed values out of JSON: lenient where a value may be missing, strict where it may not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from adapters.shared import json_values as read

PAYLOAD = {"user": {"id": "U1", "age": 7, "teams": [{"id": 1}, 2, {"id": 3}]}, "none": None}


def test_what_is_there_is_found_along_a_path() -> None:
    assert read.text_at(PAYLOAD, "user", "id") == "U1"
    assert read.number_at(PAYLOAD, "user", "age") == 7.0
    assert read.dict_at(PAYLOAD, "user")["id"] == "U1"
    assert read.dicts_at(PAYLOAD, "user", "teams") == [{"id": 1}, {"id": 3}]
    assert read.value_at(PAYLOAD) is PAYLOAD


@pytest.mark.parametrize("payload", [None, 3, "text", [], {}, {"user": 3}, {"user": {"id": []}}])
def test_what_is_missing_or_of_another_type_is_empty(payload: object) -> None:
    assert read.text_at(payload, "user", "id") == ""
    assert read.number_at(payload, "user", "id") is None
    assert read.dict_at(payload, "user", "id") == {}
    assert read.dicts_at(payload, "user", "id") == []


def test_a_text_is_no_list() -> None:
    assert read.dicts_at({"list": "text"}, "list") == []


@pytest.mark.parametrize(
    "reader",
    [
        lambda: read.need_dict(PAYLOAD, "none"),
        lambda: read.need_text(PAYLOAD, "none"),
        lambda: read.optional_text(PAYLOAD, "user"),
        lambda: read.need_match(PAYLOAD["user"], "id", re.compile("W.")),
    ],
)
def test_what_is_needed_and_is_not_there_is_named_and_never_quoted(
    reader: Callable[[], object],
) -> None:
    with pytest.raises(read.NotUnderstoodError, match=r"^(none|user|id)$"):
        reader()


def test_what_may_be_missing_may_also_be_null() -> None:
    assert read.optional_text(PAYLOAD, "none") == read.optional_text(PAYLOAD, "nothing") == ""


@pytest.mark.parametrize("value", [None, 3, "half \ud83d", "\udc00"])
def test_a_text_that_cannot_be_stored_is_refused(value: object) -> None:
    with pytest.raises(read.NotUnderstoodError, match="text"):
        read.checked_text(value, 100)


def test_a_text_may_be_as_long_as_its_limit() -> None:
    assert read.checked_text("abc", 3) == "abc"
    with pytest.raises(read.TooLongError):
        read.checked_text("abcd", 3)


def test_a_hint_is_a_zone_or_a_language() -> None:
    assert read.hint("Europe/Berlin") == "Europe/Berlin"
    assert read.hint("en-GB") == "en-GB"
    assert read.hint("<script>") is None
    assert read.hint(3) is None
