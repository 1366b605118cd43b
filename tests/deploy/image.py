"""The image of deploy/Dockerfile, built without a daemon, and its root as a folder.

Where no registry of images is reached, the base is Debian with Python, made by mmdebstrap; all else
is as the Dockerfile says.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
TOOLS = ("buildah", "mmdebstrap", "unshare", "setpriv")
BASE, IMAGE = "localhost/handrail-base", "localhost/handrail"
PATIENCE = 240
# A folder that keeps base and image between runs, for whoever works on these tests.
KEPT = "TESTS_IMAGES"
PYTHON = "--include=python3,python3-venv,python3-pip,ca-certificates,util-linux"


@dataclass(frozen=True)
class Image:
    """`root` is the image's whole root; `environment` is what the Dockerfile sets."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict)


def skip_where_it_cannot_be_built() -> None:
    """Skips the test, and names what is missing."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing or os.geteuid() != 0:
        needs = ", ".join(missing) or "root"
        pytest.skip(f"the image cannot be built and run here: {needs} is missing")


@contextmanager
def built(**arguments: str) -> Iterator[Image]:
    """Builds the image, and removes it after the block. `arguments` are those of the build."""
    # Several copies of a whole root are too much for the memory that other tests write to.
    with ExitStack() as stack:
        folder = os.environ.get(KEPT) or stack.enter_context(
            tempfile.TemporaryDirectory(prefix="hr-image-", dir="/var/tmp")
        )
        store = _Store(Path(folder))
        stack.callback(store.run, "rm", "--all")
        try:
            if not store.has(BASE):
                store.make_base()
            if not store.has(IMAGE):
                store.build(arguments)
        except subprocess.TimeoutExpired:
            pytest.skip(f"the image was not built within {PATIENCE} seconds")
        yield store.mounted()


@dataclass
class _Store:
    folder: Path

    def run(self, *words: str) -> str:
        places = ["--root", str(self.folder / "root"), "--runroot", str(self.folder / "run")]
        environment = os.environ | {"BUILDAH_ISOLATION": "chroot"}
        done = subprocess.run(
            ["buildah", *places, "--storage-driver", self._driver(), *words],
            env=environment,
            cwd=HOUSE,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
        return done.stdout.strip()

    def _driver(self) -> str:
        """The one that copies nothing, unless the folder lies on layers itself."""
        lies_on = subprocess.check_output(["stat", "-f", "-c", "%T", str(self.folder)], text=True)
        return "vfs" if lies_on.strip() == "overlayfs" else "overlay"

    def has(self, image: str) -> bool:
        """True if an earlier run made it and kept it."""
        return image in self.run("images", "--format", "{{.Name}}").splitlines()

    def make_base(self) -> None:
        begun = self.run("from", "scratch")
        place = self.run("mount", begun)
        make = ["mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", PYTHON]
        slim = "--dpkgopt=path-exclude=/usr/share/doc/*"
        done = subprocess.run([*make, slim, _suite(), place], capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"no base image could be made: {done.stderr[-300:]}")
        self.run("commit", "--rm", begun, BASE)

    def build(self, arguments: dict[str, str]) -> None:
        given = [f"--build-arg={name}={value}" for name, value in arguments.items()]
        words = ["bud", "--format=docker", "--pull-never", "--network=host", *self._registry()]
        base = f"--build-arg=BASE={BASE}"
        self.run(*words, base, *given, "-t", IMAGE, "-f", "deploy/Dockerfile", ".")

    def _registry(self) -> list[str]:
        """Lets pip reach the registry of this machine, whose certificate may be its own."""
        if not CERTIFICATES.exists():
            return []
        conf = self.folder / "pip.conf"
        conf.write_text(f"[global]\ncert = {CERTIFICATES}\n")
        return ["-v", f"{CERTIFICATES}:{CERTIFICATES}:ro", "-v", f"{conf}:/etc/pip.conf:ro"]

    def mounted(self) -> Image:
        begun = self.run("from", "--pull-never", IMAGE)
        told = json.loads(self.run("inspect", begun))["OCIv1"]["config"]["Env"]
        pairs = (one.partition("=") for one in told)
        return Image(Path(self.run("mount", begun)), {name: value for name, _, value in pairs})


def _suite() -> str:
    """The Debian that this machine is, because its package lists are reached."""
    told = Path("/etc/os-release").read_text()
    for line in told.splitlines():
        if line.startswith("VERSION_CODENAME="):
            return line.partition("=")[2]
    return "stable"
