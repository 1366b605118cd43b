"""Reads the rows of a result, whatever somebody else wrote into one of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CursorResult, Row

# What a driver or a column's type raises for a value that nobody saved (SQLite takes any type).
NOT_A_VALUE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)


def legible(result: CursorResult[Any]) -> list[Row[Any]]:
    """Returns the rows of a result, without those that have a value that nobody saved."""
    found: list[Row[Any]] = []
    while True:
        try:
            row = result.fetchone()
        except NOT_A_VALUE:
            continue
        if row is None:
            return found
        found.append(row)
