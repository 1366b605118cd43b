"""Makes the HTTP server that the settings ask for."""

from __future__ import annotations

from adapters.operator.view.page import ViewPage
from adapters.shared.connections import Limits
from adapters.shared.http import Readiness, Server, States, WatchedAt
from bot.run.assemble import Parts
from bot.run.page_apart import is_page_alone
from bot.settings import Settings

OF_ONE_ADDRESS = 64
WATCH_APART = 1000
LAST_PORT = 65_535


def server_of(settings: Settings, readiness: Readiness, states: States | None = None) -> Server:
    """Behind a proxy all connections come from one address, so no address has a limit there."""
    per_peer = settings.most_per_address
    if per_peer is None and settings.public_url is None:
        per_peer = OF_ONE_ADDRESS
    limits = Limits(connections=settings.most_connections, per_peer=per_peer)
    port = _watch_port(settings)
    watched_at = None if port is None else WatchedAt(settings.watch_host, port)
    where = settings.host, settings.port, readiness, limits, watched_at
    return Server(*where, states, lambda: settings.policy.hash if settings.policy else None)


def mount_view(server: Server, parts: Parts, settings: Settings) -> None:
    """The page of the organisation's view, which a link of `handrail view` opens once."""
    page = ViewPage(parts.operator.organisation, settings.public_url, settings.host)
    server.mount(page.routes)


def _watch_port(settings: Settings) -> int | None:
    """A port of its own for the figures wherever the internet may reach the main one.

    A platform sends through a proxy, and one that adds no header cannot be told from this machine.
    """
    if settings.watch_port is not None:
        return settings.watch_port
    if is_page_alone(settings) and settings.public_url is None:
        return None
    if settings.port == 0:
        return 0
    apart = WATCH_APART if settings.port + WATCH_APART <= LAST_PORT else -WATCH_APART
    return settings.port + apart
