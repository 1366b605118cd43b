"""A time zone whose rules can be changed under a running system, as a new tzdata would do it."""

from __future__ import annotations

import struct
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import TZPATH, ZoneInfo

# A real name, so that everybody knows it; its rules here are the simulation's own.
CHANGING = "Africa/Casablanca"
_place: list[Path] = []


@contextmanager
def own_rules() -> Iterator[None]:
    """Until it ends, `change_rules` may be called; then every zone is again what it is."""
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
    """From now on, and ever before, `zone` is so many hours east of Greenwich."""
    file = _place[-1] / zone
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(fixed(hours))
    ZoneInfo.clear_cache(only_keys=[zone])


def fixed(hours: int) -> bytes:
    """A file of one rule in the format of RFC 8536, with both of its parts and the footer."""
    name = b"SIM\x00"
    body = struct.pack(">lBB", hours * 3600, 0, 0) + name
    part = struct.pack(">4sc15x6l", b"TZif", b"2", 0, 0, 0, 0, 1, len(name)) + body
    return part + part + f"\n<SIM>{-hours}\n".encode()
