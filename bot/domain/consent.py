"""Purposes, and the append-only ledger that proves what was allowed, when, in which wording."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Purpose(StrEnum):
    """One thing a person can allow. GDPR art. 7: each is asked, and withdrawn, on its own."""

    AGREEMENT = "agreement"
    CHECK_INS = "check_ins"
    STEP_PROMPTS = "step_prompts"
    KEEP_MARKS = "keep_marks"
    KEEP_WORDS = "keep_words"
    SHARE_MARKS = "share_marks"
    SHARE_WORDS = "share_words"
    DIGEST = "digest"


class Act(StrEnum):
    """What happened to a purpose."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Wording:
    """Which sentence the person read: its hash, the catalogue's version and the language."""

    hash: str
    catalogue: str
    language: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a chain. `chain` is an engagement's id, or a coach's own id. Times are UTC."""

    chain: str
    seq: int
    act: Act
    purpose: Purpose
    wording: Wording
    at: datetime
    until: datetime | None
    previous: str
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Grant:
    """A purpose that is allowed right now, and the entry that proves it."""

    purpose: Purpose
    entry: Entry


START = "0" * 64


def entry_hash(entry: Entry) -> str:
    """SHA-256 over the entry and its predecessor's hash, in a canonical form."""
    facts = [
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
    canonical = json.dumps(facts, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def extend(
    ledger: Sequence[Entry],
    chain: str,
    act: Act,
    purpose: Purpose,
    wording: Wording,
    at: datetime,
    until: datetime | None = None,
) -> Entry:
    """The next entry of `chain`, hashed onto the last one of `ledger` (oldest first)."""
    previous = ledger[-1].hash if ledger else START
    entry = Entry(chain, len(ledger) + 1, act, purpose, wording, at, until, previous)
    return replace(entry, hash=entry_hash(entry))


def latest(ledger: Iterable[Entry], purpose: Purpose) -> Entry | None:
    """The last thing decided about a purpose; being asked decides nothing."""
    decided = [e for e in ledger if e.purpose is purpose and e.act is not Act.ASKED]
    return decided[-1] if decided else None


def in_force(
    ledger: Iterable[Entry], purpose: Purpose, now: datetime, wording_hash: str
) -> Grant | None:
    """The live grant for a purpose, or None.

    A grant lapses at its `until`, and whenever the sentence it was given for has changed.
    """
    entry = latest(ledger, purpose)
    if entry is None or entry.act is not Act.GIVEN:
        return None
    if entry.until is not None and now >= entry.until:
        return None
    if entry.wording.hash != wording_hash:
        return None
    return Grant(purpose, entry)
