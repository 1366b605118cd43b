"""Nothing but sealed bytes fits into a sealed column, and a refusal shows no content."""

from __future__ import annotations

import traceback
from typing import Any

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, insert, literal, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import StatementError

from bot.domain.words import Words
from storage.keys.sealed import Sealed, SealedColumn
from storage.sql.schema import metadata

MARKER = "zebra-in-the-words"
table = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("c", SealedColumn))


@pytest.mark.parametrize(
    "value", [MARKER, MARKER.encode(), bytearray(MARKER.encode()), Words(MARKER)], ids=type
)
def test_what_is_not_sealed_is_refused_without_a_trace_of_it(value: Any) -> None:
    engine = create_engine("sqlite://", hide_parameters=True)
    table.metadata.create_all(engine)
    with engine.begin() as connection:
        with pytest.raises(StatementError) as refused:
            connection.execute(insert(table).values(c=value))
        shown = "".join(traceback.format_exception(refused.value))
        assert "only sealed values" in shown
        assert MARKER not in shown
        assert MARKER not in repr(refused.value)
        assert connection.execute(select(table)).all() == []
    engine.dispose()


def test_sealed_bytes_come_back_sealed() -> None:
    engine = create_engine("sqlite://")
    table.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(table), [{"c": Sealed(b"\x01\x02")}, {"c": None}])
        found = [row.c for row in connection.execute(select(table).order_by(table.c.id))]
    engine.dispose()
    assert found == [Sealed(b"\x01\x02"), None]


def test_sealed_bytes_are_never_written_into_a_statement() -> None:
    query = select(literal(Sealed(MARKER.encode()), SealedColumn))
    with pytest.raises(Exception, match="Could not render") as refused:
        query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    assert MARKER not in "".join(traceback.format_exception(refused.value))


def test_printing_shows_a_length_and_nothing_else() -> None:
    assert repr(Sealed(b"secret")) == "Sealed(6 bytes)"


def test_every_column_for_words_is_a_sealed_one() -> None:
    sealed = {str(c) for t in metadata.tables.values() for c in t.c if _is_sealed(c)}
    assert sealed == {
        "agreed.said",
        "answer.mark",
        "answer.words",
        "asking.choices",
        "engagement.settings",
        "inbox.body",
        "ledger.body",
        "note.words",
        "person.address",
        "person.dialogue",
        "person.name",
        "person.pause",
        "person.settings",
        "posted.message",
        "profile.card",
        "question_set.body",
        "rhythm.settings",
        "share.body",
        "share.heading",
        "sponsor_line.line",
        "step.more",
        "step.state",
        "step.then_words",
        "step.when_words",
    }


def test_every_table_carries_its_organisation() -> None:
    assert all("organisation" in each.c for each in metadata.tables.values())


def _is_sealed(column: Column[Any]) -> bool:
    return isinstance(column.type, SealedColumn)
