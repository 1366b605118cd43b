"""The routes by which somebody comes in: a one-time link, and a new one for whoever has none.

Looking at a link does not use it: mail scanners and previews open every link. Its page has a button
that does. Whoever asks for a new link gets the same answer at the same time, whether the address is
known or not: nothing is looked up before the answer has left.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from aiohttp import web

from adapters.mail.links import OPEN, Links
from adapters.mail.page.answers import html, see, sent_with
from adapters.mail.page.devices import Devices
from adapters.mail.page.drawing import LATEST, ROOT, SmallPage, notice
from adapters.mail.page.gestures import ADDRESS, LINK
from adapters.mail.page.guard import PageGuard, asked_in, refuse
from adapters.mail.page.new_links import NewLinks
from adapters.mail.page.secret_rows import new_secret
from bot.text import Catalogue

REDEEM, AGAIN = "/mail/open", "/mail/again"


class Entering:
    """`now` is UTC."""

    def __init__(
        self,
        links: Links,
        devices: Devices,
        new_links: NewLinks,
        guard: PageGuard,
        now: Callable[[], datetime],
    ) -> None:
        self._links = links
        self._devices = devices
        self._new_links = new_links
        self._guard = guard
        self._now = now

    def routes(self, app: web.Application) -> None:
        app.router.add_get(OPEN + "{link}", self._guard.sees(self._link))
        app.router.add_post(REDEEM, self._guard.acts(self._redeem))
        app.router.add_post(AGAIN, self._guard.acts(self._again))

    async def _link(self, request: web.Request) -> web.Response:
        """Shows what the link would open. Changes nothing."""
        link, now = request.match_info["link"], self._now()
        here = await self._devices.whose(self._guard.device(request), now)
        row = await self._links.find(link)
        if here is not None and (row is None or row.person == here or not row.counts(now)):
            return see(self._guard.base, ROOT, LATEST)
        say = asked_in(request)
        if row is None or not row.counts(now):
            return self._ended(say, link)
        shown = SmallPage(
            title=say("mail-page-open-title"),
            lines=[say("mail-page-open-why"), say("mail-page-open-shared")],
            button=(say("mail-page-open"), REDEEM),
            hidden={LINK: link},
        )
        return html(notice(say, self._guard.base, shown))

    async def _redeem(self, request: web.Request) -> web.Response:
        """Uses the link up, and lets this device in. Whoever was let in here before is let out."""
        link, device = (await sent_with(request)).get(LINK, ""), new_secret()
        if await self._links.redeem(link, device, self._now()) is None:
            refuse("link")
            return self._ended(asked_in(request), link)
        before = self._guard.device(request)
        if before:
            await self._devices.end(before)
        response = see(self._guard.base, ROOT, LATEST)
        self._guard.let_in(response, device)
        return response

    async def _again(self, request: web.Request) -> web.Response:
        """Answers first, then looks whose address that is."""
        sent, say = await sent_with(request), asked_in(request)
        if self._new_links.are_too_many():
            return busy(say, self._guard.base)
        self._new_links.again(sent.get(LINK, ""), sent.get(ADDRESS, ""), say.language)
        return sent_one(say, self._guard.base)

    def ask(self, say: Catalogue, status: int = 200) -> web.Response:
        """The page of whoever is not let in: a field for their own address."""
        box = say("mail-page-mail-me"), AGAIN
        shown = SmallPage(title=say("mail-page-title"), lines=[say("mail-page-ask")], box=box)
        return html(notice(say, self._guard.base, shown), status)

    def _ended(self, say: Catalogue, link: str) -> web.Response:
        """The same for a link that was used, that is too old, and that never was."""
        shown = SmallPage(
            title=say("mail-page-ended-title"),
            lines=[say("mail-page-ended")],
            button=(say("mail-page-again"), AGAIN),
            hidden={LINK: link},
            line=say("mail-page-ended-address"),
            box=(say("mail-page-mail-me"), AGAIN),
        )
        return html(notice(say, self._guard.base, shown), 410)


def sent_one(say: Catalogue, base: str) -> web.Response:
    """The answer to everybody who asks for a link, whether one is mailed or not."""
    shown = SmallPage(title=say("mail-page-sent-title"), lines=[say("mail-page-sent")])
    return html(notice(say, base, shown))


def busy(say: Catalogue, base: str) -> web.Response:
    """The answer where too many ask, whoever they are."""
    shown = SmallPage(title=say("mail-page-busy-title"), lines=[say("mail-page-busy")])
    return html(notice(say, base, shown), 429)
