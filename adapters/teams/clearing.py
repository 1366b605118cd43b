"""Deletes the bot's own messages from Teams, and what is stored about them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import structlog

from adapters.shared.background import BackgroundTasks
from adapters.teams.calls import TeamsCalls
from adapters.teams.files import OfferedFiles
from adapters.teams.inbound.arrivals import ChatReference
from adapters.teams.rows import Rows
from adapters.teams.tables import OwnMessage
from bot.domain.people import Address
from bot.ports import NotSent, Own

# One attempt a second: longer than the longest throttle except the hour's.
MOST_IN_VAIN = 90
# Seconds that background work has at a stop.
GOODBYE_SECONDS = 5.0

log = structlog.get_logger()


class TeamsClearing:
    """Deletes by the message ids that are stored; a bot cannot read a chat's history in Teams."""

    def __init__(
        self,
        calls: TeamsCalls,
        rows: Rows,
        files: OfferedFiles,
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._calls = calls
        self._rows = rows
        self._files = files
        self._sleep = sleep
        self._tasks = BackgroundTasks("clear_failed")

    async def clear(self, to: Address, which: Own) -> None:
        """Deletes now what Teams allows now, and the rest in the background. Never raises."""
        try:
            chat = await self._rows.chat(to)
            own = await self._rows.own(to)
            if which == Own():
                self._files.forget(to)
                await self._rows.forget(to)
            quoted = self._hashes_of(to, which, own)
            if which.files:
                self._files.forget(to)
            going = [one.id for one in own if _is_meant(one, which, quoted)]
            if chat is not None and going:
                await self._delete(chat, to, going)
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)

    def _hashes_of(self, to: Address, which: Own, own: Sequence[OwnMessage]) -> set[str] | None:
        """The hashes of what a message must carry to be meant; None where anything may go."""
        if which.quoting is None:
            return None
        texts = (*(words.text for words in which.quoting), *which.files)
        said = {
            one.said.text_hash
            for one in own
            if one.said is not None and one.said.message == which.answering
        }
        return said | {self._rows.text_hash(to, text) for text in texts}

    async def close(self) -> None:
        """Gives the deletions under way a moment, then cancels them."""
        await self._tasks.wind_down(GOODBYE_SECONDS)

    async def _delete(self, chat: ChatReference, to: Address, going: list[str]) -> None:
        left = await self._delete_some(chat, to, going)
        if left:
            self._tasks.start(self._delete_later(chat, to, left))

    async def _delete_later(self, chat: ChatReference, to: Address, going: list[str]) -> None:
        in_vain = 0
        while going and in_vain < MOST_IN_VAIN:
            await self._sleep(1.0)
            left = await self._delete_some(chat, to, going)
            in_vain = in_vain + 1 if left == going else 0
            going = left
        if going:
            log.error("clear_failed", error="patience")

    async def _delete_some(self, chat: ChatReference, to: Address, going: list[str]) -> list[str]:
        """Deletes messages until Teams asks to wait; returns the ids that are left."""
        done = []
        for posted in going:
            parts = posted.split(",")
            if self._calls.must_wait(chat, len(parts), edits=True):
                break
            outcomes = [await self._calls.changed(chat, part) for part in parts]
            if any(isinstance(one, NotSent) and one.retry_after for one in outcomes):
                break
            done.append(posted)
        await self._rows.drop(to, done)
        return [posted for posted in going if posted not in done]


def _is_meant(one: OwnMessage, which: Own, quoted: set[str] | None) -> bool:
    if which.since is not None and one.at < which.since:
        return False
    if which.until is not None and one.at >= which.until:
        return False
    return quoted is None or not quoted.isdisjoint(one.quotes)
