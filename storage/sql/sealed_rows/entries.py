"""Seals an entry of the ledger but for its place, its act and its purpose, and reads it back.

An entry outlives an erase, as proof. So it is sealed with a key of the organisation, not with one
of a person, and is bound to what stands beside it in the clear.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Row

from bot.domain.consent import Act, Decision, Entry, Purpose, Wording
from bot.domain.words import Words
from bot.ports import DamagedError
from storage.keys.derived import Use
from storage.keys.sealed import Sealed
from storage.sql.rows import flat
from storage.sql.sealed_rows.encoded import encoded
from storage.sql.sealed_rows.left_empty import LEFT_EMPTY
from storage.sql.unit_of_work import UnitOfWork

# Enough for every entry with the readers that there are: the size tells nothing.
STEP = 500
UNREADABLE = "an entry of the ledger cannot be read"


def entry_row(work: UnitOfWork, entry: Entry) -> dict[str, Any]:
    """Returns the row of an entry."""
    found_by = {
        "chain": entry.chain,
        "seq": entry.seq,
        "act": entry.act,
        "purpose": entry.purpose,
    }
    wording = entry.wording
    times = [_iso(entry.at), _iso(entry.until), _iso(entry.kept_until)]
    hashes = [entry.previous, entry.hash]
    readers = None if entry.readers is None else list(entry.readers)
    read = [wording.hash, wording.catalogue, wording.language]
    text = json.dumps([*read, *times, *hashes, readers])
    padded = Words(text.ljust(-(-len(text) // STEP) * STEP))
    body = work.keys.seal_lasting(Use.LEDGER_ENTRIES, _place(found_by), padded)
    return {**found_by, **LEFT_EMPTY["ledger"], "body": Sealed(body)}


def read_entry(work: UnitOfWork, row: Row[Any]) -> Entry:
    """Returns the entry. Raises ValueError for one that was changed, or that nobody sealed."""
    told = row._mapping
    chain, seq, act, purpose = (told[name] for name in ("chain", "seq", "act", "purpose"))
    read, at, until, kept_until, previous, own_hash, readers = _facts(work, told)
    return Entry(chain, seq, act, purpose, read, at, until, previous, own_hash, readers, kept_until)


def entry_told(entry: Entry) -> dict[str, Any]:
    """Returns the entry as the person is told it, by the column that an older version had."""
    told = flat(entry)
    wording: Wording = told.pop("wording")
    return told | {f"wording_{name}": value for name, value in flat(wording).items()}


def read_decision(work: UnitOfWork, row: Row[Any]) -> Decision:
    """Returns what the entry decides. Raises ValueError as `read_entry` does."""
    told = row._mapping
    read, _, until, kept_until, _, _, readers = _facts(work, told)
    return Decision(told["act"], told["purpose"], read, until, readers, kept_until)


def _facts(work: UnitOfWork, told: Mapping[Any, Any]) -> Sequence[Any]:
    """Wording, at, until, kept_until, previous, hash and readers."""
    body = told["body"]
    if body is None:
        return _in_clear(work, told)
    try:
        words = work.keys.unseal_lasting(Use.LEDGER_ENTRIES, _place(told), body.data)
    except (DamagedError, TypeError):
        raise ValueError(UNREADABLE) from None
    read, version, language, *rest = json.loads(words.text)
    *times, previous, own_hash, readers = rest
    return (
        wording_of(read, version, language),
        *map(_moment, times),
        previous,
        own_hash,
        None if readers is None else tuple(readers),
    )


def _in_clear(work: UnitOfWork, told: Mapping[Any, Any]) -> Sequence[Any]:
    """Reads what an older version wrote: only while a start moves it."""
    if not work.moving:
        raise ValueError(UNREADABLE)
    read = (told[f"wording_{name}"] for name in ("hash", "catalogue", "language"))
    names = ("at", "until", "kept_until", "previous", "hash", "readers")
    return (wording_of(*read), *(told[name] for name in names))


@lru_cache(maxsize=1024)
def wording_of(read: str, version: str, language: str) -> Wording:
    """Returns a wording from a cache: few of them are in many entries."""
    return Wording(read, version, language)


def _place(told: Mapping[Any, Any]) -> str:
    act, purpose = Act(told["act"]), Purpose(told["purpose"])
    return encoded(["ledger.body", told["chain"], told["seq"], act, purpose])


def _iso(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None


@lru_cache(maxsize=16_384)
def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


async def plausible(asked: Awaitable[Sequence[Row[Any]]]) -> Sequence[Row[Any]]:
    """Awaits the rows. Raises ValueError for a value that nobody saved (SQLite takes any type)."""
    try:
        rows = await asked
    except (ValueError, AttributeError):
        raise ValueError(UNREADABLE) from None
    if not all(is_plausible(row) for row in rows):
        raise ValueError(UNREADABLE)
    return rows


def is_plausible(row: Row[Any]) -> bool:
    """False for a row with a value that nobody saved."""
    return isinstance(row.seq, int) and bytes not in map(type, row)
