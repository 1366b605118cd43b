"""Pure: the organisation's view as one HTML page that needs no other file, and has no script."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from adapters.shared.drawing import templates
from bot.domain.organisation.view import Figure, OrganisationView

HERE = Path(__file__).parent
STYLE = (HERE / "templates" / "view.css").read_text(encoding="utf-8")
# The page allows this style and nothing else, so it may stand in the page itself.
STYLE_HASH = b64encode(sha256(STYLE.encode()).digest()).decode()

_PAGES = templates(HERE / "templates")


def view_page(view: OrganisationView) -> str:
    """The whole view. It can be printed, and kept as a file."""
    attention = sum(not line.well for line in view.lines)
    counts = [(one.name, told(one, view.group)) for one in view.figures]
    return _drawn("view.html", view=view, attention=attention, counts=counts)


def opening_page() -> str:
    """What a link shows before its button is pressed: a preview or a scanner uses nothing up."""
    return _drawn("opening.html")


def over_page() -> str:
    """What a link shows that opens nothing. It does not say why."""
    return _drawn("over.html")


def told(figure: Figure, group: int) -> str:
    """A count as it may be read."""
    return f"{figure.at_least} or more" if figure.at_least else f"fewer than {group}"


def _drawn(template: str, **holes: object) -> str:
    return _PAGES.get_template(template).render(style=Markup(STYLE), **holes)  # noqa: S704
