"""Answers the requests for which Teams waits: a press, a card drawn again, a file accepted."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.shared.json_values import Json, text_at, value_at
from adapters.teams.adapter import TeamsAdapter
from adapters.teams.connector import Connector
from adapters.teams.files import OfferedFiles
from adapters.teams.inbound.arrivals import ChatReference, Invoke, with_origin
from adapters.teams.outbound.cards import OURS
from adapters.teams.outbound.echo import from_echo
from adapters.teams.outbound.render import (
    CARD_TYPE,
    card_of,
    choose_one,
    file_failed,
    file_gone,
    file_there,
    ways_on,
)
from adapters.teams.outbound.widths import CHOSEN
from adapters.teams.rows import Rows
from bot.chat import Buttons, Event, Message, Pressed

MESSAGE_TYPE = "application/vnd.microsoft.activity.message"


@dataclass(frozen=True, slots=True)
class InvokeResponse:
    """`body` is returned at once; `afterwards` sends the messages that follow in the chat."""

    body: Json
    afterwards: Coroutine[Any, Any, None] | None = None


class Invokes:
    """Answers each kind of `Invoke`."""

    def __init__(
        self, adapter: TeamsAdapter, rows: Rows, files: OfferedFiles, connector: Connector
    ) -> None:
        self._adapter = adapter
        self._rows = rows
        self._files = files
        self._connector = connector

    async def answer(self, invoke: Invoke) -> InvokeResponse:
        if invoke.kind == "file":
            return self._file(invoke)
        if invoke.event is None:
            return InvokeResponse(_message(choose_one(invoke.chat.locale)))
        if invoke.kind == "do":
            return await self._pressed(invoke, invoke.event)
        if invoke.kind == "home":
            home = await self._adapter.desk.home(invoke.event)
            await self._adapter.noted(invoke.chat, invoke.message, home)
            return InvokeResponse(_card(card_of(home, invoke.chat.reader)))
        return InvokeResponse(await self._looked(invoke))

    async def _pressed(self, invoke: Invoke, event: Event) -> InvokeResponse:
        """Draws the pressed card with the choice on it, or one line if it cannot be drawn again."""
        chat = invoke.chat
        messages = await self._adapter.desk.handle(with_origin(event, chat))
        shown = from_echo(invoke.echo)
        action = event.what.action if isinstance(event.what, Pressed) else ""
        if shown is not None and action:
            await self._rows.pressed(chat.address, invoke.message, action)
            body = _card(card_of(shown, chat.reader, action))
        else:
            body = _message(CHOSEN + invoke.said if invoke.said else "")
        return InvokeResponse(body, self._say(chat, messages))

    async def _looked(self, invoke: Invoke) -> Json:
        shown = from_echo(invoke.echo)
        if shown is None:
            return _message("")
        address = invoke.chat.address
        chosen = {one.chosen for one in await self._rows.own(address, invoke.message)}
        pressed = (a for a in _actions(shown) if self._rows.text_hash(address, a) in chosen)
        return _card(card_of(shown, invoke.chat.reader, next(pressed, None)))

    async def _say(self, chat: ChatReference, messages: Sequence[Message]) -> None:
        await self._adapter.tell(chat, messages, ways_on(chat.locale))

    def _file(self, invoke: Invoke) -> InvokeResponse:
        """Teams sends `uploadInfo`, an address for the file, only when the person accepts it."""
        ticket = text_at(invoke.value, "context", OURS, "file")
        upload = value_at(invoke.value, "uploadInfo")
        accepted = text_at(invoke.value, "action") == "accept" and isinstance(upload, dict)
        return InvokeResponse({}, self._hand_over(invoke, ticket, upload if accepted else None))

    async def _hand_over(self, invoke: Invoke, ticket: str, upload: object) -> None:
        chat = invoke.chat
        document = self._files.redeem(chat.address, ticket)
        if invoke.message:
            await self._adapter.take_back(chat, invoke.message)
        if not isinstance(upload, dict):
            return
        if document is None:
            await self._adapter.tell(chat, [file_gone(chat.locale)])
            return
        content = document.content.text.encode()
        if await self._connector.upload(str(upload.get("uploadUrl", "")), content):
            await self._adapter.show(chat, file_there(upload))
        else:
            await self._adapter.tell(chat, [file_failed(chat.locale, document)])


def _actions(message: Message) -> list[str]:
    blocks = (block for block in message.blocks if isinstance(block, Buttons))
    return [button.action for block in blocks for button in block.buttons]


def _card(card: Json) -> Json:
    return {"statusCode": 200, "type": CARD_TYPE, "value": card}


def _message(text: str) -> Json:
    return {"statusCode": 200, "type": MESSAGE_TYPE, "value": text}
