"""One complete row per purpose: the import refuses less, and no wording changes by accident."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import MISSING, fields, replace
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.kinds import KINDS, check_readers
from bot.domain.complete import complete
from bot.domain.delivery import Kind
from bot.domain.purposes import PURPOSES, AskedBy, Purpose, PurposeRow, covered_by, switches
from bot.domain.question import QUESTION_KINDS, QuestionKind, QuestionKindRow
from bot.handlers.switches import SWITCHES
from bot.text import catalogue, languages
from tests.tables import put_row

# Hashes of what people said yes to. A changed sentence or meaning has everybody asked again:
# only then is a hash in this file changed as well.
WORDINGS = json.loads((Path(__file__).parent / "wordings.json").read_text())
PARTS = [field.name for field in fields(PurposeRow)]
ROW = PURPOSES[Purpose.CHECK_INS]


@pytest.mark.parametrize("language", languages())
def test_no_wording_has_changed_by_a_byte(language: str) -> None:
    say = catalogue(language)
    now = {purpose.value: say.wording(purpose).hash for purpose in Purpose}
    now["agreement+2"] = say.wording(Purpose.AGREEMENT, "2").hash
    assert now == WORDINGS[language]


@pytest.mark.parametrize("part", PARTS)
def test_a_row_without_one_of_its_parts_cannot_be_made(part: str) -> None:
    rest = {name: getattr(ROW, name) for name in PARTS if name != part}
    with pytest.raises(TypeError, match=part):
        PurposeRow(**rest)


def test_no_part_of_a_row_has_a_value_of_its_own() -> None:
    """With a default, a row could lack the part, and the type checker would be silent."""
    for row in (PurposeRow, QuestionKindRow):
        assert not [f.name for f in fields(row) if f.default is not MISSING]


@pytest.mark.parametrize("part", ["readers", "data", "worded_by", "name", "switched_off"])
def test_a_row_with_an_empty_part_cannot_be_made(part: str) -> None:
    with pytest.raises(ValueError, match="needs"):
        replace(ROW, **{part: type(getattr(ROW, part))()})


@pytest.mark.parametrize(
    ("rows", "members"),
    [(PURPOSES, Purpose), (KINDS, Kind), (QUESTION_KINDS, QuestionKind), (SWITCHES, switches())],
)
def test_a_table_with_a_row_too_few_or_too_many_is_refused(
    rows: Any, members: Iterable[Any]
) -> None:
    members = list(members)
    assert complete(dict(rows), members) == rows
    with pytest.raises(TypeError, match="item assignment"):
        rows[members[0]] = rows[members[0]]
    few = {key: row for key, row in rows.items() if key is not members[0]}
    with pytest.raises(TypeError, match=f"no row for {members[0]}"):
        complete(few, members)
    with pytest.raises(TypeError, match="which the set does not have"):
        complete({**rows, "walks": object()}, members)


def test_each_kind_of_delivery_takes_its_purpose_from_that_purposes_row() -> None:
    covered = {kind: purpose for purpose, row in PURPOSES.items() for kind in row.covers}
    assert {kind: row.purpose for kind, row in KINDS.items() if row.purpose} == covered


def test_two_purposes_never_cover_one_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    greedy = replace(PURPOSES[Purpose.NOTES], covers=(Kind.NOTE, Kind.REMINDER))
    put_row(monkeypatch, PURPOSES, Purpose.NOTES, greedy)
    with pytest.raises(TypeError, match="covered by"):
        covered_by(Kind.REMINDER)


def test_a_kind_goes_to_the_person_who_was_asked() -> None:
    with pytest.raises(ValueError, match="note does not go to"):
        check_readers({Kind.NOTE: replace(KINDS[Kind.NOTE], to_coach=True)})


def test_whoever_is_asked_reads_what_comes_of_it() -> None:
    for row in PURPOSES.values():
        asked = "coach" if row.asked_by is AskedBy.COACH else "client"
        assert asked in row.readers


@pytest.mark.parametrize("language", languages())
def test_each_sentence_of_each_row_can_be_said(language: str) -> None:
    say = catalogue(language)
    values = {"coach": "c", "purpose": "p"}
    for purpose, row in PURPOSES.items():
        assert say.sentences(purpose)
        assert all(say(key, **values) for key in (row.name, row.switched_off, row.withdrawal))
