"""Everything Handrail keeps: the store, its keys and its schema."""

from storage.opening import OpenedStore, open_store
from storage.trouble import RefusedError

__all__ = ["OpenedStore", "RefusedError", "open_store"]
