"""What the in-memory store holds: frozen values in dicts, cheap to copy."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import cache

from bot.domain.agreed import AgreedTexts
from bot.domain.asking import Asking
from bot.domain.check_in import Answer
from bot.domain.consent import Entry
from bot.domain.delivery import Delivery
from bot.domain.engagement import Engagement, GuestLink, Invitation
from bot.domain.halting.halt import Halt
from bot.domain.pace import Lane
from bot.domain.people import Address, Person
from bot.domain.profile import BringUp, Note, OwnQuestions, Profile
from bot.domain.rhythm import Rhythm
from bot.domain.share import Posted, Share, Sighting
from bot.domain.sponsoring.sponsor import SponsorLine
from bot.domain.step import Step
from bot.ports import Taken

INDEX_KEY = b"for tests only"


@dataclass
class Tables:
    people: dict[str, Person] = field(default_factory=dict)
    at: dict[Address, str] = field(default_factory=dict)
    approvals: dict[str, datetime] = field(default_factory=dict)
    invitations: dict[str, Invitation] = field(default_factory=dict)
    guest_links: dict[str, GuestLink] = field(default_factory=dict)
    ended_links: dict[str, bool] = field(default_factory=dict)
    engagements: dict[str, Engagement] = field(default_factory=dict)
    ledgers: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    rhythms: dict[tuple[str, bool], Rhythm] = field(default_factory=dict)
    answers: dict[str, Answer] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    sightings: dict[tuple[str, str], Sighting] = field(default_factory=dict)
    posted: dict[str, Posted] = field(default_factory=dict)
    askings: dict[str, Asking] = field(default_factory=dict)
    agreed: dict[str, AgreedTexts] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    sponsor_lines: dict[str, SponsorLine] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    own_questions: dict[str, OwnQuestions] = field(default_factory=dict)
    brought: dict[str, BringUp] = field(default_factory=dict)
    deliveries: dict[str, Delivery] = field(default_factory=dict)
    lanes: dict[str, Lane] = field(default_factory=dict)
    workers: dict[str, datetime] = field(default_factory=dict)
    alarm: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    halts: dict[str, Halt] = field(default_factory=dict)
    inbox: dict[int, Taken] = field(default_factory=dict)
    # When the last event of a person that ended something was accepted.
    ended: dict[str, datetime] = field(default_factory=dict)
    seen: dict[tuple[str, str, str], datetime] = field(default_factory=dict)
    wrong_codes: dict[int, tuple[str, str, str, datetime]] = field(default_factory=dict)

    def copy(self) -> Tables:
        return Tables(*[dict(getattr(self, name)) for name in _names()])


@cache
def _names() -> tuple[str, ...]:
    """Of each transaction there is a copy: they are looked up once."""
    return tuple(table.name for table in fields(Tables))


class Memory:
    """One port's view of the tables."""

    def __init__(self, tables: Tables) -> None:
        self._t = tables
        self._event: tuple[str, datetime] | None = None

    def end_events(self) -> None:
        """No event of this person from before the one that is handled counts any more."""
        if self._event is not None:
            whose, accepted = self._event
            self._t.ended[whose] = max(accepted, self._t.ended.get(whose, accepted))

    def workspace(self, where: Address) -> str:
        return f"{where.platform}:{self.keyed_hash('workspace', where.workspace)}"

    def keyed_hash(self, purpose: str, text: str, *, ours: bool = False) -> str:
        message = f"{purpose}\0{text}".encode("utf-8", "surrogatepass")
        return hmac.new(INDEX_KEY, message, hashlib.sha256).hexdigest()
