"""A time zone whose rules a test can change while the bot runs, as a new tzdata would."""

from __future__ import annotations

import struct
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import TZPATH, ZoneInfo

# A real zone name, so that every check accepts it. Its rules are the simulation's own.
CHANGING = "Africa/Casablanca"
_place: list[Path] = []


@contextmanager
def own_rules() -> Iterator[None]:
    """Allows `change_rules` within the block. Afterwards every zone has its real rules again."""
    with TemporaryDirectory(prefix="hr-zones-") as folder:
        _place.append(Path(folder))
        zoneinfo.reset_tzpath(to=[folder, *TZPATH])
        ZoneInfo.clear_cache()
        change_rules(CHANGING, 1)
        try:
            yield
        finally:
            _place.pop()
            zoneinfo.reset_tzpath()
            ZoneInfo.clear_cache()


def change_rules(zone: str, hours: int) -> None:
    """Moves `zone` to so many hours east of Greenwich, for all times."""
    file = _place[-1] / zone
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(fixed(hours))
    ZoneInfo.clear_cache(only_keys=[zone])


def fixed(hours: int) -> bytes:
    """Returns a TZif file (RFC 8536) with one rule: both its parts and the footer."""
    name = b"SIM\x00"
    body = struct.pack(">lBB", hours * 3600, 0, 0) + name
    part = struct.pack(">4sc15x6l", b"TZif", b"2", 0, 0, 0, 0, 1, len(name)) + body
    return part + part + f"\n<SIM>{-hours}\n".encode()
