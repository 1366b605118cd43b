"""One workspace by its bot token: which one it is, and as whom the bot is there."""

from __future__ import annotations

import structlog

from adapters.slack.arrivals import Install
from adapters.slack.calls import CallFailedError, WebCalls
from adapters.slack.installs import OneInstall
from bot.ports import Unknown

log = structlog.get_logger()


class SlackRefusedError(Exception):
    """It cannot be started like this. The text says what to do, and holds no secret."""


async def one_install(token: str, calls: WebCalls) -> OneInstall:
    """Only a token that Slack does not take keeps it from starting; Slack may be away for now.

    Raises SlackRefusedError.
    """
    one = OneInstall(token, lambda: _ask_where(calls, token))
    try:
        await one.known()
    except CallFailedError as failed:
        if failed.outcome.reason == "app_removed":
            raise SlackRefusedError(
                "Slack does not take HANDRAIL_SLACK_BOT_TOKEN. Copy it once more from the app's "
                "page “OAuth & Permissions”; it begins with xoxb-."
            ) from None
        log.warning("slack_not_reached", reason=failed.outcome.reason)
    return one


async def _ask_where(calls: WebCalls, token: str) -> Install:
    """Raises CallFailedError."""
    bearer = f"Bearer {token}"
    told = await calls.once("auth.test", {}, bearer)
    org_wide = told.get("is_enterprise_install") is True
    workspace = told.get("enterprise_id" if org_wide else "team_id")
    user, bot = told.get("user_id"), told.get("bot_id")
    if not isinstance(workspace, str) or not isinstance(user, str):
        raise CallFailedError(Unknown("no_answer"))
    try:
        about = (await calls.once("bots.info", {"bot": bot}, bearer)).get("bot")
    except CallFailedError:
        # Its own id only keeps out what another app's signing secret would have kept out already.
        about = None
    app = about.get("app_id") if isinstance(about, dict) else None
    return Install(workspace, user, str(bot or ""), str(app or ""), org_wide)
