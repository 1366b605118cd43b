"""Makes a key store again from its sealed copy, and ends anew what was ended since.

All is wrapped under a new epoch, so that no other copy of the key store opens with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.epoch_turn import EpochFacts
from storage.keys.key_file import KeyFile
from storage.keys.keyring import Keys
from storage.keys.prove import index_binding
from storage.keys.records import (
    ENDINGS,
    INDEX,
    MOVED,
    MOVING,
    PAST_LINEAGES,
    Contents,
    Floor,
)
from storage.keys.recovery.endings import Endings
from storage.keys.recovery.folder import RecoveryFolder
from storage.keys.recovery.key_copy import KeyCopy
from storage.keys.recovery.lineage import NumberedEnding, Proved
from storage.keys.recovery.replacing import Replacing
from storage.trouble import RefusedError

LEFT_BEHIND = (MOVED, MOVING)


@dataclass(frozen=True, slots=True)
class Recovered:
    """The keys in a new file, with the endings that are proved. `epoch` is the new one's number."""

    keys: Keys
    proved: Proved
    epoch: int


def recover_keys(
    copy: KeyCopy, recovery: RecoveryFolder, file: Path, epochs: Epochs, now: datetime
) -> Recovered:
    """Makes the key store as a new file, under a new epoch. Call it off the event loop.

    Raises RefusedError, and makes nothing, where the endings since the copy are not proved.
    """
    old = Epoch(copy.epoch, copy.secret)
    try:
        index_key = old.unwrap(copy.contents.facts[INDEX], index_binding(copy.organisation))
    except (ValueError, KeyError):
        raise RefusedError(
            "The copy of the keys is of another organisation, or is damaged. Nothing was changed."
        ) from None
    store = KeyFile(file)
    number = max({copy.epoch, *epochs.numbers()}) + 1
    try:
        keys = Keys(store, epochs, old, index_key, now)
        proved = _proved(keys.endings, recovery, copy)
        new = epochs.make(number)
        keys = Keys(store, epochs, new, index_key, now)
        # What follows was noted before.
        store.noting = None
        wrapped = new.wrap(index_key, index_binding(copy.organisation))
        facts = EpochFacts(wrapped, number, now).written()
        store.take_over(_rewrapped(copy, old, new), facts)
        _end_again(store, keys, proved.endings)
        # They go on in a lineage of their own: whoever the copy is of may still count.
        count, past = keys.endings.count(None), keys.endings.sealed_past(proved.counts)
        facts = {ENDINGS: keys.endings.sealed_count(count), PAST_LINEAGES: past}
        store.replace_facts(facts)
    except BaseException:
        store.close()
        if number in epochs.numbers():
            epochs.destroy(number)
        raise
    return Recovered(keys, proved, number)


def _proved(endings: Endings, recovery: RecoveryFolder, copy: KeyCopy) -> Proved:
    facts = copy.contents.facts
    own = endings.count(facts[ENDINGS]).lineage
    return endings.proved(recovery, own, Replacing(endings).known(facts))


def _rewrapped(copy: KeyCopy, old: Epoch, new: Epoch) -> Contents:
    found = copy.contents
    keys = []
    for key in found.keys:
        binding = key.binding(copy.organisation)
        keys.append(replace(key, wrapped=new.wrap(old.unwrap(key.wrapped, binding), binding)))
    facts = {name: value for name, value in found.facts.items() if name not in LEFT_BEHIND}
    return replace(found, keys=frozenset(keys), facts=facts)


def _end_again(store: KeyFile, keys: Keys, endings: Sequence[NumberedEnding]) -> None:
    hexed = bytes.fromhex
    for one in endings:
        for owner in one.erased:
            store.destroy(owner)
        store.destroy_keys([hexed(key) for key in one.keys])
        for chain, purpose, at in one.withdrawn:
            store.withdraw(chain, purpose, at)
        floors = [Floor(owner, hexed(thing), hexed(number)) for owner, thing, number in one.floors]
        store.raise_floors(floors, keys.number_of)
