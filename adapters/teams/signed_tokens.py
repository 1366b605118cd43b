"""Reads the claims of a token that Microsoft signed, whoever it stands for. No SDK here.

The one place for what every such token has to pass: its form, the algorithm (RS256 only), a key
that Microsoft publishes, the signature, the audience, the issuer where there is just one, and its
times.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import jwt

from adapters.teams.signing_keys import SigningKeys

ALGORITHMS = ["RS256"]
# How far two clocks may be apart: as in Microsoft's own SDKs.
LEEWAY_SECONDS = 300
LONGEST_TOKEN = 8_000


class NotFromTeamsError(Exception):
    """It is not from Teams, or not for us. `reason` is one fixed word for our log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def bearer(header: str | None) -> str:
    """The token in the value of Authorization. Raises NotFromTeamsError."""
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not token or len(token) > LONGEST_TOKEN:
        raise NotFromTeamsError("no_token")
    if not token.isascii():
        raise NotFromTeamsError("garbage")
    return token


async def claims_of(
    token: str,
    keys: SigningKeys,
    audience: str,
    needed: Sequence[str],
    *,
    issuer: str | None = None,
    channel: str | None = None,
) -> dict[str, Any]:
    """The claims of a token for `audience` that has all that are `needed`.

    Without an `issuer` the caller checks who issued it. With a `channel` the key has to be endorsed
    for it. Raises NotFromTeamsError and KeysUnavailableError.
    """
    try:
        head = jwt.get_unverified_header(token)
    except (jwt.PyJWTError, ValueError):
        raise NotFromTeamsError("garbage") from None
    kid = head.get("kid")
    if head.get("alg") not in ALGORITHMS or not isinstance(kid, str):
        raise NotFromTeamsError("algorithm")
    key = await keys.key(kid)
    if key is None:
        raise NotFromTeamsError("unknown_key")
    if channel is not None and key.endorsements and channel not in key.endorsements:
        raise NotFromTeamsError("endorsement")
    try:
        return jwt.decode(
            token,
            key.key,
            algorithms=ALGORITHMS,
            audience=audience,
            issuer=issuer,
            leeway=LEEWAY_SECONDS,
            options={"require": [*needed], "strict_aud": True},
        )
    except jwt.ExpiredSignatureError:
        raise NotFromTeamsError("expired") from None
    except jwt.ImmatureSignatureError:
        raise NotFromTeamsError("not_yet") from None
    except jwt.InvalidIssuerError:
        raise NotFromTeamsError("issuer") from None
    except jwt.InvalidAudienceError:
        raise NotFromTeamsError("audience") from None
    except (jwt.PyJWTError, ValueError):
        raise NotFromTeamsError("signature") from None
