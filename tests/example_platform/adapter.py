"""Postbox as an `Adapter`: the only file that knows the SDK.

Postbox deletes every letter of the bot's. What a person wrote into the box is theirs and stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import structlog

from bot.chat import Event, Message
from bot.domain.pace import Pace
from bot.domain.people import Address
from bot.ports import Desk, NotSent, Outcome, Own, Sent, Unknown
from tests.example_platform.inbound import NAME
from tests.example_platform.installs import Installs
from tests.example_platform.outbound import files_of, quotes_of, render
from tests.example_platform.outgoing import OUTGOING
from tests.example_platform.service import Client, Letter, NoLetterError, TokenRefusedError

AWAY_FOR = timedelta(seconds=30)

log = structlog.get_logger()


class PostboxAdapter:
    """Each call is one attempt. `desk` is set before the first event comes in."""

    platform = NAME
    pace: Pace | None = None
    looks_up = True
    desk: Desk

    def __init__(self, client: Client, installs: Installs) -> None:
        self._client = client
        self._installs = installs

    async def send(self, to: Address, message: Message, reference: str) -> Outcome:
        try:
            return await self._write(to, reference, message)
        except ConnectionRefusedError:
            return NotSent("away", AWAY_FOR)
        except TokenRefusedError:
            return NotSent("not_installed")

    async def find(self, to: Address, reference: str) -> Outcome:
        """Looks the letter up. Raises OSError while Postbox is away: then it is asked again."""
        token = await self._installs.token(to.workspace)
        if token is None:
            return Unknown("not_installed")
        OUTGOING.of("letters")
        letters = await self._client.letters(token, to.user)
        found = next((one.id for one in letters if one.nonce == reference), None)
        return Sent(found) if found else NotSent("not_found")

    async def edit(self, to: Address, posted: str, message: Message) -> Outcome:
        token = await self._installs.token(to.workspace)
        if token is None:
            return NotSent("gone")
        try:
            OUTGOING.of("change")
            await self._client.change(token, posted, render(message))
        except NoLetterError:
            return NotSent("gone")
        except ConnectionRefusedError:
            return NotSent("away", AWAY_FOR)
        return Sent(posted)

    async def clear(self, to: Address, which: Own) -> None:
        try:
            token = await self._installs.token(to.workspace)
            for letter in await self._client.letters(token, to.user) if token else []:
                if _is_meant(letter, which):
                    OUTGOING.of("delete")
                    await self._client.delete(token or "", letter.id)
        except Exception as problem:
            log.error("clear_failed", error=type(problem).__name__)

    async def redraw_home(self, to: Address, language: str | None = None) -> None:
        """Does nothing: Postbox keeps no page about a person."""

    async def answer(self, event: Event, messages: Sequence[Message]) -> None:
        for number, message in enumerate(messages):
            nonce = message.reference or f"{event.id}:{number}"
            try:
                sent = await self._write(event.sender, nonce, message)
            except Exception as problem:
                log.error("answer_failed", error=type(problem).__name__)
                continue
            if message.reference is not None and isinstance(sent, Sent):
                await self.desk.posted(event.sender, message.reference, sent.message)

    async def _write(self, to: Address, nonce: str, message: Message) -> Outcome:
        token = await self._installs.token(to.workspace)
        if token is None:
            return NotSent("not_installed")
        OUTGOING.of("write")
        return Sent(await self._client.write(token, to.user, nonce, render(message)))


def _is_meant(letter: Letter, which: Own) -> bool:
    if which.since is not None and letter.at < which.since:
        return False
    if which.until is not None and letter.at >= which.until:
        return False
    if which.quoting is None or not files_of(letter.body).isdisjoint(which.files):
        return True
    quotes = quotes_of(letter.body)
    return any(words.text in quotes for words in which.quoting)
