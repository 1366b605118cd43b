"""The coach's door: their card, the clients who let themselves be seen, and an end."""

from __future__ import annotations

from datetime import timedelta

from bot.chat import Submitted
from bot.domain.consent import Purpose
from bot.domain.days_off import WEEKDAYS
from bot.domain.profile import Listed, Profile
from bot.domain.words import Words
from bot.handlers.conversation import Reply, Scene
from bot.handlers.sessions import listed_engagement
from bot.messages import clients as say_clients
from bot.messages import joining as say_joining
from bot.ports import CoachSide

LIMIT = 600
PARTS = ("introduction", "process", "fees", "confidentiality")


async def show(scene: Scene) -> Reply:
    """By name only those who allow it; of everybody else not even their number."""
    if not await scene.tx.has_invited(scene.person.id):
        return scene.note("coach-only", command="my clients")
    door: CoachSide = scene.tx
    listed = await allowed(scene)
    marked = await door.to_bring_up(scene.person.id, scene.now)
    return [say_clients.roster(scene.say, listed, marked, scene.zone)]


async def one(scene: Scene, engagement_id: str) -> Reply:
    listed = {one.engagement_id: one for one in await allowed(scene)}
    if engagement_id not in listed:
        return scene.stale()
    return [say_clients.card(scene.say, listed[engagement_id], scene.zone)]


async def end(scene: Scene, engagement_id: str, answer: str = "ask") -> Reply:
    """Ends one engagement, after one question."""
    engagement = await listed_engagement(scene, engagement_id)
    client = await scene.tx.person(engagement.client_id) if engagement else None
    if engagement is None or client is None:
        return scene.stale()
    if answer == "no":
        return scene.note("client-going-on")
    kept_until = min(engagement.keeps_until, scene.now + timedelta(days=scene.settings.grace_days))
    if answer != "yes":
        return [say_clients.ask_end(scene.say, engagement.id, client.name, kept_until, scene.zone)]
    await scene.tx.end_with(scene.person.id, engagement.id, scene.now, kept_until)
    return scene.note("client-ended")


async def end_all(scene: Scene, answer: str = "ask") -> Reply:
    """A coach who leaves. How many those were is nobody's to know."""
    if not await scene.tx.has_invited(scene.person.id):
        return scene.stale()
    if answer == "no":
        return scene.note("client-going-on")
    kept_until = scene.now + timedelta(days=scene.settings.grace_days)
    if answer != "yes":
        return [say_clients.ask_end_all(scene.say, kept_until, scene.zone)]
    await scene.tx.end_with(scene.person.id, None, scene.now, kept_until)
    return scene.note("clients-ended")


async def profile(scene: Scene) -> Reply:
    """The card as a form, with what is there already in it."""
    if not await scene.tx.has_invited(scene.person.id):
        return scene.note("coach-only", command="my profile")
    current = await scene.tx.profile(scene.person.id)
    return [say_clients.ask_profile(scene.say, current)]


async def save_profile(scene: Scene) -> Reply:
    what = scene.event.what
    if not isinstance(what, Submitted) or not await scene.tx.has_invited(scene.person.id):
        return scene.stale()
    said = [what.values.get(part, "").strip() for part in PARTS]
    if max(map(len, said)) > LIMIT:
        return scene.note("too-long", limit=LIMIT) + await profile(scene)
    every = what.values.get("every", "1")
    before = await scene.tx.profile(scene.person.id)
    introduction, process, fees, confidentiality = map(Words, said)
    days = tuple(d for d in WEEKDAYS if d in what.values.get("days", "").split(","))
    new = Profile(
        coach_id=scene.person.id,
        at=scene.now,
        introduction=introduction,
        process=process,
        fees=fees,
        confidentiality=confidentiality,
        question_set=before.question_set if before else None,
        days=days,
        every=int(every) if every in say_joining.EVERY else 1,
    )
    await scene.tx.save_profile(new, version_of(scene, new))
    again = before is not None and before.agreed.text != new.agreed.text
    return scene.note("profile-saved") + (scene.note("profile-saved-again") if again else [])


async def who(scene: Scene, engagement_id: str) -> Reply:
    """A client reads who their coach is, before or after the first switch."""
    engagement = await scene.engagement(engagement_id)
    card = await scene.tx.profile(engagement.coach_id) if engagement else None
    if engagement is None or card is None:
        return scene.stale()
    return [say_clients.introduced(scene.say, await scene.coach_name(engagement), card)]


def version_of(scene: Scene, profile: Profile) -> str:
    """A keyed digest of the parts that are agreed to; "1" where nothing is written."""
    if not any((profile.process.text, profile.fees.text, profile.confidentiality.text)):
        return "1"
    return scene.tx.digest("card", profile.agreed.text)[:24]


async def allowed(scene: Scene) -> list[Listed]:
    """The clients who let this coach see them, by the grants of this moment."""
    listed = await scene.tx.listed(scene.person.id, scene.now)
    return [
        one for one in listed if await scene.grant(one.engagement_id, Purpose.LISTED) is not None
    ]
