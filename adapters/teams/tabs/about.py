"""Pure: what the tab "About" says: who the bot is, who runs it, and whom to turn to."""

from __future__ import annotations

from collections.abc import Iterator

from bot.contacts import Contact, contacts_of, country_of, emergency_number
from bot.settings import Settings
from bot.text import Catalogue

# The element of HTML, and its text.
Line = tuple[str, str]


def about(say: Catalogue, settings: Settings) -> list[Line]:
    """Reads the organisation's own file of contacts, as the chat does."""
    return list(_lines(say, settings))


def _lines(say: Catalogue, settings: Settings) -> Iterator[Line]:
    yield "h1", say("teams-tab-about")
    yield "p", say("home-about")
    yield "p", say("home-nothing-yet")
    yield "h2", say("about-ask-runs")
    yield "p", say("about-runs")
    by = settings.run_by
    yield "p", say("about-runs-by", by=by) if by else say("about-runs-unnamed")
    yield "p", say("about-runs-software")
    yield "h2", say("teams-tab-people")
    own = contacts_of(settings)
    for one in own:
        yield "p", _contact(say, one)
    yield "p", say("crisis-emergency", phone=emergency_number(country_of(settings.zone)))
    yield "p", say("crisis-anywhere")


def _contact(say: Catalogue, one: Contact) -> str:
    if one.hours:
        return say("crisis-contact-hours", name=one.name, phone=one.phone, hours=one.hours)
    return say("crisis-contact", name=one.name, phone=one.phone)
