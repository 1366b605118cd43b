"""Moves the keys of one process to a server for many: all of them at once, then the old are shut.

An interruption leaves the server shut (`MOVING`) until the file is (`MOVED`): never are both open,
and a repeated move takes the file as it is by then. The file is left: the next turn, which the new
key store wants, makes it useless, as it does any older copy.
"""

from __future__ import annotations

import secrets
import sqlite3

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.keys.epoch_turn import unopened
from storage.keys.key_file import KeyFile
from storage.keys.key_server import KeyServer
from storage.keys.place import KeyPlace
from storage.keys.prove import index_key_of
from storage.keys.records import DESTROYED, EPOCH, INDEX, MOVED, MOVING, Contents
from storage.keys.sealing import keyed_hash_of
from storage.sql.schema import keyring
from storage.trouble import KeyStoreError, RefusedError

BESIDE = frozenset({MOVING, MOVED, DESTROYED})


async def check_keyring(engine: AsyncEngine, organisation: str) -> str:
    """The mark that the database bears of the keys it was written with.

    Raises RefusedError when it holds nothing of this organisation.
    """
    async with engine.connect() as connection:
        mine = select(keyring.c.mark).where(keyring.c.organisation == organisation)
        mark: str | None = (await connection.execute(mine)).scalar()
    if mark is None:
        raise RefusedError("The new database does not hold this organisation. Nothing was moved.")
    return mark


def move_keys(place: KeyPlace, url: str, mark: str) -> int:
    """Returns how many data keys were read back and opened on the server.

    Raises RefusedError, and moves nothing, where the keys are not those of `mark`, where the
    server has keys already, or where one of them does not open.
    """
    server = KeyServer(url)
    file = KeyFile(place.store_file)
    try:
        return _moved(place, file, server, mark)
    except KeyStoreError as problem:
        raise RefusedError(f"The keys were not moved: {problem}. Repeat the command.") from None
    except sqlite3.Error:
        raise RefusedError(
            "The key store in the data folder could not be read or written. Repeat the command."
        ) from None
    finally:
        file.close()
        server.close()


def _moved(place: KeyPlace, file: KeyFile, server: KeyServer, mark: str) -> int:
    before, there = file.about(), server.facts()
    if there and MOVING not in there:
        if MOVED in before and before[MOVED] == there.get(MOVED):
            return server.counts().data_keys
        raise RefusedError(
            "The key store of HANDRAIL_KEYS_URL has keys already, and they are not the ones of "
            "this move. Give the organisation an empty database. Nothing was moved."
        )
    if MOVED not in before:
        _refuse_other_keys(place, before, mark)
        _carry(place, file, server)
        file.note(MOVED, server.facts()[MOVED])
    elif not there or before[MOVED] != there.get(MOVED):
        raise RefusedError("These keys were moved before, to another key store. Nothing was moved.")
    server.settle()
    return server.counts().data_keys


def _refuse_other_keys(place: KeyPlace, facts: dict[str, bytes], mark: str) -> None:
    epochs = place.make_epochs()
    epoch = epochs.read(int(facts.get(EPOCH, b"1")))
    index_key = index_key_of(epochs, epoch, facts[INDEX])
    if keyed_hash_of(index_key, place.organisation, "keyring", place.organisation) != mark:
        raise RefusedError(
            "The database was written with another key store than the one in the data folder. "
            "Nothing was moved."
        )


def _carry(place: KeyPlace, file: KeyFile, server: KeyServer) -> None:
    epochs = place.make_epochs()
    epoch = epochs.read(file.epoch())
    contents = file.contents()
    _refuse_unopened(unopened(epoch, file, place.organisation))
    server.take_over(contents, {MOVING: b"1", MOVED: secrets.token_hex(8).encode()})
    if _plain(server.contents()) != _plain(contents):
        raise RefusedError("The keys did not arrive as they were. Repeat the command.")
    _refuse_unopened(unopened(epoch, server, place.organisation))


def _refuse_unopened(count: int) -> None:
    if count:
        raise RefusedError(
            f"{count} keys cannot be opened: see `handrail keys check`. Nothing was moved."
        )


def _plain(contents: Contents) -> tuple[object, ...]:
    facts = {name: value for name, value in contents.facts.items() if name not in BESIDE}
    return facts, contents.keys, contents.forgotten, contents.withdrawn
