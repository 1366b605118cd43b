"""Verifies the token with which Teams signs a person in to a tab. No SDK here.

The checks are those of Microsoft's "Validate the access token" for tabs, and more: signature (RS256
only), audience (our own app id), version, tenant (on the list, and the one that issued it), times,
who asked for it (Teams itself, and no other app), and that it stands for a person who let it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from adapters.shared.json_values import checked_text, text_at
from adapters.teams.clouds import PUBLIC
from adapters.teams.inbound.arrivals import PLATFORM
from adapters.teams.signed_tokens import NotFromTeamsError, bearer, claims_of
from adapters.teams.signing_keys import SigningKeys
from bot.domain.people import Address

LOGIN = PUBLIC.login
METADATA = f"{LOGIN}/organizations/v2.0/.well-known/openid-configuration"
# Teams on the desktop and on a telephone, and Teams in a browser. Microsoft lists these ids.
TEAMS_ITSELF = frozenset(
    ("1fec8e78-bce4-4aaf-ab1b-5451cc387264", "5e3ce6c0-2b1f-4285-8d4b-75ee78787346")
)
SCOPE = "access_as_user"
VERSION = "2.0"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NEEDED = ["exp", "nbf", "iss", "aud", "tid", "oid"]


class TabTokens:
    """Says whose token it is. `tenants` are those that may use the bot, in lower case.

    Raises ValueError without an app id or without a tenant: then anybody would be believed.
    """

    def __init__(
        self, app_id: str, keys: SigningKeys, tenants: Collection[str], login: str = LOGIN
    ) -> None:
        if not app_id or not tenants:
            raise ValueError("an app id and a list of tenants are needed")
        self._app_id = app_id
        self._keys = keys
        self._tenants = frozenset(tenants)
        self._login = login

    async def person(self, header: str | None) -> tuple[Address, str]:
        """The person's address, and their name as Microsoft tells it ("" for none).

        `header` is Authorization's value. The address is the one that the same person has in the
        chat. Raises NotFromTeamsError and KeysUnavailableError.
        """
        claims = await claims_of(bearer(header), self._keys, self._app_id, NEEDED)
        tenant, person = (text_at(claims, name).lower() for name in ("tid", "oid"))
        if text_at(claims, "ver") != VERSION:
            raise NotFromTeamsError("version")
        if tenant not in self._tenants:
            raise NotFromTeamsError("tenant")
        if text_at(claims, "iss") != f"{self._login}/{tenant}/v2.0":
            raise NotFromTeamsError("issuer")
        if text_at(claims, "azp") not in TEAMS_ITSELF:
            raise NotFromTeamsError("other_app")
        if SCOPE not in text_at(claims, "scp").split(" "):
            raise NotFromTeamsError("scope")
        if not UUID.fullmatch(person):
            raise NotFromTeamsError("person")
        return Address(PLATFORM, tenant, person), _name(claims)


def _name(claims: dict[str, Any]) -> str:
    try:
        return checked_text(claims.get("name", ""), 500)
    except ValueError:
        return ""
