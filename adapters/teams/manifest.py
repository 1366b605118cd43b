"""Pure: the manifest of the Teams app and its translations, as Microsoft's schema 1.20 wants them.

Personal scope only, and no permission beside: nothing reads a calendar, a mailbox or a team.
`supportsFiles` lets the bot *offer* a file to its reader, who may refuse it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from bot.text import DEFAULT, catalogue, languages

Json = dict[str, Any]
SCHEMA_VERSION = "1.20"
SCHEMAS = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA_VERSION}"
ACCENT = "#37888A"
NAME = "Handrail"
COMMANDS = ("home", "help", "switches", "hold", "stop")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class App:
    """`id` is the bot's app id; `domain` is where the organisation tells about itself.

    Raises ValueError, which says what cannot be right.
    """

    id: str
    domain: str
    version: str = "1.0.0"
    organisation: str = NAME
    privacy: str = ""
    terms: str = ""

    def __post_init__(self) -> None:
        if not UUID.fullmatch(self.id):
            raise ValueError("--id must be the bot's app id, such as 00000000-0000-0000-…")
        if not DOMAIN.fullmatch(self.domain):
            raise ValueError("--domain must be a domain such as handrail.example.org")
        if not VERSION.fullmatch(self.version):
            raise ValueError("--version must be three numbers, such as 1.0.0")
        if not 1 <= len(self.organisation) <= 32:
            raise ValueError("--organisation must be 1 to 32 characters")
        if any(url and not url.startswith("https://") for url in (self.privacy, self.terms)):
            raise ValueError("--privacy and --terms must be addresses that begin with https://")


def manifest(app: App) -> Json:
    say = catalogue(DEFAULT)
    home = f"https://{app.domain}/"
    return {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": SCHEMA_VERSION,
        "version": app.version,
        "id": app.id,
        "developer": {
            "name": app.organisation,
            "websiteUrl": home,
            "privacyUrl": app.privacy or home,
            "termsOfUseUrl": app.terms or home,
        },
        "name": {"short": NAME, "full": NAME},
        "description": {"short": say("teams-short"), "full": say("teams-long")},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": ACCENT,
        "bots": [
            {
                "botId": app.id,
                "scopes": ["personal"],
                "supportsFiles": True,
                "isNotificationOnly": False,
                "commandLists": [{"scopes": ["personal"], "commands": _commands(DEFAULT)}],
            }
        ],
        "defaultInstallScope": "personal",
        "validDomains": [],
        "localizationInfo": {
            "defaultLanguageTag": DEFAULT,
            "additionalLanguages": [
                {"languageTag": language, "file": f"{language}.json"} for language in others()
            ],
        },
    }


def others() -> list[str]:
    return [language for language in languages() if language != DEFAULT]


def translation(language: str) -> Json:
    """All that a reader of the app catalogue and of the list of commands sees."""
    say = catalogue(language)
    words = {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": NAME,
        "name.full": NAME,
        "description.short": say("teams-short"),
        "description.full": say("teams-long"),
    }
    for number, command in enumerate(_commands(language)):
        for part, text in command.items():
            words[f"bots[0].commandLists[0].commands[{number}].{part}"] = text
    return words


def _commands(language: str) -> list[dict[str, str]]:
    """What a press types: so each is a phrase that the bot understands in that language."""
    say = catalogue(language)
    return [
        {"title": say(f"teams-{name}"), "description": say(f"teams-do-{name}")} for name in COMMANDS
    ]
