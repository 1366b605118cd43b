"""The floors: the rows, seals and commits of both roads by the bare driver, and nothing else.

No consent is checked, no sentence made, nothing understood. "One by one" gives each check-in and
answer transactions of its own, as the house must where they come apart. "In groups" shares them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar

from bot.domain.people import Address
from tests.benchmarks.road.population import ORGANISATION, TO_A_COACH

T = TypeVar("T")
BATCH = 500
WORDS = "It went better than I thought, and I want to try it again on Friday."
ORG = ORGANISATION

# What a gate reads of one client, or of a group: `{at}` is `= one` or `in many`.
BY_OWNER = (
    "SELECT * FROM engagement WHERE organisation = {o} AND id {at}",
    "SELECT * FROM ledger WHERE organisation = {o} AND chain {at} ORDER BY chain, seq",
    "SELECT * FROM rhythm WHERE organisation = {o} AND owner {at}",
    "SELECT * FROM step WHERE organisation = {o} AND engagement_id {at}",
    "SELECT * FROM asking WHERE organisation = {o} AND engagement_id {at}",
    "SELECT * FROM delivery WHERE organisation = {o} AND kind = 'check_in' AND owner {at}",
)
BY_COACH = (
    "SELECT * FROM question_set WHERE organisation = {o} AND coach_id {at}",
    "SELECT * FROM profile WHERE organisation = {o} AND coach_id {at}",
)
PERSON = "SELECT * FROM person WHERE organisation = {o} AND id {at}"
LANE = "SELECT * FROM lane WHERE organisation = {o} AND workspace = {o}"
HALT = "SELECT * FROM halt WHERE organisation = {o}"
IN_CLAIM = (
    "SELECT * FROM engagement WHERE organisation = {o} AND id {at}",
    "SELECT * FROM rhythm WHERE organisation = {o} AND owner {at}",
    "SELECT chain, seq, act, purpose, body FROM ledger WHERE organisation = {o} AND chain {at} "
    "AND purpose IN ('agreement', 'check_ins', 'reminder') AND act <> 'asked'",
)
BEGIN = (
    "UPDATE delivery SET begun_at = {o} WHERE organisation = {o} AND id = {o} "
    "AND state = 'claimed' AND claimed_by = 'floor'"
)
SETTLE = (
    "UPDATE delivery SET state = 'sent', settled_at = {o} WHERE organisation = {o} AND id = {o} "
    "AND state = 'claimed' AND claimed_by = 'floor'"
)
SAVE_PERSON = (
    "UPDATE person SET address = {o}, name = {o}, dialogue = {o}, settings = {o}, seal = {o} "
    "WHERE organisation = {o} AND id = {o}"
)
SAVE_ASKING = (
    "INSERT INTO asking (organisation, id, engagement_id, client_id, choices, at, until, seal) "
    "VALUES ({o}, {o}, {o}, {o}, {o}, {o}, {o}, {o}) ON CONFLICT DO NOTHING"
)
PLAN = (
    'INSERT INTO delivery (organisation, id, kind, "to", owner, slot, not_before, not_after, '
    "due_at, state, attempts, workspace, seal) VALUES "
    "({o}, {o}, 'check_in', {o}, {o}, {o}, {o}, {o}, {o}, 'planned', 0, {o}, {o}) "
    "ON CONFLICT DO NOTHING"
)
SEEN = (
    "INSERT INTO seen_event (organisation, event, at) VALUES ({o}, {o}, {o}) ON CONFLICT DO NOTHING"
)
SENT = (
    'SELECT id, "to", owner, workspace FROM delivery WHERE organisation = {o} '
    "AND kind = 'check_in' AND state = 'sent' ORDER BY due_at, id"
)
BY_ADDRESS = "SELECT * FROM person WHERE organisation = {o} AND address_digest = {o}"
ASKED = "SELECT * FROM delivery WHERE organisation = {o} AND id = {o}"
SAVE_ANSWER = (
    "INSERT INTO answer (organisation, id, engagement_id, client_id, question, check_in, words, "
    "state, at, source, until, seal) VALUES "
    "({o}, {o}, {o}, {o}, 'q', {o}, {o}, 'draft', {o}, {o}, {o}, {o})"
)
TAKE_IN = (
    "INSERT INTO inbox (organisation, event, place, body, at, tries, seal) "
    "VALUES ({o}, {o}, {o}, {o}, {o}, 0, {o}) RETURNING number"
)
NEXT = "SELECT * FROM inbox WHERE organisation = {o} AND place = {o} ORDER BY number LIMIT 1"
TRIED = "UPDATE inbox SET tries = 1 WHERE organisation = {o} AND number = {o}"
HANDLED = "UPDATE inbox SET handled_at = at WHERE organisation = {o} AND number = {o}"
DROP = "DELETE FROM inbox WHERE organisation = {o} AND number = {o}"


@dataclass(frozen=True, slots=True)
class Due:
    """A claimed check-in; `number` counts the clients of the population."""

    id: str
    to: str
    owner: str
    workspace: str

    @property
    def number(self) -> int:
        return int(self.to.removeprefix("client"))

    @property
    def coach(self) -> str:
        return f"coach{self.number // TO_A_COACH}"


@dataclass(frozen=True, slots=True)
class Incoming:
    """One answer as it comes in. `digest` finds its sender's row."""

    due: Due
    event: str
    digest: str


@dataclass(frozen=True, slots=True)
class Times:
    now: datetime
    later: datetime
    end: datetime

    @staticmethod
    def of_now() -> Times:
        now = datetime.now(UTC)
        return Times(now, now + timedelta(days=4), now + timedelta(days=4, hours=2))

    @property
    def slot(self) -> str:
        return f"{self.later.date().isoformat()}x"


class Floor(Protocol):
    """The bare driver on one copied database. Each call does all there is, in groups of `group`."""

    async def check_ins(self, group: int) -> int: ...

    async def answers(self, group: int) -> int: ...

    async def through_inbox(self, group: int) -> int: ...


def groups(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def owners(clients: Sequence[Address]) -> list[str]:
    """Whose keys a floor needs: each client's own, each coach's, and the inbox's."""
    coaches = range(0, len(clients), TO_A_COACH)
    return [
        *(f"client{number}" for number in range(len(clients))),
        *(f"coach{number // TO_A_COACH}" for number in coaches),
        "inbox",
    ]
