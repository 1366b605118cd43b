"""The kinds of delivery: one row per kind, and one composer that makes its message.

A composer runs behind the gate, at the moment of sending. It returns None where there is nothing
left to say.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from bot.delivery import around_session, asking
from bot.delivery.composing import Composing, Piece
from bot.domain.complete import complete
from bot.domain.delivery import Kind
from bot.domain.purposes import PURPOSES, AskedBy, Purpose, covered_by
from bot.domain.step import StepState
from bot.domain.wall_time import local_date
from bot.messages import coaching, notes, privacy, steps
from bot.ports import CoachSide
from bot.rules.coach_names import name_of_coach
from bot.rules.digest import LOOK_BACK, open_to_notes, undelivered_notes
from bot.rules.grants import still_allowed
from bot.text import catalogue

Composer = Callable[[Composing], Awaitable[Piece | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """All that the second road needs to know of one kind of delivery.

    `purpose` is the grant it needs, as that purpose's own row says, and `compose` makes its
    message; an edit of a message that has already left has neither. `to_coach`: the reader is a
    coach, else a client. `repeats`: its next occurrence is planned with its claim.
    `ends_in_claim`: one that may not leave is settled in the claim, in one statement for many;
    where settling does more, each is settled by itself. `gives_place`: a question about what has
    changed may take its place.
    """

    purpose: Purpose | None
    compose: Composer | None
    to_coach: bool
    repeats: bool
    ends_in_claim: bool
    gives_place: bool

    def __post_init__(self) -> None:
        if (self.purpose is None) != (self.compose is None):
            raise ValueError("a message needs a purpose, and a purpose needs a message")


async def _note(about: Composing) -> Piece | None:
    """Brings a coach's own words, exactly as they previewed them."""
    engagement = about.engagement
    if engagement is None:
        return None
    note = await about.tx.note(engagement.id, about.delivery.subject or "")
    if note is None or note.coach_id != engagement.coach_id:
        return None
    coach = await name_of_coach(about.tx, engagement)
    return Piece(notes.arrived(catalogue(about.to.language), coach, note.words))


async def _step_prompt(about: Composing) -> Piece | None:
    step = await about.tx.step(about.delivery.owner, about.delivery.subject or "")
    if step is None or step.state is not StepState.TAKEN:
        return None
    return Piece(steps.step_prompt(catalogue(about.to.language), step))


async def _digest(about: Composing) -> Piece | None:
    door: CoachSide = about.tx
    items = await door.shared_with(about.to.id, about.now, since=about.now - LOOK_BACK)
    new = await still_allowed(about.tx, [item for item in items if item.new], about.now)
    say = catalogue(about.to.language)
    lost = await undelivered_notes(about.tx, about.to.id, about.now)
    if not new:
        return None
    if about.settings.digests == "by_reference":
        waiting = coaching.digest_by_reference(say, about.delivery.id)
        return Piece(waiting, shares=tuple(item.share_id for item in new), seen=False)
    page, rest = coaching.page(new)
    shown = tuple(item.share_id for item in page)
    notes_open = await open_to_notes(about.tx, page, about.now)
    zone = about.to.zone or about.settings.zone
    beside = coaching.DigestExtras(about.delivery.id, notes_open, len(rest), lost=lost, zone=zone)
    return Piece(coaching.digest(say, page, beside), shares=shown)


async def _ending(about: Composing) -> Piece | None:
    if about.engagement is None:
        return None
    engagement = about.engagement
    name = await name_of_coach(about.tx, engagement)
    answers = len(await about.tx.answers(engagement.id))
    steps = len(await about.tx.steps(engagement.id))
    say = catalogue(about.to.language)
    today = local_date(about.now, about.to.zone or about.settings.zone)
    return Piece(privacy.ending(say, engagement, name, answers, steps, today))


def _to_client(kind: Kind, compose: Composer, *, repeats: bool = False) -> KindRow:
    return KindRow(
        purpose=covered_by(kind),
        compose=compose,
        to_coach=False,
        repeats=repeats,
        ends_in_claim=True,
        gives_place=False,
    )


KINDS: Mapping[Kind, KindRow] = complete(
    {
        Kind.CHECK_IN: replace(
            _to_client(Kind.CHECK_IN, asking.check_in, repeats=True), gives_place=True
        ),
        Kind.REMINDER: _to_client(Kind.REMINDER, asking.reminder),
        Kind.LATER: _to_client(Kind.LATER, asking.later),
        Kind.STEP_PROMPT: _to_client(Kind.STEP_PROMPT, _step_prompt),
        Kind.ENDING: _to_client(Kind.ENDING, _ending),
        Kind.SESSION_PREP: _to_client(Kind.SESSION_PREP, around_session.before),
        Kind.SESSION_AFTER: _to_client(Kind.SESSION_AFTER, around_session.after),
        # Settling a note also removes its words.
        Kind.NOTE: replace(_to_client(Kind.NOTE, _note), ends_in_claim=False),
        Kind.DIGEST: KindRow(
            purpose=covered_by(Kind.DIGEST),
            compose=_digest,
            to_coach=True,
            repeats=True,
            ends_in_claim=True,
            gives_place=False,
        ),
        # An amend takes words out of a digest that has left: it edits, and sends nothing.
        Kind.AMEND: KindRow(
            purpose=covered_by(Kind.AMEND),
            compose=None,
            to_coach=True,
            repeats=False,
            ends_in_claim=False,
            gives_place=False,
        ),
    },
    Kind,
)


def check_readers(rows: Mapping[Kind, KindRow]) -> None:
    """Raises ValueError for a kind that goes to somebody else than its purpose is asked of."""
    for kind, row in rows.items():
        if row.purpose is None:
            continue
        of_coach = PURPOSES[row.purpose].asked_by is AskedBy.COACH
        if of_coach is not row.to_coach:
            raise ValueError(f"{kind} does not go to the person who is asked for {row.purpose}")


check_readers(KINDS)
