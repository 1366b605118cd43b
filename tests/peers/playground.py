"""Starts Microsoft's own test client for Teams, on loopback and without telemetry.

It is an external tool under its maker's terms. Tests use it if it is installed.
It is never shipped.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

ROOT = Path(__file__).parents[2]
CLI = ROOT / ".peers/node_modules/@microsoft/m365agentsplayground/cli.js"
NODE = shutil.which("node")
WAIT = 40.0

needs_playground = pytest.mark.skipif(
    NODE is None or not CLI.is_file(),
    reason="no Microsoft 365 Agents Playground in .peers: Teams was not tried before it",
)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def playground(bot: str, folder: Path) -> AsyncIterator[str]:
    """Yields the address of a chat with the bot. `bot` is the bot's full address for activities."""
    assert NODE is not None
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "TEAMSAPPTESTER_BROWSER": "none",
        "TEAMSFX_TELEMETRY": "off",
    }
    command = [NODE, str(CLI), "start", "-e", bot, "-c", "msteams", "-p", str(port)]
    log = (folder / "playground.log").open("wb")
    process = await asyncio.create_subprocess_exec(
        *command,
        "--disable-telemetry",
        "true",
        cwd=folder,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=log,
        stderr=log,
    )
    try:
        address = f"http://127.0.0.1:{port}/"
        await _answers(address, process)
        yield address
    finally:
        if process.returncode is None:
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), 10)
        except TimeoutError:
            process.kill()
            await process.wait()
        log.close()


async def _answers(address: str, process: asyncio.subprocess.Process) -> None:
    async with aiohttp.ClientSession() as http:
        for _ in range(int(WAIT / 0.25)):
            assert process.returncode is None, "the playground ended by itself"
            try:
                async with http.get(address) as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.25)
    raise AssertionError("the playground did not start")
