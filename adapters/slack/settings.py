"""The settings of Slack, beside those that every Handrail has."""

from __future__ import annotations

import re
from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator

from bot.environment.in_force import PERSONAL
from bot.settings import Settings

# A workspace's id in Slack begins with T, an Enterprise organisation's with E.
PLACE = re.compile(r"[TE][A-Z0-9]{2,30}")
USER = re.compile(r"[UW][A-Z0-9]{2,30}")


class SlackSettings(Settings):
    """Sets up one workspace by its bot token, or many by installs.

    Raises ValueError (pydantic's ValidationError) where the settings are not whole.
    """

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
    slack_workspaces: str | None = Field(
        default=None,
        description="Slack, many workspaces: ids of the workspaces (T…) and organisations (E…) "
        "that may install the app, joined by commas. Empty: none.",
    )
    slack_privacy_url: str | None = Field(
        default=None,
        pattern=r"^https://[^\s]+$",
        description="Slack, many workspaces: your privacy notice, for install page and listing.",
    )
    slack_support_url: str | None = Field(
        default=None,
        pattern=r"^https://[^\s]+$",
        description="Slack, many workspaces: where people get help, for the page and the listing.",
    )
    slack_support_email: str | None = Field(
        default=None,
        pattern=r"^[^\s@]+@[^\s@]+$",
        description="Slack, many workspaces: an address for help, for the listing.",
    )
    slack_history: Literal["own", "limited"] = Field(
        default="own",
        description="limited: a distributed app that may hardly read histories (Slack's limits).",
    )
    slack_read_aloud: str | None = Field(
        default=None,
        description="Slack: user ids (U…, W…), joined by commas, of people whose screen reader "
        "shall read messages whole. Their notifications then show what a message says.",
        json_schema_extra=PERSONAL,
    )
    slack_api: str = Field(
        default="https://slack.com/api/",
        pattern=r"^https?://[^\s?#]+/$",
        description="Slack's Web API; GovSlack has another address.",
    )

    @model_validator(mode="after")
    def _slack_is_whole(self) -> Self:
        fault = _slack_fault(self)
        if fault is not None:
            raise ValueError(fault)
        return self

    @property
    def slack_workspace_ids(self) -> frozenset[str]:
        """Returns the ids of the workspaces and organisations that may install the app."""
        named = (self.slack_workspaces or "").split(",")
        return frozenset(one.strip() for one in named if one.strip())

    @property
    def slack_readers_aloud(self) -> frozenset[str]:
        """Returns the ids of the people whose screen reader shall read messages whole."""
        named = (self.slack_read_aloud or "").split(",")
        return frozenset(one.strip() for one in named if one.strip())

    @property
    def has_slack(self) -> bool:
        """Tells whether Slack is to be opened."""
        return self.slack_bot_token is not None or self.slack_client_id is not None


def _slack_fault(given: SlackSettings) -> str | None:
    """Returns what is wrong: one workspace by a token or many by installs, by socket or HTTP."""
    many = given.slack_client_id is not None
    if many != (given.slack_client_secret is not None):
        return "HANDRAIL_SLACK_CLIENT_ID and HANDRAIL_SLACK_CLIENT_SECRET go together"
    if many and given.slack_bot_token is not None:
        return "HANDRAIL_SLACK_BOT_TOKEN is for one workspace, HANDRAIL_SLACK_CLIENT_ID for many"
    if many and (given.slack_signing_secret is None or given.public_url is None):
        return "Slack for many workspaces needs HANDRAIL_SLACK_SIGNING_SECRET, HANDRAIL_PUBLIC_URL"
    if given.slack_workspaces and not many:
        return "HANDRAIL_SLACK_WORKSPACES goes with HANDRAIL_SLACK_CLIENT_ID, for many workspaces"
    if not all(PLACE.fullmatch(one) for one in given.slack_workspace_ids):
        return "HANDRAIL_SLACK_WORKSPACES must be ids that begin with T or E, joined by commas"
    if not all(USER.fullmatch(one) for one in given.slack_readers_aloud):
        return "HANDRAIL_SLACK_READ_ALOUD must be ids that begin with U or W, joined by commas"
    if many and given.slack_app_token is not None:
        return "HANDRAIL_SLACK_APP_TOKEN (Socket Mode) is for one workspace"
    ways = given.slack_app_token is not None, given.slack_signing_secret is not None
    if given.slack_bot_token is not None and not any(ways):
        return "HANDRAIL_SLACK_BOT_TOKEN needs HANDRAIL_SLACK_APP_TOKEN (or _SIGNING_SECRET)"
    if not many and given.slack_bot_token is None and any(ways):
        return "Slack needs HANDRAIL_SLACK_BOT_TOKEN (or _CLIENT_ID and _CLIENT_SECRET)"
    return None
