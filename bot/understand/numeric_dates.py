"""Reads day and month in numbers: the one rule for 3/4, in all readers of days."""

from __future__ import annotations

ORDERS = ("DMY", "MDY")


def checked_order(order: object) -> str | None:
    """The order of day and month in a language's table, if it has one.

    Raises ValueError for an order that the readers do not know.
    """
    if order is not None and order not in ORDERS:
        raise ValueError(f"unknown order of dates: {order}")
    return None if order is None else str(order)


def days_of(first: int, second: int, order: str | None, *, dotted: bool) -> set[tuple[int, int]]:
    """The days and months that two numbers may be: two of them where nothing tells which.

    `order` is the language's own. `dotted` numbers (3.4.) have the day first everywhere else.
    """
    order = order or ("DMY" if dotted else None)
    day_first, month_first = (first, second), (second, first)
    if second > 12:
        return {month_first}
    if first > 12 or order == "DMY":
        return {day_first}
    return {month_first} if order == "MDY" else {day_first, month_first}


def year_of(typed: str | None) -> int | None:
    """The year of "2026" and "26"."""
    return None if typed is None else int(typed) + (2000 if len(typed) == 2 else 0)
