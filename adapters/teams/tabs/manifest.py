"""The parts of the app's manifest that its tabs need. Pure.

Teams shows the chat first, then the tabs. It signs people in to "Home" by the app's own identity,
which the administrator has to prepare: docs/teams.md says how.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from bot.text import Catalogue

Json = dict[str, Any]
TABS = ("home", "about")
SERVER = re.compile(r"https://[a-z0-9.-]+(/[A-Za-z0-9._~-]+)*")
# Teams puts in the person's language and theme.
GIVEN = "language={locale}&theme={theme}"


def parts_of(say: Catalogue, app_id: str, server: str) -> Json:
    """The parts for tabs that `server` serves (https, no last slash); nothing for none."""
    if not server:
        return {"validDomains": []}
    host = urlsplit(server).hostname or ""
    tabs = [
        {
            "entityId": f"handrail-{name}",
            "name": say(f"teams-tab-{name}"),
            "contentUrl": f"{server}/teams/tab/{name}?{GIVEN}",
            "scopes": ["personal"],
        }
        for name in TABS
    ]
    return {
        "staticTabs": [{"entityId": "conversations", "scopes": ["personal"]}, *tabs],
        "validDomains": [host],
        "webApplicationInfo": {"id": app_id, "resource": resource(app_id, server)},
    }


def resource(app_id: str, server: str) -> str:
    """The "Application ID URI" that the administrator gives the app in Entra."""
    return f"api://{urlsplit(server).hostname}/{app_id}"


def names(say: Catalogue, server: str) -> dict[str, str]:
    """The translated names of the tabs, by their place in the manifest."""
    places = enumerate(TABS, start=1)
    named = {f"staticTabs[{place}].name": say(f"teams-tab-{name}") for place, name in places}
    return named if server else {}
