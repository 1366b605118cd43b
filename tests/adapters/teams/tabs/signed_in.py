"""Tokens as Microsoft gives them to Teams for a tab, signed by our own keys."""

from __future__ import annotations

from typing import Any

from adapters.teams.tabs.tokens import LOGIN
from tests.adapters.teams.keys import Microsoft, make_key
from tests.adapters.teams.support import MAI, TENANT

KEYS = {"k1": make_key()}
TEAMS_DESKTOP = "1fec8e78-bce4-4aaf-ab1b-5451cc387264"
TEAMS_WEB = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346"


def tab_token(there: Microsoft, **changed: Any) -> str:
    """A correct token except for what is `changed`; a claim that is None is left out."""
    claims: dict[str, Any] = {
        "iss": f"{LOGIN}/{TENANT}/v2.0",
        "tid": TENANT,
        "oid": MAI,
        "azp": TEAMS_DESKTOP,
        "scp": "access_as_user",
        "ver": "2.0",
        "name": "Mai",
        "serviceurl": None,
    }
    return there.token(**(claims | changed))


def bearer(there: Microsoft, **changed: Any) -> dict[str, str]:
    return {"Authorization": f"Bearer {tab_token(there, **changed)}"}
