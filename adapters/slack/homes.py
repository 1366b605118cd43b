"""Draws App Home: when its reader opens it, and when something that it shows has ended."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from adapters.shared.background import GRACE, BackgroundTasks
from adapters.shared.bounded import KeyedLocks
from adapters.shared.json_values import Json
from adapters.slack.origins import reached_at
from adapters.slack.outbound.views import render_home
from adapters.slack.sdk.calls import CallFailedError
from bot.chat import Event, Message, Pressed
from bot.domain.people import Address
from bot.domain.words import Words

# Seconds that the caller waits; Slack may ask for more, and then it is drawn in the background.
AT_ONCE = 3.0

Page = Callable[[Event], Awaitable[Message]]
Ask = Callable[..., Awaitable[object]]

log = structlog.get_logger()


class Homes:
    """`page` composes a person's page. `ask` calls Slack, as often as Slack asks us to wait."""

    def __init__(self, page: Page, ask: Ask) -> None:
        self._page = page
        self._ask = ask
        self._one_at_a_time = KeyedLocks()
        self._tasks = BackgroundTasks("home_not_shown")

    async def show(self, visitor: Event) -> None:
        """Draws the visitor's own page. Never raises."""
        person = visitor.sender
        try:
            # In order: an older page must not cover a newer one.
            async with self._one_at_a_time.of(person.chat_key):
                view: Json = render_home(await self._page(visitor))
                where = reached_at(visitor).workspace
                await self._ask(where, "views.publish", user_id=person.user, view=view)
        except CallFailedError as failed:
            log.warning("home_not_shown", reason=failed.outcome.reason)
        except Exception as problem:
            log.error("home_not_shown", error=type(problem).__name__)

    async def redraw(self, person: Address, language: str | None) -> None:
        """Draws the page of somebody who has not opened it just now. Never raises."""
        visitor = Event("home", person, Words(""), Pressed(""), language=language)
        task = self._tasks.start(self.show(visitor))
        await asyncio.wait([task], timeout=AT_ONCE)

    async def stop(self, grace: float = GRACE) -> None:
        """Waits `grace` seconds for the pages that are being drawn."""
        await self._tasks.wind_down(grace)
