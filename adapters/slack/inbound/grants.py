"""Pure: what Slack hands over when the app is installed, and how it is put down to be sealed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from adapters.slack.inbound.arrivals import Install
from adapters.slack.inbound.shapes import NotUnderstoodError, identifier, maybe
from bot.domain.words import Words


@dataclass(frozen=True, slots=True)
class Grant:
    """An install with its tokens; `expires_at` counts seconds since 1970, None is never."""

    install: Install
    token: str = field(repr=False)
    refresh: str | None = field(default=None, repr=False)
    expires_at: float | None = None


def grant_of(answer: Mapping[str, Any], now: float) -> Grant:
    """From Slack's answer to `oauth.v2.access`. Raises NotUnderstoodError."""
    org_wide = answer.get("is_enterprise_install") is True
    workspace = identifier(maybe(answer, "enterprise" if org_wide else "team"), "id")
    bot_user, app = identifier(answer, "bot_user_id"), identifier(answer, "app_id")
    install = Install(workspace, bot_user, app=app, org_wide=org_wide, since=now)
    return _with_tokens(install, answer, now)


def renewed(grant: Grant, answer: Mapping[str, Any], now: float) -> Grant:
    """After a rotation. Raises NotUnderstoodError."""
    return _with_tokens(grant.install, answer, now)


def packed(grant: Grant) -> Words:
    return Words(json.dumps(asdict(grant)))


def opened(words: Words) -> Grant:
    found = json.loads(words.text)
    return Grant(**found | {"install": Install(**found["install"])})


def _with_tokens(install: Install, answer: Mapping[str, Any], now: float) -> Grant:
    token, refresh, lasts = (
        answer.get(name) for name in ("access_token", "refresh_token", "expires_in")
    )
    if not isinstance(token, str) or not token:
        raise NotUnderstoodError("access_token")
    grant = Grant(install, token)
    if isinstance(refresh, str) and isinstance(lasts, int | float):
        grant = replace(grant, refresh=refresh, expires_at=now + float(lasts))
    return grant
