"""`handrail workspace remove`: ends a workspace, and proves that nothing of it is left."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import typer
from pydantic_core import to_json

from bot.commands.operator import AS_JSON
from bot.commands.platform_names import known_platform
from bot.commands.printable import tell
from bot.domain.people import Address
from bot.domain.workspaces.removal import InstallEnd, WorkspaceCertificate
from bot.run.platforms import registered

if TYPE_CHECKING:
    from bot.commands.desk import Desk

LOOK_SECONDS = 2.0
LONGEST_PART = 400
BEFORE = """\
This ends the workspace: the bot gives back its install there, and everything that Handrail keeps
about everybody in it is erased, clients and coaches, with the keys that open it. Nobody there is
messaged. Clients elsewhere whose coach is there are told once that it has ended. The ledger of
consents stays as proof; it holds no name, no address and no words. This cannot be undone."""
INSTALLS: Mapping[InstallEnd, str] = MappingProxyType(
    {
        InstallEnd.GIVEN_BACK: "The platform took the bot's token back.",
        InstallEnd.GONE: "There was no install (any more).",
        InstallEnd.ELSEWHERE: (
            "The bot cannot remove itself there: an administrator of the platform removes the app."
        ),
        InstallEnd.NOT_CONNECTED: (
            "The platform is not configured here, or knows no installs: if the app is still there, "
            "an administrator of the platform removes it."
        ),
    }
)
PLATFORM = (
    "The chats belong to the platform. What people wrote there, the bot's own messages that it "
    "could not delete, and copies that administrators hold, only the platform and its "
    "administrators can delete."
)
HOURS = (
    "Events that were in hand at that moment leave keyed hashes for up to seven days; these name "
    "nobody."
)

NOTHING = (
    "Nothing is stored under {place} (any more), and there is no install. If you expected "
    "something, look at the spelling: the id is the one that the platform itself uses."
)

workspace = typer.Typer(no_args_is_help=True, help="The workspaces that the bot is in.")


@workspace.callback()
def _group() -> None:
    """Keeps `remove` a command of its own."""


PLACE = typer.Argument(None, help="As platform/id, with the id that the platform itself uses.")
OUT = typer.Option(None, "--out", help="A new file for the certificate.")


@workspace.command()
def remove(
    place: str | None = PLACE,
    out: Path | None = OUT,
    yes: bool = typer.Option(False, "--yes", help="Without asking, for scripts."),
    json: bool = AS_JSON,
) -> None:
    """End a workspace: give the install back, erase everybody in it, and prove it.

    It may be interrupted and repeated. Exit code 1 when anything is left.
    """
    address = _address(place or _answer("Workspace (platform/id): "))
    if out is not None and out.exists():
        _end(f"{out} is there already. Nothing was removed.")
    if not yes:
        _confirm(address)

    from bot.commands.desk import at_desk

    done = at_desk(partial(_removed, address=address), with_platforms=True)
    if json:
        shown = {"found": done.found, "whole": done.is_whole, "certificate": done}
        text = to_json(shown).decode()
    else:
        text = "\n".join(told(address, done))
    tell(text)
    if out is not None:
        _keep_certificate(out, text)
    raise typer.Exit(0 if done.is_whole else 1)


async def _removed(desk: Desk, address: Address) -> WorkspaceCertificate:
    """Removes it, and says meanwhile how many people are left."""
    removing = asyncio.ensure_future(desk.remove_workspace(address))
    while not removing.done():
        await asyncio.wait({removing}, timeout=LOOK_SECONDS)
        with suppress(Exception):
            if not removing.done():
                left = (await desk.workspace_rest(address)).people
                tell(f"People left: {left}. Ctrl+C and a repeat are safe.", err=True)
    return await removing


def told(address: Address, done: WorkspaceCertificate) -> Iterator[str]:
    """Tells the certificate in plain words: every table, also where nothing was."""
    place = f"{address.platform}/{address.workspace}"
    if not done.found:
        yield NOTHING.format(place=place)
        return
    yield f"Certificate of the removal of {place}, {done.at:%Y-%m-%d %H:%M:%S} UTC."
    yield f"People: {done.people} were stored. With a data key now: {done.keys_left}."
    yield "Rows before and after, by table:"
    for table in sorted(done.before.keys() | done.after.keys()):
        yield f"  {table}: {done.before.get(table, 0)}, {done.after.get(table, 0)}"
    total = sum(done.after.values())
    yield "Whole: nothing is left." if done.is_whole else f"Not whole: {total} rows. Repeat it."
    if done.across:
        yield (
            f"Elsewhere: {done.across} of a client in another workspace ended with their coach. "
            f"Their rows are theirs, and are erased by {done.across_until:%Y-%m-%d} at the latest."
        )
    yield f"Proof: {done.proof} entries of the ledger stay, with no name, no address and no words."
    yield f"Hours: {HOURS}"
    yield f"Install: {INSTALLS[done.install]}"
    yield f"Platform: {PLATFORM}"
    if not done.turned or done.turned_by_hand:
        yield (
            "Keys: copies of the key store from before now still hold them until the next turn: "
            "`handrail keys turn` (where epochs are files, `handrail keys new` first)."
        )


def _address(place: str) -> Address:
    platform, _, workspace = place.strip().partition("/")
    if not 0 < len(workspace) <= LONGEST_PART or not workspace.isprintable():
        _end(f"A workspace is {', '.join(registered())}, a slash, and the platform's id of it.")
    return Address(known_platform(platform), workspace, "")


def _confirm(address: Address) -> None:
    tell(BEFORE, err=True)
    if _answer("Type the workspace's id again to remove it: ") != address.workspace:
        _end("That is another id. Nothing was removed.")


def _answer(question: str) -> str:
    """Asks on stderr, so that a pipe gets only the certificate."""
    tell(question, nl=False, err=True)
    said = sys.stdin.readline()
    if not sys.stdin.isatty():
        tell("", err=True)
    return said.strip()


def _keep_certificate(out: Path, text: str) -> None:
    try:
        with os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(text + "\n")
    except OSError as problem:
        _end(f"The certificate could not be written ({type(problem).__name__}). It stands above.")


def _end(sentence: str) -> None:
    tell(sentence, err=True)
    raise typer.Exit(1)
