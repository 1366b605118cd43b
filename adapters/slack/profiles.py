"""A person's name, language and time zone in Slack, fetched in the background and kept briefly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from adapters.shared.background import BackgroundTasks
from adapters.shared.bounded import BriefMemory
from adapters.shared.json_values import text_at, value_at
from adapters.slack.sdk.calls import CallFailedError, SlackCalls
from bot.chat import Event
from bot.domain.people import Address
from bot.domain.words import Words

# Seconds: a profile is fetched again after FRESH and forgotten after STALE; a failed fetch is
# repeated after UNKNOWN.
FRESH = 600.0
STALE = 3600.0
UNKNOWN = 60.0
# Seconds. Nobody waits longer for a name, because Slack wants its answer within three seconds.
PATIENCE = 1.0


@dataclass(frozen=True, slots=True)
class Hints:
    """`zone` is an IANA name, `language` a tag such as en-GB; None when Slack names none.

    `places` are the ids of the workspaces and the organisation that Slack counts the person to.
    """

    name: Words = field(default_factory=lambda: Words(""))
    zone: str | None = None
    language: str | None = None
    is_bot: bool = False
    places: frozenset[str] = frozenset()


class Profiles:
    """Kept in memory only. `tick` returns seconds and never goes back."""

    def __init__(self, calls: SlackCalls, tick: Callable[[], float]) -> None:
        self._calls = calls
        self._fresh: BriefMemory[str, bool] = BriefMemory(FRESH, tick)
        self._known: BriefMemory[str, Hints] = BriefMemory(STALE, tick)
        self._asking: dict[str, asyncio.Task[None]] = {}
        self._tasks = BackgroundTasks("slack_profile_failed")

    async def introduce(self, event: Event) -> Event:
        """Adds the sender's name, zone and language. Waits (1 s) only for unknown senders."""
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
        """Fetches the profile in the background; one request per person at a time."""
        asking = self._asking.get(person.chat_key)
        if asking is None:
            asking = self._tasks.start(self._ask(person))
            self._asking[person.chat_key] = asking
            asking.add_done_callback(lambda _: self._asking.pop(person.chat_key, None))
        return asking

    async def places_of(self, person: Address) -> frozenset[str]:
        """Where Slack says that the person belongs; empty where it does not say so in 1 s."""
        known = self._known.get(person.chat_key)
        if known is None or not known.places:
            await asyncio.wait([self.ask(person)], timeout=PATIENCE)
            known = self._known.get(person.chat_key)
        return known.places if known else frozenset()

    def language_of(self, person: Address) -> str | None:
        known = self._known.get(person.chat_key)
        return known.language if known else None

    async def stop(self) -> None:
        await self._tasks.wind_down()

    async def _ask(self, person: Address) -> None:
        try:
            told = await self._calls.call(
                person.workspace, "users.info", user=person.user, include_locale=True
            )
        except CallFailedError:
            # Asked again after a minute; until then the older profile still counts.
            self._fresh.put(person.chat_key, True, UNKNOWN)
            if self._known.get(person.chat_key) is None:
                self._known.put(person.chat_key, Hints(), UNKNOWN)
            return
        self._fresh.put(person.chat_key, True)
        self._known.put(person.chat_key, _hints(told.get("user")))


def _hints(user: object) -> Hints:
    paths = (("profile", "display_name"), ("profile", "real_name"), ("real_name",))
    names = (text_at(user, *path) for path in paths)
    return Hints(
        Words(next((name for name in names if name.strip()), "")),
        text_at(user, "tz") or None,
        text_at(user, "locale") or None,
        bool(value_at(user, "is_bot")),
        _places(user),
    )


def _places(user: object) -> frozenset[str]:
    teams = value_at(user, "enterprise_user", "teams")
    ids = [one for one in teams if isinstance(one, str)] if isinstance(teams, list) else []
    named = text_at(user, "team_id"), text_at(user, "enterprise_user", "enterprise_id")
    return frozenset({*ids, *named} - {""})
