"""Calls to Teams: one attempt each, with the outcome read from the table in `outcomes`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from adapters.shared.json_values import Json
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.inbound.arrivals import ChatReference
from adapters.teams.outbound.outcomes import (
    ConnectorReply,
    NoAnswerError,
    NotReachedError,
    not_reached,
    outcome_of,
    outcome_of_edit,
)
from adapters.teams.throttle import Throttle
from bot.ports import HaltedError, NotSent, Outcome, Sent, Unknown

AGAIN = timedelta(minutes=1)
# Behind a conversation's id: edits and deletions are counted apart from new messages.
EDITS = "#edits"


class Speaks(Protocol):
    """The SDK, as this adapter sees it. Each method raises NotReachedError and NoAnswerError."""

    async def say(self, chat: ChatReference, activity: Json) -> ConnectorReply: ...

    async def change(self, chat: ChatReference, message: str, activity: Json) -> ConnectorReply: ...

    async def take_back(self, chat: ChatReference, message: str) -> ConnectorReply: ...


@dataclass(frozen=True, slots=True)
class TeamsSdk:
    """One SDK. `fetcher` makes what fetches a token for our calls: it blocks, and raises anything.

    `talkative` names the loggers that tell whole bodies and addresses at DEBUG and INFO.
    """

    voice: Callable[[Connector], Speaks]
    fetcher: Callable[[Credentials], Callable[[], str]]
    talkative: tuple[str, ...]


class TeamsCalls:
    """Sends, edits and deletes messages at the pace that Teams allows."""

    def __init__(self, voice: Speaks, throttle: Throttle) -> None:
        self._voice = voice
        self._throttle = throttle

    def must_wait(
        self, chat: ChatReference, calls: int, *, edits: bool = False
    ) -> timedelta | None:
        """Counts the calls and returns None, or returns how long to wait."""
        conversation = chat.conversation + (EDITS if edits else "")
        return self._throttle.take(chat.tenant, conversation, calls)

    async def said(self, chat: ChatReference, activity: Json, reference: str) -> Outcome:
        try:
            reply = await self._voice.say(chat, activity)
        except HaltedError as halted:
            return halted.outcome
        except NotReachedError as problem:
            return not_reached(problem)
        except NoAnswerError:
            return Unknown("no_answer")
        outcome = outcome_of(reply, reference)
        return self._throttled(chat, outcome) if reply.status == 429 else outcome

    def _throttled(self, chat: ChatReference, outcome: Outcome) -> Outcome:
        """Pauses the chat or the whole tenant; Teams does not say whose limit was reached.

        When little was sent in this chat, it must be the tenant's limit.
        """
        if not isinstance(outcome, NotSent) or outcome.retry_after is None:
            return outcome
        for_all = self._throttle.is_calm(chat.conversation)
        self._throttle.pause(chat.tenant if for_all else chat.conversation, outcome.retry_after)
        return replace(outcome, for_all=for_all)

    async def changed(
        self, chat: ChatReference, part: str, activity: Sequence[Json] = ()
    ) -> Outcome:
        """Replaces the message `part` with an activity, or deletes it when none is given."""
        try:
            if activity:
                return outcome_of_edit(await self._voice.change(chat, part, activity[0]), part)
            taken = outcome_of_edit(await self._voice.take_back(chat, part), part)
        except NotReachedError as problem:
            return not_reached(problem)
        except NoAnswerError:
            return NotSent("no_answer", AGAIN)
        return Sent(part) if taken == NotSent("gone") else taken
