"""AWS KMS protects the epoch. The tests use a KMS server that others wrote."""

from __future__ import annotations

import asyncio
import base64
import importlib
import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from storage import NotTurnedError, RefusedError, RootChoice, open_store
from storage.keys.keyring import Keys
from storage.keys.kms import KmsRoot, make_kms_root
from storage.keys.opening import open_keys
from storage.keys.roots import make_root
from tests.storage.keys.failing_keys import (
    NOW,
    PLACE,
    WORDS,
    all_open,
    epoch_file,
    epochs_in,
    fill,
    open_house,
    store_file,
)
from tests.storage.keys.kms_server import (
    kms_server,
    new_key,
    nobody,
    operator,
    pretend_credentials,
    silent_server,
)

SOON = 0.3


@pytest.fixture(autouse=True)
def _credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_credentials(monkeypatch)


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    with kms_server() as address:
        yield address


@pytest.fixture
def key(endpoint: str) -> str:
    return new_key(endpoint)


def _open(folder: Path, key: str, endpoint: str, organisation: str = "org") -> Keys:
    root = make_kms_root(key, endpoint, SOON * 10)
    return open_keys(store_file(folder), folder / "epochs", organisation, root)


async def test_the_kms_opens_the_epoch_after_a_restart_and_a_turn(
    tmp_path: Path, key: str, endpoint: str
) -> None:
    keys = _open(tmp_path, key, endpoint)
    sealed = await fill(keys, 3)
    await keys.turn(NOW)
    await keys.close()
    assert epochs_in(tmp_path) == ["2.key"]
    assert epoch_file(tmp_path, 2).read_text().startswith("handrail-epoch-2:aws-kms:")
    again = _open(tmp_path, key, endpoint)
    assert await all_open(again, sealed)
    assert (await again.status()).root == "aws-kms"
    await again.close()


async def test_the_secret_is_bound_to_its_organisation_and_number(
    tmp_path: Path, key: str, endpoint: str
) -> None:
    await _open(tmp_path, key, endpoint).close()
    blob = bytes.fromhex(epoch_file(tmp_path, 1).read_text().strip().split(":")[2])
    context = {"handrail-epoch": "org/1"}
    secret = operator(endpoint).decrypt(CiphertextBlob=blob, EncryptionContext=context)
    assert len(secret["Plaintext"]) == 32
    assert secret["Plaintext"] not in blob
    with pytest.raises(RefusedError, match="InvalidCiphertext"):
        _open(tmp_path, key, endpoint, "another")
    with pytest.raises(RefusedError, match="InvalidCiphertext"):
        make_kms_root(key, endpoint).reveal(blob, b"org/2")


async def test_a_refusing_kms_stops_the_start_and_nothing_is_lost(
    tmp_path: Path, key: str, endpoint: str
) -> None:
    keys = _open(tmp_path, key, endpoint)
    sealed = await fill(keys, 1)
    await keys.close()
    before = store_file(tmp_path).read_bytes()
    missing = key.rpartition("/")[0] + "/another"
    for another, code in ((new_key(endpoint), "AccessDenied"), (missing, "NotFound")):
        with pytest.raises(RefusedError, match=f"could not open the epoch key .{code}") as refused:
            _open(tmp_path, another, endpoint)
        assert "Nothing was changed" in str(refused.value)
        assert another not in str(refused.value)
    assert store_file(tmp_path).read_bytes() == before
    again = _open(tmp_path, key, endpoint)
    assert await all_open(again, sealed)
    await again.close()


@pytest.mark.parametrize("there", ["nobody", "silent"])
async def test_an_unreachable_kms_stops_the_start_in_bounded_time(
    tmp_path: Path, key: str, endpoint: str, there: str
) -> None:
    await _open(tmp_path, key, endpoint).close()
    with silent_server() as silent:
        root = make_kms_root(key, silent if there == "silent" else nobody(), SOON)
        with pytest.raises(RefusedError, match="could not open the epoch key"):
            open_keys(store_file(tmp_path), tmp_path / "epochs", "org", root)
    assert epochs_in(tmp_path) == ["1.key"]
    await _open(tmp_path, key, endpoint).close()


async def test_a_first_start_that_is_refused_leaves_nothing_in_the_way_of_another_root(
    tmp_path: Path, key: str
) -> None:
    with pytest.raises(RefusedError, match="could not protect"):
        _open(tmp_path, key, nobody())
    await open_house(tmp_path).close()


class SealOnly(KmsRoot):
    """A KMS that may encrypt, but not decrypt."""

    def reveal(self, protected: bytes, bound_to: bytes) -> bytes:
        raise RefusedError("AWS KMS could not open the epoch key (AccessDenied).")


