"""Joining: a code opens an engagement, and one question at a time leads to the check-ins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time, timedelta

from bot.chat import Submitted
from bot.domain.action_row import Action
from bot.domain.actions import RhythmAnswer, YesNo
from bot.domain.consent import Act, Entry, latest
from bot.domain.engagement import Engagement, EngagementState, Invitation
from bot.domain.purposes import Purpose, switches
from bot.domain.wall_time import resolve, to_the_hour
from bot.domain.words import Words
from bot.handlers import consent, rhythm
from bot.handlers.allowed.wrong_codes import wrong_code
from bot.handlers.clients import version_of
from bot.handlers.conversation import Conversation, Reply
from bot.messages import consent as ask
from bot.messages import joining as say_joining
from bot.messages import privacy as say_privacy
from bot.rules.changes import was_asked_so
from bot.rules.coaches import whose_coach_may
from bot.rules.goodbye import take_back_goodbye
from bot.rules.grants import NO_CARD, live, over
from bot.rules.policy.reach import works_in
from bot.rules.policy.shortening import binding
from bot.rules.sponsors import sponsor_of
from bot.understand import Intent, understand


async def enter_code(talk: Conversation, code: str) -> Reply:
    """Handles a code. What others did with it changes nothing: a code tells nobody who joined.

    So it opens an engagement with everyone who types it, until its date. Wrong and expired codes
    get one answer.
    """
    invitation = await talk.tx.invitation(talk.tx.keyed_hash("code", code))
    if invitation is not None and invitation.coach_id == talk.person.id:
        return talk.note("code-own")
    mine = await _with_coach_of(talk, invitation)
    current = next((one for one in mine if not over(one, talk.now)), None)
    if current is not None:
        offered = current.state is EngagementState.OFFERED
        return await carry_on(talk, current) if offered else talk.note("code-again")
    if not works_in(talk.settings, talk.person.address):
        return talk.note("policy-workspace")
    if invitation is None or not await _opens(talk, invitation, mine):
        return await wrong_code(talk)
    engagement = await _open(talk, invitation)
    return [say_joining.welcome(talk.say), *await carry_on(talk, engagement)]


async def code_submitted(talk: Conversation) -> Reply:
    """Handles the home page's form for a code. What cannot be a code counts as no guess."""
    what = talk.event.what
    written = what.values.get("code", "") if isinstance(what, Submitted) else ""
    found = understand(written, talk.person.language, talk.today)
    if found.intent is not Intent.CODE or found.code is None:
        return talk.note("code-unreadable")
    return await enter_code(talk, found.code)


async def agree(
    talk: Conversation, engagement_id: str, answer: YesNo, fingerprint: str | None = None
) -> Reply:
    """Handles the two buttons of the agreement card. `fingerprint`: the text above them."""
    engagement = await talk.engagement(engagement_id)
    if engagement is None:
        return talk.stale()
    if await talk.grant(engagement.id, Purpose.AGREEMENT) is not None:
        return talk.note("already-done")
    if answer == "no":
        return await _not_agreed(talk, engagement)
    ledger = await talk.tx.ledger(engagement.id)
    as_read = fingerprint in (None, say_joining.fingerprint_of(talk.say, engagement))
    if not as_read or not was_asked_so(ledger, Purpose.AGREEMENT, engagement):
        return talk.note("asked-otherwise") + await carry_on(talk, engagement)
    await talk.record(engagement.id, Act.GIVEN, Purpose.AGREEMENT, engagement.keeps_until)
    active = replace(engagement, state=EngagementState.ACTIVE, stopped=False)
    await talk.tx.save_engagement(active)
    return await carry_on(talk, active)


