"""The interfaces that the core needs from outside. They name no platform, database or clock."""

from bot.ports.inbox import CLOCKS_APART, Accepted, Inbound, Inbox, Taken, one_by_one
from bot.ports.keys import (
    DamagedError,
    ErasureUnfinishedError,
    KeyDesk,
    KeyStatus,
    Sealer,
    TimeKeeper,
)
from bot.ports.leaving import HaltedError, LastLook, last_look, leaving_by_itself
from bot.ports.machine import Chance, Clock, MayDestroy, always
from bot.ports.outbox import ClaimBatch, Outbox
from bot.ports.people import People
from bot.ports.platforms import (
    Adapter,
    Answering,
    Desk,
    GuestDesk,
    GuestDoor,
    NotSent,
    Outcome,
    Own,
    Sent,
    SigningIn,
    Unknown,
    WritesLines,
    guest_door,
)
from bot.ports.retention import Audit, Retention, StoredValue
from bot.ports.sides import ClientSide, CoachSide
from bot.ports.store import Release, Store, Transaction
from bot.ports.together import Together
from bot.ports.workspaces import EndsWorkspaces, KeepsRows, Workspaces

__all__ = [
    "CLOCKS_APART",
    "Accepted",
    "Adapter",
    "Answering",
    "Audit",
    "Chance",
    "ClaimBatch",
    "ClientSide",
    "Clock",
    "CoachSide",
    "DamagedError",
    "Desk",
    "EndsWorkspaces",
    "ErasureUnfinishedError",
    "GuestDesk",
    "GuestDoor",
    "HaltedError",
    "Inbound",
    "Inbox",
    "KeepsRows",
    "KeyDesk",
    "KeyStatus",
    "LastLook",
    "MayDestroy",
    "NotSent",
    "Outbox",
    "Outcome",
    "Own",
    "People",
    "Release",
    "Retention",
    "Sealer",
    "Sent",
    "SigningIn",
    "Store",
    "StoredValue",
    "Taken",
    "TimeKeeper",
    "Together",
    "Transaction",
    "Unknown",
    "Workspaces",
    "WritesLines",
    "always",
    "guest_door",
    "last_look",
    "leaving_by_itself",
    "one_by_one",
]
