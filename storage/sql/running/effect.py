"""What a statement does to what was read before it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import CompoundSelect, Executable, FromClause, Select
from sqlalchemy.sql.dml import UpdateBase


@dataclass(frozen=True, slots=True)
class Effect:
    """The table that a statement changes, or else whether it locks rows, and so waits for others.

    Of a statement that is neither written nor read as SQLAlchemy's own, anything may be true.
    """

    table: FromClause | None = None
    locks: bool = False

    @staticmethod
    def of(statement: Executable) -> Effect:
        if isinstance(statement, UpdateBase):
            return Effect(statement.table)
        if isinstance(statement, Select):
            return Effect(locks=statement._for_update_arg is not None)
        return Effect(locks=not isinstance(statement, CompoundSelect))
