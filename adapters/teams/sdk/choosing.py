"""Imports one of the two SDKs: the other one is never imported."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from adapters.teams.calls import TeamsSdk

SdkName = Literal["botbuilder", "agents"]
# The extra of the package that brings each.
EXTRAS: Mapping[SdkName, str] = {"botbuilder": "teams", "agents": "agents"}


class SdkMissingError(Exception):
    """The chosen SDK is not installed. The message says what to install."""


def chosen_sdk(name: SdkName) -> TeamsSdk:
    """Also quiets the loggers of the SDK. Raises SdkMissingError."""
    try:
        found = _imported(name)
    except ImportError:
        raise SdkMissingError(
            f"HANDRAIL_TEAMS_SDK is {name}, but its library is not installed. Install "
            f"handrail[{EXTRAS[name]}], or set HANDRAIL_TEAMS_SDK to the other, then start again."
        ) from None
    for logger in found.talkative:
        logging.getLogger(logger).setLevel(logging.WARNING)
    return found


def _imported(name: SdkName) -> TeamsSdk:
    if name == "agents":
        from adapters.teams.sdk.agents import SDK
    else:
        from adapters.teams.sdk.botbuilder import SDK
    return SDK
