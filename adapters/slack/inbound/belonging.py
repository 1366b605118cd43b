"""Pure: what a payload says of where it is from, and whether its sender is one of ours.

In an Enterprise organisation Slack may name another workspace of it, or the organisation itself
(E…), as a person's team. So another team alone makes nobody an outsider. What Slack says of the
conversation counts, and (in the intake) whether the person is known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from adapters.shared.json_values import NotUnderstoodError, dict_at, dicts_at, text_at, value_at
from adapters.slack.inbound.arrivals import Install

Payload = Mapping[str, Any]
# OUTSIDE: Slack says that the conversation is shared with others, and this is one of them.
# DOUBTFUL: another team is named, and nothing says whose conversation it is.
Standing = Literal["ours", "doubtful", "outside"]

SHARED = (
    ("is_ext_shared_channel",),
    ("channel", "is_ext_shared"),
    ("event", "channel", "is_ext_shared"),
)
PLACE_ID = re.compile(r"[TE][A-Z0-9]{1,60}")


def places_named(payload: Payload) -> tuple[str, ...]:
    """The places to which the payload may belong, the likeliest first.

    Raises NotUnderstoodError where it names none.
    """
    found = tuple(dict.fromkeys(one for one in _named(payload) if PLACE_ID.fullmatch(one)))
    if not found:
        raise NotUnderstoodError("team")
    return found


def workspace_of(payload: Payload) -> str:
    """The likeliest place: a workspace, or an organisation. Raises NotUnderstoodError."""
    return places_named(payload)[0]


def organisation_told(payload: Payload, install: Install) -> str:
    """The organisation to which this install belongs, as the payload says; "" if it does not."""
    for one in dicts_at(payload, "authorizations"):
        if install.workspace in (text_at(one, "team_id"), text_at(one, "enterprise_id")):
            return text_at(one, "enterprise_id")
    if text_at(payload, "team", "id") == install.workspace:
        return text_at(payload, "team", "enterprise_id") or text_at(payload, "enterprise", "id")
    return ""


def team_told(payload: Payload) -> str:
    """The workspace in which an event of an organisation-wide install happened; "" if unsaid."""
    if _is_shared(payload):
        return ""
    named = text_at(payload, "team", "id") or text_at(payload, "team_id")
    return named if named.startswith("T") else ""


def standing(payload: Payload, install: Install) -> Standing:
    """Whether the sender is one of the install's own people."""
    ours = {install.workspace, install.enterprise, organisation_told(payload, install)} - {""}
    teams = set(_teams(payload))
    shared = _is_shared(payload)
    if shared is False or (teams <= ours and (teams or not shared)):
        return "ours"
    return "outside" if shared else "doubtful"


def _named(payload: Payload) -> Iterator[str]:
    # A modal that was opened in another workspace says whose app it is.
    yield text_at(payload, "view", "app_installed_team_id")
    whole = value_at(payload, "is_enterprise_install") in (True, "true")
    authorized = dicts_at(payload, "authorizations")
    if authorized:
        # Slack names the one install for which it sends the event. No other may take it.
        of_whole = value_at(authorized[0], "is_enterprise_install") is True
        yield text_at(authorized[0], "enterprise_id" if of_whole else "team_id")
        return
    enterprise = (
        text_at(payload, "enterprise", "id")
        or text_at(payload, "enterprise_id")
        or text_at(payload, "team", "enterprise_id")
    )
    if whole:
        yield enterprise
    yield text_at(payload, "team", "id")
    yield text_at(payload, "team_id")
    yield enterprise
    yield text_at(payload, "view", "team_id")
    yield text_at(payload, "user", "team_id")


def _teams(payload: Payload) -> Iterator[str]:
    """Every team that the payload names as the sender's."""
    event = dict_at(payload, "event")
    for message in (event, dict_at(event, "message"), dict_at(event, "previous_message")):
        yield from (
            text
            for name in ("user_team", "source_team", "team")
            if (text := text_at(message, name))
        )
    team = text_at(payload, "user", "team_id") or (
        text_at(payload, "team_id") if "command" in payload else ""
    )
    if team:
        yield team


def _is_shared(payload: Payload) -> bool | None:
    """Slack's word on a conversation shared with other organisations. None where it says none."""
    said = [value_at(payload, *path) for path in SHARED]
    told = [one for one in said if isinstance(one, bool)]
    return any(told) if told else None
