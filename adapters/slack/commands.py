"""`handrail slack`: the commands that an administrator of Slack needs once."""

from __future__ import annotations

from urllib.parse import urlsplit

import typer

from bot.domain.shown.printable import clean_lines

slack = typer.Typer(no_args_is_help=True, help="What Slack has to be told once.")

URL = typer.Option(None, "--url", help="Where Slack reaches this Handrail: https://…")
SOCKET = typer.Option(False, "--socket", help="One workspace, without an address (Socket Mode).")
ONE = typer.Option(False, "--one", help="One workspace, over --url.")
PRIVACY, SUPPORT, EMAIL = (
    typer.Option(None, f"--{name}", envvar=f"HANDRAIL_SLACK_{setting}", help=f"Listing: {told}")
    for name, setting, told in (
        ("privacy", "PRIVACY_URL", "your privacy notice."),
        ("support", "SUPPORT_URL", "where people get help."),
        ("email", "SUPPORT_EMAIL", "an e-mail address for help."),
    )
)


@slack.command("manifest")
def print_manifest(
    url: str | None = URL,
    socket: bool = SOCKET,
    one: bool = ONE,
    privacy: str | None = PRIVACY,
    support: str | None = SUPPORT,
    email: str | None = EMAIL,
) -> None:
    """Print the app manifest, to be pasted into "Create New App: From a manifest"."""
    from adapters.slack.manifest import Listing, Way, as_text, manifest

    if socket == (url is not None):
        raise _refused("Give either --socket, or the address of your Handrail with --url.")
    if socket and one:
        raise _refused("--socket is for one workspace anyway.")
    if url is not None and not _is_address(url):
        raise _refused("--url begins with https:// and holds no question mark, # or password.")
    many = not socket and not one
    listed = Listing(privacy, support, email) if many and privacy and support and email else None
    way = Way() if socket else Way(url, many=many, listing=listed)
    typer.echo(clean_lines(as_text(manifest(way))), nl=False)


def _is_address(url: str) -> bool:
    try:
        found = urlsplit(url)
        port = found.port
    except ValueError:
        return False
    bare = not (found.query or found.fragment or found.username or found.password)
    fits = found.scheme == "https" and bool(found.hostname) and port != 0
    return bare and fits and url.isprintable() and " " not in url


def _refused(reason: str) -> typer.Exit:
    typer.echo(clean_lines(f"handrail slack manifest: {reason}"), err=True)
    return typer.Exit(2)
