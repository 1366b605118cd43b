"""What `handrail init` asks about Slack: how it reaches this Handrail, and for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.shared.set_up import (
    Given,
    PlatformSetUp,
    SetUpAnswers,
    SetUpQuestion,
    SetUpSecret,
)

SOCKET, HTTP, MANY = "socket", "http", "many"
WAYS = "socket (one workspace, no public address), http (one workspace), many (many workspaces)"
MADE = "slack-manifest.yaml"
BEGIN = f"In Slack: “Create New App”, “From a manifest”, paste `{MADE}`"
TO_DO = {
    SOCKET: f"{BEGIN}. Install it, and copy the bot token (xoxb-) and an app-level token (xapp-).",
    HTTP: f"{BEGIN}. Install it, and copy the bot token (xoxb-) and the signing secret. Slack asks "
    "the address at once, so Handrail has to run before.",
    MANY: f"{BEGIN}, and copy client id, client secret and signing secret. docs/slack.md says how "
    "a workspace installs it.",
}


def _is_many(given: Given) -> bool:
    return given["way"] == MANY


def _files(answers: SetUpAnswers) -> Mapping[str, str]:
    from adapters.slack.manifest import Way, as_text, manifest

    way = answers.given["way"]
    if way == SOCKET:
        return {MADE: as_text(manifest(Way()))}
    if not answers.public_url:
        raise ValueError("over HTTP it needs the address of this Handrail (public_url)")
    return {MADE: as_text(manifest(Way(answers.public_url, many=way == MANY)))}


def _to_do(given: Given) -> Sequence[str]:
    return (TO_DO[given["way"]],)


SET_UP = PlatformSetUp(
    asked="Slack",
    questions=(
        SetUpQuestion(name="way", asked=WAYS, options=(SOCKET, HTTP, MANY)),
        SetUpQuestion(
            name="client_id", asked="Slack's client id", setting="slack_client_id", when=_is_many
        ),
        SetUpQuestion(
            name="workspaces",
            asked="Ids of the workspaces that may install it (T…), with commas",
            setting="slack_workspaces",
            when=_is_many,
        ),
    ),
    secrets=(
        SetUpSecret(setting="slack_bot_token", when=lambda given: not _is_many(given)),
        SetUpSecret(setting="slack_app_token", when=lambda given: given["way"] == SOCKET),
        SetUpSecret(setting="slack_signing_secret", when=lambda given: given["way"] != SOCKET),
        SetUpSecret(setting="slack_client_secret", when=_is_many),
    ),
    files=_files,
    to_do=_to_do,
)
