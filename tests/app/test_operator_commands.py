"""The operator's commands as an operator meets them, while Handrail runs and while it does not."""

from __future__ import annotations

import asyncio
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import structlog

from bot.__main__ import main
from bot.commands.erase import told
from bot.domain.check_in import Mark
from bot.domain.consent import Act
from bot.domain.operator import Erasure
from bot.domain.people import Address
from bot.domain.words import Words
from storage import open_store
from storage.data_folder import FolderLock
from tests.operators import FOUND
from tests.storage.planted import MARKERS
from tests.storage.planted import WHO as PLANTED
from tests.things import answer, chain, engagement, share, step

# A person of the page, for no other platform is configured here.
WHO = replace(PLANTED, address=Address("local", MARKERS[0], MARKERS[1]))
# What operators do to everybody is told in the log of each process.
TOLD = ("] halted", "] resumed", "] workspace_removed")
HANDRAIL = (sys.executable, "-m", "bot")
NAMES = [*MARKERS, "client", "coach"]
ADDRESS = (
    *("--platform", WHO.address.platform),
    *("--workspace", WHO.address.workspace),
    *("--user", WHO.address.user),
)


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder with a client in it whose every word is a marker."""
    with tempfile.TemporaryDirectory(prefix="hr-") as made:
        folder = Path(made, "data")
        asyncio.run(_planted(folder))
        yield folder


async def _planted(folder: Path) -> None:
    """Reckoned from today: the process that runs goes by the machine's own clock."""
    now = datetime.now(UTC)
    far = now + timedelta(days=60)
    opened = await open_store(folder, None, "organisation")
    async with opened.store.transaction() as tx:
        await tx.save_person(WHO, now)
        live = replace(engagement(), started_at=now, ends_on=far.date(), ends_at=far)
        await tx.save_engagement(replace(live, keeps_until=far))
        await tx.save_answer(answer(words=Words(MARKERS[5]), at=now, until=far))
        await tx.save_answer(answer("a2", words=None, mark=Mark.NOT_YET, at=now, until=far))
        await tx.save_step(step(when=Words(MARKERS[6]), then=Words(MARKERS[7]), until=far))
        await tx.save_share(share(heading=Words(MARKERS[8]), body=Words(MARKERS[9]), until=far))
        for entry in chain(Act.ASKED, Act.GIVEN, Act.WITHDRAWN):
            await tx.append(entry)
    await opened.close()


@contextmanager
def running(folder: Path) -> Iterator[None]:
    process = subprocess.Popen(
        [*HANDRAIL, "run"],
        env=environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Handrail is at ")
        yield
    finally:
        process.terminate()
        said, problems = process.communicate(timeout=20)
    told = [line for line in problems.splitlines() if not any(one in line for one in TOLD)]
    assert (process.returncode, said, told) == (0, "", [])


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "HANDRAIL_DATA": str(folder), "HANDRAIL_PORT": "0"}


