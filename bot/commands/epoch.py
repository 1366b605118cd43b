"""`handrail keys new`: the file of an epoch, which an operator gives to every process."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.settings import Settings


def make_next(settings: Settings, folder: Path | None) -> None:
    """Prints it, or writes it to `folder`; ends with one sentence where neither can be."""
    from storage import RefusedError, RootChoice
    from storage.epochs import put
    from storage.key_place import KeyPlace
    from storage.new_epoch import next_epoch_of

    root = RootChoice(settings.epoch_root, settings.kms_key, settings.kms_endpoint)
    url = settings.keys_url.get_secret_value() if settings.keys_url else None
    place = KeyPlace(settings.data, settings.organisation, root, url, settings.epochs)
    try:
        number, text = next_epoch_of(place)
        if folder is None:
            typer.echo(text, nl=False)
            typer.echo(f"Give this to every process as {number}.key.", err=True)
            return
        put(folder / f"{number}.key", text)
    except RefusedError as reason:
        typer.echo(str(reason), err=True)
        raise typer.Exit(1) from None
    except FileExistsError:
        typer.echo(f"{folder} has a {number}.key already; it was left as it is.", err=True)
        raise typer.Exit(1) from None
    except OSError as problem:
        typer.echo(f"It could not be written ({problem.strerror}).", err=True)
        raise typer.Exit(1) from None
    typer.echo(folder / f"{number}.key")
