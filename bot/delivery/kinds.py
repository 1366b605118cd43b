"""The kinds of delivery: one row per kind, and one composer that makes its message.

A composer runs behind the gate, at the moment of sending. It returns None where there is nothing
left to say.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.delivery import around_session, asking, briefing, sponsored
from bot.delivery.composing import Composing, Piece
from bot.domain.complete import complete
from bot.domain.delivery import Kind
from bot.domain.halting.halt import WhileHalted
from bot.domain.purposes import PURPOSES, AskedBy, Purpose, covered_by
from bot.domain.rhythm import Obeys
from bot.domain.step import Step
from bot.domain.wall_time import local_date
from bot.messages import coaching, notes, privacy
from bot.messages.mine import steps_at_hand
from bot.ports import CoachSide
from bot.rules.coach_names import name_of_coach
from bot.rules.digest import LOOK_BACK, open_to_notes, undelivered_notes
from bot.rules.grants import still_allowed
from bot.rules.thanks import is_shared_still
from bot.text import catalogue

Composer = Callable[[Composing], Awaitable[Piece | None]]


class Crowded(StrEnum):
    """What becomes of a message for which an hour's distance to others leaves no room on its day.

    `NEVER`: it comes at the moment that the person named, and others keep away from it. `MOVES`:
    it comes on the next day, because something would be missed. `LAPSES`: it has its next time.
    """

    NEVER = "never"
    MOVES = "moves"
    LAPSES = "lapses"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """All that the second road needs to know of one kind of delivery.

    `purpose` is the grant it needs, as that purpose's own row says, and `compose` makes its
    message; an edit of a message that has already left has neither. `to_coach`: the reader is a
    coach, else a client. `to_sponsor`: a client's line that is mailed to whoever pays.
    `repeats`: its next occurrence is planned with its claim.
    `ends_in_claim`: one that may not leave is settled in the claim, in one statement for many;
    where settling does more, each is settled by itself. `gives_place`: a question about what has
    changed may take its place.

    `obeys` is the part of the reader's rhythm that holds for it, and `crowded` what becomes of it
    where other messages leave it no room. Of those that are due together, the lower `turn` is
    first. An edit, which is no message, has neither; what is mailed to whoever pays obeys nothing.

    `while_halted`: what becomes of it where the organisation has halted everything.
    `last_word`: it tells of an end by the coach, so it leaves after that end, and only then.
    `together`: many leave at once, and what the gate asks about them is read for all in one go.
    """

    purpose: Purpose | None
    compose: Composer | None
    to_coach: bool
    to_sponsor: bool
    repeats: bool
    ends_in_claim: bool
    gives_place: bool
    obeys: Obeys | None
    crowded: Crowded
    turn: int
    while_halted: WhileHalted
    last_word: bool = False
    together: bool = False

    def __post_init__(self) -> None:
        if (self.purpose is None) != (self.compose is None):
            raise ValueError("a message needs a purpose, and a purpose needs a message")
        if (self.purpose is None or self.to_sponsor) != (self.obeys is None):
            raise ValueError("a message obeys a part of the rhythm")


async def _note(about: Composing) -> Piece | None:
    """Brings a coach's own words, exactly as they previewed them; or that they read and thank.

    Nobody is thanked for a share that was taken back since.
    """
    engagement = about.engagement
    if engagement is None:
        return None
    note = await about.tx.note(engagement.id, about.delivery.subject or "")
    if note is None or note.coach_id != engagement.coach_id:
        return None
    coach = await name_of_coach(about.tx, engagement)
    say = catalogue(about.to.language)
    if not note.is_thanks:
        return Piece(notes.arrived(say, coach, note.words))
    shares = await about.tx.shares(engagement.id)
    return Piece(notes.thanked(say, coach)) if is_shared_still(about.tx, note.id, shares) else None


async def _step_prompt(about: Composing) -> Piece | None:
    step = await about.tx.step(about.delivery.owner, about.delivery.subject or "")
    if step is None or not step.is_open or not _is_its_day(about, step):
        return None
    return Piece(steps_at_hand.brought(catalogue(about.to.language), step))


def _is_its_day(about: Composing, step: Step) -> bool:
    """False for a step that was moved to another day since. One without a day has none to miss."""
    return step.day is None or about.delivery.slot.startswith(step.day.isoformat())


async def _digest(about: Composing) -> Piece | None:
    door: CoachSide = about.tx
    items = await door.shared_with(about.to.id, about.now, since=about.now - LOOK_BACK, new=True)
    new = await still_allowed(about.tx, items, about.now)
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


async def _goodbye(about: Composing) -> Piece | None:
    """Tells that the coach has ended it, what can still be taken along, and until when."""
    if about.engagement is None:
        return None
    name = await name_of_coach(about.tx, about.engagement)
    say = catalogue(about.to.language)
    return Piece(privacy.goodbye(say, name, about.engagement.erased_on))


def _to_client(
    kind: Kind,
    compose: Composer,
    obeys: Obeys = Obeys.HOURS,
    crowded: Crowded = Crowded.LAPSES,
    *,
    turn: int,
    while_halted: WhileHalted = WhileHalted.DROPS,
) -> KindRow:
    return KindRow(
        purpose=covered_by(kind),
        compose=compose,
        to_coach=False,
        to_sponsor=False,
        repeats=False,
        ends_in_claim=True,
        gives_place=False,
        obeys=obeys,
        crowded=crowded,
        turn=turn,
        while_halted=while_halted,
    )


WAITS = WhileHalted.WAITS
_CHECK_IN = _to_client(Kind.CHECK_IN, asking.check_in, Obeys.DAYS, turn=5)
_NOTE = _to_client(Kind.NOTE, _note, Obeys.DAYS, Crowded.MOVES, turn=6, while_halted=WAITS)

_TO_COACH = KindRow(
    purpose=covered_by(Kind.DIGEST),
    compose=_digest,
    to_coach=True,
    to_sponsor=False,
    repeats=True,
    ends_in_claim=True,
    gives_place=False,
    obeys=Obeys.DAYS,
    crowded=Crowded.LAPSES,
    turn=8,
    # What was shared stays new, and stands in the next one.
    while_halted=WhileHalted.DROPS,
)

KINDS: Mapping[Kind, KindRow] = complete(
    {
        Kind.CHECK_IN: replace(_CHECK_IN, repeats=True, gives_place=True, together=True),
        # A day after the check-in, as its sentence says.
        Kind.REMINDER: replace(_to_client(Kind.REMINDER, asking.reminder, turn=7), together=True),
        # The person named the moment.
        Kind.LATER: replace(
            _to_client(Kind.LATER, asking.later, Obeys.WAKING, Crowded.NEVER, turn=0),
            together=True,
        ),
        # The person picked the day.
        Kind.STEP_PROMPT: replace(
            _to_client(Kind.STEP_PROMPT, _step_prompt, crowded=Crowded.MOVES, turn=4),
            together=True,
        ),
        # A week before the end and on the last day, whatever day of the week that is.
        Kind.ENDING: _to_client(
            Kind.ENDING, _ending, crowded=Crowded.MOVES, turn=1, while_halted=WAITS
        ),
        # It takes the place of what was left of the two notices, and is the last message.
        Kind.GOODBYE: replace(
            _to_client(Kind.GOODBYE, _goodbye, crowded=Crowded.MOVES, turn=12, while_halted=WAITS),
            last_word=True,
        ),
        # The day before a session, and after it.
        Kind.SESSION_PREP: _to_client(Kind.SESSION_PREP, around_session.before, turn=2),
        Kind.SESSION_AFTER: _to_client(Kind.SESSION_AFTER, around_session.after, turn=3),
        # Settling a note also removes its words.
        Kind.NOTE: replace(_NOTE, ends_in_claim=False),
        Kind.DIGEST: _TO_COACH,
        # The evening before each session: two sessions have a brief each, at the same hour.
        Kind.BRIEF: replace(
            _TO_COACH,
            purpose=covered_by(Kind.BRIEF),
            compose=briefing.brief,
            repeats=False,
            obeys=Obeys.WAKING,
            crowded=Crowded.NEVER,
            turn=10,
        ),
        # A client named the moment, before their session.
        Kind.SENT_NOW: replace(
            _TO_COACH,
            purpose=covered_by(Kind.SENT_NOW),
            compose=briefing.sent_now,
            repeats=False,
            obeys=Obeys.WAKING,
            crowded=Crowded.NEVER,
            turn=11,
        ),
        Kind.SPONSOR_LINE: replace(
            _to_client(Kind.SPONSOR_LINE, sponsored.line, turn=9, while_halted=WAITS),
            to_sponsor=True,
            obeys=None,
        ),
        # An amend takes words out of a digest that has left: it edits, and sends nothing.
        Kind.AMEND: KindRow(
            purpose=covered_by(Kind.AMEND),
            compose=None,
            to_coach=True,
            to_sponsor=False,
            repeats=False,
            ends_in_claim=False,
            gives_place=False,
            obeys=None,
            crowded=Crowded.LAPSES,
            turn=9,
            while_halted=WhileHalted.GOES_ON,
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
