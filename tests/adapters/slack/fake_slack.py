"""Our own fake Slack, for what the peer by others lacks: checked tokens, rate limits, metadata of
messages, a history that lags, validation, OAuth, and every way to fail.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from aiohttp import web
from slack_sdk.errors import SlackObjectFormationError

from tests.adapters.slack.block_kit import assert_message

Json = dict[str, Any]

TEAM, APP, BOT, SECRET = "T0ACME", "A0HANDRAIL", "U0BOT", "0f" * 16
TOKEN = "xoxb-right"
WRITES = ("chat.postMessage", "chat.update", "chat.delete", "views.publish", "views.open")


@dataclass(frozen=True, slots=True)
class Fault:
    """How one call fails. `after`: the call is carried out, and only its answer is lost."""

    error: str = ""
    status: int = 200
    retry_after: str | None = None
    drop: bool = False
    after: bool = False
    seconds: float = 0.0


@dataclass
class FakeSlack:
    """`now` gives time stamps. `lag` is how many reads of a history miss a new message;
    `unready` is how many postings with a picture come before Slack has processed the file.
    """

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    tokens: set[str] = field(default_factory=lambda: {TOKEN})
    scopes: str | None = None
    calls: list[tuple[str, Json]] = field(default_factory=list)
    faults: dict[str, list[Fault | None]] = field(default_factory=lambda: defaultdict(list))
    chats: dict[str, list[Json]] = field(default_factory=lambda: defaultdict(list))
    files: dict[str, Json] = field(default_factory=dict)
    uploads: list[Json] = field(default_factory=list)
    homes: dict[str, Json] = field(default_factory=dict)
    users: dict[str, Json] = field(default_factory=dict)
    quiet: dict[str, tuple[float, float]] = field(default_factory=dict)
    oauth: list[Json] = field(default_factory=list)
    lag: int = 0
    unready: int = 0
    team: str = TEAM
    address: str = ""
    numbers: count[int] = field(default_factory=lambda: count(1))

    @property
    def api(self) -> str:
        return f"{self.address}/api/"

    def counted(self) -> Counter[str]:
        return Counter(method for method, _ in self.calls)

    def shown(self, user: str) -> list[Json]:
        return self.chats[chat_of(user)]

    def called(self, method: str) -> list[Json]:
        return [given for name, given in self.calls if name == method]

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        given = await _arguments(request)
        self.calls.append((method, given))
        fault = self.faults[method].pop(0) if self.faults[method] else None
        if fault is not None and not fault.after:
            return await _fail(request, fault)
        bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if method != "oauth.v2.access" and bearer not in self.tokens:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        if method == "auth.revoke":
            self.tokens.discard(bearer)
        answer = self.answer(method, given)
        if fault is not None:
            return await _fail(request, fault)
        told = {} if self.scopes is None else {"x-oauth-scopes": self.scopes}
        return web.json_response({"ok": "error" not in answer} | answer, headers=told)

    async def take_upload(self, request: web.Request) -> web.Response:
        self.calls.append(("upload", {}))
        file = self.files[request.match_info["file"]]
        file["bytes"] = await request.read()
        self.uploads.append(file)
        return web.Response(text="OK")

    def answer(self, method: str, given: Json) -> Json:
        carried_out: Callable[[Json], Json] | None = {
            "auth.test": self._who,
            "auth.revoke": lambda _: {"revoked": True},
            "bots.info": lambda _: {"bot": {"app_id": APP}},
            "users.info": self._user,
            "dnd.info": self._quiet,
            "conversations.open": lambda g: {"channel": {"id": chat_of(g["users"])}},
            "conversations.history": self._history,
            "conversations.replies": self._replies,
            "chat.postMessage": self._post,
            "chat.postEphemeral": lambda g: {"message_ts": self._stamp()},
            "chat.update": self._update,
            "chat.delete": self._delete,
            "views.publish": self._publish,
            "views.open": lambda g: {"view": {"id": "V1"}},
            "files.getUploadURLExternal": self._place,
            "files.completeUploadExternal": self._complete,
            "files.delete": self._drop_file,
            "oauth.v2.access": lambda g: (
                self.oauth.pop(0) if self.oauth else {"error": "invalid_code"}
            ),
        }.get(method)
        return carried_out(given) if carried_out else {"error": "unknown_method"}

    def _who(self, _: Json) -> Json:
        me = {"team_id": self.team, "user_id": BOT, "bot_id": "B0BOT"}
        return me | {"is_enterprise_install": False}

    def _user(self, given: Json) -> Json:
        user = {"id": given["user"], "tz": "Europe/Berlin", "locale": "en-GB", "profile": {}}
        return {
            "user": user | {"real_name": given["user"].title()} | self.users.get(given["user"], {})
        }

    def _quiet(self, given: Json) -> Json:
        begins, ends = self.quiet.get(given["user"], (1, 1))
        return {"dnd_enabled": True, "next_dnd_start_ts": begins, "next_dnd_end_ts": ends}

    def _stamp(self) -> str:
        at = self.now()
        return f"{int(at.timestamp())}.{next(self.numbers):06d}"

    def _post(self, given: Json) -> Json:
        if not _is_drawable(given.get("blocks", [])) or not self._is_ready(given.get("blocks", [])):
            return {"error": "invalid_blocks"}
        message = {"type": "message", "user": BOT, "bot_id": "B0BOT", "ts": self._stamp()}
        names = ("text", "blocks", "metadata", "thread_ts")
        kept = {name: given[name] for name in names if name in given}
        self.chats[given["channel"]].append(message | kept)
        return {"ts": message["ts"], "channel": given["channel"]}

    def _is_ready(self, blocks: list[Json]) -> bool:
        drawn = [block["slack_file"]["id"] for block in blocks if "slack_file" in block]
        if drawn and self.unready:
            self.unready -= 1
            return False
        return all(self.files.get(one, {}).get("shown") for one in drawn)

    def _found(self, given: Json) -> Json | None:
        return next((m for m in self.chats[given["channel"]] if m["ts"] == given["ts"]), None)

    def _update(self, given: Json) -> Json:
        found = self._found(given)
        if found is None:
            return {"error": "message_not_found"}
        found.update(text=given["text"], blocks=given["blocks"])
        return {"ts": found["ts"]}

    def _delete(self, given: Json) -> Json:
        found = self._found(given)
        if found is None:
            return {"error": "message_not_found"}
        self.chats[given["channel"]].remove(found)
        return {}

    def _history(self, given: Json) -> Json:
        oldest = float(given.get("oldest") or 0)
        latest = float(given.get("latest") or "inf")
        chat = self.chats[given["channel"]]
        every = [m for m in chat if m.get("thread_ts", m["ts"]) == m["ts"]]
        listed = [
            m | _counted_replies(chat, m["ts"]) for m in every if oldest <= float(m["ts"]) <= latest
        ]
        if self.lag:
            self.lag -= 1
            listed = listed[:-1]
        begin, size = int(given.get("cursor") or 0), int(given["limit"])
        newest = listed[::-1][begin : begin + size]
        more = str(begin + size) if begin + size < len(listed) else ""
        return {"messages": newest, "response_metadata": {"next_cursor": more}}

    def _replies(self, given: Json) -> Json:
        oldest, latest = float(given.get("oldest") or 0), float(given.get("latest") or "inf")
        there = [m for m in self.chats[given["channel"]] if given["ts"] in _names_of(m)]
        first = [m for m in there if m["ts"] == given["ts"]]
        later = [m for m in there if m not in first and oldest <= float(m["ts"]) <= latest]
        return {"messages": [*first, *later], "response_metadata": {"next_cursor": ""}}

    def _publish(self, given: Json) -> Json:
        self.homes[given["user_id"]] = given["view"]
        return {}

    def _place(self, given: Json) -> Json:
        file = f"F{next(self.numbers):08d}"
        self.files[file] = {"id": file, "name": given["filename"], "shown": False}
        return {"upload_url": f"{self.address}/upload/{file}", "file_id": file}

    def _complete(self, given: Json) -> Json:
        for one in given["files"]:
            self.files[one["id"]]["shown"] = True
            if given.get("channel_id"):
                message = {"type": "message", "user": BOT, "ts": self._stamp(), "text": ""}
                shared = [{"id": one["id"], "title": one.get("title", "")}]
                there = {"thread_ts": given["thread_ts"]} if given.get("thread_ts") else {}
                self.chats[given["channel_id"]].append(message | {"files": shared} | there)
        return {}

    def _drop_file(self, given: Json) -> Json:
        if self.files.pop(given["file"], None) is None:
            return {"error": "file_not_found"}
        for messages in self.chats.values():
            messages[:] = [m for m in messages if _only_file(m) != given["file"]]
        return {}


def _names_of(message: Json) -> tuple[str, str]:
    return message["ts"], message.get("thread_ts", "")


def _counted_replies(chat: list[Json], first: str) -> Json:
    found = [m["ts"] for m in chat if m.get("thread_ts") == first and m["ts"] != first]
    return {"reply_count": len(found), "latest_reply": found[-1]} if found else {}


def _only_file(message: Json) -> str | None:
    files = message.get("files") or []
    return str(files[0]["id"]) if len(files) == 1 else None


def _is_drawable(blocks: list[Json]) -> bool:
    try:
        assert_message(blocks)
    except (AssertionError, SlackObjectFormationError):
        return False
    return True


def chat_of(user: str) -> str:
    return f"D{user.removeprefix('U')}"


@asynccontextmanager
async def fake_slack(**given: Any) -> AsyncIterator[FakeSlack]:
    slack = FakeSlack(**given)
    app = web.Application(client_max_size=8 * 1024 * 1024)
    app.router.add_post("/api/{method}", slack.handle)
    app.router.add_post("/upload/{file}", slack.take_upload)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    slack.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield slack
    finally:
        await runner.cleanup()


async def _fail(request: web.Request, fault: Fault) -> web.StreamResponse:
    if fault.seconds:
        await asyncio.sleep(fault.seconds)
    if fault.drop:
        assert request.transport is not None
        request.transport.abort()
        return web.Response()
    headers = {"Retry-After": fault.retry_after} if fault.retry_after else {}
    if not fault.error:
        return web.Response(status=fault.status, text="<html>", headers=headers)
    told = {"ok": False, "error": fault.error}
    return web.json_response(told, status=fault.status, headers=headers)


async def _arguments(request: web.Request) -> Json:
    if request.content_type == "application/json":
        found: Json = await request.json()
        return found
    fields = await request.post()
    return {name: _parsed(str(value)) for name, value in fields.items()}


def _parsed(value: str) -> Any:
    return json.loads(value) if value[:1] in ("[", "{") else value
