"""The command line: `handrail run`, `handrail demo`, and the operator's commands."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from urllib.parse import urlsplit

import typer
from rich.console import Console
from typer.exceptions import TyperException
from typer.main import get_command

from bot.commands.backup import backup, restore
from bot.commands.coaches import coaches
from bot.commands.config import config
from bot.commands.database import db
from bot.commands.erase import erase
from bot.commands.guests import coach
from bot.commands.halt import halt, resume
from bot.commands.init.command import init
from bot.commands.log import log_to_stderr
from bot.commands.network import fault_of_cas, same_for_all
from bot.commands.operator import doctor, keys, ledger
from bot.commands.policy import policy
from bot.commands.printable import tell
from bot.commands.start import refuse_unknown_names, settings_or_exit
from bot.commands.understand import understand
from bot.commands.usage import explained
from bot.commands.view import view
from bot.commands.wordings import wordings
from bot.commands.workspace import workspace
from bot.observing.built import built
from bot.run.platforms import registered
from bot.run.tracing import tracing
from bot.settings import Settings

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Handrail keeps a coaching client company between sessions.",
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        tell(f"handrail {built()}")
        raise typer.Exit


@app.callback()
def _named(
    version: bool = typer.Option(
        False,
        "--version",
        callback=_tell_version,
        is_eager=True,
        help="Tell version and commit, and end.",
    ),
) -> None:
    """Takes what stands before a command."""


@app.command()
def run() -> None:
    """Run everything in one process: each configured chat platform, or else the local page."""
    _until_the_end("running")


@app.command()
def serve() -> None:
    """Run one of many processes: take in, handle and answer what people do.

    Without a key store of their own (HANDRAIL_KEYS_URL) there is one process, and this is `run`.
    """
    _until_the_end("serving")


@app.command()
def worker() -> None:
    """Run one of many processes: send what is due (PostgreSQL)."""
    _until_the_end("working")


@app.command()
def demo(pace: float = typer.Option(0.12, min=0, max=0.3, help="Seconds per beat.")) -> None:
    """Play one engagement in the terminal, both sides shown, with a fast clock."""
    from bot.run.demo import play

    asyncio.run(play(Console(), pace if sys.stdout.isatty() else 0))


app.command()(backup)
app.command()(config)
app.command()(doctor)
app.command()(erase)
app.command()(halt)
app.command()(init)
app.command()(restore)
app.command()(resume)
app.command()(wordings)
app.command()(understand)
app.command()(view)
app.add_typer(coach, name="coach")
app.add_typer(coaches, name="coaches")
app.add_typer(db, name="db")
app.add_typer(keys, name="keys")
app.add_typer(ledger, name="ledger")
app.add_typer(policy, name="policy")
app.add_typer(workspace, name="workspace")
for _platform in registered().values():
    if _platform.commands is not None:
        app.add_typer(_platform.commands, name=_platform.name)


def _until_the_end(way: str) -> None:
    from adapters.shared.site import PortTakenError
    from storage import RefusedError
    from storage.trouble import refuse_without_driver

    fault = fault_of_cas(os.environ)
    if fault is not None:
        tell(f"Handrail did not start. {fault}", err=True)
        raise typer.Exit(1)
    settings = settings_or_exit()
    log_to_stderr(settings.log_level, settings.log_format)
    try:
        refuse_without_driver(_scheme(settings))
        asyncio.run(_serve(settings, way))
    except (PortTakenError, RefusedError) as reason:
        tell(f"Handrail did not start. {reason}", err=True)
        raise typer.Exit(1) from None


def _scheme(settings: Settings) -> str:
    """How the database's address begins; "" for SQLite in the data folder."""
    url = settings.database_url
    return urlsplit(url.get_secret_value()).scheme if url else ""


async def _serve(settings: Settings, way: str) -> None:
    """Serves until a signal comes."""
    from bot.run.ways import opened

    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with tracing(settings):
        async with opened(settings, way) as server:
            tell(f"Handrail is at {server.entrance} (Ctrl+C ends it)")
            await stop.wait()


def main() -> None:
    """Runs one command. A wrong argument is not repeated: it may name a person."""
    log_to_stderr("WARNING")
    same_for_all(os.environ)
    command = get_command(app)
    try:
        refuse_unknown_names(sys.argv[1:])
        # Calling `app` itself would put Typer's own hook in the place of ours.
        code = command(prog_name="handrail", standalone_mode=False)
    except typer.Exit as ended:
        code = ended.exit_code
    except typer.Abort:
        code = 1
    except TyperException as wrong:
        code = 1
        sentence = explained(wrong, command, sys.argv[1:])
        if sentence:
            tell(sentence, err=True)
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
