"""`handrail erase`: does an erase that was asked for by letter, without showing any content."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import typer

from bot.commands.operator import AS_JSON
from bot.commands.platform_names import known_platform
from bot.commands.printable import tell
from bot.commands.progress import waiting
from bot.commands.show import as_json
from bot.domain.operator import Erasure
from bot.domain.people import Address
from bot.domain.retention import Certificate
from bot.run.platforms import registered

BEFORE = """\
This erases everything that Handrail keeps about the client at this address: what was written,
marks, small steps, shares, settings and planned messages, and the keys that open them. Words that
were shared are taken out of the bot's own messages to coaches. The ledger of consents stays as
proof; it holds no name, no address and no words. Nobody is messaged. This cannot be undone."""
CLEARED = "The bot deletes its own messages there, where the platform lets it."
LEFT = (
    "Handrail was not connected to it for this: the bot's own messages there stay, until the "
    "platform's administrators delete them."
)
UNCLEARED = (
    "Of the bot's own messages there only those that quote the person go, where the platform lets "
    "it; the others are a coach's too."
)
PLATFORM = (
    "The chat itself belongs to the platform. What the person wrote there, and copies that the "
    "platform or its administrators hold, only they can delete."
)
NOT_TURNED = (
    "Keys: the epoch could not be turned just now. Copies of the key store from before now still "
    "hold the keys until the next turn: `handrail keys turn`."
)
INTERRUPTED = (
    "Interrupted. What was begun is finished by itself while Handrail runs, or at its next start. "
    "Repeat the command: it is safe, and shows the certificate."
)
NOBODY = "Nobody was messaged by this."
NOTHING = (
    "Gone: nothing. Nothing is stored under this address (any more). If you expected something, "
    "look at the spelling of the platform, the workspace and the user."
)
GONE_WITHOUT_PERSON = (
    "Gone: what was kept of this address, although nobody had begun here: the rows below, and "
    "their keys."
)
LONGEST_PART = 400
PLATFORM_OPTION = typer.Option(None, help=f"One of {', '.join(registered())}.")


def erase(
    platform: str | None = PLATFORM_OPTION,
    workspace: str | None = typer.Option(
        None, help="The platform's id of the workspace or tenant."
    ),
    user: str | None = typer.Option(None, help="The platform's id of the person."),
    yes: bool = typer.Option(False, "--yes", help="Without asking, for scripts."),
    json: bool = AS_JSON,
) -> None:
    """Erase everything about one client, as their own "erase" does; then show the certificate.

    What is left out on the command line is asked for, or read from a pipe, a line each. So it
    stays out of the shell's history, and out of the list of processes that everybody sees.
    """
    address = Address(
        known_platform(_part("platform", platform)),
        _part("workspace", workspace),
        _part("user", user),
    )
    _confirm(yes)

    from bot.commands.desk import at_desk

    done = waiting(
        "erasing",
        INTERRUPTED,
        lambda: at_desk(lambda desk: desk.erase(address), with_platforms=True),
    )
    if json:
        held = done.found
        owed = {} if done.turned else {"turned": False}
        shown = {"held": held, "certificate": done.certificate, "reached": done.reached}
        rows = {"before": done.before, "after": done.after} if any(done.before.values()) else {}
        return as_json({**shown, **rows, **owed})
    return tell("\n".join(told(done)))


def told(done: Erasure) -> Iterator[str]:
    """Tells the certificate in plain words, with the same headings if nothing was stored."""
    found = done.certificate
    if found is None:
        yield GONE_WITHOUT_PERSON if done.found else NOTHING
        yield from _of_rows(done)
        yield "Proof: nothing in the ledger is known to be about this address."
        yield "Backups: what an earlier erase took opens only with the keys and epoch of then."
        yield f"Platform: {PLATFORM}" if done.reached else f"Platform: {PLATFORM} {LEFT}"
    else:
        yield from _told(found)
        yield from _of_rows(done)
        cleared = CLEARED if done.reached else LEFT
        yield f"Platform: {PLATFORM} {UNCLEARED if found.stays_as_coach else cleared}"
    if not done.turned:
        yield NOT_TURNED
    yield NOBODY


def _of_rows(done: Erasure) -> Iterator[str]:
    """What was kept beside the person's own rows, by table, where anything was."""
    tables = [name for name in sorted(done.before) if done.before[name]]
    if not tables:
        return
    counted = [f"{name} {done.before[name]}, {done.after.get(name, 0)}" for name in tables]
    yield f"Rows of the platform and traces, before and after: {'; '.join(counted)}."


def _told(done: Certificate) -> Iterator[str]:
    gone = (
        _count(done.answers, "answer"),
        _count(done.steps, "small step"),
        _count(done.shares, "share"),
    )
    yield f"Gone: {', '.join(gone)}, with settings, planned messages and keys."
    if done.taken_out:
        yield (
            f"Coaches: the bot takes the words out of {_count(done.taken_out, 'message')} to "
            "coaches; if Handrail is not running now, when it next runs."
        )
    if done.named:
        yield (
            f"Name: the bot's earlier messages to {_count(done.named, 'coach', 'coaches')} may "
            "still show it. They stay in those chats."
        )
    if done.stays_as_coach:
        yield (
            "Stays: this person is a coach too, and is still known as one, with card, questions, "
            "codes, marks and digests. Their own `what do you hold` shows all of it."
        )
    yield (
        f"Proof: {_count(done.proof, 'entry', 'entries')} of the ledger, with no name, no address "
        "and no words."
    )
    if done.proof_damaged:
        yield "Damaged: part of that proof could not be read, and is not counted."
    yield (
        f"Backups: the last one that held anything is destroyed by {done.backups_until}. Until "
        "then it opens only with copies of the keys and of the epoch from that time."
    )
    if done.turned_by_hand:
        yield (
            "Keys: copies of the key store from before now still hold them. `handrail keys new`, "
            "then `handrail keys turn`, make those copies useless; then the old epoch file must go."
        )


def _part(name: str, given: str | None) -> str:
    part = (given if given is not None else _asked(name)).strip()
    if not 0 < len(part) <= LONGEST_PART or not part.isprintable():
        tell(f"--{name} is empty, too long, or holds what no id has.", err=True)
        raise typer.Exit(1)
    return part


def _asked(name: str) -> str:
    if sys.stdin.isatty():
        return _answer(f"{name.capitalize()}: ")
    said = sys.stdin.readline().strip()
    if not said:
        tell(f"`handrail erase` needs --{name}, or a line for it in the pipe.", err=True)
        raise typer.Exit(1)
    return said


def _confirm(yes: bool) -> None:
    if yes:
        return
    tell(BEFORE, err=True)
    if _answer("Erase it? [y/N]: ").lower() not in ("y", "yes"):
        tell("Nothing was erased.", err=True)
        raise typer.Exit(1)


def _answer(question: str) -> str:
    """Asks on stderr, so that a pipe gets only the certificate."""
    tell(question, nl=False, err=True)
    said = sys.stdin.readline()
    if not sys.stdin.isatty():
        tell("", err=True)
    return said.strip()


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
