"""The settings of Microsoft Teams, beside those that every Handrail has."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, model_validator

from adapters.teams.clouds import CLOUDS, Cloud, CloudName
from adapters.teams.sdk.choosing import SdkName
from bot.settings import Settings

UUID = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"


class TeamsSettings(Settings):
    """Sets up one bot by its app id, or a test client on this machine.

    Raises ValueError (pydantic's ValidationError) where the settings are not whole.
    """

    teams_app_id: str | None = Field(
        default=None,
        pattern=UUID,
        description="Microsoft Teams: the bot's app id. docs/teams.md tells where it comes from.",
    )
    teams_tenant: str | None = Field(
        default=None, pattern=UUID, description="The bot's own tenant, for a single-tenant bot."
    )
    teams_secret: SecretStr | None = Field(
        default=None, description="The bot's client secret; or one of the next two."
    )
    teams_certificate: Path | None = Field(
        default=None, description="PEM file with the bot's certificate and its private key."
    )
    teams_managed_identity: bool = Field(
        default=False, description="True: the machine's managed identity is the bot's."
    )
    teams_tenants: str | None = Field(
        default=None,
        description="Further tenants that may use the bot, joined by commas. Empty: its own alone.",
    )
    teams_cloud: CloudName = Field(
        default="public",
        description="Microsoft's cloud: public (with GCC), gcc-high, dod or china.",
    )
    teams_sdk: SdkName = Field(
        default="botbuilder",
        description="The SDK that speaks: botbuilder, or agents (install handrail[agents]).",
    )
    teams_tabs: str | None = Field(
        default=None,
        pattern=r"^https://[a-z0-9.-]+$",
        description="This server's address, as Teams opens its tabs. Empty: there are no tabs.",
    )
    teams_local: bool = Field(
        default=False,
        description="True: a Teams test client on this machine is let in by a secret.",
    )

    @model_validator(mode="after")
    def _teams_is_whole(self) -> Self:
        ways = (self.teams_secret, self.teams_certificate, self.teams_managed_identity or None)
        given = sum(way is not None for way in ways)
        if self.teams_local and (self.teams_app_id or given):
            raise ValueError("HANDRAIL_TEAMS_LOCAL goes with no other setting of Teams")
        if self.teams_local and self.host not in ("127.0.0.1", "::1", "localhost"):
            raise ValueError("HANDRAIL_TEAMS_LOCAL needs HANDRAIL_HOST to be this machine alone")
        if self.teams_app_id is None and (
            given or self.teams_tenant or self.teams_tenants or self.teams_tabs
        ):
            raise ValueError("HANDRAIL_TEAMS_APP_ID is missing")
        if self.teams_tabs and self.teams_cloud != "public":
            raise ValueError("HANDRAIL_TEAMS_TABS goes with Microsoft's public cloud alone")
        if self.teams_app_id is not None and given != 1:
            raise ValueError(
                "give one of HANDRAIL_TEAMS_SECRET, _CERTIFICATE and _MANAGED_IDENTITY"
            )
        if self.teams_managed_identity and self.teams_tenant is None:
            raise ValueError("HANDRAIL_TEAMS_MANAGED_IDENTITY needs HANDRAIL_TEAMS_TENANT")
        if self.teams_app_id is not None and not (self.teams_tenant or self.teams_tenants):
            raise ValueError("HANDRAIL_TEAMS_TENANT or _TENANTS must say who may use the bot")
        if not all(re.fullmatch(UUID, one) for one in self.teams_tenant_list):
            raise ValueError("HANDRAIL_TEAMS_TENANTS must be tenant ids, joined by commas")
        return self

    @property
    def teams_tenant_list(self) -> tuple[str, ...]:
        """Returns the tenants whose activities are taken, in lower case: always the bot's own."""
        named = [self.teams_tenant or "", *(self.teams_tenants or "").split(",")]
        return tuple(dict.fromkeys(one.strip().lower() for one in named if one.strip()))

    @property
    def microsofts_cloud(self) -> Cloud:
        return CLOUDS[self.teams_cloud]

    @property
    def has_teams(self) -> bool:
        """Tells whether Teams is to be opened."""
        return self.teams_app_id is not None or self.teams_local
