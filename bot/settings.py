"""What an organisation can set, from the environment (HANDRAIL_…). Defaults are the safe ones."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.wall_time import is_zone

UUID = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"


class Settings(BaseSettings):
    """Every field is an environment variable, e.g. HANDRAIL_PORT for `port`."""

    model_config = SettingsConfigDict(
        env_prefix="HANDRAIL_", extra="ignore", hide_input_in_errors=True
    )

    host: str = Field(default="127.0.0.1", description="Where the local page listens.")
    port: int = Field(
        default=8080, ge=0, le=65535, description="0 lets the system choose a free port."
    )
    data: Path = Field(default=Path("data"), description="Folder for the database and the keys.")
    database_url: SecretStr | None = Field(
        default=None, description="Empty: SQLite in the data folder."
    )
    keys_url: SecretStr | None = Field(
        default=None,
        description="For many processes: a PostgreSQL of its own. Empty: in the data folder.",
    )
    epochs: Path | None = Field(
        default=None, description="Folder of the epoch keys. Empty: epochs in the data folder."
    )
    organisation: str = Field(
        default="organisation",
        pattern=r"^[a-z0-9-]{1,40}$",
        description="A short name in lower case: it is part of every stored row.",
    )
    zone: str = Field(default="UTC", description="IANA zone, used where a platform gives none.")
    code_days: int = Field(
        default=14, ge=1, le=90, description="How long an invitation code works."
    )
    engagement_weeks: int = Field(default=12, ge=1, le=104, description="Length offered first.")
    grace_days: int = Field(
        default=14, ge=0, le=365, description="Days from an end to the erasure."
    )

    keep_days: int = Field(
        default=365, ge=1, le=3650, description="The longest that anything may be kept."
    )
    backup_days: int = Field(
        default=30, ge=0, le=3650, description="After how many days a backup is destroyed."
    )
    digests: Literal["whole", "by_reference"] = Field(
        default="whole",
        description="by_reference: the coach opens each digest, and the grant is checked then.",
    )
    questions: Path | None = Field(
        default=None, description="Folder of the organisation's own question sets (TOML)."
    )
    contacts: Path | None = Field(
        default=None, description="File of the organisation's own contacts for hard times (TOML)."
    )
    alarm_minutes: int = Field(
        default=30, ge=1, le=1440, description="Nothing could be sent for so long: an alarm."
    )
    alarm_to: str | None = Field(
        default=None,
        pattern=r"^[^@\s,;]+@[^@\s,;]+$",
        description="E-mail address of the alarm. It holds times, and nothing of any message.",
    )
    smtp_url: SecretStr | None = Field(
        default=None,
        description="smtps://user:password@host:465, or smtp:// (STARTTLS where offered).",
    )
    epoch_root: Literal["file", "systemd", "aws-kms"] = Field(
        default="file", description="What protects the epoch key at rest."
    )
    kms_key: str | None = Field(default=None, description="Key id or ARN, for aws-kms.")
    kms_endpoint: str | None = Field(
        default=None, description="Another address of the KMS, e.g. a private endpoint."
    )

    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/\s]+(/[^\s?#]*)?$",
        description="The address under which the chat platforms reach this server, with https.",
    )
    slack_bot_token: SecretStr | None = Field(
        default=None, description="Slack, one workspace: the bot token (xoxb-)."
    )
    slack_app_token: SecretStr | None = Field(
        default=None,
        description="Slack without a public address (Socket Mode): the app-level token (xapp-).",
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None, description="Slack over HTTP: the app's signing secret."
    )
    slack_client_id: str | None = Field(
        default=None, description="Slack, many workspaces: the app's client id."
    )
    slack_client_secret: SecretStr | None = Field(
        default=None, description="Slack, many workspaces: the app's client secret."
    )
    slack_history: Literal["own", "limited"] = Field(
        default="own",
        description="limited: a distributed app that may hardly read histories (Slack's limits).",
    )
    slack_api: str = Field(
        default="https://slack.com/api/",
        pattern=r"^https?://[^\s?#]+/$",
        description="Slack's Web API; GovSlack has another address.",
    )
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
        description="Tenants that may use the bot, joined by commas. Empty: its own alone.",
    )
    teams_local: bool = Field(
        default=False,
        description="True: a Teams test client on this machine is let in without a token.",
    )

    log_level: str = Field(
        default="INFO",
        pattern=r"^(DEBUG|INFO|WARNING|ERROR)$",
        description="DEBUG, INFO, WARNING or ERROR. No level shows anyone's words.",
    )

    @field_validator("keys_url")
    @classmethod
    def _keys_on_postgresql(cls, url: SecretStr | None) -> SecretStr | None:
        if url and urlsplit(url.get_secret_value()).scheme.split("+")[0] != "postgresql":
            raise ValueError("is not an address such as postgresql://keys:password@host/keys")
        return url

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, url: SecretStr | None) -> SecretStr | None:
        found = urlsplit(url.get_secret_value()) if url else None
        if found and (found.scheme not in ("smtp", "smtps") or not found.hostname):
            raise ValueError("is not an address such as smtps://user:password@host:465")
        return url

    @model_validator(mode="after")
    def _alarm_is_whole(self) -> Self:
        if (self.alarm_to is None) != (self.smtp_url is None):
            raise ValueError("HANDRAIL_ALARM_TO and HANDRAIL_SMTP_URL go together")
        return self

    @model_validator(mode="after")
    def _slack_is_whole(self) -> Self:
        fault = _slack_fault(self)
        if fault is not None:
            raise ValueError(fault)
        return self

    @model_validator(mode="after")
    def _teams_is_whole(self) -> Self:
        ways = (self.teams_secret, self.teams_certificate, self.teams_managed_identity or None)
        given = sum(way is not None for way in ways)
        if self.teams_local and (self.teams_app_id or given):
            raise ValueError("HANDRAIL_TEAMS_LOCAL goes with no other setting of Teams")
        if self.teams_local and self.host not in ("127.0.0.1", "::1", "localhost"):
            raise ValueError("HANDRAIL_TEAMS_LOCAL needs HANDRAIL_HOST to be this machine alone")
        if self.teams_app_id is None and (given or self.teams_tenant or self.teams_tenants):
            raise ValueError("HANDRAIL_TEAMS_APP_ID is missing")
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
        """Whose activities are taken, in lower case."""
        named = self.teams_tenants or self.teams_tenant or ""
        return tuple(one.strip().lower() for one in named.split(",") if one.strip())

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        if not is_zone(zone):
            raise ValueError("is not an IANA time zone such as Europe/Berlin")
        return zone


def _slack_fault(given: Settings) -> str | None:
    """One workspace by a token, or many by installs; in over the socket, or over HTTP."""
    many = given.slack_client_id is not None
    if many != (given.slack_client_secret is not None):
        return "HANDRAIL_SLACK_CLIENT_ID and HANDRAIL_SLACK_CLIENT_SECRET go together"
    if many and given.slack_bot_token is not None:
        return "HANDRAIL_SLACK_BOT_TOKEN is for one workspace, HANDRAIL_SLACK_CLIENT_ID for many"
    if many and (given.slack_signing_secret is None or given.public_url is None):
        return "Slack for many workspaces needs HANDRAIL_SLACK_SIGNING_SECRET, HANDRAIL_PUBLIC_URL"
    if many and given.slack_app_token is not None:
        return "HANDRAIL_SLACK_APP_TOKEN (Socket Mode) is for one workspace"
    ways = given.slack_app_token is not None, given.slack_signing_secret is not None
    if given.slack_bot_token is not None and not any(ways):
        return "HANDRAIL_SLACK_BOT_TOKEN needs HANDRAIL_SLACK_APP_TOKEN (or _SIGNING_SECRET)"
    if not many and given.slack_bot_token is None and any(ways):
        return "Slack needs HANDRAIL_SLACK_BOT_TOKEN (or _CLIENT_ID and _CLIENT_SECRET)"
    return None
