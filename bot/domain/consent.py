"""The append-only ledger that proves what was allowed, when, and in which wording."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from bot.domain.purposes import Purpose as Purpose


class Act(StrEnum):
    """One thing that can happen to a purpose.

    REVOKED: the organisation's policy ended it, and the person did not.
    """

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Wording:
    """Names the sentences that the person read: hash, catalogue version and language."""

    hash: str
    catalogue: str
    language: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The readers of what comes about under a purpose, and the latest time (UTC) it is kept."""

    readers: tuple[str, ...]
    kept_until: datetime | None = None

    def within(self, given: Decided) -> bool:
        """Tells whether these terms go no further than those that were agreed to."""
        if given.readers != self.readers and not set(self.readers) <= set(given.readers or ()):
            return False
        if self.kept_until is None:
            return True
        return given.kept_until is not None and self.kept_until <= given.kept_until


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a chain. `chain` is an engagement's id, or a coach's own id. Times are UTC.

    `readers` and `kept_until` are its terms. They are None in entries of versions without terms.
    """

    chain: str
    seq: int
    act: Act
    purpose: Purpose
    wording: Wording
    at: datetime
    until: datetime | None
    previous: str
    hash: str = ""
    readers: tuple[str, ...] | None = None
    kept_until: datetime | None = None


class Decided(Protocol):
    """The part of an entry that a gate needs: what it decides about its purpose."""

    @property
    def act(self) -> Act: ...
    @property
    def purpose(self) -> Purpose: ...
    @property
    def wording(self) -> Wording: ...
    @property
    def until(self) -> datetime | None: ...
    @property
    def readers(self) -> tuple[str, ...] | None: ...
    @property
    def kept_until(self) -> datetime | None: ...


class Decision(NamedTuple):
    """A `Decided` without the rest of its entry: a claim reads thousands of these."""

    act: Act
    purpose: Purpose
    wording: Wording
    until: datetime | None
    readers: tuple[str, ...] | None
    kept_until: datetime | None


D = TypeVar("D", bound=Decided)


@dataclass(frozen=True, slots=True)
class Grant:
    """A purpose in force, and the entry that proves it."""

    purpose: Purpose
    entry: Entry


START = "0" * 64
# What ends a grant for good: an older copy of the ledger must not bring it back.
TAKEN_BACK = frozenset({Act.WITHDRAWN, Act.REVOKED})


# Made once: each entry that is read is hashed again.
_CANONICAL = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def entry_hash(entry: Entry) -> str:
    """Returns the SHA-256 (hex) of the entry and its predecessor's hash, in a canonical form."""
    facts: list[object] = [
        entry.chain,
        entry.seq,
        entry.act,
        entry.purpose,
        entry.wording.hash,
        entry.wording.catalogue,
        entry.wording.language,
        entry.at.isoformat(),
        entry.until.isoformat() if entry.until else None,
        entry.previous,
    ]
    if entry.readers is not None or entry.kept_until is not None:
        kept_until = entry.kept_until.isoformat() if entry.kept_until else None
        facts += [list(entry.readers or ()), kept_until]
    canonical = _CANONICAL.encode(facts)
    return hashlib.sha256(canonical.encode()).hexdigest()


def extend(
    ledger: Sequence[Entry],
    chain: str,
    act: Act,
    purpose: Purpose,
    wording: Wording,
    at: datetime,
    until: datetime | None = None,
    terms: Terms | None = None,
) -> Entry:
    """Makes the next entry of `chain`, hashed onto the last one of `ledger` (oldest first)."""
    previous = ledger[-1].hash if ledger else START
    entry = Entry(chain, len(ledger) + 1, act, purpose, wording, at, until, previous)
    if terms is not None:
        entry = replace(entry, readers=terms.readers, kept_until=terms.kept_until)
    return replace(entry, hash=entry_hash(entry))


def latest(ledger: Iterable[D], purpose: Purpose) -> D | None:
    """Returns the last decision about a purpose, or None. Being asked decides nothing."""
    decided = None
    for entry in ledger:
        if entry.purpose is purpose and entry.act is not Act.ASKED:
            decided = entry
    return decided


def answered(ledger: Iterable[Entry], purpose: Purpose) -> Entry | None:
    """Returns the last yes or no to a purpose, or else its last entry, or None.

    It shows what the person read: entries noted later carry the sentence and terms of their day.
    """
    mine = [entry for entry in ledger if entry.purpose is purpose]
    replies = [entry for entry in mine if entry.act in (Act.GIVEN, Act.REFUSED)]
    return next(reversed(replies or mine), None)


def yes_before(ledger: Iterable[D], purpose: Purpose, now: datetime) -> D | None:
    """Returns the last yes that runs at `now` (UTC) and that the person did not take back, or None.

    That its sentence or its terms have changed takes nothing back: the person did not do that.
    """
    found = yes_ever(ledger, purpose)
    return found if found is not None and _lasts(found, now) else None


def yes_ever(ledger: Iterable[D], purpose: Purpose) -> D | None:
    """Returns the last yes that nobody took back, whether or not it has run out, or None.

    What ends a grant for good asks this: a clock that was ahead made a grant look as if it had run
    out, and it would run again once the clock is right.
    """
    found = None
    for entry in ledger:
        if entry.purpose is purpose and entry.act not in (Act.ASKED, Act.CHANGED):
            found = entry
    return found if found is not None and found.act is Act.GIVEN else None


def asked_last(ledger: Iterable[Entry], purpose: Purpose) -> Entry | None:
    """Returns the entry that notes when and with what wording a purpose was asked last."""
    asked = [one for one in ledger if one.purpose is purpose and one.act is Act.ASKED]
    return asked[-1] if asked else None


def allows(decided: Decided, now: datetime, wording_hash: str, terms: Terms) -> bool:
    """Tells whether this is a grant in force at `now` (UTC).

    A grant lapses at its `until`. It is suspended when its sentence has changed, or when the terms
    go further than those it was given for.
    """
    if not _lasts(decided, now) or decided.wording.hash != wording_hash:
        return False
    return terms.within(decided)


def unexpired(ledger: Iterable[Entry], purpose: Purpose, now: datetime) -> Entry | None:
    """Returns the last grant if it is neither withdrawn nor expired, even if it is suspended."""
    entry = latest(ledger, purpose)
    return entry if entry is not None and _lasts(entry, now) else None


def _lasts(entry: Decided, now: datetime) -> bool:
    return entry.act is Act.GIVEN and (entry.until is None or now < entry.until)
