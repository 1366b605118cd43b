"""Which lines of the doctor an organisation reads: those that no single person can change.

The others look at single messages, rows or keys. One person's pause, answer or erase could turn
such a line, so it is the operator's alone.
"""

from __future__ import annotations

SHOWN = (
    *("version", "clocks", "page clock", "database", "schema", "halt", "queue"),
    *("rows", "ledger", "keys", "backup", "data folder", "files", "disk", "policy"),
    *("public address", "certificate"),
)
# By line: what one person alone could turn it by.
LEFT_OUT = {
    "retention": "whether they have kept anything",
    "deliveries due": "a check-in that they asked for",
    "deliveries claimed": "a check-in that they asked for",
    "deliveries set aside": "a chat that took nothing",
    "retired keys": "an erase, or what they kept",
    "epoch": "an erase, which begins a new one",
    "turns": "an erase, which asks for a turn",
    "platforms": "being the only one on a platform",
}
# One such line for each platform.
CREDENTIALS = " credentials"
