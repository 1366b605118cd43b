"""Columns that older versions wrote in the clear, and the value that each holds now in every row.

The values were moved into a sealed column of the same row. The columns cannot be dropped while the
version before may still be upgraded; a later release drops them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

_TIME, _DAY = datetime(1970, 1, 1, tzinfo=UTC), date(1970, 1, 1)

# By table and column.
LEFT_EMPTY: Mapping[str, Mapping[str, Any]] = {
    "person": {"language": "", "zone": None, "pause": None},
    "engagement": {"started_at": _TIME, "ends_on": _DAY, "keep_days": None, "session_at": None},
    "rhythm": {
        "rrule": "",
        "starts_on": _DAY,
        "window_from": time.min,
        "window_to": time.min,
        "zone": "",
        "paused_until": None,
        "quiet_from": None,
        "quiet_to": None,
        "days_off": None,
        "holidays": None,
    },
    "ledger": {
        "wording_hash": "",
        "wording_catalogue": "",
        "wording_language": "",
        "at": _TIME,
        "until": None,
        "previous": "",
        "hash": "",
        "readers": None,
        "kept_until": None,
    },
}
