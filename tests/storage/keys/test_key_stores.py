"""The contract of every key store: in a file and on a server."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from storage import RefusedError
from storage.keys import store as key_store
from storage.keys.key_file import KeyFile
from storage.keys.key_server import KeyServer
from storage.keys.records import DESTROYED, EPOCH, EpochChangedError, WrappedKey
from storage.keys.whole_store import WholeStore
from tests.databases import SQL, new_database
from tests.storage.keys.key_servers import ask

FACTS = {EPOCH: b"1", "index_key": b"index", "turned_at": b"2026-11-23T00:00:00+00:00"}


@pytest.fixture(params=SQL)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[WholeStore]:
    file = request.param == "sqlite"
    made: WholeStore = KeyFile(tmp_path / "keys.db") if file else KeyServer(new_database())
    yield made
    made.close()


@pytest.fixture
def begun(store: WholeStore) -> WholeStore:
    assert store.about() == {}
    store.begin(FACTS)
    return store


def key(name: str, owner: str = "mai", month: int = 24_322) -> WrappedKey:
    return WrappedKey(name.encode().ljust(8), owner, month, b"wrapped " + name.encode(), epoch=1)


def test_a_new_key_store_is_empty_and_keeps_its_first_facts(store: WholeStore) -> None:
    assert store.about() == {}
    store.begin(FACTS)
    store.bring_up_to_date()
    assert store.about() == store.facts() == FACTS
    assert store.epoch() == 1


def test_a_month_has_one_key_that_seals_whoever_brings_it_first(begun: WholeStore) -> None:
    assert begun.add(key("a"), 1) == key("a")
    assert begun.add(key("b"), 1) == key("a")
    assert begun.add(key("c", month=24_323), 1) == key("c", month=24_323)
    assert set(begun.of(["mai", "nobody"]).keys) == {key("a"), key("c", month=24_323)}


def test_the_keys_of_many_owners_are_found_at_once(
    begun: WholeStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_store, "AT_ONCE", 10)
    made = {begun.add(key(f"k{n}", f"o{n}"), 1) for n in range(25)}
    assert set(begun.of([f"o{n}" for n in range(25)]).keys) == made == set(begun.all())
    assert begun.counts().owners == begun.counts().data_keys == 25
    assert begun.of([]).keys == []


def test_a_retired_key_opens_and_the_month_gets_another(begun: WholeStore) -> None:
    begun.add(key("a"), 1)
    begun.retire("mai")
    assert begun.add(key("b"), 1) == key("b")
    assert {k.id: k.retired for k in begun.of(["mai"]).keys} == {
        key("a").id: True,
        key("b").id: False,
    }
    assert begun.owners_of_retired_keys() == {"mai"}
    assert begun.counts().retired == 1


def test_an_unused_key_seals_no_more_and_can_then_be_destroyed(begun: WholeStore) -> None:
    for name, month in (("a", 1), ("b", 2), ("c", 3)):
        begun.add(key(name, month=month), 1)
    begun.add(key("x", "bob"), 1)
    begun.retire_unused("mai", {key("b").id})
    assert {k.id for k in begun.of(["mai"]).keys if not k.retired} == {key("b").id}
    assert DESTROYED not in begun.facts()
    assert begun.destroy_unused("mai", {key("b").id}) == 2
    assert begun.destroy_unused("mai", {key("b").id}) == 0
    assert {k.id for k in begun.all()} == {key("b").id, key("x").id}
    assert begun.facts()[DESTROYED] == b"1"


def test_the_keys_of_a_forgotten_owner_are_gone_and_their_rows_must_follow(
    begun: WholeStore,
) -> None:
    begun.add(key("a"), 1)
    begun.add(key("x", "bob"), 1)
    begun.destroy("mai")
    begun.destroy("mai")
    assert begun.of(["mai"]).keys == []
    assert begun.forgotten() == {"mai"}
    assert begun.facts()[DESTROYED] == b"1"
    begun.erased("mai")
    assert begun.forgotten() == set()
    assert begun.counts().owners == 1


def test_the_last_withdrawal_of_each_purpose_is_remembered(begun: WholeStore) -> None:
    begun.withdraw("e2", "check_ins", "2026-01-01")
    begun.withdraw("e1", "check_ins", "2026-01-01")
    begun.withdraw("e1", "check_ins", "2026-02-02")
    assert begun.withdrawn() == [
        ("e1", "check_ins", "2026-02-02"),
        ("e2", "check_ins", "2026-01-01"),
    ]
    begun.forget_withdrawals(["e1", "e3"])
    assert begun.withdrawn() == [("e2", "check_ins", "2026-01-01")]


def test_a_recorded_fact_is_never_written_over(begun: WholeStore) -> None:
    begun.record_fact("ledger_sealed", b"1")
    begun.record_fact("ledger_sealed", b"2")
    assert begun.facts()["ledger_sealed"] == b"1"


def turned(epoch: int) -> Mapping[str, bytes]:
    return {**FACTS, EPOCH: str(epoch).encode(), "index_key": b"new"}


def test_a_turn_changes_every_key_and_every_fact_at_once(begun: WholeStore) -> None:
    for n in range(25):
        begun.add(key(f"k{n}", f"o{n}"), 1)
    begun.destroy("o24")
    assert begun.turn(turned(2), lambda old: old.wrapped + b"!") == 24
    assert {k.wrapped for k in begun.all()} == {f"wrapped k{n}!".encode() for n in range(24)}
    assert {k.epoch for k in begun.all()} == {2}
    assert begun.epoch() == 2
    assert begun.facts() == turned(2)


def test_a_turn_that_fails_in_the_middle_changes_nothing(begun: WholeStore) -> None:
    for n in range(5):
        begun.add(key(f"k{n}", f"o{n}"), 1)
    before, calls = begun.contents(), 0

    def failing(old: WrappedKey) -> bytes:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise ValueError("damaged")
        return b"!"

    with pytest.raises(ValueError, match="damaged"):
        begun.turn(turned(2), failing)
    assert begun.contents() == before
    begun.add(key("later", "mai"), 1)


def test_only_the_epoch_in_force_wraps_keys_and_is_turned(begun: WholeStore) -> None:
    begun.turn(turned(2), lambda old: old.wrapped)
    with pytest.raises(EpochChangedError) as changed:
        begun.add(key("a"), 1)
    assert changed.value.number == 2
    with pytest.raises(EpochChangedError):
        begun.turn(turned(2), lambda old: old.wrapped)
    assert begun.counts().data_keys == 0


def test_nothing_of_a_key_shows_in_its_repr(begun: WholeStore) -> None:
    begun.add(key("zebra"), 1)
    assert "zebra" not in repr(begun.all()) + repr(begun.contents()) + repr(begun)


def test_a_server_from_a_newer_handrail_is_refused_and_left_alone() -> None:
    url = new_database()
    first = KeyServer(url)
    first.begin(FACTS)
    ask(url, "UPDATE about SET value = '99' WHERE name = 'version'")
    with pytest.raises(RefusedError, match="newer Handrail"):
        first.about()
    first.close()


def test_a_server_that_the_data_lies_on_is_refused() -> None:
    url = new_database()
    ask(url, "CREATE TABLE alembic_version (version_num text)")
    store = KeyServer(url)
    with pytest.raises(RefusedError, match="database and a role of their own"):
        store.about()
    assert ask(url, "SELECT to_regclass('about')") == [(None,)]
    store.close()
