"""The HTTP routes of the local page: the way in, the page, the chats, what people do, changes.

What the routes refuse is the key of a sentence, which the page says in the person's language.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from pathlib import Path

import structlog
from aiohttp import WSCloseCode, WSMsgType, web

from adapters.local.adapter import LocalAdapter
from adapters.local.guard import PROTOCOL, Guard
from adapters.local.inbound import address_of, is_user, name_of, to_gesture
from adapters.local.words import error, filled, words_for
from adapters.shared.accepted import accepted
from adapters.shared.json_values import Json, NotUnderstoodError, TooLongError

STATIC = Path(__file__).parent / "static"
FILES = frozenset(one.name for one in STATIC.iterdir() if one.suffix != ".html")
ROLES = ("client", "coach")
MOST_WAITING = 500

log = structlog.get_logger()


class Page:
    """Mount it with `server.mount(page.routes, guard.way_in)`."""

    def __init__(self, adapter: LocalAdapter, guard: Guard) -> None:
        self._adapter = adapter
        self._guard = guard
        self._sockets: set[web.WebSocketResponse] = set()
        self._index = (STATIC / "index.html").read_text(encoding="utf-8")
        self._entrance = (STATIC / "enter.html").read_text(encoding="utf-8")

    def routes(self, app: web.Application) -> None:
        """Adds the routes. Each is guarded: see `tests/attacks/routes.py`."""
        act = self._guard.act
        app.router.add_get("/", self._guard.page(self._page, self._enter))
        app.router.add_get("/static/{file}", self._guard.file(self._file))
        app.router.add_get("/api/chat/{person}", act(self._history))
        app.router.add_get("/api/clock/{person}", act(self._clock))
        app.router.add_post("/api/do", act(self._do))
        app.router.add_post("/api/skip", act(self._skip))
        app.router.add_post("/api/clear/{person}", act(self._clear))
        app.router.add_get("/api/live", act(self._live))
        app.on_shutdown.append(self._say_goodbye)

    async def _enter(self, request: web.Request) -> web.Response:
        """Lets this browser in: its cookie, and its token for a script that goes on to the page."""
        log.info("browser_let_in")
        language = accepted(request.headers.get("Accept-Language"))
        shown = filled(self._entrance, language, token=self._guard.token, language=language)
        response = web.Response(text=shown, content_type="text/html")
        self._guard.give_cookie(response)
        return response

    async def _file(self, request: web.Request) -> web.FileResponse:
        name = request.match_info["file"]
        if name not in FILES:
            raise web.HTTPNotFound
        return web.FileResponse(STATIC / name)

    async def _page(self, request: web.Request) -> web.Response:
        shown = _people(request)
        asked_for = accepted(request.headers.get("Accept-Language"))
        if shown is None:
            raise web.HTTPBadRequest(text=error(asked_for, "bad-name"))
        for one in shown:
            chosen = await self._adapter.desk.language_of(address_of(one["user"]))
            one["words"] = words = words_for(chosen or asked_for, one["name"])
            one["label"] = words[f"role-{one['role']}"].capitalize() if one["role"] else one["name"]
        language = shown[0]["words"]["language"]
        page = filled(self._index, language, people=json.dumps(shown), language=language)
        return web.Response(text=page, content_type="text/html")

    async def _history(self, request: web.Request) -> web.Response:
        return web.json_response({"entries": await self._adapter.history(_person(request))})

    async def _clock(self, request: web.Request) -> web.Response:
        return web.json_response(await self._time_of(_person(request)))

    async def _do(self, request: web.Request) -> web.Response:
        try:
            gesture = to_gesture(await _body(request))
        except TooLongError:
            raise web.HTTPBadRequest(text="too-long") from None
        except NotUnderstoodError:
            raise web.HTTPBadRequest(text="failed") from None
        await self._adapter.take(gesture)
        language = await self._adapter.desk.language_of(gesture.event.sender)
        return web.json_response({"done": True, "language": language})

    async def _skip(self, _: web.Request) -> web.Response:
        return web.json_response({"moved": await self._adapter.skip()})

    async def _clear(self, request: web.Request) -> web.Response:
        await self._adapter.forget_chat(_person(request))
        return web.json_response({"done": True})

    async def _live(self, request: web.Request) -> web.WebSocketResponse:
        people = frozenset(request.query.getall("person", []))
        socket = web.WebSocketResponse(heartbeat=25, max_msg_size=1024, protocols=(PROTOCOL,))
        await socket.prepare(request)
        self._sockets.add(socket)
        queue = _Changes(socket, people)
        leave = self._adapter.listen(queue.put)
        try:
            async for message in socket:
                if message.type is not WSMsgType.TEXT:
                    break
        finally:
            leave()
            self._sockets.discard(socket)
            await queue.close()
        return socket

    async def _say_goodbye(self, _: web.Application) -> None:
        for socket in list(self._sockets):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    async def _time_of(self, user: str) -> Json:
        zone = await self._adapter.desk.zone_of(address_of(user))
        return {"now": self._adapter.desk.now().isoformat(), "zone": zone}


class _Changes:
    """Sends the changes of `people` to one browser, in order, without delaying the chat."""

    def __init__(self, socket: web.WebSocketResponse, people: frozenset[str]) -> None:
        self._socket = socket
        self._people = people
        self._lagging = False
        self._waiting: asyncio.Queue[Json] = asyncio.Queue(maxsize=MOST_WAITING)
        self._task = asyncio.create_task(self._pass_on())

    def put(self, user: str | None, change: Json) -> None:
        if user is not None and user not in self._people:
            return
        if self._waiting.full():
            self._lagging = True
            return
        self._waiting.put_nowait({"person": user} | change)

    async def close(self) -> None:
        self._task.cancel()
        with suppress(asyncio.CancelledError, ConnectionError):
            await self._task

    async def _pass_on(self) -> None:
        while True:
            await self._socket.send_json(await self._next())

    async def _next(self) -> Json:
        """The next change; or, once some were left out, that the whole chats are to be loaded."""
        if not self._lagging:
            return await self._waiting.get()
        self._lagging = False
        while not self._waiting.empty():
            self._waiting.get_nowait()
        return {"person": None, "change": "missed"}


def _people(request: web.Request) -> list[Json] | None:
    person = request.query.get("person")
    if person is not None:
        role = person if person in ROLES else ""
        shown = [{"user": person, "role": role}]
    else:
        shown = [{"user": request.query.get(role, role), "role": role} for role in ROLES]
    if not all(is_user(one["user"]) for one in shown):
        return None
    for one in shown:
        one["name"] = name_of(one["user"])
    return shown


def _person(request: web.Request) -> str:
    user = request.match_info["person"]
    if not is_user(user):
        raise web.HTTPBadRequest(text="failed")
    return user


async def _body(request: web.Request) -> object:
    try:
        parsed: object = await request.json()
    except (ValueError, LookupError, RecursionError):
        raise web.HTTPBadRequest(text="failed") from None
    return parsed
