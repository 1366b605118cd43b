"""Makes the HTTP server that the settings ask for."""

from __future__ import annotations

from adapters.shared.connections import Limits
from adapters.shared.http import Readiness, Server, WatchedAt
from bot.settings import Settings

OF_ONE_ADDRESS = 64


def server_of(settings: Settings, readiness: Readiness) -> Server:
    """Behind a proxy all connections come from one address, so no address has a limit there."""
    per_peer = settings.most_per_address
    if per_peer is None and settings.public_url is None:
        per_peer = OF_ONE_ADDRESS
    limits = Limits(connections=settings.most_connections, per_peer=per_peer)
    watched_at = None
    if settings.watch_port is not None:
        watched_at = WatchedAt(settings.watch_host, settings.watch_port)
    return Server(settings.host, settings.port, readiness, limits, watched_at)
