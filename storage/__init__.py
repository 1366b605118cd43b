"""Stores everything that Handrail keeps: rows, keys, and their schema."""

from storage.keys.roots import RootChoice
from storage.opening import OpenedStore, open_store
from storage.sql.store import Waking
from storage.trouble import NotTurnedError, RefusedError

__all__ = ["NotTurnedError", "OpenedStore", "RefusedError", "RootChoice", "Waking", "open_store"]
