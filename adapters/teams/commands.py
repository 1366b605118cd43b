"""`handrail teams package`: makes the app that an administrator uploads to Teams."""

from __future__ import annotations

from pathlib import Path

import typer

from bot.domain.shown.printable import clean_lines

teams = typer.Typer(no_args_is_help=True, help="Handrail in Microsoft Teams: see docs/teams.md.")


@teams.callback()
def _several() -> None:
    """Keeps `package` a command of its own."""


@teams.command()
def package(
    app_id: str = typer.Option(..., "--id", help="The bot's app id (HANDRAIL_TEAMS_APP_ID)."),
    domain: str = typer.Option(..., help="Your organisation's domain, e.g. coaching.example.org."),
    version: str = typer.Option("1.0.0", help="Raise it whenever you upload the app anew."),
    organisation: str = typer.Option("Handrail", help="Who hosts it, as people will read it."),
    privacy: str = typer.Option("", help="Address of your privacy notice. Empty: the domain."),
    terms: str = typer.Option("", help="Address of your terms of use. Empty: the domain."),
    tabs: str = typer.Option(
        "", help="This server's address, for the tabs (HANDRAIL_TEAMS_TABS). Empty: no tabs."
    ),
    out: str = typer.Option("handrail-teams.zip", help="Where to write the zip."),
) -> None:
    """Write the zip with the manifest, its seven languages and the icons."""
    from adapters.teams.manifest import App
    from adapters.teams.manifest import package as packed
    from adapters.teams.tabs.manifest import resource

    try:
        app = App(app_id.lower(), domain.lower(), version, organisation, privacy, terms, tabs)
        Path(out).write_bytes(packed(app))
    except (ValueError, OSError) as problem:
        reason = problem if isinstance(problem, ValueError) else "The file could not be written."
        typer.echo(clean_lines(str(reason)), err=True)
        raise typer.Exit(1) from None
    typer.echo(clean_lines(f"Written: {out}. docs/teams.md tells where to upload it."))
    if app.tabs:
        uri = resource(app.id, app.tabs)
        typer.echo(clean_lines(f"With tabs. In Entra, the app's Application ID URI: {uri}"))
    else:
        typer.echo("Without tabs. --tabs https://… adds them: docs/teams.md says what they need.")
