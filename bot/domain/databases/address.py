"""What is wrong with the address of a database, in words that repeat no part of it.

An address holds a password. Whatever SQLAlchemy or a driver says of a wrong one may quote it, so
every address is looked at here first.
"""

from __future__ import annotations

import re

WELL_KNOWN = ("postgresql", "sqlite")
# Scheme, user, password, host, port, database and options. It is narrower than what SQLAlchemy
# reads, so that SQLAlchemy, libpq and our own rule of protected addresses see the same host.
SHAPE = re.compile(
    r"(?P<scheme>[a-zA-Z][\w+]*)://"
    r"(?:(?P<user>[^\s:/]*)(?::(?P<password>[^@/?#]*))?@)?"
    r"(?:\[(?P<six>[^/?]+)\]|(?P<host>[^/:?]*))?(?::(?P<port>[^/?]*))?"
    r"(?:/(?P<database>[^?]*))?(?:\?(?P<options>.*))?",
    re.DOTALL,
)
SUCH_AS = "such as postgresql://handrail:password@host:5432/handrail"
ESCAPES = (
    "In a user or a password write %40 for @, %3A for :, %2F for /, %3F for ?, %23 for # and %25 "
    "for %."
)


def fault_of_database(address: str, *, only_postgresql: bool = False) -> str | None:
    """Returns what is wrong, to be put after the setting's name; None if nothing is.

    It looks at how the address is written, and asks no network.
    """
    found = SHAPE.fullmatch(address.strip())
    if found is None:
        return f"is not an address {SUCH_AS}. {ESCAPES}"
    kind = found["scheme"].lower().partition("+")[0]
    if kind not in (WELL_KNOWN[:1] if only_postgresql else WELL_KNOWN):
        kinds = "PostgreSQL" if only_postgresql else "PostgreSQL or SQLite"
        return f"is not the address of a {kinds} database, {SUCH_AS}."
    if kind == "sqlite":
        return None
    port = found["port"]
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65_536):
        return f"has a port that is no number from 1 to 65535. {ESCAPES}"
    host = found["host"] or ""
    if set(host) & set("@[]") or "#" in address or any(not label for label in host.split(".")[:-1]):
        return f"has a host that cannot be one. {ESCAPES}"
    if any(len(label) > 63 for label in host.split(".")):
        return f"has a host that cannot be one. {ESCAPES}"
    if not found["database"] and "dbname=" not in (found["options"] or ""):
        return f"names no database at its end, {SUCH_AS}."
    return None
