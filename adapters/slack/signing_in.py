"""Whether Slack takes the bot's tokens now: asked at the start, by the watch and by the doctor."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from adapters.slack.sdk.calls import CallFailedError, WebCalls
from bot.domain.operator import Finding, SignIn

# A doctor asks for so many installs at most: Slack limits how often `auth.test` may be called.
MOST_ASKED = 50
REFUSED = "app_removed"

WORKS = "Slack takes the bot's credentials."
AWAY = (
    "Slack could not be asked whether it takes the bot's token, because it cannot be reached. "
    "Handrail tries again by itself. May this machine reach slack.com?"
)
TAKE_ANOTHER = (
    "Slack does not take HANDRAIL_SLACK_BOT_TOKEN. Copy it once more from the app's "
    "page “OAuth & Permissions”; it begins with xoxb-."
)

AskSlack = Callable[[], Awaitable[SignIn]]
TokensOf = Callable[[], Awaitable[Sequence[str]]]


def with_token(calls: WebCalls, token: str) -> AskSlack:
    """One workspace: the token in the settings is the operator's own, so a refusal is a fault."""

    async def ask() -> SignIn:
        refused = await _refuses(calls, token)
        if refused is None:
            return SignIn(None, AWAY)
        return SignIn(False, TAKE_ANOTHER) if refused else SignIn(True, WORKS)

    return ask


def with_installs(calls: WebCalls) -> AskSlack:
    """Many workspaces: their tokens are not the operator's, so only Slack itself is asked for.

    Where one of them has removed the app, `installs_that_refuse` tells the doctor.
    """

    async def ask() -> SignIn:
        reached = await _refuses(calls, "") is not None
        return SignIn(True, WORKS) if reached else SignIn(None, AWAY)

    return ask


async def installs_that_refuse(calls: WebCalls, tokens: TokensOf) -> Finding:
    """Counts the installs whose token Slack does not take any more."""
    asked = [await _refuses(calls, token) for token in (await tokens())[:MOST_ASKED]]
    refused = sum(one is True for one in asked)
    if not refused:
        return Finding("Slack tokens", True, f"Slack refuses none of those asked ({len(asked)}).")
    told = (
        f"Slack does not take the tokens of {refused} of {len(asked)} installs: nothing reaches "
        "anybody there. Their administrators can install the app once more, or have removed it."
    )
    return Finding("Slack tokens", False, told)


async def _refuses(calls: WebCalls, token: str) -> bool | None:
    """True if Slack does not take this token; None if it could not be asked."""
    try:
        await calls.once("auth.test", {}, f"Bearer {token}")
    except CallFailedError as failed:
        return True if failed.outcome.reason == REFUSED else None
    return False
