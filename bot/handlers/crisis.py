"""Words of crisis: human contacts first. Nothing is told, nothing is stored, nothing is judged."""

from __future__ import annotations

from bot.contacts import Contact, country_of, emergency_number, own_contacts, public_contacts
from bot.domain.engagement import EngagementState
from bot.handlers import privacy
from bot.handlers.conversation import Reply, Scene
from bot.messages import crisis as say_crisis


async def answer(scene: Scene) -> Reply:
    """The same whatever was awaited; the line itself is kept nowhere.

    What would be sent by itself rests like any other pause, so that no trace says why.
    """
    if scene.known:
        await privacy.rest(scene)
    scene.quiet = True
    country = country_of(scene.zone)
    contacts = [*_own(scene), *public_contacts(country)]
    coaches = [
        await scene.coach_name(e)
        for e in await scene.engagements()
        if e.state is not EngagementState.OFFERED
    ]
    emergency = emergency_number(country)
    coach = coaches[0] if coaches else None
    return [say_crisis.contacts(scene.say, contacts, emergency, coach, rests=scene.known)]


async def write_to_coach(scene: Scene, answer: str) -> Reply:
    """A "no" leads to nothing else; a "yes" to words that the client sends themself."""
    if answer == "no":
        return scene.note("crisis-no")
    mine = [e for e in await scene.engagements() if e.state is not EngagementState.OFFERED]
    if answer != "yes" or not mine:
        return scene.stale()
    return [say_crisis.example(scene.say, await scene.coach_name(mine[0]))]


def _own(scene: Scene) -> tuple[Contact, ...]:
    return own_contacts(scene.settings.contacts) if scene.settings.contacts else ()
