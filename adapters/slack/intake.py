"""Hands a verified payload of Slack's to the bot: stored first, acknowledged after that."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from adapters.shared.background import BackgroundTasks
from adapters.shared.bounded import BriefMemory
from adapters.shared.json_values import Json, NotUnderstoodError, number_at
from adapters.shared.still_heard import is_still_heard
from adapters.slack.adapter import SlackAdapter
from adapters.slack.inbound.arrivals import (
    NO_ACT,
    PLATFORM,
    Arrival,
    ChatOpened,
    Ignored,
    Install,
    ModalRequest,
    Received,
    Refused,
    Removed,
    sender_of,
)
from adapters.slack.inbound.belonging import organisation_told, places_named, team_told
from adapters.slack.inbound.events import app_of, read
from adapters.slack.organisations.acquaintances import Acquaintances, Whereabouts
from adapters.slack.organisations.serving import Served
from adapters.slack.origins import copied_to, sent_by
from adapters.slack.outbound.render import ephemeral
from adapters.slack.outbound.views import words_modal
from adapters.slack.profiles import Profiles
from adapters.slack.sdk.calls import CallFailedError, SlackCalls
from adapters.slack.unheard import ignore, unheard
from bot.chat import Event, Message, Pressed, Text
from bot.domain.people import Address
from bot.domain.words import Words
from bot.metrics import METRICS
from bot.ports import Desk
from bot.text import DEFAULT, Catalogue, catalogue

# Seconds in which a person is told only once why something was refused.
TOLD_SECONDS = 3600.0

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What we answer Slack: 200 acknowledges, 503 asks for a repeat; the sender sees `body`."""

    status: int = 200
    body: Json | None = None


DONE = Acknowledgement()
AGAIN = Acknowledgement(503)


