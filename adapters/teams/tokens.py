"""Whether an activity comes from Teams: its token, strictly. No SDK here.

What is asked for is what Microsoft's "Authentication with the Bot Connector API" lists, and more:
signature (RS256 only), issuer, audience (our own app id), times, an endorsement of the channel by
the key, the `serviceurl` claim equal to the activity's and to a host that is known, and a tenant
that is on the list. Each of them refuses by itself, and none of them says which it was to a caller.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

import jwt

from adapters.teams.connector import is_service
from adapters.teams.signing_keys import SigningKeys

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
ALGORITHMS = ["RS256"]
LEEWAY_SECONDS = 60
LONGEST_TOKEN = 8_000
MOST_REMEMBERED = 256


class RefusedError(Exception):
    """It is not from Teams, or not for us. `reason` is one fixed word, for our own log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, repr=False)
class Claims:
    """What a verified token says, and until when it may be believed (seconds since 1970)."""

    service: str
    tenant: str
    not_before: float
    expires: float


class Tokens:
    """Verifies what comes in. `tenants` empty: every tenant where the app is installed.

    One token comes with many activities for an hour. That its signature was right is remembered
    under its hash for as long as the keys are the same; everything else is looked at each time.
    """

    def __init__(
        self,
        app_id: str,
        keys: SigningKeys,
        tenants: Collection[str] = (),
        now: Callable[[], float] = time.time,
    ) -> None:
        if not app_id:
            raise ValueError("an app id is needed: without one anybody would be believed")
        self._app_id = app_id
        self._keys = keys
        self._tenants = frozenset(tenants)
        self._now = now
        self._known: OrderedDict[bytes, tuple[int, Claims]] = OrderedDict()

    async def verify(self, header: str | None, service: str, tenant: str) -> None:
        """`header` is Authorization's. Raises RefusedError, and KeysUnavailableError."""
        claims = await self._claims(_bearer(header))
        now = self._now()
        if now > claims.expires + LEEWAY_SECONDS:
            raise RefusedError("expired")
        if now < claims.not_before - LEEWAY_SECONDS:
            raise RefusedError("not_yet")
        if not service or claims.service != service:
            raise RefusedError("service_claim")
        if not is_service(service):
            raise RefusedError("service_host")
        if not tenant or (claims.tenant and claims.tenant != tenant):
            raise RefusedError("tenant_claim")
        if self._tenants and tenant not in self._tenants:
            raise RefusedError("tenant")

    async def _claims(self, token: str) -> Claims:
        mark = hashlib.sha256(token.encode()).digest()
        found = self._known.get(mark)
        if found is not None and found[0] == self._keys.generation:
            return found[1]
        claims = await self._verified(token)
        self._known[mark] = (self._keys.generation, claims)
        while len(self._known) > MOST_REMEMBERED:
            self._known.popitem(last=False)
        return claims

    async def _verified(self, token: str) -> Claims:
        try:
            head = jwt.get_unverified_header(token)
        except (jwt.PyJWTError, ValueError):
            raise RefusedError("garbage") from None
        kid = head.get("kid")
        if head.get("alg") not in ALGORITHMS or not isinstance(kid, str):
            raise RefusedError("algorithm")
        key = await self._keys.key(kid)
        if key is None:
            raise RefusedError("unknown_key")
        if key.endorsements and CHANNEL not in key.endorsements:
            raise RefusedError("endorsement")
        return _read(self._decoded(token, key.key))

    def _decoded(self, token: str, key: Any) -> dict[str, Any]:
        try:
            return jwt.decode(
                token,
                key,
                algorithms=ALGORITHMS,
                audience=self._app_id,
                issuer=ISSUER,
                leeway=LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud"], "strict_aud": True},
            )
        except jwt.ExpiredSignatureError:
            raise RefusedError("expired") from None
        except jwt.ImmatureSignatureError:
            raise RefusedError("not_yet") from None
        except jwt.InvalidIssuerError:
            raise RefusedError("issuer") from None
        except jwt.InvalidAudienceError:
            raise RefusedError("audience") from None
        except (jwt.PyJWTError, ValueError):
            raise RefusedError("signature") from None


class LocalTokens:
    """For the local test mode alone: no token, and nobody but this machine on either end."""

    async def verify(self, header: str | None, service: str, tenant: str) -> None:
        if header and header.partition(" ")[2]:
            raise RefusedError("token_in_local_mode")
        if not is_service(service, local=True):
            raise RefusedError("service_host")


def _bearer(header: str | None) -> str:
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "bearer" or not token or len(token) > LONGEST_TOKEN:
        raise RefusedError("no_token")
    if not token.isascii():
        raise RefusedError("garbage")
    return token


def _read(claims: dict[str, Any]) -> Claims:
    service = claims.get("serviceurl") or claims.get("serviceUrl")
    tenant = claims.get("tid")
    if not isinstance(service, str) or (tenant is not None and not isinstance(tenant, str)):
        raise RefusedError("service_claim")
    not_before = claims.get("nbf", 0)
    return Claims(service, tenant or "", float(not_before), float(claims["exp"]))
