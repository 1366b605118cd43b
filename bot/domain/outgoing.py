"""The one rule for every address that Handrail calls: over TLS, or on this machine.

It holds for addresses that an operator sets and for those that come from elsewhere: from a
platform's answer, a key document, an SDK's own settings.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qs, urlsplit

SEALED = frozenset({"https", "wss", "smtps"})
PLAIN = frozenset({"http", "ws"})
# Mail begins in the clear; the sender asks for STARTTLS and sends nothing without it.
SEALED_LATER = frozenset({"smtp"})
FILES = frozenset({"sqlite", "file"})
STATED = frozenset({"verify-full", "verify-ca", "require", "disable"})
AN_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://\S*")

ASK_FOR_TLS = "must use TLS (https), because it is not on this machine"
SIGNED_IN = "must hold no user and no password: this setting is no secret, and is shown"
SAY_HOW = (
    "is a PostgreSQL on another host: say how its connections are protected, with "
    "?sslmode=verify-full (or verify-ca, require; disable if only a closed network lies between)"
)


def is_protected(address: str) -> bool:
    """True if what is sent there travels under TLS, or does not leave this machine."""
    return fault_of(address) is None


def fault_of(address: str) -> str | None:
    """Returns what is wrong with an address, to be put after its name; None if nothing is."""
    try:
        found = urlsplit(address)
        host = found.hostname or ""
    except ValueError:
        return "is not an address"
    scheme = found.scheme.lower().split("+")[0]
    if scheme == "postgresql":
        return _fault_of_database(found, os.environ)
    if scheme in SEALED | SEALED_LATER | FILES:
        return None
    return None if scheme in PLAIN and host and is_this_machine(host) else ASK_FOR_TLS


def is_this_machine(host: str) -> bool:
    """True for the loopback addresses and `localhost`."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def is_address(text: str) -> bool:
    """True if a setting's whole value is an address with a scheme."""
    return AN_ADDRESS.fullmatch(text) is not None


def is_signed_in(text: str) -> bool:
    """True if a text may be an address with a user or a password in it, also a broken one.

    An @ after the host is taken for one too: a password may hold any sign that ends a host.
    """
    return "//" in text and "@" in text.partition("//")[2]


def _fault_of_database(found: SplitResult, environment: Mapping[str, str]) -> str | None:
    """Looks at every host that libpq would try, also those it takes from its own environment."""
    given = parse_qs(found.query)
    if given.get("sslmode", [""])[-1] in STATED:
        return None
    hosts = [found.hostname or "", *_named(given, "host"), *_named(given, "hostaddr")]
    if not any(hosts):
        hosts = environment.get("PGHOST", "").split(",")
    hosts += environment.get("PGHOSTADDR", "").split(",")
    elsewhere = "service" in given or "PGSERVICE" in environment
    # libpq takes no host, or a path, for a socket on this machine.
    local = all(not one or one.startswith(("/", "@")) or is_this_machine(one) for one in hosts)
    return None if local and not elsewhere else SAY_HOW


def _named(given: Mapping[str, list[str]], name: str) -> list[str]:
    """The hosts of a query: libpq's `host=a,b`, or SQLAlchemy's `host=a:5432&host=b`."""
    return [_without_port(one) for text in given.get(name, []) for one in text.split(",")]


def _without_port(host: str) -> str:
    return re.sub(r"^([^:]*):[0-9]+$", r"\1", host)
