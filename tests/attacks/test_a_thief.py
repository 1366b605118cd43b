"""Attacks by somebody who holds a copy of one part: database, keys, epochs, logs."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path

import pytest

from bot.ports import DamagedError
from storage.data_folder import DATABASE
from storage.keys.derived import Use
from storage.keys.key_file import KeyFile
from storage.keys.location import KEY_STORE, KeyLocation
from storage.sql.schema import ledger, ledger_head
from tests.attacks import loud, malformed
from tests.attacks.attack import Tried, attack
from tests.attacks.parts import SET, cells, few, looks_of
from tests.attacks.processes import LOUD, environment, printed_by, started
from tests.attacks.volumes import ALL, SOME, erased_after_a_copy, opens, put_together
from tests.databases import opened
from tests.proofs.test_two_worlds_in_the_clear import engagement_of
from tests.storage.older import unguarded, write_as_before


@attack("Finds in the log what a library wrote: every logger, level, handler, warning, lost task.")
@pytest.mark.parametrize(
    ("command", "form"),
    [*((one, "text") for one in ("demo", "doctor", "run", "serve")), ("worker", "json")],
)
def test_no_word_of_a_library_is_in_the_log(
    command: str, form: str, tmp_path: Path, tried: Tried
) -> None:
    printed = printed_by(command, tmp_path, LOUD, HANDRAIL_LOG_FORMAT=form)
    tried()
    assert int(re.findall(r"loggers: (\d+)", printed)[0]) > 50
    assert loud.MARKER not in printed
    assert "Traceback" not in printed
    assert "library" in printed, "somebody is told that it spoke, and how loudly"
    assert "aiohttp.access" in printed


@attack("Finds in the log what an error quoted that ended the process.")
def test_no_word_of_an_error_that_ends_the_process_is_in_the_log(
    tmp_path: Path, tried: Tried
) -> None:
    printed = printed_by("demo", tmp_path, LOUD, "CRASH")
    tried()
    assert loud.MARKER not in printed
    assert "Traceback" not in printed
    assert "error=RuntimeError" in printed


@attack("Finds bearer tokens, cookies and bodies of malformed requests in the log.", tries=30)
def test_no_malformed_request_is_in_the_log(tmp_path: Path, tried: Tried) -> None:
    with started(["run"], environment(tmp_path, "run")) as one:
        for raw in malformed.requests():
            with socket.create_connection(("127.0.0.1", one.port), timeout=10) as asking:
                asking.sendall(raw)
                asking.shutdown(socket.SHUT_WR)
                while asking.recv(65536):
                    pass
            tried()
        one.end()
    assert malformed.SECRET not in one.printed
    assert "Traceback" not in one.printed


@attack(
    "Puts copies of the data, the keys or the epochs from before an erase beside those in use, "
    "in every combination but all three.",
    tries=len(SOME),
)
async def test_less_than_all_three_copies_open_nothing_after_an_erase(
    tmp_path: Path, tried: Tried
) -> None:
    before, after = await erased_after_a_copy(tmp_path)
    for old in SOME:
        assert not await opens(put_together(before, after, old, tmp_path / f"with-{'-'.join(old)}"))
        tried()
    # All three of one time do open: that is what the certificate says of backups.
    assert await opens(put_together(before, after, ALL, tmp_path / "all"))


@attack(
    "Copies the database alone, and looks for language, zone, days off, rhythm and the moment of "
    "joining.",
    tries=len(SET) + 3,
)
async def test_a_copy_of_the_database_names_none_of_few(tmp_path: Path, tried: Tried) -> None:
    await few(tmp_path)
    content = b"".join(file.read_bytes() for file in tmp_path.glob("handrail.db*"))
    for text in SET:
        tried()
        assert not any(look in content for look in looks_of(text)), text
    found = list(cells(tmp_path / DATABASE))
    tried()
    assert not [place for place, value in found if value in ("vi", "en", "it")]
    tried()
    began = {value for place, value in found if place in ("engagement.started_at", "ledger.at")}
    assert began == {"1970-01-01T00:00:00.000000Z"}
    tried()
    assert {value for place, value in found if place == "seen_event.at"} <= {
        "2026-11-23T12:00:00.000000Z"
    }


@attack("Copies the key store alone, and looks for when somebody withdrew, and for a key.", tries=3)
async def test_a_copy_of_the_key_store_tells_no_moment_and_opens_nothing(
    tmp_path: Path, tried: Tried
) -> None:
    await few(tmp_path)
    content, found = (tmp_path / KEY_STORE).read_bytes(), list(cells(tmp_path / KEY_STORE))
    tried()
    # In hexadecimal digits: a sealed moment can have any four of them in a row, even a year's.
    withdrawn = [bytes.fromhex(str(value)) for place, value in found if place == "withdrawn.at"]
    assert withdrawn
    assert not [at for at in withdrawn if b"2026" in at]
    tried()
    facts = [value for place, value in found if place == "about.value"]
    (turned,) = [v for v in facts if isinstance(v, bytes) and re.match(rb"\d{4}-\d\d-\d\dT", v)]
    assert turned.endswith(b":00:00+00:00")
    tried()
    epoch = KeyLocation(tmp_path, "org").make_epochs().read(1)
    store = KeyFile(tmp_path / KEY_STORE)
    keys = [epoch.unwrap(key.wrapped, key.binding("org")) for key in store.all()]
    store.close()
    assert keys
    assert not [key for key in keys if key in content]


@attack(
    "Has the database and a wrapping key of one use, and tries it on what another use made.",
    tries=len(Use),
)
async def test_a_key_of_one_use_opens_nothing_of_another(tmp_path: Path, tried: Tried) -> None:
    await few(tmp_path)
    async with opened("sqlite", tmp_path, "org") as store, store.store.transaction() as tx:
        keys = tx._w.keys
        bodies = [row.body.data for row in await tx._w.all(tx._w.select(ledger))]
        seals = {row.seal for row in await tx._w.all(tx._w.select(ledger_head))}
        for use in Use:
            tried()
            if use is not Use.LEDGER_ENTRIES:
                for body in bodies:
                    with pytest.raises(DamagedError):
                        keys.unseal_lasting(use, "ledger.body", body)
            if use is not Use.LEDGER_SEALS:
                heads = [await tx.head(chain) for chain in await tx.chains(None, 10)]
                facts = [[h.chain, h.seq, h.hash, h.number] for h in heads if h is not None]
                made = {keys.keyed_hash("ledger.head", json.dumps(f), use=use) for f in facts}
                assert not made & seals


@attack("Writes settings and grants in the clear, as an older version did.", tries=4)
async def test_a_row_in_the_clear_is_believed_by_nobody(tmp_path: Path, tried: Tried) -> None:
    world = await few(tmp_path)
    (client, *_) = [one for one in world.people.values() if one.address.user == "client"]
    async with opened("sqlite", tmp_path, "org") as store:
        world.store = store.store
        engagement = await engagement_of(world, client)
        unguarded(tmp_path)
        async with store.store.transaction() as tx:
            await write_as_before(tx, world.clock.now())
        async with store.store.transaction() as tx:
            tried()
            with pytest.raises(DamagedError):
                await tx.person_at(client.address)
            tried()
            with pytest.raises(DamagedError):
                await tx.engagement(engagement)
            tried()
            assert await tx.rhythm(engagement) is None
            tried()
            with pytest.raises(ValueError, match="cannot be read"):
                await tx.ledger(engagement)
