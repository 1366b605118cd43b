"""The one object by which a chat platform registers itself, and what it is handed to open with.

Nothing here imports a server, a database or an SDK: the object is made at every start, also where
the platform is not configured.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import typer

from adapters.shared.extras import Extra
from adapters.shared.outgoing import OutgoingMethods
from adapters.shared.set_up import PlatformSetUp
from bot.ports import Answering, Desk, GuestDesk, MayDestroy, Sealer, always
from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import MetaData
    from sqlalchemy.ext.asyncio import AsyncEngine

    from adapters.shared.http import Server

NAME = re.compile(r"[a-z][a-z0-9]{1,30}")


class PlatformRefusedError(Exception):
    """The platform cannot be opened like this. The text says what to do, and holds no secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """All that a platform is handed when it is opened.

    `settings` is an instance of the platform's own class (`Platform.settings`). `engine` makes the
    database engine of its own tables; the caller disposes of it. `server` has not been started
    yet; without one nothing is taken in, only sent. `guests` is for a platform that is a
    `bot.ports.GuestDoor`. Call `join` once the adapter can send, before
    the first event may come in. `keyed_hash(purpose, text)` names a text without telling it.
    Ask `may_destroy` before anything is removed because its time has come.
    """

    settings: Any
    sealer: Sealer
    keyed_hash: Callable[[str, str], str]
    engine: Callable[[], AsyncEngine]
    desk: Desk
    guests: GuestDesk
    server: Server | None
    join: Callable[[Answering], None]
    may_destroy: MayDestroy = always


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTables:
    """A platform's own tables. `handrail db copy` takes them along.

    On SQLite they lie in `file` in the data folder, on PostgreSQL in the organisation's database.
    `sealed` names every column ("table.column") whose bytes are sealed; a test holds the list
    true. All other columns can be read by whoever has the database.
    """

    file: str
    metadata: Callable[[], MetaData]
    sealed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """All that Handrail has to know of one chat platform. No fact may be left out.

    `name` is the platform's part of every address. `settings` extends `Settings` (or is
    `Settings`, where it needs none of its own), and `is_configured` says whether they ask for the
    platform. `open` runs while Handrail runs, and raises PlatformRefusedError where it cannot
    begin; it imports the SDK, so it is called only where the platform is configured. It is None
    for a platform that a way of running opens by itself. `commands` become `handrail <name> …`.
    `sentences` is the folder of its own sentences (see `bot.text.add_sentences`). None means that
    the platform has no such thing. `outgoing` lists every way by which something leaves to it, and
    so what it still holds after an erase. `needs` says for given settings which libraries `open`
    needs beside those that everybody has; None for none. `set_up` is what `handrail init` asks and
    makes for it; None for a platform about which nothing has to be asked.
    """

    name: str
    settings: type[Settings]
    is_configured: Callable[[Any], bool]
    open: Callable[[Handover], AbstractAsyncContextManager[None]] | None
    commands: typer.Typer | None
    tables: OwnTables | None
    sentences: Traversable | None
    outgoing: OutgoingMethods
    needs: Callable[[Any], Extra | None]
    set_up: PlatformSetUp | None

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise ValueError("a platform's name is of small letters and digits")
