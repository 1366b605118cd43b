"""Pure: turns Slack's errors into outcomes, each with a fixed reason and never Slack's own text.

A `retry_after` of zero leaves the pause to the core. An error that is in no table is a certain
refusal and is not retried. A limit counts for the whole workspace, because Slack does not say when
it means one channel alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.ports import NotSent, Unknown

AT_ONCE = timedelta(0)
WITHOUT_WORD = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)
LIMITED = "rate_limited"
NOT_DRAWABLE = "not_drawable"

# Refused until a person does something about it; never retried.
NEVER: Mapping[str, str] = {
    "account_inactive": "app_removed",
    "token_revoked": "app_removed",
    "invalid_auth": "app_removed",
    "not_authed": "app_removed",
    "not_allowed_token_type": "app_removed",
    "missing_scope": "scope_missing",
    "no_permission": "not_permitted",
    "org_login_required": "not_permitted",
    "two_factor_setup_required": "not_permitted",
    "ekm_access_denied": "not_permitted",
    "enterprise_is_restricted": "not_permitted",
    "team_access_not_granted": "not_permitted",
    "restricted_action": "not_permitted",
    "accesslimited": "not_permitted",
    "user_disabled": "user_deactivated",
    "user_deleted": "user_deactivated",
    "user_not_found": "user_unknown",
    "users_not_found": "user_unknown",
    "user_not_visible": "user_unknown",
    "cannot_dm_bot": "user_unknown",
    "channel_not_found": "chat_closed",
    "not_in_channel": "chat_closed",
    "is_archived": "chat_closed",
    "is_inactive": "chat_closed",
    "im_not_found": "chat_closed",
    "messages_tab_disabled": "chat_closed",
    "msg_too_long": "too_long",
    "too_many_attachments": "too_long",
    "invalid_blocks": NOT_DRAWABLE,
    "invalid_blocks_format": NOT_DRAWABLE,
    "no_text": NOT_DRAWABLE,
    "metadata_too_large": NOT_DRAWABLE,
    "metadata_must_be_sent_from_app": NOT_DRAWABLE,
    "cant_update_message": "gone",
    "message_not_found": "gone",
    "cant_delete_message": "gone",
    "edit_window_closed": "not_editable",
    "update_failed": "not_editable",
    "file_not_found": "gone",
    "file_deleted": "gone",
    "not_installed": "app_removed",
}

# Refusals of an install (`oauth.v2.access`, and what Slack's own page sends back).
OF_INSTALLS: Mapping[str, str] = {
    "access_denied": "not_allowed_there",
    "bad_client_secret": "secret_differs",
    "bad_redirect_uri": "address_differs",
    "cannot_install_an_org_installed_app": "in_organisation_already",
    "code_already_used": "code_used",
    "invalid_client_id": "client_unknown",
    "bad_client_id": "client_unknown",
    "invalid_code": "code_unknown",
    "invalid_scope": "scopes_differ",
    "invalid_scope_requested": "scopes_differ",
    "invalid_team_for_non_distributed_app": "not_distributed",
    "no_scopes": "scopes_differ",
    "oauth_authorization_url_mismatch": "address_differs",
    "scope_not_allowed_on_enterprise": "scopes_differ",
    "unapproved_scope": "not_approved",
}

# Nothing was sent for certain, and a later attempt may succeed.
AGAIN: Mapping[str, str] = {
    "ratelimited": LIMITED,
    "rate_limited": LIMITED,
    "message_limit_exceeded": LIMITED,
    "request_timeout": "not_taken",
    "team_added_to_org": "not_taken",
    "token_expired": "token_expired",
    "service_unavailable": "not_taken",
}

# "Some aspect of the operation may have succeeded" (Slack's reference of these errors).
UNSURE = frozenset({"fatal_error", "internal_error"})


def of_error(error: str, status: int, retry_after: str | None) -> NotSent | Unknown:
    """The outcome of one call: `status` is HTTP's, `retry_after` the header's text (seconds)."""
    if status == 429 or AGAIN.get(error) == LIMITED:
        return NotSent(LIMITED, seconds(retry_after), for_all=True)
    if error in UNSURE:
        return Unknown("slack_unsure")
    if error in AGAIN:
        return NotSent(AGAIN[error], seconds(retry_after) if retry_after else AT_ONCE)
    reason = NEVER.get(error) or OF_INSTALLS.get(error)
    if reason is not None:
        return NotSent(reason)
    if status >= 500 or (status == 200 and not error):
        return Unknown("server_error")
    return NotSent("refused")


def seconds(retry_after: str | None) -> timedelta:
    """The Retry-After header as a span, one hour at most; 30 s if it cannot be read."""
    if retry_after is None or not retry_after.isascii() or not retry_after.isdigit():
        return WITHOUT_WORD
    return min(LONGEST_WAIT, timedelta(seconds=int(retry_after[:9])))
