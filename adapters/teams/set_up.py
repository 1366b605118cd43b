"""What `handrail init` asks about Microsoft Teams: the bot, and what its package names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.shared.set_up import (
    Given,
    PlatformSetUp,
    SetUpAnswers,
    SetUpQuestion,
    SetUpSecret,
)

SECRET, CERTIFICATE, IDENTITY = "secret", "certificate", "managed_identity"
MADE = "handrail-teams.zip"
TO_DO = (
    f"In Teams' admin centre: upload `{MADE}`. docs/teams.md says what the bot needs in Azure.",
)


def _files(answers: SetUpAnswers) -> Mapping[str, bytes]:
    from adapters.teams.manifest import App, package

    bot, domain = answers.given["app_id"].lower(), answers.given["domain"].lower()
    return {MADE: package(App(bot, domain, organisation=answers.organisation))}


def _to_do(_: Given) -> Sequence[str]:
    return TO_DO


SET_UP = PlatformSetUp(
    asked="Microsoft Teams",
    questions=(
        SetUpQuestion(name="app_id", asked="The bot's app id", setting="teams_app_id", needed=True),
        SetUpQuestion(name="tenant", asked="The tenant's id", setting="teams_tenant", needed=True),
        SetUpQuestion(
            name="domain", asked="Your domain, as the app's package names it", needed=True
        ),
        SetUpQuestion(
            name="signs_in",
            asked="How the bot signs in",
            setting="teams_managed_identity",
            becomes=lambda way: "true" if way == IDENTITY else "",
            options=(SECRET, CERTIFICATE, IDENTITY),
        ),
        SetUpQuestion(
            name="certificate",
            asked="The certificate's PEM file",
            setting="teams_certificate",
            when=lambda given: given["signs_in"] == CERTIFICATE,
        ),
    ),
    secrets=(SetUpSecret(setting="teams_secret", when=lambda given: given["signs_in"] == SECRET),),
    files=_files,
    to_do=_to_do,
)