async def test_an_epoch_that_could_not_be_opened_again_is_never_made(
    tmp_path: Path, key: str, endpoint: str
) -> None:
    right = make_kms_root(key, endpoint)
    seal_only = SealOnly(right._client, key)
    with pytest.raises(RefusedError, match="AccessDenied"):
        open_keys(store_file(tmp_path), tmp_path / "epochs", "org", seal_only)
    assert epochs_in(tmp_path) == []
    keys = _open(tmp_path, key, endpoint)
    keys._epochs.root = seal_only
    with pytest.raises(NotTurnedError, match="AccessDenied"):
        await keys.turn(NOW)
    assert epochs_in(tmp_path) == ["1.key"]
    await keys.close()


async def test_a_kms_that_fails_during_a_turn_leaves_the_old_epoch(
    tmp_path: Path, key: str, endpoint: str
) -> None:
    keys = _open(tmp_path, key, endpoint)
    sealed = await fill(keys, 2)
    keys._epochs.root = make_kms_root(key.rpartition("/")[0] + "/another", endpoint)
    with pytest.raises(NotTurnedError, match=r"could not protect .* Epoch 1 stays in force"):
        await keys.turn(NOW)
    assert epochs_in(tmp_path) == ["1.key"]
    sealed |= {"new": await keys.seal("new", PLACE, WORDS, NOW)}
    keys._epochs.root = make_kms_root(key, endpoint)
    assert await keys.turn(NOW) == 3
    assert await all_open(keys, sealed)
    await keys.close()


async def test_a_kms_that_does_not_answer_keeps_nobody_waiting(
    tmp_path: Path, key: str, endpoint: str
) -> None:
    """The event loop, sealing and reading go on while a turn and a check wait for the KMS."""
    keys = _open(tmp_path, key, endpoint)
    sealed = await fill(keys, 2)
    with silent_server() as silent:
        keys._epochs.root = make_kms_root(key, silent, SOON)
        asking, spans, at = asyncio.create_task(keys.turn(NOW)), list[float](), time.monotonic()
        while not asking.done():
            await asyncio.sleep(0.01)
            await keys.seal(f"new{len(spans)}", PLACE, WORDS, NOW)
            assert await all_open(keys, sealed)
            before, at = at, time.monotonic()
            spans.append(at - before)
        with pytest.raises(NotTurnedError, match="ReadTimeout"):
            await asking
    assert len(spans) > 3
    # The longest round does not count, because a busy machine can delay any single round.
    assert median(spans) < SOON
    await keys.close()


async def test_a_store_opens_with_the_kms(tmp_path: Path, key: str, endpoint: str) -> None:
    choice = RootChoice("aws-kms", key, endpoint)
    opened = await open_store(tmp_path, None, "org", choice)
    assert (await opened.keys.status()).root == "aws-kms"
    await opened.close()
    with pytest.raises(RefusedError, match="Set it back to aws-kms"):
        await open_store(tmp_path, None, "org")


@pytest.mark.parametrize("key_id", [None, ""])
def test_a_key_must_be_named(key_id: str | None) -> None:
    with pytest.raises(RefusedError, match="HANDRAIL_KMS_KEY is empty"):
        make_root(RootChoice("aws-kms", key_id))


@pytest.mark.parametrize(
    "address", ["http://kms.example", "http://10.0.0.1", "ftp://127.0.0.1", "127.0.0.1:1", ""]
)
def test_the_secret_never_goes_over_a_network_in_the_open(address: str, key: str) -> None:
    with pytest.raises(RefusedError, match="https://"):
        make_root(RootChoice("aws-kms", key, address))


@pytest.mark.parametrize("name", ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_KMS"])
def test_an_address_that_the_sdk_finds_by_itself_is_held_to_the_same_rule(
    name: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "http://kms.example")
    with pytest.raises(RefusedError, match="AWS_ENDPOINT_URL"):
        make_root(RootChoice("aws-kms", key))


def test_an_arn_brings_its_own_region(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_DEFAULT_REGION")
    arn = "arn:aws:kms:ap-southeast-2:123456789012:key/1"
    root = make_root(RootChoice("aws-kms", arn))
    assert isinstance(root, KmsRoot)
    assert root._client.meta.region_name == "ap-southeast-2"
    with pytest.raises(RefusedError, match="NoRegion"):
        make_root(RootChoice("aws-kms", "1"))


def test_the_secret_is_in_no_log_even_at_debug(
    key: str, endpoint: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secret = b"zebra" * 6 + b"!!"
    root = make_kms_root(key, endpoint)
    assert root.reveal(root.protect(secret, b"org/1"), b"org/1") == secret
    logging.getLogger("handrail").debug("the capture itself works")
    assert "the capture itself works" in caplog.text
    assert "zebra" not in caplog.text
    assert base64.b64encode(secret).decode() not in caplog.text


def test_without_the_extra_its_name_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "boto3", None)
    monkeypatch.delitem(sys.modules, "storage.keys.kms")
    with pytest.raises(RefusedError, match=r"handrail\[aws\]"):
        importlib.import_module("storage.keys.kms")


def test_only_who_chooses_the_kms_loads_its_library() -> None:
    asked = "import sys, storage; print('boto3' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert shown.stdout == b"False\n"