class Intake:
    """Takes the payloads of HTTP and of Socket Mode. Set `desk` before anything is served."""

    desk: Desk

    def __init__(
        self,
        adapter: SlackAdapter,
        calls: SlackCalls,
        installs: Served,
        profiles: Profiles,
        tick: Callable[[], float],
    ) -> None:
        self._adapter = adapter
        self._calls = calls
        self._installs = installs
        self._profiles = profiles
        self._people = Acquaintances(
            lambda asked: self.desk.known(asked), installs, profiles, adapter.is_chat_with
        )
        self._told: BriefMemory[str, bool] = BriefMemory(TOLD_SECONDS, tick)
        self._tasks = BackgroundTasks("slack_aside_failed")

    async def take(self, payload: Mapping[str, Any]) -> Acknowledgement:
        """Never raises. Acknowledges what it cannot use, because a repeat would be no better."""
        try:
            install = await self._install_of(payload)
            reply = DONE
            if install is None:
                return reply
            for arrival in read(payload, install):
                reply = await self._one(payload, install, arrival)
            return reply
        except NotUnderstoodError as problem:
            unheard("not_understood", str(problem))
            return DONE
        except Exception as problem:
            # Not stored yet. Slack repeats it at once, after one minute and after five.
            log.error("slack_not_taken", error=type(problem).__name__)
            return AGAIN

    async def _install_of(self, payload: Mapping[str, Any]) -> Install | None:
        """The install that a payload came through; None, and counted, where there is none."""
        install = None
        for place in places_named(payload):
            install = install or await self._installs.install(place)
        if install is None:
            unheard("not_installed")
            return None
        if install.app and app_of(payload) != install.app:
            unheard("other_app")
            return None
        told = organisation_told(payload, install), team_told(payload)
        return await self._installs.learned(install, *told)

    async def stop(self) -> None:
        """Gives the answers in the background a moment to finish."""
        await self._tasks.wind_down()

    async def _one(
        self, payload: Mapping[str, Any], install: Install, arrival: Arrival
    ) -> Acknowledgement:
        """One rule for every door: whoever belongs here is heard; of others, a stop is."""
        sender = sender_of(arrival) or Address(PLATFORM, install.workspace, "")
        found = Whereabouts(sender)
        if sender.user:
            found = await self._people.find(payload, install, sender)
        allowed = self._installs.is_allowed(install)
        if not (allowed and found.belongs) and not _is_heard_anyway(arrival):
            if not allowed:
                METRICS.failed("refused")
            unheard("stranger" if allowed else "not_listed")
            return DONE
        match arrival:
            case Received(event, typed_in):
                return await self._received(event, typed_in, install, found)
            case ChatOpened(event, home):
                self._aside(self._opened(event, install, found, home=home))
            case ModalRequest(sender, trigger):
                self._aside(self._ask_for_words(sender, trigger))
            case Refused() if self._told.first_time(arrival.id, True):
                self._aside(self._refuse(arrival))
            case Removed(place):
                await self._removed(payload, place)
            case Ignored():
                ignore(arrival)
        return DONE

    async def _received(
        self, event: Event, typed_in: str, install: Install, found: Whereabouts
    ) -> Acknowledgement:
        event = await self._profiles.introduce(event)
        await self.desk.accept(sent_by(event, found.person, install))
        # Whoever has several addresses from before stops at each of them.
        for other in found.others if found.others and is_still_heard(event) else ():
            await self.desk.accept(copied_to(event, other))
        if not typed_in or await self._adapter.is_chat_with(event.sender, typed_in):
            return DONE
        line = catalogue(event.language or DEFAULT)("slack-elsewhere")
        return Acknowledgement(body={"response_type": "ephemeral", "text": ephemeral(line).text})

    async def _opened(
        self, event: Event, install: Install, found: Whereabouts, *, home: bool
    ) -> None:
        """Fetches name and language when the chat is opened, before the first message."""
        event = await self._profiles.introduce(event)
        if home:
            await self._adapter.homes.show(sent_by(event, found.person, install))

    async def _ask_for_words(self, sender: Address, trigger: str) -> None:
        say = self._say(sender)
        title, label, send = (say(f"slack-words-{part}") for part in ("title", "label", "send"))
        view = words_modal(title, label, send, "")
        await self._calls.call(sender.workspace, "views.open", trigger_id=trigger, view=view)

    async def _refuse(self, refused: Refused) -> None:
        """In a channel, Slack shows it to that person alone, and only until they reload."""
        who, where = refused.sender, refused.origin
        nothing = Event(refused.id, who, Words(""), Pressed(""), origin=where)
        sender = (await self._profiles.introduce(nothing)).sender
        say = self._say(sender)
        if refused.why == "channel":
            posting = ephemeral(say("slack-channel"))
            await self._calls.call(
                sender.workspace,
                "chat.postEphemeral",
                channel=refused.channel,
                user=sender.user,
                text=posting.text,
                blocks=posting.blocks,
            )
        else:
            await self._adapter.answer(nothing, [_note(say, "slack-no-file")])

    async def _removed(self, payload: Mapping[str, Any], place: str) -> None:
        """Slack sends two events in any order, perhaps after the app was installed again."""
        told_at = number_at(payload, "event_time")
        alone = not (place.startswith("E") and team_told(payload))
        ending = await self._installs.ending(place, told_at, self._still_installed, alone=alone)
        for gone in ending.places:
            await self.desk.left(Address(PLATFORM, gone, ""))
        for gone in ending.installs:
            await self._installs.remove(gone)
            log.warning("slack_app_removed")
        await self._installs.ended(ending.places)

    async def _still_installed(self, workspace: str) -> bool:
        try:
            await self._calls.call(workspace, "auth.test")
        except CallFailedError as failed:
            return failed.outcome.reason != "app_removed"
        return True

    def _say(self, person: Address) -> Catalogue:
        return catalogue(self._profiles.language_of(person) or DEFAULT)

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        """Does it in the background, so that the acknowledgement does not wait."""
        self._tasks.start(_refusals_logged(work))


async def _refusals_logged(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except CallFailedError as failed:
        log.warning("slack_aside_failed", reason=failed.outcome.reason)


def _is_heard_anyway(arrival: Arrival) -> bool:
    """True for what is taken in whatever else is doubtful, and for what was no act of anybody's."""
    match arrival:
        case Received(event):
            return is_still_heard(event)
        case Removed():
            return True
        case Ignored(why):
            return why in NO_ACT
    return False


def _note(say: Catalogue, key: str) -> Message:
    return Message(key, say("summary"), (Text(say(key)),))
