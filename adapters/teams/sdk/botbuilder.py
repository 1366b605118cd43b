"""The only file that knows the Bot Framework SDK: its successor is put in here, and nowhere else.

Activities are plain dicts on both sides. The SDK carries a turn into a conversation
(`continue_conversation`) and gets the tokens for our own calls; requests are the Connector's, and
what comes in is verified and read without it (docs/decisions/0016).
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

from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.inbound.activities import CHANNEL_ID
from adapters.teams.inbound.arrivals import Place
from adapters.teams.outbound.outcomes import NotReachedError, Reply

Json = dict[str, Any]
REPLY = "handrail.reply"
TOKEN_SECONDS = 20.0
EARLY_SECONDS = 300.0
SCOPE = "https://api.botframework.com"
LOGIN = "https://login.microsoftonline.com/"
# At DEBUG and INFO these log whole bodies and addresses.
TALKATIVE = ("botbuilder", "botframework", "msrest", "msal", "urllib3", "requests")


class Voice(BotAdapter):  # type: ignore[misc]
    """Says, changes and takes back what the bot says in one chat, through the SDK's own turns."""

    def __init__(self, connector: Connector) -> None:
        super().__init__()
        self._connector = connector

    async def say(self, place: Place, activity: Json) -> Reply:
        """One attempt. Raises NotReachedError and NoAnswerError."""

        async def turn(context: TurnContext) -> None:
            await context.send_activity(Activity().deserialize(activity))

        return await self._in(place, turn)

    async def change(self, place: Place, message: str, activity: Json) -> Reply:
        async def turn(context: TurnContext) -> None:
            changed = Activity().deserialize(activity)
            changed.id = message
            await context.update_activity(changed)

        return await self._in(place, turn)

    async def take_back(self, place: Place, message: str) -> Reply:
        async def turn(context: TurnContext) -> None:
            await context.delete_activity(message)

        return await self._in(place, turn)

    async def _in(self, place: Place, turn: Any) -> Reply:
        replies: list[Reply] = []

        async def logic(context: TurnContext) -> None:
            context.turn_state[REPLY] = replies
            await turn(context)

        await self.continue_conversation(_reference(place), logic)
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
    """Tokens for our own calls: asked for in a thread, one at a time, and kept until shortly
    before they end. The SDK's own way asks on the event loop, for every request anew.
    """

    def __init__(self, credentials: Credentials) -> None:
        self._credentials = credentials
        self._source: Any = None
        self._token = ""
        self._until = 0.0
        self._one = asyncio.Lock()

    async def token(self) -> str:
        """Raises NotReachedError("credentials"); why, is for Microsoft's own log to say."""
        async with self._one:
            if not self._token or time.time() >= self._until:
                try:
                    self._token = await self._asked()
                except Exception:
                    raise NotReachedError("credentials") from None
                self._until = _end_of(self._token) - EARLY_SECONDS
            return self._token

    def refused(self) -> None:
        """Teams did not take it: the next call asks for another one."""
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
    """A secret, a certificate or a managed identity, for one tenant or for many."""
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


def _reference(place: Place) -> ConversationReference:
    found: ConversationReference = ConversationReference().deserialize(
        {
            "channelId": CHANNEL_ID,
            "serviceUrl": place.service,
            "conversation": {"id": place.conversation, "tenantId": place.tenant},
            "bot": {"id": place.bot},
            "user": {"id": place.reader},
        }
    )
    return found


def _plain(activity: Activity) -> Json:
    found: Json = activity.serialize()
    return found


def _end_of(token: str) -> float:
    """When a token ends (seconds since 1970). It is ours: its signature is Microsoft's business."""
    try:
        claims = jwt.decode(token, options={"verify_signature": False})
        return float(claims["exp"])
    except (jwt.PyJWTError, KeyError, TypeError, ValueError):
        return time.time() + 2 * EARLY_SECONDS
