"""Mails new links to those who ask for one, after they were answered, and within bounds."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from adapters.mail.links import Links
from adapters.mail.page.guard import refuse
from adapters.mail.page.needs import MailsLinks
from adapters.shared.background import BackgroundTasks
from bot.domain.people import Address

# How often all visitors together may ask one process for a mail, in a minute.
MOST_A_MINUTE = 60


class NewLinks:
    """`now` is UTC. Call `close` at the end: it waits for the mails that are on their way."""

    def __init__(self, links: Links, mails: MailsLinks, now: Callable[[], datetime]) -> None:
        self._links = links
        self._mails = mails
        self._now = now
        self._tasks = BackgroundTasks("mail_link_failed")
        # Of two who ask at once, the second one sees what the first one was made.
        self._one = asyncio.Lock()
        self._asked: deque[datetime] = deque(maxlen=MOST_A_MINUTE)

    async def close(self) -> None:
        await self._tasks.wind_down()

    def are_too_many(self) -> bool:
        """Counts one who asks. True where so many have asked that nobody is mailed for now."""
        now = self._now()
        full = len(self._asked) == MOST_A_MINUTE
        if full and now - self._asked[0] < timedelta(minutes=1):
            refuse("rate")
            return True
        self._asked.append(now)
        return False

    def again(self, link: str, typed: str, language: str) -> None:
        """Looks later whose address that is: the one that was typed, or the link's."""
        self._tasks.start(self._again(link, typed, language))

    def first(self, person: Address, language: str) -> None:
        """Mails somebody who has typed their own address on the page of a guest link."""
        self._tasks.start(self._mail(person, language))

    async def _again(self, link: str, typed: str, language: str) -> None:
        person = await (self._mails.known(typed) if typed else self._of(link))
        if person is not None:
            await self._mail(person, language)

    async def _of(self, link: str) -> Address | None:
        row = await self._links.find(link)
        return row.person if row is not None else None

    async def _mail(self, person: Address, language: str) -> None:
        """Mails a link, unless this person was mailed as many as anybody needs."""
        async with self._one:
            now = self._now()
            if not await self._links.may_mail_again(person, now):
                refuse("rate")
                return
            url = await self._links.make(person, now)
        await self._mails.mail_link(person, url, language)
