"""The only form in which words and other sealed values reach a database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator


@dataclass(frozen=True, slots=True, repr=False)
class Sealed:
    """Bytes that a `Sealer` made."""

    data: bytes

    def __repr__(self) -> str:
        return f"Sealed({len(self.data)} bytes)"


class SealedColumn(TypeDecorator[Sealed]):
    """A column that takes `Sealed` and nothing else. The caller seals; the column does not.

    A type that sealed by itself would put the words into SQLAlchemy's parameters, and from there
    into its errors. Raises TypeError, without the value, for anything that is not sealed.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Sealed | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if type(value) is not Sealed:
            raise TypeError("only sealed values may be stored here")
        return value.data

    def process_literal_param(self, value: Sealed | None, dialect: Dialect) -> NoReturn:
        raise TypeError("sealed values are never written into a statement")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Sealed | None:
        return _sealed(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Returns the converter itself, without a call in between: a claim reads thousands."""
        return _sealed


def _sealed(value: Any | None) -> Sealed | None:
    if value is None:
        return None
    # SQLite gives back whatever somebody wrote there: a number would become so many bytes.
    if not isinstance(value, bytes | bytearray | memoryview):
        raise ValueError("nobody sealed this")
    return Sealed(bytes(value))
