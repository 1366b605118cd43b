"""Pure: the OAuth grant that Slack gives when the app is installed, to and from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from adapters.shared.json_values import Json, NotUnderstoodError, number_at, text_at, value_at
from adapters.slack.inbound.arrivals import Install
from adapters.slack.inbound.shapes import identifier


@dataclass(frozen=True, slots=True)
class OAuthGrant:
    """An install with its tokens; `expires_at` counts seconds since 1970, None means never."""

    install: Install
    token: str = field(repr=False)
    refresh: str | None = field(default=None, repr=False)
    expires_at: float | None = None


def grant_of(answer: Mapping[str, Any], now: float) -> OAuthGrant:
    """Reads Slack's answer to `oauth.v2.access`; `now` counts seconds since 1970.

    Raises NotUnderstoodError.
    """
    org_wide = answer.get("is_enterprise_install") is True
    workspace = identifier(value_at(answer, "enterprise" if org_wide else "team"), "id")
    bot_user, app = identifier(answer, "bot_user_id"), identifier(answer, "app_id")
    enterprise = text_at(answer, "enterprise", "id")
    install = Install(workspace, bot_user, "", app, org_wide, now, enterprise)
    return _with_tokens(install, answer, now)


def renewed(grant: OAuthGrant, answer: Mapping[str, Any], now: float) -> OAuthGrant:
    """The grant with its new tokens after a rotation. Raises NotUnderstoodError."""
    return _with_tokens(grant.install, answer, now)


def to_json(grant: OAuthGrant) -> Json:
    return asdict(grant)


def from_json(stored: Json) -> OAuthGrant:
    return OAuthGrant(**stored | {"install": Install(**stored["install"])})


def _with_tokens(install: Install, answer: Mapping[str, Any], now: float) -> OAuthGrant:
    token = text_at(answer, "access_token")
    if not token:
        raise NotUnderstoodError("access_token")
    grant = OAuthGrant(install, token)
    refresh, lasts = value_at(answer, "refresh_token"), number_at(answer, "expires_in")
    if isinstance(refresh, str) and lasts is not None:
        grant = replace(grant, refresh=refresh, expires_at=now + lasts)
    return grant
