"""Moves the keys of one process to a server for many, all at once, and shuts the old key store.

The server is shut (`MOVING`) until the file is shut (`MOVED`), so that both are never open.
An interrupted move can be repeated, and takes the file as it is then. The file stays; the next
turn, which the new key store asks for, makes it useless, as it does every older copy.
"""

from __future__ import annotations

import secrets
import sqlite3

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.keys.derived import DerivedKeys, Use
from storage.keys.epoch_turn import unopened
from storage.keys.key_file import KeyFile
from storage.keys.key_server import KeyServer
from storage.keys.location import KeyLocation
from storage.keys.prove import index_key_of
from storage.keys.records import DESTROYED, EPOCH, INDEX, MOVED, MOVING, Contents
from storage.sql.schema import keyring
from storage.trouble import KeyStoreError, RefusedError

MOVE_FACTS = frozenset({MOVING, MOVED, DESTROYED})


async def check_keyring(engine: AsyncEngine, organisation: str) -> str:
    """Returns the keyed hash of the key store that wrote the database.

    Raises RefusedError when the database has nothing of this organisation.
    """
    async with engine.connect() as connection:
        mine = select(keyring.c.keys_hash).where(keyring.c.organisation == organisation)
        found: str | None = (await connection.execute(mine)).scalar()
    if found is None:
        raise RefusedError("The new database does not hold this organisation. Nothing was moved.")
    return found


def move_keys(location: KeyLocation, url: str, keys_hash: str) -> int:
    """Moves the keys; returns how many were read back and opened on the server.

    Raises RefusedError, and moves nothing, where `keys_hash` belongs to other keys, where the
    server has keys already, or where a key does not open.
    """
    server = KeyServer(url)
    file = KeyFile(location.store_file)
    try:
        return _moved(location, file, server, keys_hash)
    except KeyStoreError as problem:
        raise RefusedError(f"The keys were not moved: {problem}. Repeat the command.") from None
    except sqlite3.Error:
        raise RefusedError(
            "The key store in the data folder could not be read or written. Repeat the command."
        ) from None
    finally:
        file.close()
        server.close()


def _moved(location: KeyLocation, file: KeyFile, server: KeyServer, keys_hash: str) -> int:
    before, there = file.about(), server.facts()
    if there and MOVING not in there:
        if MOVED in before and before[MOVED] == there.get(MOVED):
            return server.counts().data_keys
        raise RefusedError(
            "The key store of HANDRAIL_KEYS_URL has keys already, and they are not the ones of "
            "this move. Give the organisation an empty database. Nothing was moved."
        )
    if MOVED not in before:
        _refuse_other_keys(location, before, keys_hash)
        _carry(location, file, server)
        file.record_fact(MOVED, server.facts()[MOVED])
    elif not there or before[MOVED] != there.get(MOVED):
        raise RefusedError("These keys were moved before, to another key store. Nothing was moved.")
    server.end_move()
    return server.counts().data_keys


def _refuse_other_keys(location: KeyLocation, facts: dict[str, bytes], keys_hash: str) -> None:
    epochs = location.make_epochs()
    epoch = epochs.read(int(facts.get(EPOCH, b"1")))
    index_key = index_key_of(epochs, epoch, facts[INDEX])
    whose = location.organisation
    if DerivedKeys(index_key).keyed_hash(Use.FINDING, whose, "keyring", whose) != keys_hash:
        raise RefusedError(
            "The database was written with another key store than the one in the data folder. "
            "Nothing was moved."
        )


def _carry(location: KeyLocation, file: KeyFile, server: KeyServer) -> None:
    epochs = location.make_epochs()
    epoch = epochs.read(file.epoch())
    contents = file.contents()
    _refuse_unopened(unopened(epoch, file, location.organisation))
    server.take_over(contents, {MOVING: b"1", MOVED: secrets.token_hex(8).encode()})
    if _plain(server.contents()) != _plain(contents):
        raise RefusedError("The keys did not arrive as they were. Repeat the command.")
    _refuse_unopened(unopened(epoch, server, location.organisation))


def _refuse_unopened(count: int) -> None:
    if count:
        raise RefusedError(
            "Some keys cannot be opened: see `handrail keys check`. Nothing was moved."
        )


def _plain(contents: Contents) -> tuple[object, ...]:
    facts = {name: value for name, value in contents.facts.items() if name not in MOVE_FACTS}
    return facts, contents.keys, contents.forgotten, contents.withdrawn, contents.floors
