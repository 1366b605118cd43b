"""Draws the web pages for installing the app: plain English, for an administrator, no script."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import jinja2
from aiohttp import web

from adapters.slack.inbound.arrivals import Install
from adapters.slack.installing.causes import Cause
from adapters.slack.manifest import INSTALL_PATH, SCOPES

FOLDER = Path(__file__).parents[1] / "pages"
STYLE = "/slack/install.css"
SETTING = "HANDRAIL_SLACK_WORKSPACES"
NOT_ADDED = "Handrail was not added"


class InstallPages:
    """`links` are what the organisation wants to be read, by their names ("Privacy", "Support").

    `manage` is Slack's address of an organisation's administration. `base` stands before each path
    of ours (`adapters.shared.hosts.prefix_of`).
    """

    def __init__(self, links: Mapping[str, str], manage: str, base: str = "") -> None:
        loader = jinja2.FileSystemLoader(FOLDER)
        self._page = jinja2.Environment(loader=loader, autoescape=True).get_template("page.html")
        self._links = links
        self._manage = manage
        self._base = base
        self.style = (FOLDER / "page.css").read_text(encoding="utf-8")

    def offer(self, link: str) -> web.Response:
        return self._shown(
            200,
            "Add Handrail to your Slack workspace",
            "Handrail keeps a coaching client company between sessions, and only if they want it.",
            "Adding it sends nothing to anyone. A client begins by writing to it a code that their "
            "coach gave them, and agrees to each thing separately.",
            scopes=SCOPES,
            link=link,
            go="Continue to Slack",
        )

    def added(self, install: Install) -> web.Response:
        """An organisation-wide install is in no workspace yet, so the page leads on to that."""
        nothing = "Nothing was sent to anyone, and nothing will be until somebody writes to it."
        begins = "A coach begins by writing “invite” to Handrail in Slack, under Apps."
        if not install.org_wide:
            return self._shown(200, "Handrail is in your workspace", nothing, begins)
        return self._shown(
            200,
            "One step is left: choose the workspaces",
            "Handrail is installed for your organisation, and is in none of its workspaces yet. In "
            "Slack's administration, add it to the workspaces that should have it.",
            nothing,
            begins,
            link=f"{self._manage}/{install.workspace}/integrations/profile/{install.app}"
            "/workspaces/add",
            go="Add to workspaces",
        )

    def refused(self, ending: str) -> web.Response:
        return self._shown(
            403,
            NOT_ADDED,
            "This Handrail takes only the workspaces that the people who run it have named.",
            f"Ask them to put the id of your workspace (it begins with T) or of your organisation "
            f"(E) into {SETTING}, and to start Handrail again. Then open this page once more.",
            ending,
        )

    def failed(self, cause: Cause) -> web.Response:
        lines = (one for one in (cause.why, cause.advice) if one)
        ending = "Nothing was changed."
        return self._shown(
            cause.status, NOT_ADDED, *lines, ending, link=self._base + INSTALL_PATH, go="Try again"
        )

    def _shown(self, status: int, title: str, *lines: str, **more: object) -> web.Response:
        style = self._base + STYLE
        text = self._page.render(title=title, lines=lines, style=style, links=self._links, **more)
        return web.Response(status=status, text=text, content_type="text/html")
