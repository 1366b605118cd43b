"""What `handrail init` asks about Postbox, and the letter that it makes for the service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.shared.set_up import (
    Given,
    PlatformSetUp,
    SetUpAnswers,
    SetUpQuestion,
    SetUpSecret,
)

MADE = "postbox-letter.txt"


def _files(answers: SetUpAnswers) -> Mapping[str, str]:
    if not answers.public_url:
        raise ValueError("the service needs the address of this Handrail (public_url)")
    lines = (f"To {answers.given['office']}:", f"{answers.public_url}/postbox/events")
    return {MADE: "\n".join((*lines, answers.organisation, ""))}


def _to_do(given: Given) -> Sequence[str]:
    return (f"Send `{MADE}` to the {given['office']} office.",)


SET_UP = PlatformSetUp(
    asked="Postbox",
    questions=(
        SetUpQuestion(
            name="service",
            asked="The service's address",
            setting="postbox_service",
            needed=True,
        ),
        SetUpQuestion(name="office", asked="Which office", options=("near", "far")),
    ),
    secrets=(SetUpSecret(setting="postbox_secret"),),
    files=_files,
    to_do=_to_do,
)
