"""Pure: which addresses the bot's own calls may go to. Whatever else an activity names is refused.

The hosts of the public cloud, each by its whole name, as Microsoft's Teams SDK lists them. Never
`*.trafficmanager.net`: anyone can register a name there.
"""

from __future__ import annotations

from urllib.parse import urlsplit

HOSTS = frozenset(
    {
        "smba.trafficmanager.net",
        "smba.onyx.prod.teams.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
    }
)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
FILES = (".sharepoint.com",)


def is_service(url: str, *, local: bool = False) -> bool:
    """Whether activities may be sent there; `local`: to this machine, and nowhere else."""
    parts = _parts(url)
    if parts is None:
        return False
    scheme, host, port = parts
    if local:
        return scheme in ("http", "https") and host in LOOPBACK
    return scheme == "https" and host in HOSTS and port in (None, 443)


def is_file_place(url: str) -> bool:
    """Whether a file that a person accepted may be put there: their own OneDrive at work."""
    parts = _parts(url)
    return parts is not None and parts[0] == "https" and parts[1].endswith(FILES) and not parts[2]


def _parts(url: str) -> tuple[str, str, int | None] | None:
    if not url.isascii() or any(c in url for c in "\\\t\r\n @"):
        return None
    try:
        found = urlsplit(url)
        if found.query or found.fragment:
            query_allowed = found.hostname is not None and found.hostname.endswith(FILES)
            if not query_allowed:
                return None
        return found.scheme, found.hostname or "", found.port
    except ValueError:
        return None
