"""One call to Teams, and what became of it: asked once, and told apart by the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Protocol

from adapters.teams.inbound.arrivals import Place
from adapters.teams.outbound.outcomes import (
    NoAnswerError,
    NotReachedError,
    Reply,
    not_reached,
    outcome_of,
    outcome_of_edit,
)
from adapters.teams.throttle import Throttle
from bot.ports import NotSent, Outcome, Sent, Unknown

Json = dict[str, Any]
AGAIN = timedelta(minutes=1)
EDITS = "#edits"


class Speaks(Protocol):
    """The SDK, as it is seen from here. Each raises NotReachedError and NoAnswerError."""

    async def say(self, place: Place, activity: Json) -> Reply: ...

    async def change(self, place: Place, message: str, activity: Json) -> Reply: ...

    async def take_back(self, place: Place, message: str) -> Reply: ...


class Calls:
    """Says, changes and takes back, at the pace that Teams allows."""

    def __init__(self, voice: Speaks, throttle: Throttle) -> None:
        self._voice = voice
        self._throttle = throttle

    def must_wait(self, place: Place, calls: int, *, edits: bool = False) -> timedelta | None:
        """None, and the calls are counted; edits and deletions have a measure of their own."""
        conversation = place.conversation + (EDITS if edits else "")
        return self._throttle.take(place.tenant, conversation, calls)

    async def said(self, place: Place, activity: Json, reference: str) -> Outcome:
        try:
            reply = await self._voice.say(place, activity)
        except NotReachedError as problem:
            return not_reached(problem)
        except NoAnswerError:
            return Unknown("no_answer")
        outcome = outcome_of(reply, reference)
        return self._held_up(place, outcome) if reply.status == 429 else outcome

    def _held_up(self, place: Place, outcome: Outcome) -> Outcome:
        """Teams does not say which of its limits was met: the chat's, or the tenant's.

        So a chat in which little was said is taken to be refused for its tenant's sake.
        """
        if not isinstance(outcome, NotSent) or outcome.retry_after is None:
            return outcome
        for_all = self._throttle.is_calm(place.conversation)
        self._throttle.hold(place.tenant if for_all else place.conversation, outcome.retry_after)
        return replace(outcome, for_all=for_all)

    async def changed(self, place: Place, part: str, activity: Sequence[Json] = ()) -> Outcome:
        """Puts an activity in the place of `part`, or takes it away where there is none."""
        try:
            if activity:
                return outcome_of_edit(await self._voice.change(place, part, activity[0]), part)
            taken = outcome_of_edit(await self._voice.take_back(place, part), part)
        except NotReachedError as problem:
            return not_reached(problem)
        except NoAnswerError:
            return NotSent("no_answer", AGAIN)
        return Sent(part) if taken == NotSent("gone") else taken
