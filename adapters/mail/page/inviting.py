"""The page of a guest link: a coach who has no account here types their own address there.

Nothing is mailed to an address before it was typed there, and only while the link opens.
"""

from __future__ import annotations

from aiohttp import web

from adapters.mail.addresses import NotAMailboxError, address_of
from adapters.mail.links import GUEST
from adapters.mail.page.answers import html, sent_with
from adapters.mail.page.drawing import SmallPage, notice
from adapters.mail.page.entering import busy, sent_one
from adapters.mail.page.gestures import ADDRESS, LINK
from adapters.mail.page.guard import PageGuard, asked_in, refuse
from adapters.mail.page.needs import MailsLinks
from adapters.mail.page.new_links import NewLinks
from bot.domain.people import Address
from bot.ports import GuestDesk
from bot.text import Catalogue

ASKS = "/mail/coach"


class Inviting:
    """Whether a link opens, and how many addresses it takes, is the bot's to say (`guests`)."""

    def __init__(
        self, guests: GuestDesk, mails: MailsLinks, new_links: NewLinks, guard: PageGuard
    ) -> None:
        self._guests = guests
        self._mails = mails
        self._new_links = new_links
        self._guard = guard

    def routes(self, app: web.Application) -> None:
        app.router.add_get(GUEST + "{link}", self._guard.sees(self._show))
        app.router.add_post(ASKS, self._guard.acts(self._ask))

    async def _show(self, request: web.Request) -> web.Response:
        """Changes nothing: whoever hands the link over may look at it."""
        say, link = asked_in(request), request.match_info["link"]
        if not await self._guests.guest_link_opens(link):
            return self._ended(say)
        return self._invited(say, link)

    async def _ask(self, request: web.Request) -> web.Response:
        sent, say = await sent_with(request), asked_in(request)
        link = sent.get(LINK, "")
        guest = _typed(sent.get(ADDRESS, ""))
        if guest is None or not self._mails.allows(guest):
            # Only whoever has a link that opens is told what is wrong with an address.
            if not await self._guests.guest_link_opens(link):
                return self._ended(say)
            wrong = "not-an-address" if guest is None else "not-this-domain"
            return self._invited(say, link, say(f"mail-page-{wrong}"))
        if self._new_links.are_too_many():
            return busy(say, self._guard.base)
        if not await self._guests.guest_asks(link, guest):
            return self._ended(say)
        self._new_links.first(guest, say.language)
        return sent_one(say, self._guard.base)

    def _invited(self, say: Catalogue, link: str, note: str = "") -> web.Response:
        shown = SmallPage(
            title=say("mail-page-invited-title"),
            lines=[say("mail-page-invited"), say("mail-page-invited-type")],
            hidden={LINK: link},
            box=(say("mail-page-mail-me"), ASKS),
            note=note,
        )
        return html(notice(say, self._guard.base, shown), 422 if note else 200)

    def _ended(self, say: Catalogue) -> web.Response:
        refuse("guest_link")
        title, line = say("mail-page-invitation-ended-title"), say("mail-page-invitation-ended")
        return html(notice(say, self._guard.base, SmallPage(title=title, lines=[line])), 410)


def _typed(text: str) -> Address | None:
    try:
        return address_of(text)
    except NotAMailboxError:
        return None
