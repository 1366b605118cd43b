"""Asks an operator, one question after the other. What was answered last time is offered again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

from adapters.shared.set_up import Given, PlatformSetUp, SetUpQuestion
from bot.commands.init.answers import (
    Answers,
    Install,
    Machines,
    Root,
    WhereKeysLie,
    answers_from,
)
from bot.commands.init.chosen import fault_of_setting, named, needed_secrets
from bot.commands.init.of_platforms import offered
from bot.commands.init.ways import WAYS
from bot.commands.printable import asked, confirmed, tell

Table = dict[str, object]
HOW_SECRETS = (
    "The secrets. Paste each one (it is not shown), or type the path of a file that holds it. "
    "Enter leaves it as it is, or for later."
)
RECOVERY = "Folder for the recovery, on another disk than the data{0} (empty: later)"
RECOVERY_KEY = "The public half of its recovery key (empty: one is made now)"


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
    for name, set_up in offered().items():
        found[name] = _platform(set_up, before.platforms.get(name))
    address = "Public address, https://… (empty if none is needed)"
    found["public_url"] = _setting("public_url", address, before)
    if found["install"] == "python":
        found["data"] = _text("Folder for the data", before.data or str(folder / "data"))
    found["keys"] = _keys(before.keys, folder, found)
    answers = answers_from({key: value for key, value in found.items() if value is not None})
    return answers, _secrets(needed_secrets(answers))


def _platform(set_up: PlatformSetUp, before: Given | None) -> Table | None:
    if not confirmed(set_up.asked, default=before is not None):
        return None
    found: dict[str, str] = {}
    for one in set_up.questions:
        if one.when(found):
            found[one.name] = _said(one, (before or {}).get(one.name) or one.default)
    return dict(found)


def _said(question: SetUpQuestion, before: str) -> str:
    if question.options:
        return _choice(question.asked, question.options, before)
    if not question.setting:
        return _text(question.asked, before, needed=question.needed)
    return _checked_text(question.setting, question.asked, before, needed=question.needed)


def _keys(before: WhereKeysLie, folder: Path, found: Table) -> Table:
    root = _choice("What protects the epoch key", get_args(Root), before.root)
    keys: Table = {"root": root}
    if root == "aws-kms":
        keys["kms_key"] = _text("Key id or ARN in the KMS", before.kms_key)
    if found["install"] == "python":
        where = "Folder for the epoch key, apart from the data"
        keys["folder"] = _text(where, before.folder or str(folder / "epochs"))
        if root == "file":
            keys["make"] = confirmed("Make the first key now", default=before.make)
    usual = (one.recovery for name, one in WAYS.items() if name == found["install"])
    return keys | _recovery(before, next(usual, ""))


def _recovery(before: WhereKeysLie, usual: str) -> Table:
    """Without a folder there is no key to ask for."""
    hint = f", such as {usual}" if usual else ""
    folder = _text(RECOVERY.format(hint), before.recovery)
    if not folder:
        return {}
    key = _checked_text("recovery_key", RECOVERY_KEY, before.recovery_key)
    return {"recovery": folder, "recovery_key": key}


def _secrets(names: Sequence[str]) -> dict[str, str]:
    if not names:
        return {}
    tell(HOW_SECRETS)
    return {name: _secret(name) for name in names}


def _secret(name: str) -> str:
    while True:
        given = asked(named(name), hide_input=True)
        fault = None if given.startswith("/") else fault_of_setting(name, given.strip())
        if fault is None:
            return given.strip()
        tell(f"That cannot be right: it {fault}.")


def _setting(name: str, question: str, before: Answers) -> str:
    return _checked_text(name, question, str(getattr(before, name)))


def _checked_text(name: str, question: str, before: str, *, needed: bool = False) -> str:
    return _text(question, before, lambda value: fault_of_setting(name, value), needed=needed)


def _text(
    question: str,
    before: str,
    fault_of: Callable[[str], str | None] = lambda _: None,
    *,
    needed: bool = False,
) -> str:
    while True:
        value = asked(question, before).strip()
        fault = "It is needed" if needed and not value else fault_of(value)
        if fault is None:
            return value
        tell(f"That cannot be right. {fault}.")


def _choice(question: str, options: Sequence[str], before: str) -> str:
    while True:
        value = asked(f"{question} [{', '.join(options)}]", before).strip()
        if value in options:
            return value
        tell(f"Please type one of: {', '.join(options)}.")
