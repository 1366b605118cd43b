"""The home page: what the person allowed, what comes, what they have and can change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.chat import Block, Form, Heading, Message, Quote, Text, TextField
from bot.domain import actions
from bot.domain.action_row import Action
from bot.domain.engagement import Engagement
from bot.domain.limits import CODE
from bot.domain.profile import Listed
from bot.domain.rhythm import UNTIL_ASKED, Occurrence, Rhythm
from bot.domain.step import Step
from bot.domain.words import Words
from bot.messages.clients import listed_line
from bot.messages.common import buttons, message, own_name
from bot.messages.halting.halted import halted_line
from bot.messages.halting.restored import restored_lines
from bot.messages.joining import when_sent
from bot.messages.mine.steps_at_hand import at_hand
from bot.messages.overview.coming import Planned, lines_of
from bot.messages.steps import as_words
from bot.text import Catalogue
from bot.understand.phrases import Intent

FEW = 3
ROSTER = 10

Pair = tuple[str, Action]


@dataclass(frozen=True, slots=True)
class Mine:
    """One engagement. `paused_until`: None unless it rests now. `lost`: undelivered check-ins.

    `shared` counts the answers that are shared, `waiting` those of them that no message has shown
    yet. `question` is the question that is open, in the words that were asked, and `form` opens
    the form for its answer.
    """

    engagement: Engagement
    coach: Words
    agreed: bool
    rhythm: Rhythm | None
    paused_until: date | None
    coming: Planned
    lost: Sequence[Message]
    shared: int
    waiting: int
    question: Words | None
    form: Action | None
    steps: Sequence[Step]
    more_steps: bool

    @property
    def under_way(self) -> bool:
        return self.agreed and not self.engagement.stopped

    @property
    def rests(self) -> bool:
        return self.engagement.stopped or self.paused_until is not None


@dataclass(frozen=True, slots=True)
class Coaching:
    """A coach's own part. `rhythm` is None if no digest comes by itself."""

    listed: Sequence[Listed]
    rhythm: Rhythm | None
    paused_until: date | None
    digest: Occurrence | None


@dataclass(frozen=True, slots=True)
class Home:
    """The whole page. `over` tells what remains of an ended engagement. `done` is newest first.
    `curve`: there are answers from 1 to 5 to draw. `halted`: the organisation has paused what
    leaves by itself. `backup_of`: the person rests since a restore from a backup of that date.
    """

    mine: Sequence[Mine]
    over: Sequence[Message]
    done: Sequence[Step]
    curve: bool
    coaching: Coaching | None
    zone: str
    halted: bool = False
    backup_of: date | None = None


def stranger(say: Catalogue, *, outside: bool = False) -> Message:
    """Tells a stranger who the bot is, and that nothing happens. Asks nobody to join.

    `outside`: a coach who has no account here can come in by a link.
    """
    about = (Text(say("home-about")), Text(say("home-nothing-yet")))
    box = TextField("code", say("home-code"), limit=CODE.characters)
    form = Form(actions.CODE_SET(), (box,), say("home-code-send"))
    theirs = [(say("guest-my-coach"), actions.SAY(Intent.OUTSIDE))] if outside else []
    coach = buttons((say("home-coach"), actions.INVITE(None)), *theirs)
    ask = Text(say("home-code-ask"))
    return message(say, "home-about", Text(say("home-hello")), *about, ask, form, coach)


def home(say: Catalogue, shown: Home) -> Message:
    """Shows everything in one message: a platform may split it, and a phone scrolls it."""
    several = len(shown.mine) > 1
    blocks: list[Block] = [Heading(say("home-heading"))]
    blocks += halted_line(say) if shown.halted else []
    blocks += restored_lines(say, shown.backup_of) if shown.backup_of is not None else []
    for one in shown.mine:
        blocks += _mine(say, one, several=several)
    blocks += [block for note in shown.over for block in note.blocks]
    blocks += _done(say, shown.done)
    if shown.coaching is not None:
        blocks += _coaching(say, shown.coaching, shown.zone)
    blocks += [Text(say("home-all")), buttons(*_everywhere(say, shown))]
    return message(say, "home-heading", *blocks)


