"""The only file that knows the Bot Framework SDK, so a successor replaces only this file.

Activities are plain dicts on both sides. The SDK runs a "turn" in a conversation
(`continue_conversation`) and fetches the tokens for our calls. `Connector` makes the requests, and
incoming activities are verified and read without the SDK (docs/decisions/0016).
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

import jwt
from botbuilder.core import BotAdapter, TurnContext
from botbuilder.integration.aiohttp import ConfigurationServiceClientCredentialFactory
from botbuilder.schema import Activity, ConversationReference, ResourceResponse
from botframework.connector.auth import CertificateAppCredentials

from adapters.shared.json_values import Json
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.inbound.activities import CHANNEL_ID
from adapters.teams.inbound.arrivals import ChatReference
from adapters.teams.outbound.outcomes import ConnectorReply, NotReachedError

REPLY = "handrail.reply"
TOKEN_SECONDS = 20.0
EARLY_SECONDS = 300.0
SCOPE = "https://api.botframework.com"
LOGIN = "https://login.microsoftonline.com/"
# These libraries log whole bodies and addresses at DEBUG and INFO.
TALKATIVE = ("botbuilder", "botframework", "msrest", "msal", "urllib3", "requests")


class Voice(BotAdapter):  # type: ignore[misc]
    """Sends, edits and deletes messages in one chat, through the SDK's own turns."""

    def __init__(self, connector: Connector) -> None:
        super().__init__()
        self._connector = connector

    async def say(self, chat: ChatReference, activity: Json) -> ConnectorReply:
        """Makes one attempt. Raises NotReachedError and NoAnswerError."""

        async def send(context: TurnContext) -> None:
            await context.send_activity(Activity().deserialize(activity))

        return await self._in(chat, send)

    async def change(self, chat: ChatReference, message: str, activity: Json) -> ConnectorReply:
        async def update(context: TurnContext) -> None:
            changed = Activity().deserialize(activity)
            changed.id = message
            await context.update_activity(changed)

        return await self._in(chat, update)

    async def take_back(self, chat: ChatReference, message: str) -> ConnectorReply:
        async def delete(context: TurnContext) -> None:
            await context.delete_activity(message)

        return await self._in(chat, delete)

    async def _in(self, chat: ChatReference, act: Any) -> ConnectorReply:
        replies: list[ConnectorReply] = []

        async def logic(context: TurnContext) -> None:
            context.turn_state[REPLY] = replies
            await act(context)

        await self.continue_conversation(_reference(chat), logic)
        return replies[-1]

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        responses = []
        for activity in activities:
            activity.id = None
            reply = await self._connector.send(
                activity.service_url, activity.conversation.id, _plain(activity)
            )
            context.turn_state[REPLY].append(reply)
            responses.append(ResourceResponse(id=reply.id))
        return responses

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        reply = await self._connector.update(
            activity.service_url, activity.conversation.id, activity.id, _plain(activity)
        )
        context.turn_state[REPLY].append(reply)
        return ResourceResponse(id=reply.id)

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        reply = await self._connector.delete(
            reference.service_url, reference.conversation.id, reference.activity_id
        )
        context.turn_state[REPLY].append(reply)


class TokenDesk:
    """Access tokens for our own calls, fetched in a thread and kept until shortly before they end.

    The SDK itself would fetch one on the event loop for every request.
    """

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._source: Any = None
        self._token = ""
        self._until = 0.0
        self._one = asyncio.Lock()

    async def token(self) -> str:
        """Raises NotReachedError("credentials"); Microsoft's sign-in log says why."""
        async with self._one:
            if not self._token or time.time() >= self._until:
                try:
                    self._token = await self._asked()
                except Exception:
                    raise NotReachedError("credentials") from None
                self._until = _end_of(self._token) - EARLY_SECONDS
            return self._token

    def refused(self) -> None:
        """Call this when Teams refuses the token; the next call fetches a new one."""
        self._token = ""

    async def _asked(self) -> str:
        if self._source is None:
            self._source = await _source_of(self._credentials)
        asking = asyncio.to_thread(self._source.get_access_token)
        return str(await asyncio.wait_for(asking, TOKEN_SECONDS))


def tame_loggers() -> None:
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


async def _source_of(given: Credentials) -> Any:
    """The SDK's token source for a secret, a certificate or a managed identity."""
    if given.certificate is not None:
        return CertificateAppCredentials(
            given.app_id,
            given.certificate.thumbprint,
            given.certificate.private_key,
            given.tenant or None,
            certificate_public=given.certificate.public,
        )

    class Given:
        APP_ID = given.app_id
        APP_PASSWORD = given.secret
        APP_TENANTID = given.tenant
        APP_TYPE = given.kind

    factory = ConfigurationServiceClientCredentialFactory(Given())
    return await factory.create_credentials(given.app_id, SCOPE, LOGIN, True)


def _reference(chat: ChatReference) -> ConversationReference:
    found: ConversationReference = ConversationReference().deserialize(
        {
            "channelId": CHANNEL_ID,
            "serviceUrl": chat.service,
            "conversation": {"id": chat.conversation, "tenantId": chat.tenant},
            "bot": {"id": chat.bot},
            "user": {"id": chat.reader},
        }
    )
    return found


def _plain(activity: Activity) -> Json:
    found: Json = activity.serialize()
    return found


def _end_of(token: str) -> float:
    """When our token ends (seconds since 1970). Microsoft checks its signature, we do not."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        return float(claims["exp"])
    except (jwt.PyJWTError, KeyError, TypeError, ValueError):
        return time.time() + 2 * EARLY_SECONDS
