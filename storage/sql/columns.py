"""Column types that give back exactly what was saved, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.domain.wall_time import to_the_hour

ISO_WIDTH = 27
# Many rows have the same times, so a cache of this many saves most of the parsing.
TIMES_KEPT = 16_384
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class UtcTime(TypeDecorator[datetime]):
    """Takes an aware time and returns it in UTC. Raises TypeError for a naive one.

    SQLite has no type for it, so it stores ISO text of one width, which sorts as time does.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(ISO_WIDTH))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return as_text(value) if dialect.name == "sqlite" else _in_utc(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        """Returns the converter itself, without a call in between: a claim saves thousands."""
        return as_text if dialect.name == "sqlite" else _in_utc

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return _moment(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Returns the converter itself, without a call in between: a claim reads thousands."""
        return _from_text if dialect.name == "sqlite" else _moment


class HourTime(UtcTime):
    """A time that is kept only to show when something was: it is stored to the hour before it."""

    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        return super().process_bind_param(_hour(value), dialect)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        inner = super().bind_processor(dialect)
        return lambda value: inner(_hour(value))


def _hour(value: datetime | None) -> datetime | None:
    utc = _in_utc(value)
    return to_the_hour(utc) if utc else None


@lru_cache(maxsize=1024)
def _names(value: str | None) -> tuple[str, ...] | None:
    """Splits the names. Raises ValueError for a value that nobody saved (SQLite takes any type)."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError("not names")
    return tuple(part for part in value.split(",") if part)


def _in_utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise TypeError("a time without a zone")
    return value if value.tzinfo is UTC else value.astimezone(UTC)


def as_text(value: datetime | None) -> str | None:
    """Returns a time as SQLite stores it. Raises TypeError for a naive one."""
    utc = _in_utc(value)
    return None if utc is None else _utc_text(utc)


@lru_cache(maxsize=TIMES_KEPT)
def _utc_text(utc: datetime) -> str:
    """Takes UTC only: in another zone a cache would confuse the two hours of a fold."""
    return f"{utc.isoformat(timespec='microseconds')[:26]}Z"


@lru_cache(maxsize=TIMES_KEPT)
def _from_text(value: str | None) -> datetime | None:
    """Reads what `as_text` wrote. Raises ValueError for anything else."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    except (TypeError, OverflowError):
        raise ValueError("not a time") from None


def _moment(value: Any | None) -> datetime | None:
    if value is None:
        return None
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    utc: datetime = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return utc


class Choice(TypeDecorator[StrEnum]):
    """Stores one value of a StrEnum as text."""

    impl = String
    cache_ok = True

    def __init__(self, options: type[StrEnum]) -> None:
        super().__init__(20)
        self.options = options

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else self.options(value).value

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        options = self.options

        def text(value: Any) -> str | None:
            if type(value) is options:
                return str(value.value)
            return self.process_bind_param(value, dialect)

        return text

    def process_result_value(self, value: Any | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.options(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Returns the converter itself, without a call in between: a claim reads thousands."""
        known = _Known(self.options)
        return known.__getitem__


class _Known(dict[Any, StrEnum | None]):
    """Finds an option by its value, and None by None. Raises ValueError for anything else."""

    def __init__(self, options: type[StrEnum]) -> None:
        super().__init__({option.value: option for option in options})
        self[None] = None
        self._options = options

    def __missing__(self, value: Any) -> StrEnum:
        return self._options(value)


class Names(TypeDecorator[tuple[str, ...]]):
    """Stores a few plain words, joined by commas."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else ",".join(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[str, ...] | None:
        return _names(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Returns the converter itself, without a call in between: a claim reads thousands."""
        return _names


def microseconds(at: datetime) -> int:
    """Returns an aware time as microseconds since 1970."""
    return (at - EPOCH) // timedelta(microseconds=1)
