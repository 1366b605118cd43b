"""The operator's way to a new epoch, with the commands as they are typed."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

from storage import open_store
from tests.databases import new_database


class House:
    """Two machines, each with a folder of epochs of its own, on one database and one key store."""

    def __init__(self, folder: Path) -> None:
        self.one, self.two = folder / "one", folder / "two"
        self.url, self.keys_url = new_database(), new_database()
        for each in (self.one, self.two):
            (each / "epochs").mkdir(parents=True)

    async def handrail(self, *command: str) -> subprocess.CompletedProcess[str]:
        """On the first of them."""
        settings = {
            "HANDRAIL_DATA": str(self.one),
            "HANDRAIL_DATABASE_URL": self.url,
            "HANDRAIL_KEYS_URL": self.keys_url,
            "HANDRAIL_ORGANISATION": "org",
        }
        return await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "-m", "bot", *command],
            env=os.environ | settings,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


async def test_an_epoch_is_made_brought_and_turned_to(tmp_path: Path) -> None:
    house = House(tmp_path)
    first = await house.handrail("keys", "new")
    assert (first.returncode, first.stderr) == (0, "Give this to every process as 1.key.\n")
    for each in (house.one, house.two):
        (each / "epochs" / "1.key").write_text(first.stdout)
    running = await open_store(house.two, house.url, "org", keys_url=house.keys_url)
    made = await house.handrail("keys", "new", "--to", str(house.one / "epochs"))
    assert (made.returncode, made.stdout) == (0, f"{house.one / 'epochs' / '2.key'}\n")
    again = await house.handrail("keys", "new")
    assert again.stdout == (house.one / "epochs" / "2.key").read_text()
    taken = await house.handrail("keys", "new", "--to", str(house.one / "epochs"))
    assert taken.returncode == 1
    assert "it was left as it is" in taken.stderr
    refused = await house.handrail("keys", "turn")
    assert refused.returncode == 1
    assert "1 of 2 running processes cannot read epoch 2" in refused.stderr
    (house.two / "epochs" / "2.key").write_text(again.stdout)
    await running.keys.beat()
    status = json.loads((await house.handrail("keys", "status", "--json")).stdout)
    assert (status["by_hand"], status["processes"], status["with_next"]) == (True, 2, 2)
    turned = await house.handrail("keys", "turn")
    assert turned.returncode == 0, turned.stderr
    assert turned.stdout.splitlines()[-1] == "destroy everywhere: 1.key"
    doctor = await house.handrail("doctor")
    assert doctor.returncode == 1
    assert "1 of 2 processes can read an epoch before 2" in doctor.stdout
    await running.close()


async def test_what_cannot_be_is_told_in_one_sentence_without_an_address(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.keys_url = "postgresql://bot:zebra@127.0.0.1:9/keys"
    told = await house.handrail("keys", "new")
    assert told.returncode == 1
    assert "Is HANDRAIL_KEYS_URL right?" in told.stderr
    assert "zebra" not in told.stdout + told.stderr
    house.keys_url = house.url
    told = await house.handrail("keys", "new")
    assert "name the same database" in told.stderr
