"""What a kubelet does before a container begins: volumes, Secrets, groups and subfolders."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.deploy.containers import Container
from tests.deploy.files import Json, of_kind
from tests.deploy.image import Image

GROUP = 10001
# A folder in memory that is the bot's own, as in compose.scale.yaml.
OWN = "mode=0700,uid=10001,gid=10001"


def as_secrets(place: Path) -> Path:
    """Returns a folder with a Secret in each folder, as its volume shows it to the group."""
    made, files = place / "cluster", place / "secrets"
    secrets = {"handrail-data-url": files / "data-url", "handrail-keys-url": files / "keys-url"}
    for name, file in secrets.items():
        (made / name).mkdir(parents=True)
        (made / name / "url").write_text(file.read_text())
    (made / "handrail-epochs").mkdir()
    (made / "handrail-platforms").mkdir()
    for file in (files / "platforms").iterdir():
        (made / "handrail-platforms" / file.name).write_text(file.read_text())
    for file in made.rglob("*"):
        as_kubelet(file)
    return made


def as_kubelet(path: Path) -> None:
    """Root's, and open to the pod's group: what fsGroup makes of a file or a folder."""
    os.chown(path, 0, GROUP)
    path.chmod(0o2775 if path.is_dir() else 0o440)


def in_cluster(
    image: Image,
    place: Path,
    pod: Json,
    secrets: Path,
    given: dict[str, str],
    more: Sequence[tuple[Path, str, str]],
) -> Container:
    """Runs the pod's first containers to their end, and returns the last one, ready to begin.

    A new volume lies in `place`, and belongs to root and the pod's group. Secrets lie in `secrets`.
    """
    assert pod["securityContext"]["fsGroup"] == GROUP
    user = "{runAsUser}:{runAsGroup}".format(**pod["securityContext"])
    (spec,) = pod["containers"]
    for first in pod["initContainers"]:
        words = first["command"]
        mounts = _mounts(first, pod, place, secrets)
        Container(image, words, mounts=mounts, user=user).done(*words)
    settings: dict[str, str] = {}
    for source in spec["envFrom"]:
        settings |= _settings(source["configMapRef"]["name"])
    mounts = _mounts(spec, pod, place, secrets)
    begun = Container(image, spec["command"], settings | given, user=user)
    return replace(begun, mounts=[*mounts, *more])


def _settings(name: str) -> dict[str, str]:
    maps = [one for overlay in ("one", "many") for one in of_kind(overlay, "ConfigMap")]
    return next(one["data"] for one in maps if one["metadata"]["name"] == name)


def _mounts(container: Json, pod: Json, place: Path, secrets: Path) -> list[tuple[Path, str, str]]:
    given = {one["name"]: one["secret"] for one in pod["volumes"] if "secret" in one}
    key = "persistentVolumeClaim"
    claims = {one["name"]: one[key] for one in pod["volumes"] if key in one}
    made = []
    for mount in container["volumeMounts"]:
        secret = given.get(mount["name"])
        claim = claims.get(mount["name"])
        # A claim is shared by all pods.
        source = place / mount["name"] if claim is None else place.parent / claim["claimName"]
        if secret:
            source = secrets / secret["secretName"]
        if not source.exists():
            source.mkdir(parents=True)
            as_kubelet(source)
        # A folder in a volume that is not there would be root's, and this test would fail.
        inside = source / mount.get("subPath", "")
        made.append((inside, mount["mountPath"], "ro" if mount.get("readOnly") else "rw"))
    return made
