"""A coach's commands: their card, the clients who let the coach see them, and ending
engagements.
"""

from __future__ import annotations

from datetime import timedelta

from bot.chat import Submitted
from bot.domain.actions import YesNo
from bot.domain.consent import Purpose
from bot.domain.days_off import WEEKDAYS
from bot.domain.profile import Listed, Profile
from bot.domain.words import Words
from bot.handlers.conversation import Conversation, Reply
from bot.handlers.sessions import listed_engagement
from bot.messages import clients as say_clients
from bot.messages import joining as say_joining
from bot.ports import CoachSide

LIMIT = 600
PARTS = ("introduction", "process", "fees", "confidentiality")


async def show(conversation: Conversation) -> Reply:
    """Lists by name the clients who allow it. It does not tell how many others there are."""
    if not await conversation.tx.has_invited(conversation.person.id):
        return conversation.note("coach-only", command="my clients")
    door: CoachSide = conversation.tx
    listed = await allowed(conversation)
    marked = await door.shared_with(conversation.person.id, conversation.now, to_bring_up=True)
    return [say_clients.roster(conversation.say, listed, marked, conversation.zone)]


async def one(conversation: Conversation, engagement_id: str) -> Reply:
    listed = {one.engagement_id: one for one in await allowed(conversation)}
    if engagement_id not in listed:
        return conversation.stale()
    return [say_clients.card(conversation.say, listed[engagement_id], conversation.zone)]


async def end(conversation: Conversation, engagement_id: str, answer: YesNo | None = None) -> Reply:
    """Ends one engagement, after the coach has confirmed it."""
    engagement = await listed_engagement(conversation, engagement_id)
    client = await conversation.tx.person(engagement.client_id) if engagement else None
    if engagement is None or client is None:
        return conversation.stale()
    if answer == "no":
        return conversation.note("client-going-on")
    kept_until = min(
        engagement.keeps_until, conversation.now + timedelta(days=conversation.settings.grace_days)
    )
    if answer != "yes":
        return [
            say_clients.ask_end(
                conversation.say, engagement.id, client.name, kept_until, conversation.zone
            )
        ]
    told = conversation.note("client-ended")
    await conversation.tx.end_with(
        conversation.person.id, engagement.id, conversation.now, kept_until
    )
    return told


async def end_all(conversation: Conversation, answer: YesNo | None = None) -> Reply:
    """Ends all engagements of a coach who leaves. It does not tell how many there were."""
    if not await conversation.tx.has_invited(conversation.person.id):
        return conversation.stale()
    if answer == "no":
        return conversation.note("client-going-on")
    kept_until = conversation.now + timedelta(days=conversation.settings.grace_days)
    if answer != "yes":
        return [say_clients.ask_end_all(conversation.say, kept_until, conversation.zone)]
    told = conversation.note("clients-ended")
    await conversation.tx.end_with(conversation.person.id, None, conversation.now, kept_until)
    return told


async def profile(conversation: Conversation) -> Reply:
    """Shows the card as a form, filled with its current content."""
    if not await conversation.tx.has_invited(conversation.person.id):
        return conversation.note("coach-only", command="my profile")
    current = await conversation.tx.profile(conversation.person.id)
    return [say_clients.ask_profile(conversation.say, current)]


async def save_profile(conversation: Conversation) -> Reply:
    what = conversation.event.what
    if not isinstance(what, Submitted) or not await conversation.tx.has_invited(
        conversation.person.id
    ):
        return conversation.stale()
    said = [what.values.get(part, "").strip() for part in PARTS]
    if max(map(len, said)) > LIMIT:
        return conversation.note("too-long", limit=LIMIT) + await profile(conversation)
    every = what.values.get("every", "1")
    before = await conversation.tx.profile(conversation.person.id)
    introduction, process, fees, confidentiality = map(Words, said)
    days = tuple(d for d in WEEKDAYS if d in what.values.get("days", "").split(","))
    new = Profile(
        coach_id=conversation.person.id,
        at=conversation.now,
        introduction=introduction,
        process=process,
        fees=fees,
        confidentiality=confidentiality,
        question_set=before.question_set if before else None,
        days=days,
        every=int(every) if every in say_joining.EVERY else 1,
    )
    await conversation.tx.save_profile(new, version_of(conversation, new))
    again = before is not None and before.agreed.text != new.agreed.text
    return conversation.note("profile-saved") + (
        conversation.note("profile-saved-again") if again else []
    )


async def who(conversation: Conversation, engagement_id: str) -> Reply:
    """Shows a client the card of their coach, before or after the first switch."""
    engagement = await conversation.engagement(engagement_id)
    card = await conversation.tx.profile(engagement.coach_id) if engagement else None
    if engagement is None or card is None:
        return conversation.stale()
    return [
        say_clients.introduced(conversation.say, await conversation.coach_name(engagement), card)
    ]


def version_of(conversation: Conversation, profile: Profile) -> str:
    """A keyed hash of the agreed parts of the card. "1" if they are empty."""
    if not any((profile.process.text, profile.fees.text, profile.confidentiality.text)):
        return "1"
    return conversation.tx.keyed_hash("card", profile.agreed.text)[:24]


async def allowed(conversation: Conversation) -> list[Listed]:
    """The clients who let this coach see them, by the grants in force now."""
    listed = await conversation.tx.listed(conversation.person.id, conversation.now)
    return [
        one
        for one in listed
        if await conversation.grant(one.engagement_id, Purpose.LISTED) is not None
    ]
