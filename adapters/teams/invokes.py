"""What Teams wants answered in the same breath: a press, a look at a card, a yes to a file."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.teams.adapter import TeamsAdapter
from adapters.teams.connector import Connector
from adapters.teams.files import Files
from adapters.teams.inbound.arrivals import Asked, Place, with_origin
from adapters.teams.outbound.cards import CHOSEN
from adapters.teams.outbound.echo import from_echo
from adapters.teams.outbound.render import (
    CARD_TYPE,
    card_of,
    file_failed,
    file_gone,
    file_there,
    ways_on,
)
from adapters.teams.rows import Rows
from bot.chat import Buttons, Event, Message, Pressed

Json = dict[str, Any]
MESSAGE_TYPE = "application/vnd.microsoft.activity.message"


@dataclass(frozen=True, slots=True)
class Answer:
    """`body` goes back at once; `afterwards` is what is said in the chat."""

    body: Json
    afterwards: Coroutine[Any, Any, None] | None = None


class Invokes:
    def __init__(
        self, adapter: TeamsAdapter, rows: Rows, files: Files, connector: Connector
    ) -> None:
        self._adapter = adapter
        self._rows = rows
        self._files = files
        self._connector = connector

    async def answer(self, asked: Asked) -> Answer:
        if asked.kind == "file":
            return self._file(asked)
        if asked.event is None:
            return Answer(_message(""))
        if asked.kind == "do":
            return await self._pressed(asked, asked.event)
        if asked.kind == "home":
            return Answer(
                _card(card_of(await self._adapter.desk.home(asked.event), _reader(asked)))
            )
        return Answer(await self._looked(asked))

    async def _pressed(self, asked: Asked, event: Event) -> Answer:
        """The pressed card shows what was chosen on it; where it cannot be drawn, a line does."""
        place = asked.place
        messages = await self._adapter.desk.handle(with_origin(event, place))
        shown = from_echo(asked.echo)
        action = event.what.action if isinstance(event.what, Pressed) else ""
        if shown is not None and action:
            await self._rows.pressed(place.address, asked.message, action)
            body = _card(card_of(shown, place.reader, action))
        else:
            body = _message(CHOSEN + asked.said if asked.said else "")
        return Answer(body, self._say(place, messages))

    async def _looked(self, asked: Asked) -> Json:
        shown = from_echo(asked.echo)
        if shown is None:
            return _message("")
        address = asked.place.address
        marks = {one.chosen for one in await self._rows.own(address, asked.message)}
        pressed = (a for a in _actions(shown) if self._rows.mark(address, a) in marks)
        return _card(card_of(shown, asked.place.reader, next(pressed, None)))

    async def _say(self, place: Place, messages: Sequence[Message]) -> None:
        await self._adapter.tell(place, messages, ways_on(place.locale))

    def _file(self, asked: Asked) -> Answer:
        value = asked.value or {}
        context = value.get("context")
        ours = context.get("handrail") if isinstance(context, dict) else None
        ticket = ours.get("file") if isinstance(ours, dict) else None
        upload = value.get("uploadInfo")
        accepted = value.get("action") == "accept" and isinstance(upload, dict)
        return Answer({}, self._hand_over(asked, ticket, upload if accepted else None))

    async def _hand_over(self, asked: Asked, ticket: object, upload: Json | None) -> None:
        place = asked.place
        document = self._files.redeem(place.address, ticket)
        if asked.message:
            await self._adapter.take_back(place, asked.message)
        if upload is None:
            return
        if document is None:
            await self._adapter.tell(place, [file_gone(place.locale)])
            return
        content = document.content.text.encode()
        if await self._connector.upload(str(upload.get("uploadUrl", "")), content):
            await self._adapter.show(place, file_there(upload))
        else:
            await self._adapter.tell(place, [file_failed(place.locale, document)])


def _actions(message: Message) -> list[str]:
    blocks = (block for block in message.blocks if isinstance(block, Buttons))
    return [button.action for block in blocks for button in block.buttons]


def _reader(asked: Asked) -> str:
    return asked.place.reader


def _card(card: Json) -> Json:
    return {"statusCode": 200, "type": CARD_TYPE, "value": card}


def _message(text: str) -> Json:
    return {"statusCode": 200, "type": MESSAGE_TYPE, "value": text}
