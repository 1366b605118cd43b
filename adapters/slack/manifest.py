"""Makes Slack's app manifest, which Slack reads when the app is made. Pure.

The shape is that of Slack's published schema (slackapi/manifest-schema), which a test holds it to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SCOPES: Mapping[str, str] = {
    "app_mentions:read": "to tell whoever calls it in a channel, and nobody else, why it is quiet",
    "chat:write": "to send its messages, and to edit and delete its own",
    "commands": "for /handrail and its shortcuts",
    "dnd:read": "to leave people alone while they do not want to be disturbed",
    "files:write": "to hand a person their own file, to show a drawing, and to delete both",
    "im:history": "to read what is written to it in private, and to find its own messages again",
    "im:write": "to open the private chat with a person",
    "reactions:read": "to say once that an emoji beside a question is no answer",
    "users:read": "for the name, the language and the time zone of whoever writes to it",
}


Json = dict[str, Any]

NAME = "Handrail"
COMMAND = "/handrail"
# The ids by which `inbound` knows what was chosen.
STEP = "small_step"
LONGER = "longer_words"
EVENTS_PATH = "/slack/events"
RETURN_PATH = "/slack/oauth_redirect"
LANGUAGES = ("en", "de", "es", "fr", "ja", "pt", "vi")
INSTALL_PATH = "/slack/install"
DIRECT_PATH = "/slack/install/direct"

EVENTS: Mapping[str, str] = {
    "app_home_opened": "to show a person the page about themselves when they open it",
    "app_mention": "to say, to that person alone, that it does not talk in channels",
    "app_uninstalled": "to send nothing from then on, and to begin the agreed clean-up",
    "message.im": "to receive what is written to it in private, and what is edited or deleted",
    "reaction_added": "to say once, beside a question of its own, what an emoji means: nothing",
    "tokens_revoked": "to send nothing from then on",
}


@dataclass(frozen=True, slots=True)
class Listing:
    """What Slack's listing shows of the organisation that runs this Handrail: two https addresses,
    and an e-mail address.
    """

    privacy: str
    support: str
    email: str


@dataclass(frozen=True, slots=True)
class Way:
    """Says how Slack reaches Handrail, and how it is installed.

    Without `url` over Socket Mode, into one workspace. With it over HTTP; `many` is for any number
    of workspaces by "Add to Slack". One workspace is given a token that does not change (Slack
    shows it once); many get tokens that Handrail renews. A `listing` is for many alone.
    """

    url: str | None = None
    many: bool = False
    listing: Listing | None = None

    def __post_init__(self) -> None:
        if self.many and self.url is None:
            raise ValueError("many workspaces need an address")
        if self.listing is not None and not self.many:
            raise ValueError("a listing is for many workspaces")

    def at(self, path: str) -> str | None:
        return self.url.rstrip("/") + path if self.url else None


def manifest(way: Way) -> Json:
    """Returns the app as one document. It asks for what SCOPES gives a reason for."""
    events = way.at(EVENTS_PATH)
    address = {"request_url": events} if events else {}
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": NAME,
            "description": "Keeps you company between coaching sessions, and only if you want it.",
            "long_description": (
                "Handrail is there when you reach for it. It never pulls. A coaching client who "
                "was given a code by their coach can be asked, at hours of their own choosing, "
                "what they want to notice or try; can set small steps; and decides about each "
                "answer whether it is kept, and whether the coach reads it. Nothing is sent to "
                "anyone who did not ask for it. It is a bot, and says so."
            ),
            "background_color": "#2b4c4a",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": NAME, "always_online": True},
            "shortcuts": [
                {
                    "name": "Make this a small step",
                    "type": "message",
                    "callback_id": STEP,
                    "description": "Begin a small step with these words, in your private chat.",
                },
                {
                    "name": "Write something longer",
                    "type": "global",
                    "callback_id": LONGER,
                    "description": "A larger box for what you want to write to Handrail.",
                },
            ],
            "slash_commands": [
                {
                    "command": COMMAND,
                    "description": "Write to Handrail from anywhere; it answers in private.",
                    "usage_hint": "help | step | pause | my permissions | what do you hold | stop",
                    "should_escape": False,
                    **({"url": events} if events else {}),
                }
            ],
        },
        "oauth_config": {
            **({"redirect_urls": [way.at(RETURN_PATH)]} if way.many else {}),
            "scopes": {"bot": list(SCOPES)},
        },
        "settings": {
            "event_subscriptions": {**address, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **address},
            "org_deploy_enabled": way.many,
            "socket_mode_enabled": way.url is None,
            "token_rotation_enabled": way.many,
        },
        **({"app_directory": _listed(way, way.listing)} if way.listing else {}),
    }


def _listed(way: Way, listing: Listing) -> Json:
    """Slack's button in the listing leads to Slack's own page at once: see `DIRECT_PATH`."""
    return {
        "use_direct_install": True,
        "direct_install_url": way.at(DIRECT_PATH),
        "installation_landing_page": way.at(INSTALL_PATH),
        "privacy_policy_url": listing.privacy,
        "support_url": listing.support,
        "support_email": listing.email,
        "supported_languages": list(LANGUAGES),
        "pricing": "Free",
    }


def as_text(value: Json) -> str:
    """Writes YAML, with the reason beside every scope and event."""
    return "\n".join(_lines(value, 0)) + "\n"


def _lines(value: Mapping[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for key, inside in value.items():
        if isinstance(inside, Mapping):
            yield f"{indent}{key}:"
            yield from _lines(inside, depth + 1)
        elif isinstance(inside, list):
            yield f"{indent}{key}:"
            yield from _items(inside, depth + 1)
        else:
            yield f"{indent}{key}: {_scalar(inside)}"


def _items(items: Sequence[Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for item in items:
        if isinstance(item, Mapping):
            first, *others = _lines(item, 0)
            yield f"{indent}- {first}"
            yield from (f"{indent}  {line}" for line in others)
        else:
            why = {**SCOPES, **EVENTS}.get(item)
            yield f"{indent}- {_scalar(item)}" + (f"  # {why}" if why else "")


def _scalar(value: object) -> str:
    """Writes a scalar as JSON does, which YAML reads too."""
    return json.dumps(value, ensure_ascii=False)