def _mine(say: Catalogue, one: Mine, *, several: bool) -> list[Block]:
    until = say.full_day(one.engagement.ends_on)
    blocks: list[Block] = [Heading(say("home-with", coach=one.coach, until=until))]
    blocks += [Text(line) for line in _state(say, one)]
    blocks += [block for note in one.lost for block in note.blocks]
    if one.question is not None:
        blocks += [Text(say("home-question")), Quote(one.question)]
        if one.form is not None:
            blocks.append(buttons((say("answer-in-form"), one.form)))
    if one.steps:
        blocks.append(Text(say("home-steps")))
        blocks += [block for step in one.steps for block in at_hand(say, step)]
    if one.rhythm is not None and one.coming:
        blocks += [Text(say("next-heading")), *lines_of(say, one.rhythm.zone, one.coming)]
    elif not one.rests:
        blocks.append(Text(say("next-no-check-in")))
    if one.shared:
        blocks.append(Text(say("home-shared", shares=one.shared)))
    if one.waiting:
        blocks.append(Text(say("home-waiting", shares=one.waiting)))
    pairs = list(_for_one(say, one, several=several))
    return [*blocks, buttons(*pairs)] if pairs else blocks


def _state(say: Catalogue, one: Mine) -> Iterator[str]:
    if one.engagement.stopped:
        yield say("home-stopped")
    elif not one.agreed:
        yield say("home-not-agreed")
    elif one.paused_until is not None:
        yield _resting(say, one.paused_until)


def _resting(say: Catalogue, until: date) -> str:
    return say("rested") if until == UNTIL_ASKED else say("paused", day=say.named_day(until))


def _for_one(say: Catalogue, one: Mine, *, several: bool) -> Iterator[Pair]:
    """Names the coach in the label if there is a choice of two."""
    if one.under_way:
        label = say("home-step-with", coach=one.coach) if several else say("step-offer-yes")
        yield label, actions.STEP(one.engagement.id)
        if one.more_steps:
            yield say("home-all-steps"), actions.STEPS()


def _done(say: Catalogue, done: Sequence[Step]) -> list[Block]:
    if not done:
        return []
    quotes = (Quote(as_words(say, step)) for step in done)
    own = (
        (say("home-wins"), actions.WINS()),
        (say("home-strengths"), actions.STRENGTHS()),
    )
    return [Heading(say("wins-heading")), *quotes, buttons(*own)]


def _coaching(say: Catalogue, own: Coaching, zone: str) -> list[Block]:
    blocks: list[Block] = [Heading(say("home-coaching")), Text(say("clients-none"))]
    if own.listed:
        listed = (Text(listed_line(say, one, zone)) for one in own.listed[:ROSTER])
        blocks[1:] = [Text(say("clients-heading")), *listed]
    blocks.append(Text(_digest(say, own)))
    return [*blocks, buttons(*_for_coaches(say, own))]


def _digest(say: Catalogue, own: Coaching) -> str:
    if own.rhythm is None:
        return say("home-digest-off")
    if own.paused_until is not None:
        return _resting(say, own.paused_until)
    if own.digest is None:
        return say("next-no-check-in")
    when = when_sent(say, own.rhythm.zone, own.digest)
    return say("home-digest-next", when=when)


def _for_coaches(say: Catalogue, own: Coaching) -> Iterator[Pair]:
    yield say("home-invite"), actions.INVITE(None)
    yield say("home-clients"), actions.CLIENTS()
    yield say("home-digest"), actions.DIGEST_NOW()
    if own.rhythm is not None:
        yield say("digest-when"), actions.DIGEST_WHEN()
    yield say("home-card"), actions.PROFILE()


def _everywhere(say: Catalogue, shown: Home) -> Iterator[Pair]:
    """Commands for everybody, except those that would answer "there is nothing"."""
    rhythms = [one.rhythm for one in shown.mine if one.rhythm and not one.engagement.stopped]
    rests = any(one.rests for one in shown.mine)
    if shown.coaching is not None and shown.coaching.rhythm is not None:
        rhythms.append(shown.coaching.rhythm)
        rests = rests or shown.coaching.paused_until is not None
    if any(not one.agreed for one in shown.mine):
        yield say("home-agreement"), actions.AGREEMENT()
    if any(one.under_way for one in shown.mine) or shown.coaching is not None:
        yield say("home-switches"), actions.SWITCHES()
    if any(one.under_way and one.rhythm for one in shown.mine):
        yield say("home-times"), actions.RHYTHM()
    if rests:
        yield say("home-resume"), actions.RESUME()
    elif rhythms:
        yield say("home-pause"), actions.PAUSE(None)
    if any(one.under_way for one in shown.mine) or rhythms:
        yield say("stop-instead"), actions.STOP(None)
    if any(one.shared for one in shown.mine):
        yield say("about-show-seen"), actions.SAY(Intent.SEEN)
    if shown.curve:
        yield say("home-curve"), actions.CURVE()
    yield say("home-hold"), actions.HOLD()
    yield say("home-receipt"), actions.RECEIPT()
    yield say("home-erase"), actions.ERASE(None)


def choose_language(say: Catalogue, codes: Sequence[str]) -> Message:
    choices = ((own_name(code), actions.LANGUAGE(code)) for code in codes)
    return message(say, "language-ask", Text(say("language-ask")), buttons(*choices))
