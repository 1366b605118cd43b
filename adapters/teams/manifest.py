"""Makes the manifest of the Teams app and its translations, by Microsoft's schema 1.28. Pure.

Personal scope only, and no permission beside: nothing reads a calendar, a mailbox or a team.
`supportsFiles` lets the bot *offer* a file to its reader, who may refuse it.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw

from adapters.teams.starters import SINCE, starters
from adapters.teams.tabs.manifest import SERVER, names, parts_of
from bot.text import DEFAULT, catalogue, languages

Json = dict[str, Any]
SCHEMA_VERSION = SINCE
SCHEMAS = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA_VERSION}"
ACCENT = "#37888A"
NAME = "Handrail"
COMMANDS = ("home", "help", "switches", "hold", "stop")
TRANSLATED = {"title", "description", "prompt"}
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class App:
    """`id` is the bot's app id; `domain` is where the organisation tells about itself; `tabs` is
    the server's own address, or "" for no tabs.

    Raises ValueError, which says what cannot be right.
    """

    id: str
    domain: str
    version: str = "1.0.0"
    organisation: str = NAME
    privacy: str = ""
    terms: str = ""
    tabs: str = ""

    def __post_init__(self) -> None:
        if not UUID.fullmatch(self.id):
            raise ValueError("--id must be the bot's app id, such as 00000000-0000-0000-…")
        if not DOMAIN.fullmatch(self.domain):
            raise ValueError("--domain must be a domain such as handrail.example.org")
        if not VERSION.fullmatch(self.version):
            raise ValueError("--version must be three numbers, such as 1.0.0")
        if not 1 <= len(self.organisation) <= 32:
            raise ValueError("--organisation must be 1 to 32 characters")
        if self.tabs and not SERVER.fullmatch(self.tabs):
            raise ValueError(
                "--tabs must be this server's address, such as https://bot.example.org"
            )
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
        **parts_of(say, app.id, app.tabs),
        "localizationInfo": {
            "defaultLanguageTag": DEFAULT,
            "additionalLanguages": [
                {"languageTag": language, "file": f"{language}.json"} for language in others()
            ],
        },
    }


def others() -> list[str]:
    return [language for language in languages() if language != DEFAULT]


def translation(language: str, tabs: str = "") -> Json:
    """Returns all that a reader of the app catalogue and of the list of commands sees."""
    say = catalogue(language)
    words = {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": NAME,
        "name.full": NAME,
        "description.short": say("teams-short"),
        "description.full": say("teams-long"),
    }
    for number, command in enumerate(_commands(language)):
        for part in sorted(TRANSLATED & command.keys()):
            words[f"bots[0].commandLists[0].commands[{number}].{part}"] = command[part]
    return words | names(say, tabs)


def _commands(language: str) -> list[dict[str, str]]:
    """Lists the commands. A press types the title, so the bot understands it in that language."""
    say = catalogue(language)
    typed = [
        {"title": say(f"teams-{name}"), "description": say(f"teams-do-{name}")} for name in COMMANDS
    ]
    return [*starters(language), *typed]


# The earliest that a zip can say; so that nothing in it depends on the day.
NO_DATE = (1980, 1, 1, 0, 0, 0)
FINE = 8
COLOR, OUTLINE = 192, 32


def package(app: App) -> bytes:
    files = {
        "manifest.json": _json(manifest(app)),
        "color.png": _png(_drawn(COLOR, ACCENT, "#FFFFFF", margin=0.24)),
        "outline.png": _png(_drawn(OUTLINE, None, "#FFFFFF", margin=0.06)),
    }
    files |= {f"{language}.json": _json(translation(language, app.tabs)) for language in others()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return packed.getvalue()


def _drawn(size: int, ground: str | None, line: str, margin: float) -> Image.Image:
    """Draws a handrail: a rail that rises, on three posts. Drawn large and made small."""
    large = size * FINE
    image = Image.new("RGBA", (large, large), ground or "#FFFFFF00")
    pen = ImageDraw.Draw(image)
    left, right = large * margin, large * (1 - margin)
    low, high = large * (1 - margin), large * margin
    thick = int(large * 0.085)

    def rail(x: float) -> float:
        """Returns how high the rail is, from lower left to upper right."""
        return low - large * 0.22 - (x - left) / (right - left) * (low - high - large * 0.28)

    posts = [left + thick / 2 + (right - left - thick) * part for part in (0.0, 0.5, 1.0)]
    for x in posts:
        pen.line([(x, rail(x)), (x, low)], fill=line, width=thick)
    ends = [(posts[0], rail(posts[0])), (posts[-1], rail(posts[-1]))]
    pen.line(ends, fill=line, width=thick)
    for x, y in [*ends, *((x, low) for x in posts)]:
        half = thick / 2
        pen.ellipse([x - half, y - half, x + half, y + half], fill=line)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def _png(image: Image.Image) -> bytes:
    drawn = io.BytesIO()
    image.save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


def _json(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"
