"""Runs a command in the image's root as a container would: its user, mounts and read-only root.

What a container runtime does is done with the kernel's own mounts. There is no network of its own,
so each container gets ports of its own.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.deploy.image import Image

PATIENCE = 60.0
# Mounts in a namespace of its own: nothing is seen outside, and all is gone at its end.
INSIDE = """
umask 022
mount --bind "$ROOT" "$ROOT"
eval "$MOUNTS"
mount -o remount,bind,ro "$ROOT"
cd /
exec chroot --userspec="$USERSPEC" --groups="${USERSPEC#*:}" "$ROOT" \
    setpriv --no-new-privs env -i "$@"
"""


@dataclass(frozen=True)
class Container:
    """`mounts` are (folder or file, place, mode: rw or ro); `memory` are (place, options)."""

    image: Image
    command: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)
    mounts: Sequence[tuple[Path, str, str]] = ()
    memory: Sequence[tuple[str, str]] = ()
    user: str = "10001:10001"

    def begin(
        self, command: Sequence[str] = (), errors: int = subprocess.STDOUT
    ) -> subprocess.Popen[str]:
        """Starts it, or another command in the same container."""
        outside = {
            "PATH": os.environ["PATH"],
            "ROOT": str(self.image.root),
            "USERSPEC": self.user,
            "MOUNTS": self._mounts(),
        }
        environment = self.image.environment | self.environment
        given = [f"{name}={value}" for name, value in environment.items()]
        apart = ["unshare", "--mount", "--propagation", "private", "sh", "-euc", INSIDE, "sh"]
        return subprocess.Popen(
            [*apart, *given, *(command or self.command)],
            env=outside,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )

    def done(self, *command: str) -> str:
        """Runs a command to its end, and returns what it wrote. It must not fail."""
        with self.begin(command, subprocess.PIPE) as process:
            try:
                told, trouble = process.communicate(timeout=PATIENCE)
            finally:
                process.kill()
        assert process.returncode == 0, told + trouble
        return told

    def _mounts(self) -> str:
        lines = []
        for place, options in self.memory:
            lines += [_place(place, None), f'mount -t tmpfs -o "{options}" tmpfs "$ROOT{place}"']
        for source, place, mode in self.mounts:
            lines += [_place(place, source), f'mount --bind "{source}" "$ROOT{place}"']
            if mode == "ro":
                lines.append(f'mount -o remount,bind,ro "$ROOT{place}"')
        lines += ['mount --bind /proc "$ROOT/proc"', 'mount --rbind /dev "$ROOT/dev"']
        return "\n".join(lines)


def _place(place: str, source: Path | None) -> str:
    """A runtime makes what it mounts onto, if it is not there."""
    if source is not None and source.is_file():
        return f'mkdir -p "$ROOT{Path(place).parent}"; [ -e "$ROOT{place}" ] || : > "$ROOT{place}"'
    return f'mkdir -p "$ROOT{place}"'


@dataclass
class Running:
    """A container that runs. `watch` is its port for /readyz."""

    process: subprocess.Popen[str]
    port: int
    watch: int

    def answer(self, path: str) -> int:
        """The status of `/healthz` or `/readyz`; 0 where nobody answers."""
        port = self.port if path == "/healthz" else self.watch
        try:
            with urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as found:
                json.load(found)
                return int(found.status)
        except (URLError, OSError, ValueError) as fault:
            return int(getattr(fault, "code", 0))

    def waits_until_ready(self) -> None:
        until = time.monotonic() + PATIENCE
        while self.answer("/readyz") != 200:
            if self.process.poll() is not None or time.monotonic() > until:
                self.process.kill()
                raise AssertionError(f"it is not ready:\n{self.process.communicate()[0]}")
            time.sleep(0.2)
        assert self.answer("/healthz") == 200

    def status(self) -> dict[str, str]:
        """What the kernel says of the process: Uid, CapEff, NoNewPrivs, VmHWM …"""
        told = Path(f"/proc/{self.process.pid}/status").read_text()
        pairs = (line.partition(":") for line in told.splitlines())
        return {name: value.strip() for name, _, value in pairs}

    def ends_by_itself(self, seconds: float) -> None:
        """It is asked to end, as a runtime asks, and must have done so in time."""
        self.process.terminate()
        told, _ = self.process.communicate(timeout=seconds)
        assert self.process.returncode == 0, told


@contextmanager
def running(*containers: Container) -> Iterator[list[Running]]:
    """Starts all at once and waits until each is ready. Kills what still runs at the end."""
    with ExitStack() as stack:
        begun = []
        for one in containers:
            port, watch = free_port(), free_port()
            own = {"HANDRAIL_PORT": str(port), "HANDRAIL_WATCH_PORT": str(watch)}
            container = Container(**(vars(one) | {"environment": one.environment | own}))
            process = stack.enter_context(container.begin())
            stack.callback(process.kill)
            begun.append(Running(process, port, watch))
        for each in begun:
            each.waits_until_ready()
        yield begun


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
