"""`handrail wordings`: tells before an upgrade which consents it would have asked anew."""

from __future__ import annotations

import hashlib
from pathlib import Path

import typer

from bot.commands.printable import tell
from bot.commands.show import as_json, facts
from bot.domain.purposes import Purpose
from bot.text import catalogue, languages

SINCE = typer.Option(
    None, "--since", exists=True, dir_okay=False, help="What the version before printed."
)
ASKED_ANEW = (
    "Whoever agreed to it is asked again: in the place of their next check-in, or when they next "
    "write. Until they agree, nothing under it is sent, kept or passed on."
)


def wordings(
    since: Path | None = SINCE,
    json: bool = typer.Option(False, "--json", help="One line of JSON, for machines."),
) -> None:
    """Print a hash of each consent's wording in this version, in all languages together.

    Keep what the version that runs prints. With `--since`, the new version tells which purposes it
    words otherwise, before you start it. It reads no database, and knows of nobody who agreed.
    """
    now = {purpose.value: _hash_of(purpose) for purpose in Purpose}
    if since is None:
        return as_json(now) if json else facts(now.items())
    before = dict(line.split(": ", 1) for line in since.read_text().splitlines() if ": " in line)
    changed = [name for name in now if before.get(name) not in (None, now[name])]
    if json:
        as_json({"asked_anew": changed})
    else:
        facts((name, ASKED_ANEW) for name in changed)
        if not changed:
            tell("Nobody is asked anew: every wording is the same.")
    if changed:
        raise typer.Exit(1)
    return None


def _hash_of(purpose: Purpose) -> str:
    each = [catalogue(language).wording(purpose).hash for language in languages()]
    return hashlib.sha256("".join(each).encode()).hexdigest()
