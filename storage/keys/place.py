"""Where the keys of one organisation are: the key store, and beside it never, the epochs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from storage.keys.epoch_files import Epochs
from storage.keys.keyring import Keys
from storage.keys.opening import open_keys_of, open_shared_keys
from storage.keys.roots import RootChoice, make_root
from storage.trouble import RefusedError

KEY_STORE = Path("keys", "keys.db")
EPOCHS = Path("epochs")
FILE_ROOT = RootChoice()


@dataclass(frozen=True, slots=True, repr=False)
class KeyPlace:
    """As the operator set it. Without `url`, a file in the data folder, for one process."""

    folder: Path
    organisation: str
    root: RootChoice = FILE_ROOT
    url: str | None = None
    epochs: Path | None = None

    @property
    def store_file(self) -> Path:
        return self.folder / KEY_STORE

    def make_epochs(self) -> Epochs:
        """Call it off the event loop. Raises RefusedError when the root's choice is incomplete."""
        folder = self.epochs or self.folder / EPOCHS
        return Epochs(folder, make_root(self.root), self.organisation)

    def open(self, *, known: bool = False) -> Keys:
        """Opens the keys, or makes them at the first start; call it off the event loop.

        With `known`, data was written with keys of this organisation before: then none are made on
        a server. Raises RefusedError, and changes nothing, where that would do harm.
        """
        if self.url is None:
            return open_keys_of(self.store_file, self.make_epochs())
        return open_shared_keys(self.url, self.make_epochs(), known=known)


def refuse_one_place(data_url: str | None, keys_url: str) -> None:
    """Raises RefusedError where the keys would lie with the data, or their data on SQLite."""
    if data_url is None or make_url(data_url).get_backend_name() != "postgresql":
        raise RefusedError(
            "HANDRAIL_KEYS_URL is for many processes, and they need HANDRAIL_DATABASE_URL to be a "
            "PostgreSQL too. Set both, or none. Nothing was changed."
        )
    if _where(data_url) == _where(keys_url):
        raise RefusedError(
            "HANDRAIL_KEYS_URL and HANDRAIL_DATABASE_URL name the same database. Whoever has a "
            "copy of it would have both: give the keys a database and a role of their own. "
            "Nothing was changed."
        )


def _where(url: str) -> tuple[object, ...]:
    parsed = make_url(url)
    host, port = parsed.query.get("host", parsed.host), parsed.query.get("port", parsed.port)
    return (host or "localhost", str(port or 5432), parsed.database)
