"""The systemd unit is hardened, and its folders, user and secrets agree with each other."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.deploy.files import DEPLOY, commands, known, unit

PLACE = DEPLOY / "systemd"
# In tenths. Each is a sandbox that is missing.
MOST = 20


def values(name: str) -> list[str]:
    return [value for key, value in unit() if key == name]


def test_systemd_rates_it_two_or_better() -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("the unit cannot be rated here: systemd-analyze is missing")
    rate = ["systemd-analyze", "security", "--offline=true", f"--threshold={MOST}"]
    done = subprocess.run([*rate, str(PLACE / "handrail.service")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


def test_systemd_understands_every_line() -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("the unit cannot be read here: systemd-analyze is missing")
    check = ["systemd-analyze", "verify", "--man=no", str(PLACE / "handrail.service")]
    told = subprocess.run(check, capture_output=True, text=True).stderr
    wrong = [line for line in told.splitlines() if "handrail" in line]
    # Here Handrail is not installed where the unit starts it.
    assert all("is not executable" in line for line in wrong), told


def test_it_starts_a_command_of_ours() -> None:
    (start,) = values("ExecStart")
    program, command = start.split()
    assert program == "/opt/handrail/bin/handrail"
    assert command in commands()


def test_the_folders_are_made_for_its_user_alone() -> None:
    """The unit makes them, and tmpfiles.d too, because the link to the keys needs them."""
    (user,), (folders,) = values("User"), values("StateDirectory")
    assert values("Group") == [user]
    lines = [
        line.split()
        for line in (PLACE / "handrail.tmpfiles").read_text().splitlines()
        if not line.startswith("#")
    ]
    made = {path.removeprefix("/var/lib/"): rest for kind, path, *rest in lines if kind == "d"}
    assert all(made[name][:3] == ["0700", user, user] for name in folders.split())
    assert values("StateDirectoryMode") == ["0700"]
    assert ["L", "/var/lib/handrail/keys", "-", "-", "-", "-", "/var/lib/handrail-keys"] in lines
    assert f"\nu {user} " in (PLACE / "handrail.sysusers").read_text()
    (loaded,) = values("LoadCredential")
    assert made[loaded.split(":")[1]][:3] == ["0700", "root", "root"]


def test_its_settings_exist_and_name_its_own_folders() -> None:
    (folders,) = values("StateDirectory")
    for given in values("Environment"):
        name, _, value = given.partition("=")
        assert name in known()
        assert value.removeprefix("/var/lib/") in folders.split()


def test_nothing_grows_without_end() -> None:
    assert values("MemoryMax") == ["768M"]
    assert values("TasksMax") == ["128"]
    assert values("LimitCORE") == ["0"]
