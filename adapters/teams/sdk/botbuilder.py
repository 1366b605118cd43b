"""The only file that knows the Bot Framework SDK. `agents.py` beside it knows its successor.

Activities are plain dicts on both sides. The SDK runs a "turn" in a conversation
(`continue_conversation`) and fetches the tokens for our calls. `Connector` makes the requests, and
incoming activities are verified and read without the SDK (docs/decisions/0016).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from botbuilder.core import BotAdapter, TurnContext
from botbuilder.schema import Activity, ConversationReference, ResourceResponse
from botframework.connector.auth import (
    CertificateAppCredentials,
    ManagedIdentityAppCredentials,
    MicrosoftAppCredentials,
)

from adapters.shared.json_values import Json
from adapters.teams.calls import TeamsSdk
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.inbound.activities import CHANNEL_ID
from adapters.teams.inbound.arrivals import ChatReference
from adapters.teams.outbound.outcomes import ConnectorReply

REPLY = "handrail.reply"
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


def fetcher(given: Credentials) -> Callable[[], str]:
    """Returns the SDK's way to a token for a secret, a certificate or a managed identity.

    It blocks. It raises whatever the SDK raises when Microsoft gives none.
    """
    source = _source(given)

    def fetch() -> str:
        return str(source.get_access_token())

    return fetch


def _source(given: Credentials) -> Any:
    tenant, scope = given.tenant or None, given.cloud.scope
    if given.kind == "UserAssignedMSI":
        return ManagedIdentityAppCredentials(given.app_id, scope)
    if given.certificate is None:
        source = MicrosoftAppCredentials(given.app_id, given.secret, tenant, scope)
    else:
        source = CertificateAppCredentials(
            given.app_id,
            given.certificate.thumbprint,
            given.certificate.private_key,
            tenant,
            scope,
            certificate_public=given.certificate.public,
        )
    # The SDK knows the public cloud's sign-in alone, and the American one for a secret alone.
    source.oauth_endpoint = given.cloud.authority(given.tenant)
    return source


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


SDK = TeamsSdk(Voice, fetcher, TALKATIVE)
