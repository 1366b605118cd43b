"""The compose files agree with the image, the command line and each other."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.settings import Settings
from tests.deploy.files import COMPOSE, DEPLOY, Json, command_of, commands, compose, ours

OURS = [(file, name) for file in COMPOSE for name in ours(file)]
EVERY = [(file, name) for file in COMPOSE for name in compose(file)["services"]]
BY_DIGEST = re.compile(r"@sha256:[0-9a-f]{64}$")
# What must lie apart: whoever copies data, keys and epochs of one time can read what they hold.
APART = {"data", "keys", "epochs", "recovery", "backups"}


def service(file: str, name: str) -> Json:
    found: Json = compose(file)["services"][name]
    return found


@pytest.mark.parametrize(("file", "name"), EVERY)
def test_every_container_is_hardened(file: str, name: str) -> None:
    house = service(file, name)
    assert house["read_only"] is True
    assert house["cap_drop"] == ["ALL"]
    assert house["security_opt"] == ["no-new-privileges:true"]
    assert not any(house.get(open_to) for open_to in ("privileged", "network_mode", "pid", "ipc"))
    assert all(port.startswith("127.0.0.1:") for port in house.get("ports", ()))
    assert all("noexec,nosuid,nodev" in memory for memory in house["tmpfs"])


@pytest.mark.parametrize(("file", "name"), EVERY)
def test_nothing_grows_without_end(file: str, name: str) -> None:
    """Docker's own defaults keep every log line, and set no limit of memory or processes."""
    house = service(file, name)
    assert house["logging"]["options"] == {"max-size": "20m", "max-file": "5"}
    assert {"mem_limit", "pids_limit"} <= set(house)
    assert house["ulimits"]["core"] == 0


@pytest.mark.parametrize(("file", "name"), OURS)
def test_the_command_is_one_of_ours_and_the_user_is_the_image_s(file: str, name: str) -> None:
    program, command = command_of(service(file, name))
    assert program == "handrail"
    assert command in commands()
    recipe = (DEPLOY / "Dockerfile").read_text()
    assert f"USER {service(file, name)['user']}\n" in recipe
    number = service(file, name)["user"].split(":")[0]
    own = [one for one in service(file, name)["tmpfs"] if "mode=0700" in one]
    assert all(f"uid={number},gid={number}" in one for one in own)


@pytest.mark.parametrize("file", COMPOSE)
def test_every_volume_and_secret_is_named_and_used(file: str) -> None:
    whole = compose(file)
    used: set[str] = set()
    given: set[str] = set()
    for one in whole["services"].values():
        mounted = [mount.split(":") for mount in one["volumes"]]
        places = [place for _, place, *_ in mounted]
        assert len(places) == len(set(places))
        used |= {source for source, *_ in mounted if not source.startswith("./")}
        given |= set(one.get("secrets", ()))
    assert used == set(whole["volumes"]) == APART
    assert given == set(whole.get("secrets", ()))


@pytest.mark.parametrize(("file", "name"), EVERY)
def test_what_lies_apart_lies_in_a_volume_each(file: str, name: str) -> None:
    mounts = dict(reversed(one.split(":")[:2]) for one in service(file, name)["volumes"])
    volumes = [source for source in mounts.values() if source in APART]
    assert len(volumes) == len(set(volumes))


@pytest.mark.parametrize("file", COMPOSE)
def test_every_file_that_is_mounted_is_there_or_made(file: str) -> None:
    made = (DEPLOY / "make-secrets.sh").read_text()
    for one in compose(file)["services"].values():
        for mount in one["volumes"]:
            source = mount.split(":")[0]
            if source.startswith("./secrets/"):
                assert source.removeprefix("./") in made
            elif source.startswith("./"):
                assert (DEPLOY / source).is_file()
                assert mount.endswith(":ro")


def test_every_image_of_others_has_a_digest() -> None:
    for file, name in EVERY:
        image = service(file, name)["image"]
        assert image == "handrail" or BY_DIGEST.search(image), (file, name)
    recipe = (DEPLOY / "Dockerfile").read_text()
    (base,) = re.findall(r"^ARG BASE=(.*)$", recipe, re.MULTILINE)
    assert BY_DIGEST.search(base)
    assert set(re.findall(r"^FROM (\S+)", recipe, re.MULTILINE)) == {"${BASE}", "scratch"}


def test_the_image_runs_without_privileges_and_is_asked_where_it_is_watched() -> None:
    recipe = (DEPLOY / "Dockerfile").read_text()
    assert recipe.rindex("\nUSER 10001:10001") > recipe.rindex("\nFROM ")
    assert recipe.count("--require-hashes") == 2
    check = recipe.split("HEALTHCHECK")[1]
    assert "environ['HANDRAIL_WATCH_PORT']" in check, "it asks where the figures are answered"


def test_no_secret_stands_in_clear() -> None:
    """Neither as a value nor as a variable that would be one: a secret is a file of its own."""
    secret = {
        f"HANDRAIL_{name.upper()}"
        for name, field in Settings.model_fields.items()
        if "SecretStr" in str(field.annotation)
    }
    for file, name in EVERY:
        given = service(file, name).get("environment", {})
        assert not secret & set(given)
        for variable, value in given.items():
            assert variable.endswith("_FILE") or "PASSWORD" not in variable
            assert "://" not in str(value)


def test_each_password_opens_one_thing() -> None:
    """No secret is given to two roles, and nobody knows that of a server's owner."""
    whole = compose("compose.scale.yaml")["services"]
    servers = {name: one for name, one in whole.items() if name.startswith("postgres-")}
    held = [tuple(one["secrets"]) for one in servers.values()]
    assert sorted(held) == [("data-password",), ("keys-password",)]
    for name, one in servers.items():
        assert one["environment"]["POSTGRES_PASSWORD_FILE"] == "/proc/sys/kernel/random/uuid"
        assert one["environment"]["ROLE_PASSWORD_FILE"] == f"/run/secrets/{one['secrets'][0]}"
        assert "postgres-keys" in name or "keys" not in one["secrets"][0]
    for name in ours("compose.scale.yaml"):
        assert set(whole[name]["secrets"]) == {"data-url", "keys-url"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives a file to a group")
def test_secrets_are_made_once_and_each_is_read_by_one_group(tmp_path: Path) -> None:
    script = tmp_path / "make-secrets.sh"
    script.write_text((DEPLOY / "make-secrets.sh").read_text())
    seen = []
    for _ in range(2):
        subprocess.run(["sh", str(script)], check=True, capture_output=True)
        made = {file.name: file for file in (tmp_path / "secrets").iterdir() if file.is_file()}
        seen.append({name: file.read_text() for name, file in made.items()})
    assert seen[0] == seen[1]
    groups = {"data-url": 10001, "keys-url": 10001, "data-password": 999, "keys-password": 999}
    assert set(made) == set(groups)
    for name, file in made.items():
        found = file.stat()
        assert (found.st_uid, found.st_gid) == (0, groups[name])
        assert stat.S_IMODE(found.st_mode) == 0o440
    services = compose("compose.scale.yaml")["services"]
    for role in ("data", "keys"):
        url = urlsplit(made[f"{role}-url"].read_text())
        assert url.password == made[f"{role}-password"].read_text()
        assert services[url.hostname or ""]["environment"]["ROLE"] == url.username == url.path[1:]
    assert len({made[f"{role}-password"].read_text() for role in ("data", "keys")}) == 2
