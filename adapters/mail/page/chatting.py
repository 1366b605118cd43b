"""The routes of whoever is let in: the chat, what they press or write, their files, the way out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from aiohttp import web

from adapters.mail.links import Links
from adapters.mail.page.answers import html, see, sent_with
from adapters.mail.page.devices import Devices
from adapters.mail.page.drawing import (
    CSS,
    DO,
    EARLIER,
    FILE,
    HOME,
    LATEST,
    LEAVE,
    LEAVE_ALL,
    ROOT,
    STYLE,
    SmallPage,
    Visit,
    chat,
    earlier,
    last_answer,
    notice,
)
from adapters.mail.page.entering import Entering
from adapters.mail.page.gestures import ENTRY, NO_NAME, PROOF, event_of, label_of
from adapters.mail.page.guard import HEADERS, PageGuard, asked_in, not_from_here, refuse
from adapters.mail.page.needs import ChatOfPage, PlatformOfPage
from adapters.mail.page.secret_rows import new_secret
from adapters.shared import bodies
from adapters.shared.drawing import file_at
from adapters.shared.json_values import NotUnderstoodError
from bot.chat import Document, Event, Message, Pressed, Submitted, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.text import catalogue


@dataclass(frozen=True, slots=True, repr=False)
class Inside:
    """A request of somebody who is let in on this device."""

    request: web.Request
    person: Address
    device: str


Handler = Callable[[Inside], Awaitable[web.StreamResponse]]


class Chatting:
    """`now` is UTC. `zone` (IANA) is the one whose days stand between the messages."""

    def __init__(
        self,
        platform: PlatformOfPage,
        chats: ChatOfPage,
        links: Links,
        devices: Devices,
        entering: Entering,
        guard: PageGuard,
        now: Callable[[], datetime],
        zone: str,
    ) -> None:
        self._platform = platform
        self._chats = chats
        self._links = links
        self._devices = devices
        self._entering = entering
        self._guard = guard
        self._now = now
        self._zone = zone

    def routes(self, app: web.Application) -> None:
        app.router.add_get(ROOT, self._sees(self._chat))
        app.router.add_get(EARLIER + r"{page:[1-9]\d{0,3}}", self._sees(self._earlier))
        app.router.add_get(FILE + r"{entry}/{number:\d{1,3}}", self._sees(self._file))
        app.router.add_get(CSS, self._guard.sees(_style))
        app.router.add_post(DO, self._acts(self._do))
        app.router.add_post(LEAVE, self._acts(self._leave))
        app.router.add_post(LEAVE_ALL, self._acts(self._leave_all))

    def _sees(self, handler: Handler) -> bodies.Handler:
        """Whoever is not let in sees the page on which they ask for a link."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            found = await self._inside(request)
            if found is None:
                return self._entering.ask(asked_in(request))
            return await handler(found)

        return self._guard.sees(guarded)

    def _acts(self, handler: Handler) -> bodies.Handler:
        """The same for a form, which this device's own page must have made."""

        async def guarded(request: web.Request) -> web.StreamResponse:
            found = await self._inside(request)
            if found is None:
                return self._entering.ask(asked_in(request), 403)
            sent = await sent_with(request)
            if not self._devices.is_proof(sent.get(PROOF, ""), found.device):
                refuse("proof")
                raise not_from_here(request)
            return await handler(found)

        return self._guard.acts(guarded)

    async def _inside(self, request: web.Request) -> Inside | None:
        device = self._guard.device(request)
        person = await self._devices.whose(device, self._now()) if device else None
        return None if person is None else Inside(request, person, device)

    async def _chat(self, inside: Inside) -> web.Response:
        home = await self._home(inside)
        visit = self._visit(inside, home)
        entries = await self._chats.history(inside.person)
        return html(chat(visit, entries, home, inside.request.query.get("from", "")))

    async def _earlier(self, inside: Inside) -> web.Response:
        visit = self._visit(inside, await self._home(inside))
        page = int(inside.request.match_info["page"])
        return html(earlier(visit, await self._chats.history(inside.person), page))

    async def _file(self, inside: Inside) -> web.Response:
        """Hands a file over to be saved: a browser never shows it as a page of ours."""
        asked = inside.request.match_info
        for one in await self._chats.history(inside.person):
            if one.id == asked["entry"] and isinstance(one.what, Message):
                file = file_at(one.what, int(asked["number"]))
                if file is not None:
                    return _saved(file)
        say = asked_in(inside.request)
        go = say("mail-page-newest"), ROOT
        shown = SmallPage(title=say("mail-page-gone"), go=go)
        return html(notice(say, self._guard.base, shown), 404)

    async def _do(self, inside: Inside) -> web.Response:
        """Takes in what the person did, and leads to the answer."""
        person, sent = inside.person, await sent_with(inside.request)
        say = asked_in(inside.request)
        try:
            event = event_of(person, say.language, sent)
        except NotUnderstoodError:
            refuse("form")
            raise web.HTTPBadRequest(text=say("mail-page-not-read")) from None
        await self._show_own(inside, event, sent.get(ENTRY, ""))
        messages = await self._platform.desk.handle(event)
        await self._platform.answer(event, messages)
        if await self._devices.whose(inside.device, self._now()) is None:
            return self._over(inside, messages)
        pressed = sent.get(ENTRY, "")
        back = "" if pressed in ("", HOME) else f"?from={quote(pressed, safe='')}"
        return see(self._guard.base, ROOT + back, LATEST)

    async def _leave(self, inside: Inside) -> web.Response:
        await self._devices.end(inside.device)
        return self._left(inside, "mail-page-left")

    async def _leave_all(self, inside: Inside) -> web.Response:
        await self._links.end(inside.person)
        return self._left(inside, "mail-page-left-everywhere")

    async def _show_own(self, inside: Inside, event: Event, entry: str) -> None:
        """Adds to the chat what the person wrote, or what stands on what they pressed."""
        match event.what:
            case Wrote(text):
                words = text
            case Pressed(action) | Submitted(action, _):
                words = Words(await self._label(inside, entry, action))
            case _:
                return
        if words.text:
            await self._chats.add_own(inside.person, event.id, words, self._now())

    async def _label(self, inside: Inside, entry: str, action: str) -> str:
        if entry == HOME:
            return label_of(await self._home(inside), action)
        for one in await self._chats.history(inside.person):
            if one.id == entry and isinstance(one.what, Message):
                return label_of(one.what, action)
        return ""

    async def _home(self, inside: Inside) -> Message:
        language = asked_in(inside.request).language
        visitor = Event(HOME, inside.person, NO_NAME, Pressed(""), language=language)
        return await self._platform.desk.home(visitor)

    def _visit(self, inside: Inside, home: Message) -> Visit:
        say = catalogue(home.language) if home.language else asked_in(inside.request)
        proof = self._devices.proof(inside.device)
        return Visit(say, self._guard.base, inside.person.user, proof, new_secret(), self._zone)

    def _over(self, inside: Inside, messages: Sequence[Message]) -> web.Response:
        """The answer to whoever is let in no longer: it stands nowhere else."""
        language = next((one.language for one in messages if one.language), "")
        say = catalogue(language) if language else asked_in(inside.request)
        response = html(last_answer(say, self._guard.base, messages))
        self._guard.let_out(response)
        return response

    def _left(self, inside: Inside, line: str) -> web.Response:
        say = asked_in(inside.request)
        go = say("mail-page-mail-me"), ROOT
        shown = SmallPage(title=say("mail-page-title"), lines=[say(line)], go=go)
        response = html(notice(say, self._guard.base, shown))
        self._guard.let_out(response)
        return response


def _saved(file: Document) -> web.Response:
    named = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
    return web.Response(
        body=file.content.text.encode(),
        content_type=file.media_type,
        charset="utf-8",
        headers={**HEADERS, "Content-Disposition": named},
    )


async def _style(_: web.Request) -> web.Response:
    return web.Response(text=STYLE, content_type="text/css")