async def _not_agreed(talk: Conversation, engagement: Engagement) -> Reply:
    """Records a no, which ends an earlier agreement and so everything under it.

    What was approved and has not been shown goes nowhere then, and the client reads so.
    """
    listed = await talk.shows(engagement.id, Purpose.LISTED) is not None
    await talk.record(engagement.id, Act.REFUSED, Purpose.AGREEMENT)
    if listed:
        await talk.redraw(engagement.coach_id)
    if engagement.state is EngagementState.OFFERED:
        return talk.note("agree-later")
    waiting = any(one.seen_at is None for one in await talk.tx.shares(engagement.id))
    await talk.tx.withhold(engagement.id, switches())
    told = talk.note("agree-no-more")
    return told + talk.note("agree-no-shares") if waiting else told


async def carry_on(
    talk: Conversation, engagement: Engagement, before: Mapping[str, Words] | None = None
) -> Reply:
    """Asks the next open question of joining, or shows the receipt when there is none.

    `before` holds the parts of the card that read otherwise when the client said yes.
    """
    coach = await talk.who_coaches(engagement)
    ledger = await talk.tx.ledger(engagement.id)
    if live(ledger, Purpose.AGREEMENT, talk.now, engagement) is None:
        await talk.record(engagement.id, Act.ASKED, Purpose.AGREEMENT)
        card = await talk.tx.profile(engagement.coach_id)
        sponsor = await sponsor_of(talk.tx, talk.settings, engagement)
        return [say_joining.agreement(talk.say, engagement, coach, card, before, sponsor)]
    for purpose in consent.asked_first_here(talk):
        if latest(ledger, purpose) is None:
            await talk.record(engagement.id, Act.ASKED, purpose)
            return [ask.ask(talk.say, engagement, coach, purpose)]
    if await _needs_rhythm(talk, engagement, ledger):
        return await rhythm.ask(talk, engagement)
    return [await consent.receipt(talk, engagement)]


async def allow(
    talk: Conversation,
    engagement_id: str,
    purpose: Purpose,
    answer: YesNo,
    then: Action | None = None,
) -> Reply:
    """Handles a yes or no to one purpose; while joining, asks the next question."""
    if not then and await consent.said_already(talk, engagement_id, purpose, answer):
        return talk.note("already-done")
    if answer == "yes" and purpose in talk.settings.forbidden:
        mine = None if then else await consent.under_way(talk, engagement_id)
        return talk.note("policy-off") + (await carry_on(talk, mine) if mine else [])
    if answer == "yes" and await consent.asked_otherwise(talk, engagement_id, purpose):
        return await consent.ask_as_it_is(talk, engagement_id, purpose, then)
    engagement = await talk.engagement(engagement_id)
    if answer == "yes" and engagement and await consent.agreement_waits(talk, engagement):
        # Nothing comes on under an agreement that waits: it is asked first.
        return await carry_on(talk, engagement)
    decided = await consent.decide(talk, engagement_id, purpose, answer, then)
    if decided is None:
        return talk.stale()
    engagement, reply = decided
    return reply if then else reply + await carry_on(talk, engagement)


async def finish_rhythm(talk: Conversation, engagement_id: str, answer: RhythmAnswer) -> Reply:
    """Handles "That's right" under the next three dates: plans them, and shows the receipt."""
    done = await rhythm.confirm(talk, engagement_id, answer)
    engagement = await talk.engagement(engagement_id)
    if not isinstance(done, rhythm.Confirmed) or engagement is None:
        return done if isinstance(done, list) else talk.stale()
    if not done.first:
        return talk.note("rhythm-set")
    return await carry_on(talk, engagement)


async def unfinished(talk: Conversation) -> Engagement | None:
    """Returns the newest engagement whose agreement is still open, or None."""
    offered = (e for e in await talk.engagements() if e.state is EngagementState.OFFERED)
    return next(offered, None)


