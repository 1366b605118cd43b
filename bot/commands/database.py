"""`handrail db`: moves an organisation from one database to another."""

from __future__ import annotations

import asyncio

import typer

from bot.commands.log import log_to_stderr
from bot.commands.printable import tell
from bot.commands.progress import progress
from bot.commands.show import as_json, facts
from bot.commands.start import settings_or_exit

db = typer.Typer(no_args_is_help=True, help="The database that everything lies in.")


INTERRUPTED = "Interrupted. Nothing was moved, or all of it; repeat the command, which says which."


@db.callback()
def _group() -> None:
    """Keeps `copy` a command of its own."""


@db.command()
def copy(
    source: str = typer.Option(
        "", "--from", help="Where it is. Left out: SQLite in the data folder."
    ),
    target: str = typer.Option(
        "", "--to", help="Where it goes. Left out: HANDRAIL_DATABASE_URL, which no list shows."
    ),
    json: bool = typer.Option(False, "--json", help="One line of JSON, for machines."),
) -> None:
    """Move everything to another database, while Handrail does not run.

    The keys stay in their place; with HANDRAIL_KEYS_URL they move there too.
    All of it arrives and is verified, or nothing does; after an interruption, repeat it.
    """
    from bot.run.open_platforms import own_tables
    from bot.upkeep.ledger_audit import audit
    from storage import RefusedError, RootChoice
    from storage.moving.database import copy_database

    settings = settings_or_exit()
    log_to_stderr(settings.log_level)
    url = settings.database_url
    to = target or (url.get_secret_value() if url else "")
    root = RootChoice(settings.epoch_root, settings.kms_key, settings.kms_endpoint)
    try:
        if not to:
            raise RefusedError("Say where it goes: --to, or HANDRAIL_DATABASE_URL.")
        keys = settings.keys_url
        with progress(INTERRUPTED) as shown:
            moving = copy_database(
                settings.data,
                source or None,
                to,
                settings.organisation,
                root,
                audit,
                keys_url=keys.get_secret_value() if keys else None,
                epochs=settings.epochs,
                platform_tables=own_tables(),
                told=shown,
            )
            asyncio.run(moving)
    except RefusedError as reason:
        tell(reason, err=True)
        raise typer.Exit(1) from None
    except ValueError:
        # What SQLAlchemy says of an address repeats it, and it may hold a password.
        tell("That is not the address of a SQLite or PostgreSQL database.", err=True)
        raise typer.Exit(1) from None
    if json:
        return as_json({"moved": True})
    told = (("rows moved and read back", "all"), ("ledger chains whole", "all"))
    return facts((*told, ("data keys opened", "all")))
