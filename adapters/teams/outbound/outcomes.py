"""Pure: turns a reply of Teams into an outcome. Every reason is a fixed word, never Teams' text.

Source: Microsoft, "Status codes from bot conversational APIs" (what each code means, and that only
412, 429, 502, 503 and 504 are to be retried). Any other reply is Unknown, and an unknown message is
never sent again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.ports import NotSent, Outcome, Sent, Unknown

SOON = timedelta(seconds=5)
LATER = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
TRY_AGAIN = {429: "throttled", 412: "busy", 502: "busy", 503: "busy", 504: "busy"}
# docs/teams.md says for each reason what somebody has to do.
REASONS = {
    (401, "BotNotRegistered"): "not_registered",
    (403, "MessageWritesBlocked"): "blocked",
    (403, "ConversationBlockedByUser"): "blocked",
    (403, "BotNotInConversationRoster"): "not_installed",
    (403, "ForbiddenOperationException"): "not_installed",
    (403, "BotDisabledByAdmin"): "disabled_by_admin",
    (403, "BotNotRegistered"): "not_registered",
    (403, "NotEnoughPermissions"): "forbidden",
    (403, "InvalidBotApiHost"): "service_address",
    (403, "TenantNotFound"): "moved_tenant",
    (403, "InvalidTenant"): "moved_tenant",
    (403, "UserNotFound"): "user_deleted",
    (400, "Bad Argument"): "refused",
    (400, "BotNotInConversationRoster"): "not_installed",
    (404, "ConversationNotFound"): "chat_gone",
    (404, "UserNotFound"): "user_deleted",
    (404, "TenantNotFound"): "moved_tenant",
    (404, "ActivityNotFoundInConversation"): "gone",
    (413, "MessageSizeTooBig"): "too_large",
}
BY_STATUS = {
    301: "service_address",
    302: "service_address",
    303: "service_address",
    307: "service_address",
    308: "service_address",
    400: "refused",
    401: "credentials",
    403: "forbidden",
    404: "chat_gone",
    410: "service_address",
    413: "too_large",
    501: "not_supported",
}


@dataclass(frozen=True, slots=True, repr=False)
class ConnectorReply:
    """Teams' reply to one call: `code` is Teams' own name, `id` is the message's."""

    status: int
    code: str = ""
    id: str = ""
    retry_after: timedelta | None = None


class NotReachedError(Exception):
    """No connection or no token, so nothing has left. `reason` is one fixed word."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoAnswerError(Exception):
    """The request left and no reply came, so it may have arrived."""


def outcome_of(reply: ConnectorReply, reference: str) -> Outcome:
    """`reference` is used as the id when Teams returns none."""
    if 200 <= reply.status < 300:
        return Sent(reply.id or reference)
    if reply.status in TRY_AGAIN:
        wait = reply.retry_after or SOON
        return NotSent(TRY_AGAIN[reply.status], min(wait, LONGEST_WAIT))
    reason = REASONS.get((reply.status, reply.code)) or BY_STATUS.get(reply.status)
    if reason is None:
        return Unknown("unclear_answer")
    return NotSent(reason, LATER if reply.status == 401 else None)


def outcome_of_edit(reply: ConnectorReply, posted: str) -> Outcome:
    """Like `outcome_of`, but an unclear edit is tried again later, because a repeat is harmless."""
    if reply.status in (404, 410):
        return NotSent("gone")
    found = outcome_of(reply, posted)
    if isinstance(found, Unknown):
        return NotSent(found.reason, LATER)
    return Sent(posted) if isinstance(found, Sent) else found


def not_reached(problem: NotReachedError) -> Outcome:
    return NotSent(problem.reason, LATER)
