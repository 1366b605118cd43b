"""Runs `handrail` in a process where every library says what it must not: `-m tests.attacks.loud`.

All else is the real command. Before the command's own work begins, each logger that exists then,
and one that nobody knows, says MARKER at every level, through a handler of its own too. So do
warnings, lost tasks, threads and objects that fail while they are thrown away.
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import sys
import threading
import warnings
from collections.abc import Coroutine
from typing import Any

MARKER = "zebra-xoxb-4711"
LIBRARIES = (
    "aiohttp.web", "slack_bolt.async_app", "slack_sdk.web.async_client", "botbuilder.core",
    "botframework.connector", "microsoft_agents.hosting.core", "msal", "urllib3", "requests",
    "sqlalchemy", "sqlalchemy.pool", "procrastinate", "apscheduler", "alembic", "alembic.command",
    "psycopg", "psycopg_pool", "aiosqlite", "boto3", "botocore", "PIL", "fluent.runtime",
    "dateutil", "smtplib",
)  # fmt: skip
INVENTED = "nobody.knows.this"
LEVELS = (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL, 35)


class FailsAtItsEnd:
    def __del__(self) -> None:
        raise ValueError(MARKER)


def loggers() -> list[str]:
    known = [n for n, one in logging.root.manager.loggerDict.items() if hasattr(one, "handlers")]
    return sorted({*known, "aiohttp.server", "aiohttp.access", "asyncio", "py.warnings", INVENTED})


def say(name: str) -> None:
    """Says MARKER by one logger: as text, argument, extra and error, to a handler of its own."""
    logger = logging.getLogger(name)
    own = logging.StreamHandler(sys.stderr)
    own.setFormatter(logging.Formatter("%(message)s %(exc_text)s"))
    logger.addHandler(own)
    logger.setLevel(logging.DEBUG)
    for level in LEVELS:
        logger.log(level, "said %s", MARKER, extra={"body": MARKER})
        logger.log(level, "too few %s %s", MARKER)
        try:
            raise ValueError(MARKER)
        except ValueError:
            logger.log(level, MARKER, exc_info=True, stack_info=True)


async def fail(text: str) -> None:
    raise ValueError(text)


def fail_now(text: str) -> None:
    raise ValueError(text)


async def say_everything() -> None:
    for library in LIBRARIES:
        importlib.import_module(library)
    for name in loggers():
        say(name)
    logging.error(MARKER)
    logging.basicConfig(stream=sys.stderr, level=logging.DEBUG, force=True)
    logging.error(MARKER)
    warnings.simplefilter("always")
    warnings.warn(MARKER, UserWarning, stacklevel=1)
    lost = asyncio.create_task(fail(MARKER))
    asyncio.get_running_loop().call_soon(fail_now, MARKER)
    thread = threading.Thread(target=fail_now, args=(MARKER,), name=MARKER)
    thread.start()
    thread.join()
    FailsAtItsEnd()
    await asyncio.sleep(0.05)
    del lost
    gc.collect()
    print(f"loggers: {len(loggers())}", flush=True)


def loudly(work: Coroutine[Any, Any, Any]) -> Any:
    async def both() -> Any:
        await say_everything()
        if crashing:
            work.close()
            raise RuntimeError(MARKER)
        return await work

    return real(both())


if __name__ == "__main__":
    crashing = "CRASH" in sys.argv
    if crashing:
        sys.argv.remove("CRASH")
    real = asyncio.run
    setattr(asyncio, "run", loudly)  # noqa: B010
    from bot.__main__ import main

    main()
