"""Installs the built wheel into an empty environment and runs it: `-m tests.packaging.try_wheel`.

`.ci/run` calls it. It says so and ends well where no library can be installed here.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import urllib.request
import venv
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
PINNED = re.compile(r"^[A-Za-z0-9._-]+==[^\s;\\]+", re.MULTILINE)
PATIENCE = 60
# Seconds: where the registry does not answer, CI does not wait for it.
LONGEST_INSTALL = 240
SLACK = {"HANDRAIL_SLACK_BOT_TOKEN": "xoxb-1", "HANDRAIL_SLACK_SIGNING_SECRET": "s" * 32}


class Empty:
    """An environment of its own, with nothing of this one in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        venv.create(folder / "venv", with_pip=False)
        kept = {"PATH", "HOME", "LANG", "SSL_CERT_FILE", "TMPDIR"}
        self._given = {k: v for k, v in os.environ.items() if k in kept or k.startswith("PIP_")}
        self._given["HANDRAIL_DATA"] = str(folder / "data")
        self._given["HANDRAIL_PORT"] = "0"

    def pip(self, *arguments: str) -> bool:
        """Runs the pip of this environment on that one, which so has none."""
        to = str(self.folder / "venv" / "bin" / "python")
        command = [sys.executable, "-m", "pip", "--python", to, *arguments]
        ran = subprocess.run(
            ("timeout", str(LONGEST_INSTALL), *command),
            env=self._given,
            check=False,
            capture_output=True,
            text=True,
        )
        if ran.returncode:
            print(ran.stderr[-2000:])
        return ran.returncode == 0

    def handrail(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*self._command, *arguments],
            env=self._given | more,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    def serves(self) -> Mapping[str, str]:
        """Starts `handrail run`, asks whether it lives, and ends it. Returns what it said."""
        process = subprocess.Popen(
            [*self._command, "run"],
            env=self._given,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout is not None
            entrance = process.stdout.readline()
            port = re.search(r"127\.0\.0\.1:(\d+)", entrance)
            assert port is not None, entrance
            with urllib.request.urlopen(f"http://127.0.0.1:{port[1]}/healthz") as answer:
                said: Mapping[str, str] = json.load(answer)
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()
        return said

    @property
    def _command(self) -> list[str]:
        return [str(self.folder / "venv" / "bin" / "handrail")]


def built(folder: Path) -> Path:
    """Builds the sdist and the wheel as for a release."""
    for kind in ("sdist", "wheel"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="handrail-wheel-") as made:
        folder = Path(made)
        wheel, empty = built(folder / "dist"), Empty(folder)
        pins = folder / "pins.txt"
        locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
        pins.write_text("\n".join(PINNED.findall(locked)))
        if not empty.pip("install", "--quiet", "--no-compile", "-c", str(pins), str(wheel)):
            print("No library could be installed: the wheel was not tried.")
            return
        version = empty.handrail("--version").stdout
        assert version.startswith("handrail "), version
        said = empty.serves()
        assert said["status"] == "ok"
        assert version == f"handrail {said['version']} (commit {said['commit']})\n"
        examined = empty.handrail("doctor").stdout
        assert "The database fits this version." in re.sub(r"\s+", " ", examined), examined
        refused = empty.handrail("run", **SLACK)
        assert refused.returncode == 1
        assert "handrail[slack]" in refused.stderr, refused.stderr
        assert "Traceback" not in refused.stderr
        many = empty.handrail("worker", HANDRAIL_DATABASE_URL="postgresql://h@localhost/h")
        assert "handrail[postgres]" in many.stderr, many.stderr
        print(f"The wheel works in an empty environment: {version.strip()}")


if __name__ == "__main__":
    main()
