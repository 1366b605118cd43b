"""What Slack says of a person: name, language, zone. Asked off the road, remembered briefly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from adapters.shared.background import wind_down
from adapters.shared.bounded import Remembering
from adapters.slack.sdk.calls import CallFailedError, Calls
from bot.chat import Event
from bot.domain.people import Address
from bot.domain.words import Words

FRESH = 600.0
STALE = 3600.0
UNKNOWN = 60.0
# Nobody waits longer than this for a name; Slack wants its answer within three seconds.
PATIENCE = 1.0


@dataclass(frozen=True, slots=True)
class Hints:
    name: Words = field(default_factory=lambda: Words(""))
    zone: str | None = None
    language: str | None = None
    is_bot: bool = False


class People:
    """In memory only. `tick` is in seconds, and only goes forward."""

    def __init__(self, calls: Calls, tick: Callable[[], float]) -> None:
        self._calls = calls
        self._fresh: Remembering[bool] = Remembering(FRESH, tick)
        self._known: Remembering[Hints] = Remembering(STALE, tick)
        self._asking: dict[str, asyncio.Task[None]] = {}

    async def introduce(self, event: Event) -> Event:
        """With what is known of the sender; only who is met for the first time is waited for."""
        known = self._known.get(event.sender.chat_key)
        if known is None or self._fresh.get(event.sender.chat_key) is None:
            asked = self.ask(event.sender)
            if known is None:
                await asyncio.wait([asked], timeout=PATIENCE)
                known = self._known.get(event.sender.chat_key)
        if known is None:
            return event
        name = known.name if known.name.text else event.name
        return replace(event, name=name, zone=known.zone, language=known.language)

    def ask(self, person: Address) -> asyncio.Task[None]:
        """In the background, once at a time."""
        asking = self._asking.get(person.chat_key)
        if asking is None:
            asking = asyncio.create_task(self._ask(person))
            self._asking[person.chat_key] = asking
            asking.add_done_callback(lambda _: self._asking.pop(person.chat_key, None))
        return asking

    def language_of(self, person: Address) -> str | None:
        known = self._known.get(person.chat_key)
        return known.language if known else None

    async def stop(self) -> None:
        await wind_down(list(self._asking.values()))

    async def _ask(self, person: Address) -> None:
        try:
            told = await self._calls.call(
                person.workspace, "users.info", user=person.user, include_locale=True
            )
        except CallFailedError:
            # Asked again after a minute; until then what was known before still counts.
            self._fresh.put(person.chat_key, True, UNKNOWN)
            if self._known.get(person.chat_key) is None:
                self._known.put(person.chat_key, Hints(), UNKNOWN)
            return
        self._fresh.put(person.chat_key, True)
        self._known.put(person.chat_key, _hints(told.get("user")))


def _hints(user: object) -> Hints:
    if not isinstance(user, Mapping):
        return Hints()
    profile = user.get("profile")
    shown = profile if isinstance(profile, Mapping) else {}
    names = (shown.get("display_name"), shown.get("real_name"), user.get("real_name"))
    named = next((name for name in names if isinstance(name, str) and name.strip()), "")
    zone, language = user.get("tz"), user.get("locale")
    return Hints(
        Words(named),
        zone if isinstance(zone, str) else None,
        language if isinstance(language, str) else None,
        bool(user.get("is_bot")),
    )
