"""The commands `handrail keys`, `handrail ledger` and `handrail doctor`."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.commands.printable import tell
from bot.commands.progress import waiting
from bot.commands.show import as_json, facts, lines
from bot.commands.start import settings_or_exit
from bot.settings import Settings


def make_next(settings: Settings, folder: Path | None) -> None:
    """Makes the next epoch's file: prints it, or writes it to `folder`.

    Ends with one sentence and exit code 1 if neither works.
    """
    from storage import RefusedError, RootChoice
    from storage.keys.apart import refuse_same_database
    from storage.keys.epoch_files import put
    from storage.keys.location import KeyLocation
    from storage.keys.new_epoch import next_epoch_of

    root = RootChoice(settings.epoch_root, settings.kms_key, settings.kms_endpoint)
    url = settings.keys_url.get_secret_value() if settings.keys_url else None
    location = KeyLocation(settings.data, settings.organisation, root, url, settings.epochs)
    data = settings.database_url.get_secret_value() if settings.database_url else None
    try:
        if url is not None:
            refuse_same_database(data, url)
        number, text = next_epoch_of(location)
        if folder is None:
            tell(text, nl=False)
            tell(f"Give this to every process as {number}.key.", err=True)
            return
        put(folder / f"{number}.key", text)
    except RefusedError as reason:
        tell(reason, err=True)
        raise typer.Exit(1) from None
    except FileExistsError:
        tell(f"{folder} has a {number}.key already; it was left as it is.", err=True)
        raise typer.Exit(1) from None
    except OSError as problem:
        tell(f"It could not be written ({problem.strerror}).", err=True)
        raise typer.Exit(1) from None
    tell(folder / f"{number}.key")


keys = typer.Typer(no_args_is_help=True, help="The keys that everything stored is sealed with.")
ledger = typer.Typer(no_args_is_help=True, help="The ledger of consents.")

TO = typer.Option(
    None, help="Folder to write it to. Left out: its text is printed, and lies nowhere."
)
SECRET_TO = typer.Option(
    None, "--to", help="File to write the secret half to. Left out: it is printed."
)
TURNING = (
    "Interrupted. One epoch is in force all the same: `handrail keys status` says which. "
    "Turn again if an older one must go."
)
AS_JSON = typer.Option(False, "--json", help="One line of JSON, for machines.")


@keys.command()
def status(json: bool = AS_JSON) -> None:
    """Tell which epoch is in force, since when, and what hangs on it."""
    from bot.commands.desk import at_desk
    from bot.upkeep.checks.line import moment

    found = at_desk(lambda desk: desk.keys_status())
    if json:
        return as_json(found)
    return facts(
        (
            ("epoch", found.epoch),
            ("in force since", moment(found.turned_at)),
            ("protected by", found.root),
            ("retired keys left", "some" if found.left_over else "none"),
            ("keys destroyed since", "yes" if found.wanted else "no"),
            ("turned", "by hand" if found.by_hand else "by itself"),
            ("processes", found.processes),
            ("can read the next epoch", found.with_next),
            ("can read an older epoch", found.with_older),
            ("last backup", moment(found.backed_up_at) if found.backed_up_at else "none"),
        )
    )


@keys.command()
def new(
    to: Path | None = TO,
) -> None:
    """Make the file of the next epoch, for the secret of every process; then `keys turn`.

    Before the first start it is the first one. What HANDRAIL_EPOCHS has already is given again.
    """

    settings = settings_or_exit()
    make_next(settings, to)


@keys.command()
def recovery(to: Path | None = SECRET_TO) -> None:
    """Make a recovery key: its secret half opens the copy of the keys, and lies elsewhere."""
    from storage.keys.epoch_files import put
    from storage.keys.recovery.recovery_key import new_recovery_key

    secret, public = new_recovery_key()
    if to is None:
        tell(secret)
        tell("Keep this line away from every machine that Handrail runs on.", err=True)
    else:
        try:
            put(to, f"{secret}\n")
        except OSError as problem:
            tell(f"{to} could not be written ({problem.strerror}).", err=True)
            raise typer.Exit(1) from None
        tell(f"Take {to} away from this machine: it opens the copy of the keys.", err=True)
    tell(f"HANDRAIL_RECOVERY_KEY={public}")


@keys.command()
def turn(json: bool = AS_JSON) -> None:
    """Begin a new epoch: wrap every data key anew and destroy the old epoch key."""
    from bot.commands.desk import at_desk

    done = waiting("turning the epoch", TURNING, lambda: at_desk(lambda desk: desk.keys_turn()))
    if json:
        return as_json(done)
    told = (("epoch now in force", done.epoch), ("data keys wrapped anew", "all"))
    left = (("destroy everywhere", f"{done.epoch - 1}.key"),) if done.by_hand else ()
    return facts((*told, *left))


@keys.command()
def check(json: bool = AS_JSON) -> None:
    """Open every data key once; exit code 1 when one of them cannot be opened."""
    from bot.commands.desk import at_desk

    found = at_desk(lambda desk: desk.keys_check())
    if json:
        as_json(found)
    else:
        facts((("data keys opened", "all" if found.all_open else "not all"),))
    raise typer.Exit(0 if found.all_open else 1)


@ledger.command()
def verify(json: bool = AS_JSON) -> None:
    """Look for entries that were changed, removed or reordered; exit code 1 when there are any."""
    from bot.commands.desk import at_desk

    report = at_desk(lambda desk: desk.ledger_verify())
    if json:
        as_json(report)
    else:
        facts((("ledger", "has flaws" if report.flaws else "intact"),))
        if report.flaws:
            rows = [
                (f.chain or "-", f.seq or "-", str(f.what).replace("_", " ")) for f in report.flaws
            ]
            lines(("chain", "entry", "what"), rows)
    raise typer.Exit(1 if report.flaws else 0)


@ledger.command()
def accept(json: bool = AS_JSON) -> None:
    """Say that an older database was put back on purpose, so that its ledger is no older copy.

    `handrail restore` does this by itself.
    """
    from bot.commands.desk import at_desk

    done = at_desk(lambda desk: desk.ledger_accept())
    if json:
        return as_json(done)
    return facts((("was an older copy", "yes" if done.was_older else "no"),))


def doctor(json: bool = AS_JSON) -> None:
    """Look whether all is well; exit code 1 when something wants attention."""
    from bot.commands.desk import at_desk

    found = at_desk(lambda desk: desk.doctor(), with_platforms=True)
    if json:
        as_json({"well": found.well, "findings": found.findings})
    else:
        rows = [
            ("ok" if f.ok else "attention", f.name, f"{f.sentence} {f.do}".rstrip())
            for f in found.findings
        ]
        lines(("state", "what", "finding, and what to do"), rows)
    raise typer.Exit(0 if found.well else 1)
