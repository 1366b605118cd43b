"""Whether Slack takes the bot's tokens now: asked at the start, by the watch and by the doctor."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from adapters.slack.manifest import SCOPES
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

# In which header Slack tells what a token may do.
SCOPES_TOLD = "x-oauth-scopes"
INSTALL_ANEW = (
    "Put the manifest of `handrail slack manifest` into the app's page once more, then install the "
    "app anew in the workspace: that grants what is missing."
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


async def scopes_that_lack(calls: WebCalls, tokens: TokensOf) -> Finding:
    """Compares what each install was granted with what the manifest asks for."""
    lacking = set[str]()
    for token in (await tokens())[:MOST_ASKED]:
        lacking |= await _lacking(calls, token)
    if not lacking:
        return Finding("Slack scopes", True, "Every scope of the manifest is granted.")
    names = ", ".join(sorted(lacking))
    return Finding("Slack scopes", False, f"Slack did not grant {names}.", INSTALL_ANEW)


async def _lacking(calls: WebCalls, token: str) -> set[str]:
    """The scopes that this token lacks. None where Slack does not say, or cannot be asked."""
    try:
        _, headers = await calls.answered("auth.test", {}, f"Bearer {token}")
    except CallFailedError:
        return set()
    told = headers.get(SCOPES_TOLD)
    granted = set() if told is None else {one.strip() for one in told.split(",")}
    return set() if told is None else set(SCOPES) - granted


async def _refuses(calls: WebCalls, token: str) -> bool | None:
    """True if Slack does not take this token; None if it could not be asked."""
    try:
        await calls.once("auth.test", {}, f"Bearer {token}")
    except CallFailedError as failed:
        return True if failed.outcome.reason == REFUSED else None
    return False
