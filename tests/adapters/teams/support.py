"""A Teams adapter connected to a fake Bot Connector, and a desk with scripted answers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import aiohttp

from adapters.shared.http import Server
from adapters.teams.adapter import TeamsAdapter
from adapters.teams.connector import Connector
from adapters.teams.endpoint import ROUTE, TeamsEndpoint, Verifier
from adapters.teams.files import OfferedFiles
from adapters.teams.inbound.arrivals import ChatReference
from adapters.teams.invokes import Invokes
from adapters.teams.rows import Rows
from adapters.teams.sdk.choosing import SdkName, chosen_sdk
from adapters.teams.throttle import Throttle
from adapters.teams.tokens import LocalTokens
from bot.chat import Button, Buttons, Event, Message, Quote, Text, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Answering
from storage.sql.engine import make_engine
from tests.adapters.support import OpenSealer, keyed_hash
from tests.adapters.teams.connector_peer import ConnectorPeer, connector_peer
from tests.fakes import FakeClock

Json = dict[str, Any]
TENANT = "11111111-1111-4111-8111-111111111111"
MAI = "aaaaaaaa-0000-4000-8000-000000000001"
BOT = "28:22222222-2222-4222-8222-222222222222"


@dataclass
class TeamsDesk:
    """Quotes back what was written. It answers accepted events when `finished` is awaited."""

    adapter: Answering | None = None
    taken: list[Event] = field(default_factory=list)
    accepted: list[Event] = field(default_factory=list)
    script: list[Sequence[Message]] = field(default_factory=list)
    trouble: Exception | None = None
    posts: list[tuple[Address, str, str]] = field(default_factory=list)
    page: Message = field(default_factory=lambda: message_of("Your page"))

    async def accept(self, event: Event) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.accepted.append(event)

    async def handle(self, event: Event) -> Sequence[Message]:
        if any(event.id == known.id for known in self.taken):
            return []
        self.taken.append(event)
        if self.script:
            return self.script.pop(0)
        said = event.what.text if isinstance(event.what, Wrote) else Words("…")
        return [message_of("You wrote:", said)]

    async def home(self, visitor: Event) -> Message:
        return self.page

    async def posted(
        self, to: Address, reference: str, message: str, parts: tuple[str, ...] = ()
    ) -> None:
        self.posts.append((to, reference, message))

    async def known(self, addresses: Sequence[Address]) -> Mapping[Address, bool]:
        raise AssertionError("in Teams a person has one address")

    async def left(self, workspace: Address) -> None:
        raise AssertionError("one person's goodbye is not the tenant's")

    async def returned(self, workspace: Address) -> None:
        raise AssertionError("one person's hello is not the tenant's")

    async def finished(self) -> None:
        assert self.adapter is not None
        for event in self.accepted:
            await self.adapter.answer(event, await self.handle(event))
        self.accepted.clear()


def message_of(text: str, words: Words | None = None) -> Message:
    blocks = (Text(text), Quote(words or Words("")), Buttons((Button("Yes", "act:yes"),)))
    return Message("test", "A note", blocks)


@dataclass
class Teams:
    """An adapter, its endpoint, and the peer that stands for Microsoft."""

    adapter: TeamsAdapter
    desk: TeamsDesk
    endpoint: TeamsEndpoint
    rows: Rows
    files: OfferedFiles
    peer: ConnectorPeer
    sealer: OpenSealer
    address: str = ""
    http: aiohttp.ClientSession | None = None

    async def posts(
        self, activity: object, headers: dict[str, str] | None = None
    ) -> tuple[int, Any]:
        assert self.http is not None
        data = activity if isinstance(activity, bytes) else None
        given = None if isinstance(activity, bytes) else activity
        async with self.http.post(
            f"{self.address}{self.endpoint.way_in or ROUTE[1:]}",
            json=given,
            data=data,
            headers=headers,
        ) as answer:
            body = await answer.json() if answer.content_type == "application/json" else None
            return answer.status, body

    async def finished(self) -> None:
        await self.endpoint.close()
        await self.desk.finished()
        await self.adapter.close()

    def shown(self, user: str = MAI) -> list[Json]:
        return self.peer.messages(conversation_of(user))


def conversation_of(user: str) -> str:
    return f"a:{user}"


def activity(
    service: str, text: str | None = "hello", user: str = MAI, number: int = 1, **more: Any
) -> Json:
    """An activity as Teams sends it from a personal chat."""
    body: Json = {
        "type": "message",
        "id": f"{1_700_000_000_000 + number}",
        "timestamp": "2026-11-23T12:00:00.000Z",
        "channelId": "msteams",
        "serviceUrl": service,
        "from": {"id": f"29:{user}", "name": "Mai", "aadObjectId": user},
        "recipient": {"id": BOT, "name": "Handrail"},
        "conversation": {
            "id": conversation_of(user),
            "conversationType": "personal",
            "tenantId": TENANT,
        },
        "channelData": {"tenant": {"id": TENANT}},
        "locale": "en-GB",
        "localTimezone": "Europe/Berlin",
        "textFormat": "plain",
    }
    if text is not None:
        body["text"] = text
    return body | more


def pressed(service: str, data: Json, verb: str = "do", number: int = 1, **more: Any) -> Json:
    value = {"action": {"type": "Action.Execute", "verb": verb, "data": data}, "trigger": "manual"}
    body = activity(service, None, number=number, **more)
    return body | {"type": "invoke", "name": "adaptiveCard/action", "value": value}


def chat_of(service: str, user: str = MAI, workspace: str = TENANT) -> ChatReference:
    return ChatReference(
        workspace, user, f"29:{user}", conversation_of(user), BOT, service, "en-GB"
    )


@asynccontextmanager
async def teams(
    folder: Path,
    *,
    clock: FakeClock | None = None,
    seconds: Callable[[], float] | None = None,
    throttling: bool = False,
    verifier: Verifier | None = None,
    served: bool = False,
    sdk: SdkName = "botbuilder",
) -> AsyncIterator[Teams]:
    """`seconds` is the clock of both throttles; without it no call is too fast."""
    ticks = iter(range(0, 10**9, 60))
    tells = seconds or (lambda: float(next(ticks)))
    sealer = OpenSealer()
    async with (
        rows_at(f"sqlite:///{folder / 'teams.db'}", sealer) as rows,
        connector_peer(tells, throttling=throttling) as peer,
        aiohttp.ClientSession() as http,
    ):
        connector = Connector(http, _no_token, local=True)
        voice = chosen_sdk(sdk).voice(connector)
        files = OfferedFiles()
        now: Callable[[], datetime] = (clock or FakeClock()).now
        adapter = TeamsAdapter(voice, rows, files, Throttle(tells), now, _no_sleep)
        adapter.desk = desk = TeamsDesk(adapter)
        invokes = Invokes(adapter, rows, files, connector)
        endpoint = TeamsEndpoint(
            adapter,
            verifier or LocalTokens(),
            rows,
            invokes,
            local="local" if verifier is None else None,
        )
        opened = Teams(adapter, desk, endpoint, rows, files, peer, sealer)
        server = Server("127.0.0.1", 0)
        server.mount(endpoint.routes)
        if served:
            await server.start()
            opened.address, opened.http = server.address, http
        try:
            yield opened
        finally:
            await endpoint.close()
            await adapter.close()
            await server.stop()


@asynccontextmanager
async def rows_at(url: str, sealer: OpenSealer, keep_days: int = 365) -> AsyncIterator[Rows]:
    engine = make_engine(url)
    try:
        yield await Rows.on(engine, sealer, keyed_hash, keep_days)
    finally:
        await engine.dispose()


async def _no_token() -> None:
    return None


async def _no_sleep(_: float) -> None:
    await asyncio.sleep(0)
