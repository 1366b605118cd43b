"""From a payload that is known to be Slack's to the desk: durable first, acknowledged then."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

import structlog

from adapters.shared.background import wind_down
from adapters.shared.bounded import Remembering
from adapters.slack.adapter import SlackAdapter
from adapters.slack.inbound.arrivals import (
    PLATFORM,
    Arrival,
    Asked,
    Ignored,
    Install,
    Opened,
    Refused,
    Removed,
    Taken,
)
from adapters.slack.inbound.events import app_of, read, workspace_of
from adapters.slack.inbound.shapes import NotUnderstoodError
from adapters.slack.installs import Installs
from adapters.slack.outbound.render import ephemeral, words_modal
from adapters.slack.people import People
from adapters.slack.sdk.calls import CallFailedError, Calls
from bot.chat import Event, Message, Pressed, Text
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Desk
from bot.text import DEFAULT, Catalogue, catalogue

TOLD_SECONDS = 3600.0

Json = dict[str, Any]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Reply:
    """What Slack gets: 200 acknowledges, 503 has it brought again; `body` is for the sender."""

    status: int = 200
    body: Json | None = None


DONE = Reply()
AGAIN = Reply(503)


class Intake:
    """One payload after another, over whichever way in. `desk` is set before anything is served."""

    desk: Desk

    def __init__(
        self,
        adapter: SlackAdapter,
        calls: Calls,
        installs: Installs,
        people: People,
        tick: Callable[[], float],
    ) -> None:
        self._adapter = adapter
        self._calls = calls
        self._installs = installs
        self._people = people
        self._told: Remembering[bool] = Remembering(TOLD_SECONDS, tick)
        self._working: set[asyncio.Task[None]] = set()

    async def take(self, payload: Mapping[str, Any]) -> Reply:
        """Never raises. What it cannot use is acknowledged: a repeat would be no better."""
        try:
            install = await self._installs.install(workspace_of(payload))
            if install is None or (install.app and app_of(payload) != install.app):
                log.warning("slack_not_for_us")
                return DONE
            reply = DONE
            for arrival in read(payload, install):
                reply = await self._one(payload, install, arrival)
            return reply
        except NotUnderstoodError as problem:
            log.warning("slack_not_understood", field=str(problem))
            return DONE
        except Exception as problem:
            # Not durable yet: Slack brings it again, at once, after one minute and after five.
            log.error("slack_not_taken", error=type(problem).__name__)
            return AGAIN

    async def stop(self) -> None:
        """What is being told in the background may finish, for a moment."""
        await wind_down(list(self._working))

    async def _one(self, payload: Mapping[str, Any], install: Install, arrival: Arrival) -> Reply:
        match arrival:
            case Taken(event, typed_in):
                return await self._taken(event, typed_in)
            case Opened(event, home):
                self._aside(self._opened(event, home=home))
            case Asked(sender, trigger):
                self._aside(self._ask_for_words(sender, trigger))
            case Refused() if self._told.first_time(arrival.id, True):
                self._aside(self._refuse(arrival))
            case Removed():
                await self._removed(payload, install)
            case Refused() | Ignored():
                pass
        return DONE

    async def _taken(self, event: Event, typed_in: str) -> Reply:
        event = await self._people.introduce(event)
        await self.desk.accept(event)
        if not typed_in or await self._adapter.is_chat_with(event.sender, typed_in):
            return DONE
        line = catalogue(event.language or DEFAULT)("slack-elsewhere")
        return Reply(body={"response_type": "ephemeral", "text": ephemeral(line).text})

    async def _opened(self, event: Event, *, home: bool) -> None:
        """Name and language are asked for when the chat is opened, ahead of the first word."""
        event = await self._people.introduce(event)
        if home:
            await self._adapter.show_home(event)

    async def _ask_for_words(self, sender: Address, trigger: str) -> None:
        say = self._say(sender)
        title, label, send = (say(f"slack-words-{part}") for part in ("title", "label", "send"))
        view = words_modal(title, label, send, "")
        await self._calls.call(sender.workspace, "views.open", trigger_id=trigger, view=view)

    async def _refuse(self, refused: Refused) -> None:
        """In a channel only that person sees it, and only for as long as their Slack is open."""
        nothing = Event(refused.id, refused.sender, Words(""), Pressed(""))
        sender = (await self._people.introduce(nothing)).sender
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

    async def _removed(self, payload: Mapping[str, Any], install: Install) -> None:
        """The two events come in any order, one perhaps after the next install."""
        told_at = payload.get("event_time")
        is_old = isinstance(told_at, int | float) and told_at < install.since
        if is_old and await self._still_installed(install.workspace):
            return
        await self.desk.left(Address(PLATFORM, install.workspace, ""))
        await self._installs.remove(install.workspace)
        log.warning("slack_app_removed")

    async def _still_installed(self, workspace: str) -> bool:
        try:
            await self._calls.call(workspace, "auth.test")
        except CallFailedError as failed:
            return failed.outcome.reason != "app_removed"
        return True

    def _say(self, person: Address) -> Catalogue:
        return catalogue(self._people.language_of(person) or DEFAULT)

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        """Off the road: the acknowledgement does not wait for it."""
        task = asyncio.create_task(_contained(work))
        self._working.add(task)
        task.add_done_callback(self._working.discard)


async def _contained(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except CallFailedError as failed:
        log.warning("slack_aside_failed", reason=failed.outcome.reason)
    except Exception as problem:
        log.error("slack_aside_failed", error=type(problem).__name__)


def _note(say: Catalogue, key: str) -> Message:
    return Message(key, say("summary"), (Text(say(key)),))