def handrail(
    folder: Path, *arguments: str, says: str = ""
) -> tuple[int, str, subprocess.CompletedProcess[str]]:
    """Exit code, stdout, and all of it. No command may ever show a traceback."""
    done = subprocess.run(
        [*HANDRAIL, *arguments],
        env=environment(folder),
        input=says,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout, done


Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    """The same commands within this process, which is quicker: exit code, stdout, stderr."""

    def asked(folder: Path, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.setenv("HANDRAIL_DATA", str(folder))
        monkeypatch.setattr(sys, "argv", ["handrail", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said, problems = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, said, problems

    yield asked
    structlog.reset_defaults()


def one_story(folder: Path, ask: Ask) -> None:
    """Every command once, in an order in which each finds what it needs."""
    code, said, _ = ask(folder, "keys", "status", "--json")
    before = json.loads(said)
    assert code == 0
    assert before["epoch"] == 1
    assert "data_keys" not in before
    assert ask(folder, "keys", "check")[0] == 0
    assert ask(folder, "ledger", "verify")[:2] == (0, "ledger: intact\n")
    assert ask(folder, "ledger", "accept")[:2] == (0, "was an older copy: no\n")
    assert ask(folder, "ledger", "accept", "--json")[:2] == (0, '{"was_older":false}\n')
    code, said, _ = ask(folder, "doctor")
    assert code == 0, said
    assert {line.split("\t")[0] for line in said.splitlines()} == {"ok"}
    _red_button(folder, ask)
    for command, told_first, told_again in (
        ("approve", "They may coach now.", "They could coach already."),
        ("withdraw", "They may not coach any more.", "They were not approved."),
    ):
        code, said, problems = ask(folder, "coaches", command, "slack/T0123/U0456")
        assert (code, said) == (0, told_first + "\n")
        assert "HANDRAIL_COACHES" in problems
        assert ask(folder, "coaches", command, "slack/T0123/U0456")[1] == told_again + "\n"
    code, said, problems = ask(folder, "erase", *ADDRESS, "--yes")
    assert (code, problems) == (0, "")
    assert said.startswith("Gone: 2 answers, 1 small step, 1 share, ")
    assert not any(marker in said for marker in NAMES[:-2])
    code, said, _ = ask(folder, "erase", *ADDRESS, "--yes", "--json")
    assert (code, json.loads(said)) == (
        0,
        {"held": False, "certificate": None, "reached": True},
    )
    # A running process may turn it once for the rows and once more for the keys that it tidies.
    turned = json.loads(ask(folder, "keys", "status", "--json")[1])["epoch"]
    assert turned in (2, 3)
    code, said, _ = ask(folder, "keys", "turn", "--json")
    assert (code, json.loads(said)["epoch"]) == (0, turned + 1)
    assert ask(folder, "keys", "check")[0] == 0
    _end_of_a_workspace(folder, ask)


def _red_button(folder: Path, ask: Ask) -> None:
    code, said, logged = ask(folder, "halt", "--because", "a drill")
    assert code == 0
    assert said.startswith("Halted at ")
    assert "halted" in logged
    assert ask(folder, "halt")[1].startswith("It was halted already, since ")
    code, said, _ = ask(folder, "doctor")
    found = [line for line in said.splitlines() if not line.startswith("ok")]
    assert (code, len(found)) == (1, 1)
    assert "halted everything on" in found[0]
    assert "(a drill)" in found[0]
    assert ask(folder, "resume")[1].startswith("Resumed.")
    assert ask(folder, "resume")[1] == "Nothing was halted. Nothing was changed.\n"
    assert ask(folder, "halt", "--because", "x" * 201)[0] == 1


def _end_of_a_workspace(folder: Path, ask: Ask) -> None:
    place, paper = f"local/{WHO.address.workspace}", folder.parent / "certificate"
    code, said, _ = ask(folder, "workspace", "remove", place, "--yes", "--out", str(paper))
    assert code == 0, said
    # Everybody there was erased before, one by one.
    assert said.startswith(f"Nothing is stored under {place}")
    assert "Whole" not in said
    assert paper.read_text() == said
    assert paper.stat().st_mode & 0o777 == 0o600
    assert ask(folder, "workspace", "remove", place, "--yes", "--out", str(paper))[0] == 1
    assert ask(folder, "workspace", "remove", "nowhere/x", "--yes")[0] == 1
    code, said, problem = ask(folder, "workspace", "remove", "slak/T0123", "--yes")
    assert (code, said) == (1, "")
    assert "Did you mean slack?" in problem
    misspelt = ("erase", "--platform", "slak", "--workspace", "w", "--user", "u", "--yes")
    assert ask(folder, *misspelt)[::2] == (1, problem)


def test_every_command_does_its_work_while_handrail_runs(data: Path, ask: Ask) -> None:
    with running(data):
        one_story(data, ask)


def test_every_command_does_its_work_while_handrail_does_not_run(data: Path, ask: Ask) -> None:
    one_story(data, ask)
    assert not (data / "operator.sock").exists()


def test_in_processes_of_their_own_they_tell_numbers_and_nobody(data: Path) -> None:
    commands = (("keys", "status"), ("doctor",), ("ledger", "verify"))
    without = [handrail(data, *command)[:2] for command in commands]
    with running(data):
        during = [handrail(data, *command)[:2] for command in commands]
    assert [code for code, _ in during + without] == [0] * 6
    assert not any(name in said for name in NAMES for _, said in during + without)


def test_an_erase_asks_once_and_does_nothing_without_a_yes(data: Path) -> None:
    code, said, done = handrail(data, "erase", *ADDRESS, says="n\n")
    assert (code, said) == (1, "")
    assert "cannot be undone" in done.stderr
    assert "Nothing was erased." in done.stderr
    assert not any(marker in done.stderr for marker in MARKERS)
    code, _, done = handrail(data, "erase", *ADDRESS)
    assert code == 1
    assert "Nothing was erased." in done.stderr
    code, said, _ = handrail(data, "erase", *ADDRESS, "--json", says="y\n")
    assert code == 0
    assert json.loads(said)["held"] is True


def test_a_certificate_is_told_in_plain_words() -> None:
    said = "\n".join(told(Erasure(FOUND)))
    for part in (
        "3 answers, 1 small step, 2 shares",
        "out of 1 message to coaches",
        "7 entries of the ledger",
        "destroyed by 2026-12-23",
        "deletes its own messages",
        "belongs to the platform",
        "Nobody was messaged",
    ):
        assert part in said
    assert "still known as one" not in said
    apart = "\n".join(told(Erasure(FOUND, reached=False)))
    assert "deletes its own messages" not in apart
    assert "the bot's own messages there stay" in apart
    as_coach = "\n".join(told(Erasure(replace(FOUND, stays_as_coach=True))))
    assert "still known as one" in as_coach
    assert "deletes its own messages" not in as_coach


def test_an_address_that_nobody_has_gets_the_same_shape_of_answer() -> None:
    nothing = list(told(Erasure(None)))
    headings = [line.partition(":")[0] for line in told(Erasure(replace(FOUND, taken_out=0)))]
    assert [line.partition(":")[0] for line in nothing] == headings
    assert nothing[0].startswith("Gone: nothing.")


@pytest.mark.parametrize(
    "arguments",
    [
        ("zebra",),
        ("keys", "zebra"),
        ("doctor", "zebra"),
        ("doctor", "--zebra"),
        ("erase", "zebra", "--yes"),
        ("erase", "--platform", "slack", "--workspace", "w", "--yes"),
        ("erase", "--platform", "slack", "--workspace", "w", "--user", "ze\nbra", "--yes"),
        ("erase", "--platform", "slack", "--workspace", "w", "--user", " ", "--yes"),
        ("demo", "--pace", "zebra"),
    ],
)
def test_wrong_arguments_get_one_sentence_that_does_not_repeat_them(
    arguments: tuple[str, ...], data: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", open(os.devnull))  # noqa: SIM115
    code, said, problems = ask(data, *arguments)
    sys.stdin.close()
    assert (code, said) == (1, "")
    assert problems.count("\n") == 1
    assert "bra" not in problems


def test_whom_to_erase_is_read_from_a_pipe_and_stands_on_no_command_line(
    data: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("slack\nT0ACME\nU0MAI\n"))
    code, said, problems = ask(data, "erase", "--yes")
    assert (code, problems) == (0, "")
    assert said.startswith("Gone: nothing.")


def test_a_command_makes_no_data_folder(tmp_path: Path, ask: Ask) -> None:
    for command in (("doctor",), ("keys", "turn"), ("erase", *ADDRESS, "--yes")):
        code, said, problems = ask(tmp_path / "none", *command)
        assert (code, said) == (1, "")
        assert "There is no Handrail in the data folder" in problems
    assert list(tmp_path.iterdir()) == []


def test_a_lost_epoch_key_is_a_sentence(data: Path, ask: Ask) -> None:
    shutil.rmtree(data / "epochs")
    code, said, problems = ask(data, "keys", "check")
    assert (code, said) == (1, "")
    assert "epoch" in problems


@pytest.mark.parametrize("file", ["handrail.db", "keys/keys.db"])
def test_a_damaged_file_is_a_sentence(file: str, data: Path, ask: Ask) -> None:
    (data / file).write_bytes(b"zebra" * 4000)
    code, said, problems = ask(data, "doctor")
    assert (code, said) == (1, "")
    assert problems.count("\n") == 1
    assert "zebra" not in problems


def test_a_process_that_does_not_answer_is_a_sentence(
    data: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.commands.desk.PAUSE_SECONDS", 0.001)
    held = FolderLock(data)
    code, said, problems = ask(data, "doctor")
    held.release()
    assert (code, said) == (1, "")
    assert "does not answer its operator" in problems


def test_a_changed_entry_of_the_ledger_is_found(data: Path, ask: Ask) -> None:
    drop_guards(data)
    change(data, "UPDATE ledger SET act = 'given' WHERE seq = 3")
    code, said, _ = ask(data, "ledger", "verify")
    assert code == 1
    assert any(line.startswith("e1\t") for line in said.splitlines()), said
    code, said, _ = ask(data, "ledger", "verify", "--json")
    assert code == 1
    assert [flaw["what"] for flaw in json.loads(said)["flaws"]] == ["unreadable"]


def drop_guards(folder: Path) -> None:
    with sqlite3.connect(folder / "handrail.db") as db:
        named = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    db.close()
    for (name,) in named:
        change(folder, f"DROP TRIGGER {name}")


def change(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / "handrail.db") as db:
        db.execute(statement)
    db.close()


def test_an_older_schema_is_left_as_it_is(data: Path, ask: Ask) -> None:
    change(data, "UPDATE alembic_version SET version_num = 'older'")
    code, said, problems = ask(data, "doctor")
    assert (code, said) == (1, "")
    assert "Make a backup" in problems
