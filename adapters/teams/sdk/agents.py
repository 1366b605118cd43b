"""The only file that knows Microsoft's 365 Agents SDK, which succeeds the Bot Framework SDK.

It does what `botbuilder.py` does, by the same rules (docs/decisions/0016). Tokens come from MSAL
itself: the SDK's own helper takes certificates as PFX files only, and ours are PEM.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import msal
import requests
from microsoft_agents.activity import (
    Activity,
    ConversationReference,
    ResourceResponse,
)
from microsoft_agents.hosting.core import ChannelAdapter, TurnContext

from adapters.shared.json_values import Json
from adapters.teams.calls import TeamsSdk
from adapters.teams.connector import Connector
from adapters.teams.credentials import Credentials
from adapters.teams.inbound.activities import CHANNEL_ID
from adapters.teams.inbound.arrivals import ChatReference
from adapters.teams.outbound.outcomes import ConnectorReply

# These libraries log whole bodies and addresses at DEBUG and INFO.
TALKATIVE = ("microsoft_agents", "msal", "urllib3", "requests", "opentelemetry", "azure")


class AgentsVoice:
    """Sends, edits and deletes messages in one chat, through the SDK's own turns."""

    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    async def say(self, chat: ChatReference, activity: Json) -> ConnectorReply:
        """Makes one attempt. Raises NotReachedError and NoAnswerError."""

        async def send(context: TurnContext) -> None:
            await context.send_activity(Activity.model_validate(activity))

        return await self._in(chat, send)

    async def change(self, chat: ChatReference, message: str, activity: Json) -> ConnectorReply:
        async def update(context: TurnContext) -> None:
            await context.update_activity(Activity.model_validate(activity | {"id": message}))

        return await self._in(chat, update)

    async def take_back(self, chat: ChatReference, message: str) -> ConnectorReply:
        async def delete(context: TurnContext) -> None:
            await context.delete_activity(message)

        return await self._in(chat, delete)

    async def _in(
        self, chat: ChatReference, act: Callable[[TurnContext], Awaitable[None]]
    ) -> ConnectorReply:
        turn = _Turn(self._connector)
        await turn.continue_conversation(chat.bot, _reference(chat), act)
        return turn.replies[-1]


class _Turn(ChannelAdapter):
    """The adapter of one turn: it keeps Teams' replies for the one who began the turn."""

    def __init__(self, connector: Connector) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._connector = connector
        self.replies: list[ConnectorReply] = []

    async def send_activities(
        self, context: object, activities: list[Activity]
    ) -> list[ResourceResponse]:
        for activity in activities:
            service, chat = activity.service_url, activity.conversation.id
            self.replies.append(await self._connector.send(service, chat, _plain(activity)))
        # Nobody reads them: `replies` has more, and the SDK's own model refuses an empty id.
        return [ResourceResponse() for _ in activities]

    async def update_activity(self, context: object, activity: Activity) -> None:
        service, chat = activity.service_url, activity.conversation.id
        message = activity.id or ""
        reply = await self._connector.update(service, chat, message, _plain(activity))
        self.replies.append(reply)

    async def delete_activity(self, context: object, reference: ConversationReference) -> None:
        service, chat = reference.service_url, reference.conversation.id
        reply = await self._connector.delete(service, chat, reference.activity_id or "")
        self.replies.append(reply)


def fetcher(given: Credentials) -> Callable[[], str]:
    """Returns MSAL's way to a token for a secret, a certificate or a managed identity.

    It blocks. When Microsoft gives none it raises PermissionError with Microsoft's codes alone.
    """
    fetch = _from_machine(given) if given.kind == "UserAssignedMSI" else _from_entra(given)

    def token() -> str:
        answer = fetch()
        found = answer.get("access_token")
        if not isinstance(found, str):
            raise PermissionError(_codes_of(answer))
        return found

    return token


def _codes_of(answer: Json) -> str:
    """Names Microsoft's error and its codes (MSAL has them as numbers), and drops its words."""
    numbers = answer.get("error_codes")
    codes = [f"AADSTS{one}" for one in numbers] if isinstance(numbers, list) else []
    return " ".join([str(answer.get("error", "no token")), *codes])


def _from_machine(given: Credentials) -> Callable[[], Json]:
    identity = msal.UserAssignedManagedIdentity(client_id=given.app_id)
    client = msal.ManagedIdentityClient(identity, http_client=requests.Session())
    return lambda: client.acquire_token_for_client(resource=given.cloud.scope)


def _from_entra(given: Credentials) -> Callable[[], Json]:
    """Builds the client at the first call, because that already asks Microsoft."""

    def fetch() -> Json:
        client = msal.ConfidentialClientApplication(
            given.app_id,
            client_credential=_proof(given),
            authority=given.cloud.authority(given.tenant),
        )
        found: Json = client.acquire_token_for_client(scopes=[f"{given.cloud.scope}/.default"])
        return found

    return fetch


def _proof(given: Credentials) -> str | dict[str, str]:
    if given.certificate is None:
        return given.secret
    return {
        "thumbprint": given.certificate.thumbprint,
        "private_key": given.certificate.private_key,
        "public_certificate": given.certificate.public,
    }


def _reference(chat: ChatReference) -> ConversationReference:
    return ConversationReference.model_validate(
        {
            "channelId": CHANNEL_ID,
            "serviceUrl": chat.service,
            "conversation": {"id": chat.conversation},
            "bot": {"id": chat.bot},
            "user": {"id": chat.reader},
        }
    )


def _plain(activity: Activity) -> Json:
    found: Json = activity.model_dump(mode="json", by_alias=True, exclude_none=True)
    return found


SDK = TeamsSdk(AgentsVoice, fetcher, TALKATIVE)
