"""What a platform did not take is told as such: it is never silence."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.domain.delivery import DeliveryState, Kind
from bot.handlers.scene import Reply, Scene

LATELY = timedelta(days=14)


async def told_of(scene: Scene, owner: str, kind: Kind, key: str) -> Reply:
    """The newest one of the last LATELY, as long as nothing of its kind has arrived since."""
    for one in await scene.tx.deliveries(owner, kind):
        if one.state is DeliveryState.SENT or scene.now - one.not_before > LATELY:
            return []
        if one.state is DeliveryState.NOT_DELIVERED:
            day = one.not_before.astimezone(ZoneInfo(scene.zone)).date()
            return scene.note(key, day=scene.say.day(day))
    return []
