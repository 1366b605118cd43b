"""What is sealed is the text that `json.dumps` makes: seals of older rows must fit."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from bot.domain.consent import Act
from storage.sql.sealed_rows.encoded import encoded, encoding

VALUES = [
    [],
    ["person", 0, None, True, -1, 1.5, float("nan"), 10**30],
    ['Ngọc \U0001f331 "quoted" \\ / \n \t \x00 \u2028', "lone \udc80"],
    [Act.GIVEN, "ascii", ["nested", ("tuple", {"key": [1]})], {}],
    ("a tuple", b"bytes", datetime(2026, 11, 1, tzinfo=UTC), date(2026, 11, 1), object),
]


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_it_is_the_same_text(value: object) -> None:
    assert encoded(value) == json.dumps(value, default=repr)


def test_it_asks_its_own_default_and_raises_what_that_raises() -> None:
    def refuses(value: object) -> object:
        raise TypeError("no such value")

    with pytest.raises(TypeError, match="no such value"):
        encoding(refuses)([object()])
    assert encoding(lambda _: "other")([object()]) == '["other"]'
    assert encoded([1]) == "[1]"


def test_it_is_the_same_text_where_python_has_no_encoder_in_c(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json.encoder, "c_make_encoder", None)
    slow = encoding(repr)
    assert [slow(one) for one in VALUES] == [encoded(one) for one in VALUES]
