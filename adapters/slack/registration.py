"""Slack registers itself. Its SDK is imported only when it is opened."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

from adapters.shared.extras import Extra
from adapters.shared.registration import Handover, OwnTables, Platform
from adapters.slack.commands import slack
from adapters.slack.outgoing import OUTGOING
from adapters.slack.set_up import SET_UP
from adapters.slack.settings import SlackSettings

if TYPE_CHECKING:
    from sqlalchemy import MetaData


SEALED = frozenset({"slack_install.sealed", "slack_place.sealed"})


@asynccontextmanager
async def _open(given: Handover) -> AsyncIterator[None]:
    """Opens Slack. Raises SlackRefusedError where it does not take what is configured."""
    from adapters.slack.opening import open_slack

    settings: SlackSettings = given.settings
    opening = open_slack(
        settings,
        given.sealer,
        given.keyed_hash,
        given.engine(),
        may_destroy=given.may_destroy,
    )
    async with opening as opened:
        opened.adapter.desk = given.desk
        given.join(opened.adapter)
        if given.server is not None:
            await opened.start(given.desk, given.server)
        try:
            yield
        finally:
            if given.server is None:
                # A command ends when it is done: what it began to delete is deleted first.
                await opened.adapter.finish_clearing()


def _tables() -> MetaData:
    from adapters.slack.tables import METADATA

    return METADATA


PLATFORM = Platform(
    name="slack",
    settings=SlackSettings,
    is_configured=lambda settings: settings.has_slack,
    open=_open,
    commands=slack,
    tables=OwnTables(file="slack.db", metadata=_tables, sealed=SEALED),
    sentences=files("adapters.slack") / "locale",
    outgoing=OUTGOING,
    needs=lambda _: Extra("slack", "slack_bolt"),
    set_up=SET_UP,
)
