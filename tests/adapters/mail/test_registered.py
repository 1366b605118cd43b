"""Mail opens from its settings, with the page and the way to stop, and without a server too."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.mail.registration import PLATFORM
from adapters.mail.settings import MailSettings
from adapters.shared.http import Server
from adapters.shared.registration import Handover
from bot.chat import Message, Text
from bot.domain.people import Address
from bot.ports import Answering, Sent, SigningIn
from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from tests.adapters.mail.support import ANNA, SENDER, Post, serving
from tests.adapters.support import OpenSealer, ScriptedDesk, keyed_hash

NOTE = Message("note", "A note", (Text("x"),), language="en")


class NoGuests:
    """Opens no guest link."""

    async def guest_link_opens(self, secret: str) -> bool:
        return False

    async def guest_asks(self, secret: str, guest: Address) -> bool:
        return False


@dataclass
class Opened:
    adapter: Answering
    server: Server | None
    post: Post


@asynccontextmanager
async def opened(folder: Path, *, serves: bool = True, **more: Any) -> AsyncIterator[Opened]:
    post = Post()
    with serving(post) as smtp:
        given = {
            "mail_host": "localhost",
            "mail_port": smtp.port,
            "mail_from": SENDER,
            "public_url": "https://bot.example.org",
        }
        settings = MailSettings.model_validate(given | more)
        async with AsyncExitStack() as stack:

            def engine() -> AsyncEngine:
                made = make_engine(sqlite_in(folder / "mail.db"))
                stack.push_async_callback(made.dispose)
                return made

            joined: list[Answering] = []
            server = Server("127.0.0.1", 0) if serves else None
            desk: Any = ScriptedDesk()
            handover = Handover(
                settings=settings,
                sealer=OpenSealer(),
                keyed_hash=keyed_hash,
                engine=engine,
                desk=desk,
                guests=NoGuests(),
                server=server,
                join=joined.append,
            )
            assert PLATFORM.open is not None
            assert PLATFORM.is_configured(settings)
            await stack.enter_async_context(PLATFORM.open(handover))
            if server is not None:
                await server.start()
                stack.push_async_callback(server.stop)
            yield Opened(joined[0], server, post)


async def test_a_web_process_serves_the_page_and_the_way_to_stop(tmp_path: Path) -> None:
    async with opened(tmp_path) as here, aiohttp.ClientSession() as http:
        assert here.server is not None
        assert isinstance(here.adapter, SigningIn)
        assert (await here.adapter.sign_in()).works is True
        assert isinstance(await here.adapter.send(ANNA, NOTE, "ref"), Sent)
        (left,) = here.post.mails
        stop = left["List-Unsubscribe"].strip("<>").removeprefix("https://bot.example.org/")
        (link,) = [x for x in left.get_content().split() if "/mail/link/" in x]
        for path in (stop, link.removeprefix("https://bot.example.org/"), "mail"):
            headers = {"Host": "bot.example.org"}
            async with http.get(here.server.address + path, headers=headers) as answer:
                assert answer.status == 200, path


async def test_a_worker_sends_without_a_server(tmp_path: Path) -> None:
    async with opened(tmp_path, serves=False) as here:
        assert isinstance(await here.adapter.send(ANNA, NOTE, "ref"), Sent)
