"""What Teams offers in an empty chat: lines to begin with. Teams writes one into the box; it sends
nothing. Pure.

Microsoft's store rules ask for a welcome message or for these. Handrail sends nothing when it is
installed, so it has these ("Highlight agent capabilities with prompt starters").
"""

from __future__ import annotations

from bot.text import catalogue

# From this version on a manifest can have them.
SINCE = "1.28"
# Each row: the key of what the person reads, of the line that it writes, and of what that does.
STARTERS = (
    ("about-ask-how", "about-ask-how", "teams-do-how"),
    ("about-ask-sees", "about-ask-sees", "teams-do-sees"),
    ("about-ask-nothing", "about-ask-nothing", "teams-do-nothing"),
    ("teams-start-code", "teams-say-code", "teams-do-code"),
    ("teams-start-coach", "teams-say-coach", "teams-do-coach"),
)


def starters(language: str) -> list[dict[str, str]]:
    """The entries of a manifest's `commands`. The bot understands each line in that language."""
    say = catalogue(language)
    return [
        {"title": say(title), "description": say(does), "type": "prompt", "prompt": say(line)}
        for title, line, does in STARTERS
    ]
