"""Makes the epoch that the operator then gives to every process."""

from __future__ import annotations

from storage.keys.epoch_files import Epochs
from storage.keys.key_file import KeyFile
from storage.keys.key_server import KeyServer
from storage.keys.location import KeyLocation
from storage.keys.records import EPOCH
from storage.trouble import KeyStoreError, RefusedError


def next_epoch(epochs: Epochs, url: str) -> tuple[int, str]:
    """Returns its number and the text of its file, and writes it nowhere. Call it off the loop.

    Before the first start it is epoch 1. A file that is in the folder already is returned again.
    Raises RefusedError where the key store does not answer.
    """
    server = KeyServer(url)
    try:
        facts = server.facts()
    except KeyStoreError as problem:
        raise RefusedError(
            f"The key store cannot be used: {problem}. Is HANDRAIL_KEYS_URL right?"
        ) from None
    finally:
        server.close()
    return _given(epochs, int(facts.get(EPOCH, b"0")) + 1)


def next_epoch_of(location: KeyLocation) -> tuple[int, str]:
    """Does the same for the key store at `location`, on a server or in a file."""
    epochs = location.make_epochs()
    if location.url is not None:
        return next_epoch(epochs, location.url)
    if not location.store_file.exists():
        return _given(epochs, 1)
    file = KeyFile(location.store_file)
    try:
        return _given(epochs, int(file.about().get(EPOCH, b"0")) + 1)
    finally:
        file.close()


def _given(epochs: Epochs, number: int) -> tuple[int, str]:
    if number in epochs.numbers():
        epochs.read(number)
        return number, epochs.file(number).read_text("ascii")
    return number, epochs.draft(number)
