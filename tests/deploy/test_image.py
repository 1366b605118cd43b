"""The image is built, holds nothing that it does not need, and runs as each file says.

Where buildah cannot be installed these tests are skipped, and say so.
"""

from __future__ import annotations

import asyncio
import os
import re
import stat
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.adapters.slack.fake_slack import SECRET, TOKEN, fake_slack
from tests.deploy.cluster import OWN, as_kubelet, as_secrets, in_cluster
from tests.deploy.containers import Container, Running, running
from tests.deploy.files import DEPLOY, Json, command_of, compose, ours, pods
from tests.deploy.image import Image, built, skip_where_it_cannot_be_built
from tests.deploy.servers import server

pytestmark = pytest.mark.long

LIMIT = re.compile(r"(\d+)(m|Mi)$")
GROUP = 10001


@pytest.fixture
def image() -> Iterator[Image]:
    skip_where_it_cannot_be_built()
    with built(PLATFORMS="slack mail", BUILD_COMMIT="0123456789ab") as found:
        yield found


@pytest.fixture
async def slack() -> AsyncIterator[str]:
    async with fake_slack() as found:
        yield found.api


@contextmanager
def new_place() -> Iterator[Path]:
    """A folder on the disk that every user may pass through."""
    with tempfile.TemporaryDirectory(prefix="hr-", dir="/var/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


async def test_the_image_holds_little_and_runs_as_each_file_says(image: Image, slack: str) -> None:
    """One test, so that the image is built once, however many processes run the tests."""
    nothing_is_left_that_installs_builds_or_becomes_another_user(image)
    the_libraries_are_those_of_the_platforms_that_were_asked_for(image)
    with new_place() as place:
        compose_yaml_runs_twice_on_the_same_volumes(image, place)
    with new_place() as place:
        await compose_scale_yaml_starts(image, with_secrets(place), slack)
    with new_place() as place:
        await kubernetes_many_starts(image, with_secrets(place), slack)
    with new_place() as place:
        kubernetes_one_starts_again_on_volumes_that_belong_to_a_group(image, place)


def nothing_is_left_that_installs_builds_or_becomes_another_user(image: Image) -> None:
    banned = re.compile(r"^(pip\d?(\.\d+)?|apt|apt-get|dpkg|gcc|g\+\+|cc|ld|make|uv)$")
    found = []
    for folder, folders, names in os.walk(image.root):
        found += [f"{folder}/{one}" for one in names if banned.match(one)]
        found += [
            f"{folder}/{one}"
            for one in folders
            if one in ("pip", "setuptools", "wheel", "ensurepip", "hatchling", "botbuilder")
        ]
        for one in names:
            kind = os.lstat(f"{folder}/{one}")
            if stat.S_ISREG(kind.st_mode) and kind.st_mode & 0o6002:
                found.append(f"{folder}/{one}")
    documented = "/usr/share/"
    assert [one for one in found if documented not in one.removeprefix(str(image.root))] == []


def the_libraries_are_those_of_the_platforms_that_were_asked_for(image: Image) -> None:
    (site,) = image.root.glob("opt/handrail/lib/python3*/site-packages")
    there = {one.name for one in site.iterdir()}
    assert "slack_sdk" in there
    assert not {one for one in there if one.startswith(("bot" + "builder", "msrest", "azure"))}


def as_docker_makes(image: Image, place: Path, mounts: list[str]) -> list[tuple[Path, str, str]]:
    """The mounts of a compose file. A new volume gets owner and mode of the image's folder."""
    made = []
    for mount in mounts:
        source, target, *mode = mount.split(":")
        outside = place / source.removeprefix("./")
        if not source.startswith("./") and not outside.exists():
            like = (image.root / target.lstrip("/")).stat()
            outside.mkdir(parents=True)
            os.chown(outside, like.st_uid, like.st_gid)
            outside.chmod(stat.S_IMODE(like.st_mode))
        outside.mkdir(parents=True, exist_ok=True)
        made.append((outside, target, (mode or ["rw"])[0]))
    return made


def as_composed(image: Image, place: Path, service: Json, env: dict[str, str]) -> Container:
    """The container of a service. `place` is the folder of the compose file, with its volumes."""
    given = {name: str(value) for name, value in service.get("environment", {}).items()}
    secrets = [
        (place / "secrets" / name, f"/run/secrets/{name}", "ro")
        for name in service.get("secrets", ())
    ]
    memory = [tuple(one.split(":", 1)) for one in service["tmpfs"]]
    return Container(
        image,
        command_of(service),
        given | env,
        [*as_docker_makes(image, place, service["volumes"]), *secrets],
        [(target, options) for target, options in memory],
        service["user"],
    )


def compose_yaml_runs_twice_on_the_same_volumes(image: Image, place: Path) -> None:
    (service,) = ours("compose.yaml").values()
    bare = as_composed(image, place, service, {})
    key = bare.done("handrail", "keys", "recovery", "--to", "/backups/recovery-key")
    (public,) = re.findall(r"handrail-recovery-public-\S+", key)
    container = as_composed(
        image, place, service, {"HANDRAIL_RECOVERY": "/recovery", "HANDRAIL_RECOVERY_KEY": public}
    )
    for _ in range(2):
        with running(container) as (house,):
            is_hardened(house)
            used, most = int(house.status()["VmHWM"].split()[0]) // 1024, service["mem_limit"]
            assert used < megabytes(most) / 2, f"{used} MB when it has begun, of {most}"
            assert int(house.status()["Threads"]) < service["pids_limit"] / 2
            container.done("handrail", "backup", "--to", "/backups")
            container.done("handrail", "doctor")
            house.ends_by_itself(float(service["stop_grace_period"].rstrip("s")))
    for name in ("data", "keys", "epochs", "recovery", "backups"):
        assert list((place / name).iterdir()), f"nothing lies in {name}"


def with_secrets(place: Path) -> Path:
    """The folder of the compose file after make-secrets.sh, with the tokens of a fake Slack."""
    (place / "make-secrets.sh").write_text((DEPLOY / "make-secrets.sh").read_text())
    subprocess.run(["sh", str(place / "make-secrets.sh")], check=True, capture_output=True)
    for name, secret in (("token", TOKEN), ("signing", SECRET)):
        file = place / "secrets" / "platforms" / name
        file.write_text(secret)
        os.chown(file, 0, GROUP)
        file.chmod(0o440)
    return place


def of_slack(api: str) -> dict[str, str]:
    """What the operator writes into .env."""
    return {
        "HANDRAIL_SLACK_API": api,
        "HANDRAIL_SLACK_BOT_TOKEN_FILE": "/secrets/token",
        "HANDRAIL_SLACK_SIGNING_SECRET_FILE": "/secrets/signing",
    }


@contextmanager
def databases(place: Path) -> Iterator[tuple[Path, str, str]]:
    """The servers of compose.scale.yaml, and the file that gives them their names."""
    names = ("postgres-data", "postgres-keys")
    addresses = {name: f"127.0.0.{number}" for number, name in enumerate(names, 102)}
    hosts = place / "hosts"
    hosts.touch()
    hosts.chmod(0o644)
    hosts.write_text("".join(f"{at} {name}\n" for name, at in addresses.items()))
    with ExitStack() as stack:
        for name in names:
            service = compose("compose.scale.yaml")["services"][name]
            (secret,) = service["secrets"]
            given = {"ROLE": service["environment"]["ROLE"]}
            given["ROLE_PASSWORD_FILE"] = str(place / "secrets" / secret)
            stack.enter_context(server(place / name, addresses[name], given))
        yield (hosts, "/etc/hosts", "ro")


async def compose_scale_yaml_starts(image: Image, secrets: Path, slack: str) -> None:
    with databases(secrets) as named:
        services = ours("compose.scale.yaml")
        made = [as_composed(image, secrets, one, of_slack(slack)) for one in services.values()]
        containers = [replace(one, mounts=[*one.mounts, named]) for one in made]
        await asyncio.to_thread(start_and_end, containers)


async def kubernetes_many_starts(image: Image, secrets: Path, slack: str) -> None:
    """Its Secrets hold what compose.scale.yaml has in files, and an epoch of `keys new`."""
    with databases(secrets) as named:
        given = as_secrets(secrets)
        maker = Container(image, ["handrail", "keys", "new"], memory=[("/data", OWN)])
        epoch = given / "handrail-epochs" / "1.key"
        epoch.write_text(await asyncio.to_thread(maker.done, "handrail", "keys", "new"))
        as_kubelet(epoch)
        containers = [
            in_cluster(image, secrets / component, pod, given, of_slack(slack), [named])
            for component, pod in pods("many").items()
        ]
        await asyncio.to_thread(start_and_end, containers)


def kubernetes_one_starts_again_on_volumes_that_belong_to_a_group(
    image: Image, place: Path
) -> None:
    for _ in range(2):
        container = in_cluster(image, place, pods("one")["run"], place, {}, [])
        start_and_end([container])
    keys = place / "keys" / "own"
    assert stat.S_IMODE(keys.stat().st_mode) & 0o077 == 0
    assert (place / "keys").stat().st_mode & 0o070, "the volume itself belongs to the group"


def start_and_end(containers: list[Container]) -> None:
    with running(*containers) as houses:
        for house in houses:
            is_hardened(house)
        for house in houses:
            house.ends_by_itself(40)


def is_hardened(house: Running) -> None:
    status = house.status()
    assert status["Uid"].split() == ["10001"] * 4
    assert int(status["CapEff"], 16) == 0
    assert status["NoNewPrivs"] == "1"


def megabytes(limit: str) -> int:
    found = LIMIT.match(limit)
    assert found is not None
    return int(found[1])
