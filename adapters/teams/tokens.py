"""Verifies the token of an activity: does it come from Teams, and is it for us? No SDK here.

The checks are those of Microsoft's "Authentication with the Bot Connector API", and more:
signature (RS256 only), issuer, audience (our own app id), times, the key's endorsement of the
channel, a `serviceurl` claim that equals the activity's (but for a slash at its end) and names a
known host, and a tenant that is on the list. A failure of any one refuses the activity; the caller
does not learn which.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from cachetools import LRUCache

from adapters.shared.json_values import value_at
from adapters.teams.clouds import PUBLIC, Cloud
from adapters.teams.connector import is_service
from adapters.teams.signed_tokens import (
    LEEWAY_SECONDS,
    NotFromTeamsError,
    bearer,
    claims_of,
)
from adapters.teams.signing_keys import SigningKeys

CHANNEL = "msteams"
NEEDED = ("exp", "iss", "aud")
MOST_REMEMBERED = 256


class OtherTenantError(NotFromTeamsError):
    """The activity is sound, and comes from a tenant that is not on the operator's list."""


@dataclass(frozen=True, slots=True, repr=False)
class Claims:
    """The claims of a verified token; both times are in seconds since 1970."""

    service: str
    tenant: str
    not_before: float
    expires: float


class TokenVerifier:
    """Verifies incoming tokens. Empty `tenants` means every tenant where the app is installed.

    One token comes with many activities for an hour. So a good signature is remembered, under the
    token's hash, while the keys stay the same; all other checks are made each time. `now` returns
    seconds since 1970.
    """

    def __init__(
        self,
        app_id: str,
        keys: SigningKeys,
        tenants: Collection[str] = (),
        now: Callable[[], float] = time.time,
        cloud: Cloud = PUBLIC,
    ) -> None:
        if not app_id:
            raise ValueError("an app id is needed: without one anybody would be believed")
        self._app_id = app_id
        self._keys = keys
        self._tenants = frozenset(tenants)
        self._now = now
        self._cloud = cloud
        self._known: LRUCache[bytes, tuple[int, Claims]] = LRUCache(MOST_REMEMBERED)

    async def verify(self, header: str | None, service: str, tenant: str) -> None:
        """`header` is Authorization's value.

        Raises NotFromTeamsError and KeysUnavailableError.
        """
        claims = await self._claims(bearer(header))
        now = self._now()
        if now > claims.expires + LEEWAY_SECONDS:
            raise NotFromTeamsError("expired")
        if now < claims.not_before - LEEWAY_SECONDS:
            raise NotFromTeamsError("not_yet")
        if not service or claims.service.rstrip("/") != service.rstrip("/"):
            raise NotFromTeamsError("service_claim")
        if not is_service(service, self._cloud):
            raise NotFromTeamsError("service_host")
        if not tenant or (claims.tenant and claims.tenant != tenant):
            raise NotFromTeamsError("tenant_claim")
        # Last of all: who reads this error may rely on every other check.
        if self._tenants and tenant not in self._tenants:
            raise OtherTenantError("tenant")

    async def _claims(self, token: str) -> Claims:
        known_as = hashlib.sha256(token.encode()).digest()
        found = self._known.get(known_as)
        if found is not None and found[0] == self._keys.generation:
            return found[1]
        told = await claims_of(
            token,
            self._keys,
            self._app_id,
            NEEDED,
            issuer=self._cloud.issuer,
            channel=CHANNEL,
        )
        claims = _read(told)
        self._known[known_as] = (self._keys.generation, claims)
        return claims


class LocalTokens:
    """For the local test mode alone: no token, and only this machine at either end."""

    async def verify(self, header: str | None, service: str, tenant: str) -> None:
        if header and header.partition(" ")[2]:
            raise NotFromTeamsError("token_in_local_mode")
        if not is_service(service, local=True):
            raise NotFromTeamsError("service_host")


def _read(claims: dict[str, Any]) -> Claims:
    service = value_at(claims, "serviceurl") or value_at(claims, "serviceUrl")
    tenant = value_at(claims, "tid")
    if not isinstance(service, str) or not isinstance(tenant, str | None):
        raise NotFromTeamsError("service_claim")
    not_before = claims.get("nbf", 0)
    return Claims(service, tenant or "", float(not_before), float(claims["exp"]))