async def asks_now(talk: Conversation) -> Reply:
    """Asks once more what joining asks for next. Nothing for whoever has joined."""
    for engagement in await talk.engagements():
        if engagement.stopped:
            continue
        ledger = await talk.tx.ledger(engagement.id)
        never_asked = [one for one in consent.asked_first_here(talk) if not latest(ledger, one)]
        open_now = engagement.state is EngagementState.OFFERED or bool(never_asked)
        if open_now or await _needs_rhythm(talk, engagement, ledger):
            return await carry_on(talk, engagement)
    return []


async def over_here(talk: Conversation) -> Reply:
    """Tells, after an end, when everything is erased and how to get a copy.

    Whoever reads it here is not told again by a message that leaves by itself.
    """
    mine = await talk.tx.engagements_of(talk.person.id) if talk.known else []
    ended = [one for one in mine if over(one, talk.now)]
    waiting = [one for one in ended if await take_back_goodbye(talk.tx, one)]
    return [
        say_privacy.over(talk.say, await talk.coach_name(one), one.erased_on)
        for one in waiting or ended[:1]
    ]


async def show_agreement(talk: Conversation) -> Reply:
    """Shows the agreement cards, or asks for one that is not agreed."""
    cards: Reply = []
    for engagement in await talk.engagements():
        if await talk.grant(engagement.id, Purpose.AGREEMENT) is None:
            cards += await carry_on(talk, engagement)
        else:
            coach = await talk.who_coaches(engagement)
            card = await talk.tx.profile(engagement.coach_id)
            sponsor = await sponsor_of(talk.tx, talk.settings, engagement)
            shown = say_joining.agreement_again(talk.say, engagement, coach, card, sponsor)
            cards.append(shown)
    return cards or talk.note("hello")


async def _needs_rhythm(
    talk: Conversation, engagement: Engagement, ledger: Sequence[Entry]
) -> bool:
    if live(ledger, Purpose.CHECK_INS, talk.now, engagement) is None:
        return False
    current = await talk.tx.rhythm(engagement.id)
    return current is None or not current.confirmed


async def _with_coach_of(talk: Conversation, invitation: Invitation | None) -> list[Engagement]:
    """This person's engagements with the coach whose code they typed, ended ones included."""
    if invitation is None or talk.now >= invitation.expires_at:
        return []
    mine = await talk.tx.engagements_of(talk.person.id)
    return [one for one in mine if one.coach_id == invitation.coach_id]


async def _opens(talk: Conversation, invitation: Invitation, ended: Sequence[Engagement]) -> bool:
    """Tells whether a code opens something new.

    It does not after its date, for a coach who may not coach now, or if this person's engagement
    with that coach ended after the code was made.
    """
    made_at = invitation.expires_at - timedelta(days=talk.settings.code_days)
    # A code's date is kept to the hour: in the hour of an end any code opens, rather than none.
    if any(made_at < to_the_hour(one.ends_at) for one in ended):
        return False
    if talk.now >= invitation.expires_at:
        return False
    return await whose_coach_may(talk.tx, talk.settings, invitation.coach_id)


async def _open(talk: Conversation, invitation: Invitation) -> Engagement:
    card = await talk.tx.profile(invitation.coach_id)
    after_end = invitation.ends_on + timedelta(days=1)
    after_grace = after_end + timedelta(days=talk.settings.grace_days)
    ends_at, keeps_until = (resolve(day, time(0), talk.zone) for day in (after_end, after_grace))
    engagement = Engagement(
        id=talk.chance.new_id(),
        coach_id=invitation.coach_id,
        client_id=talk.person.id,
        state=EngagementState.OFFERED,
        started_at=talk.now,
        ends_on=invitation.ends_on,
        ends_at=ends_at,
        keeps_until=keeps_until,
        agreement_version=version_of(talk, card) if card else NO_CARD,
    )
    # A ceiling that is raised later lengthens nothing that was agreed to under this one.
    engagement = replace(engagement, keep_days=binding(engagement, talk.settings.keep_days))
    talk.known = True
    await talk.tx.save_person(talk.person, talk.now)
    await talk.tx.save_engagement(engagement)
    return engagement
