"""No column is in the clear without a reason: a statement that finds rows by it, or a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Column, Table

from storage.keys.sealed import SealedColumn
from storage.keys.tables import TABLES, replica
from storage.sql.schema import metadata
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.seals.row_seals import UNSEALED
from tests.proofs.clear_reasons import OF_KEYS, REASONS

SQL = Path("storage/sql")
BY_NAMES = "where|deleting|setting|_within|matching"
STATEMENTS = "\n".join(
    file.read_text() for file in sorted(SQL.rglob("*.py")) if file.parent.name != "schema"
)


def in_the_clear() -> list[str]:
    return [
        f"{table.name}.{column.key}"
        for table in metadata.sorted_tables
        for column in table.c
        if not isinstance(column.type, SealedColumn)
        and column.key not in LEFT_EMPTY.get(table.name, {})
        and not is_row_seal(table, column)
    ]


def is_row_seal(table: Table, column: Column[object]) -> bool:
    """True for a keyed hash over the rest of its row, which tells nothing by itself."""
    return column.key == "seal" and table.name not in UNSEALED


def finds_rows(place: str) -> bool:
    table, _, name = place.partition(".")
    column: Column[object] = metadata.tables[table].c[name]
    named = rf"\b{table}\.c\.{name}\b"
    # A statement made by names gives its table first, then what must be equal and the order.
    by_name = rf"\b(?:{BY_NAMES})\(\s*{table},(?:[^()]|\([^()]*\)|\()*?(?:\b{name}=|\"-?{name}\")"
    return bool(column.primary_key or re.search(rf"{named}|{by_name}", STATEMENTS))


@pytest.mark.parametrize("place", in_the_clear())
def test_a_column_in_the_clear_finds_rows_or_has_a_reason(place: str) -> None:
    assert finds_rows(place) != (place in REASONS), "a reason is for what no statement names"


def test_every_reason_is_for_a_column_in_the_clear() -> None:
    assert set(REASONS) <= set(in_the_clear())


def test_every_column_of_the_key_store_has_a_reason() -> None:
    columns = {f"{table.name}.{column.key}" for table in (*TABLES, replica) for column in table.c}
    assert set(OF_KEYS) == columns


def test_what_is_left_empty_is_a_column_that_is_there() -> None:
    for table, columns in LEFT_EMPTY.items():
        assert set(columns) <= set(metadata.tables[table].c.keys())
