"""Asks an operator, one question after the other. What was answered last time is offered again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

import typer

from bot.commands.init.answers import (
    Answers,
    Install,
    Machines,
    OnMail,
    OnSlack,
    OnTeams,
    Root,
    SignsIn,
    Tls,
    Way,
    WhereKeysLie,
    answers_from,
)
from bot.commands.init.chosen import fault_of_setting, named, needed_secrets

Table = dict[str, object]
HOW_SECRETS = (
    "The secrets. Paste each one (it is not shown), or type the path of a file that holds it. "
    "Enter leaves it as it is, or for later."
)
WAYS = "socket (one workspace, no public address), http (one workspace), many (many workspaces)"


def ask(before: Answers, folder: Path) -> tuple[Answers, dict[str, str]]:
    """Asks everything. Returns the answers, and the secrets that were given now, by setting.

    `before` holds what was answered the last time. Raises AnswersRefusedError.
    """
    found: Table = {
        "name": _text("Your organisation's name, as people read it", before.name),
        "organisation": _setting("organisation", "A short name for it in lower case", before),
        "run_by": _setting("run_by", "Who runs the bot and how to reach them (optional)", before),
        "zone": _setting("zone", "Time zone where a platform gives none", before),
        "machines": _choice("One machine, or many", get_args(Machines), before.machines),
        "install": _choice("How is it installed", get_args(Install), before.install),
    }
    found |= {"slack": _slack(before.slack), "teams": _teams(before.teams)}
    found["mail"] = _mail(before.mail)
    asked = "Public address, https://… (empty if none is needed)"
    found["public_url"] = _setting("public_url", asked, before)
    if found["install"] == "python":
        found["data"] = _text("Folder for the data", before.data or str(folder / "data"))
    found["keys"] = _keys(before.keys, folder, found)
    answers = answers_from({key: value for key, value in found.items() if value is not None})
    return answers, _secrets(needed_secrets(answers))


def _slack(before: OnSlack | None) -> Table | None:
    if not typer.confirm("Slack", default=before is not None):
        return None
    old = before or OnSlack()
    way = _choice(WAYS, get_args(Way), old.way)
    if way != "many":
        return {"way": way}
    ids = "Ids of the workspaces that may install it (T…), with commas"
    return {
        "way": way,
        "client_id": _text("Slack's client id", old.client_id),
        "workspaces": _checked_text("slack_workspaces", ids, old.workspaces),
    }


def _teams(before: OnTeams | None) -> Table | None:
    if not typer.confirm("Microsoft Teams", default=before is not None):
        return None
    old = before or OnTeams(app_id="", tenant="", domain="")
    found: Table = {
        "app_id": _checked_text("teams_app_id", "The bot's app id", old.app_id, needed=True),
        "tenant": _checked_text("teams_tenant", "The tenant's id", old.tenant, needed=True),
        "domain": _text("Your domain, as the app's package names it", old.domain),
        "signs_in": _choice("How the bot signs in", get_args(SignsIn), old.signs_in),
    }
    if found["signs_in"] == "certificate":
        found["certificate"] = _text("The certificate's PEM file", old.certificate)
    return found


def _mail(before: OnMail | None) -> Table | None:
    if not typer.confirm("Guest coaches by mail", default=before is not None):
        return None
    old = before or OnMail(host="", sender="")
    return {
        "host": _checked_text("mail_host", "The SMTP server", old.host, needed=True),
        "sender": _text("The address that mails come from", old.sender),
        "user": _text("Who signs in there (empty: nobody)", old.user),
        "tls": _choice("TLS", get_args(Tls), old.tls),
    }


def _keys(before: WhereKeysLie, folder: Path, found: Table) -> Table:
    root = _choice("What protects the epoch key", get_args(Root), before.root)
    keys: Table = {"root": root}
    if root == "aws-kms":
        keys["kms_key"] = _text("Key id or ARN in the KMS", before.kms_key)
    if found["install"] == "python":
        asked = "Folder for the epoch key, apart from the data"
        keys["folder"] = _text(asked, before.folder or str(folder / "epochs"))
        if root == "file":
            keys["make"] = typer.confirm("Make the first key now", default=before.make)
    return keys


def _secrets(names: Sequence[str]) -> dict[str, str]:
    if not names:
        return {}
    typer.echo(HOW_SECRETS)
    return {name: _secret(name) for name in names}


def _secret(name: str) -> str:
    while True:
        given: str = typer.prompt(named(name), default="", hide_input=True, show_default=False)
        fault = None if given.startswith("/") else fault_of_setting(name, given.strip())
        if fault is None:
            return given.strip()
        typer.echo(f"That cannot be right: it {fault}.")


def _setting(name: str, asked: str, before: Answers) -> str:
    return _checked_text(name, asked, str(getattr(before, name)))


def _checked_text(name: str, asked: str, before: str, *, needed: bool = False) -> str:
    return _text(asked, before, lambda value: fault_of_setting(name, value), needed=needed)


def _text(
    asked: str,
    before: str,
    fault_of: Callable[[str], str | None] = lambda _: None,
    *,
    needed: bool = False,
) -> str:
    while True:
        value: str = typer.prompt(asked, default=before, show_default=bool(before)).strip()
        fault = "It is needed" if needed and not value else fault_of(value)
        if fault is None:
            return value
        typer.echo(f"That cannot be right. {fault}.")


def _choice(asked: str, options: Sequence[str], before: str) -> str:
    while True:
        value: str = typer.prompt(f"{asked} [{', '.join(options)}]", default=before).strip()
        if value in options:
            return value
        typer.echo(f"Please type one of: {', '.join(options)}.")
