"""Builds the tabs from the settings."""

from __future__ import annotations

import aiohttp

from adapters.teams.adapter import TeamsAdapter
from adapters.teams.outbound.invitation import bots_chat
from adapters.teams.rows import Rows
from adapters.teams.settings import TeamsSettings
from adapters.teams.signing_keys import SigningKeys
from adapters.teams.tabs.pages import Tabs
from adapters.teams.tabs.tokens import METADATA, TabTokens


def tabs_of(
    settings: TeamsSettings, adapter: TeamsAdapter, rows: Rows, http: aiohttp.ClientSession
) -> Tabs:
    """The tabs of one bot. Raises ValueError without an app id or a tenant."""
    app_id = settings.teams_app_id or ""
    keys = SigningKeys(METADATA, http=http)
    tokens = TabTokens(app_id.lower(), keys, settings.teams_tenant_list)
    return Tabs(tokens, adapter, rows, settings, bots_chat(app_id.lower()))
