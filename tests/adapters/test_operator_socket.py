"""The operator's socket: who can open it, where it is, and its answers."""

from __future__ import annotations

import socket
import stat
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from adapters.operator import socket as operator_socket
from adapters.operator.client import RefusedByDeskError, UnreachableError, ask
from adapters.operator.server import OperatorSocket
from bot.commands.desk import RemoteOperator
from bot.domain.people import Address
from bot.upkeep.operator import Operator
from tests.fakes import FakeClock
from tests.memory_store.store import MemoryStore
from tests.operators import FOUND, FakeEraser, FakeKeyDesk, FakeMachine

WHO = Address("slack", "zebra-team", "zebra-user")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short path, because pytest's temporary folder can be too long for a socket."""
    with tempfile.TemporaryDirectory(prefix="hr-") as made:
        yield Path(made)


@asynccontextmanager
async def served(
    folder: Path, keys: FakeKeyDesk | None = None, bot: FakeEraser | None = None
) -> AsyncIterator[Operator]:
    desk = Operator(
        bot or FakeEraser(), MemoryStore(), keys or FakeKeyDesk(), FakeClock(), FakeMachine()
    )
    serving = OperatorSocket(folder, desk)
    await serving.start()
    try:
        yield desk
    finally:
        await serving.stop()


def remote(folder: Path) -> RemoteOperator:
    found = operator_socket.find(folder)
    assert found is not None
    return RemoteOperator(found)


async def test_only_the_owner_can_open_the_socket_and_it_goes_with_the_process(
    folder: Path,
) -> None:
    async with served(folder):
        found = (folder / "operator.sock").lstat()
        assert stat.S_ISSOCK(found.st_mode)
        assert stat.S_IMODE(found.st_mode) == 0o600
    assert list(folder.iterdir()) == []


COMMANDS: list[Callable[[Operator | RemoteOperator], Awaitable[object]]] = [
    lambda desk: desk.keys_status(),
    lambda desk: desk.keys_check(),
    lambda desk: desk.ledger_verify(),
    lambda desk: desk.ledger_accept(),
    lambda desk: desk.doctor(),
    lambda desk: desk.erase(Address("local", "page", "nobody")),
    lambda desk: desk.withdraw_coach("local/page/nobody"),
]


@pytest.mark.parametrize("command", COMMANDS)
async def test_every_answer_is_the_same_over_the_socket(
    folder: Path, command: Callable[[Operator | RemoteOperator], Awaitable[object]]
) -> None:
    async with served(folder) as desk:
        assert await command(remote(folder)) == await command(desk)


async def test_a_turn_and_an_erase_are_done_once_each(folder: Path) -> None:
    bot = FakeEraser(WHO)
    async with served(folder, bot=bot):
        assert (await remote(folder).keys_turn()).epoch == 2
        assert (await remote(folder).erase(WHO)).certificate == FOUND
        assert (await remote(folder).erase(WHO)).certificate is None
    assert bot.erased == [WHO]


async def test_the_socket_of_a_dead_process_is_replaced(folder: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(folder / "operator.sock"))
    left.close()
    with pytest.raises(UnreachableError):
        await remote(folder).keys_status()
    async with served(folder):
        assert (await remote(folder).keys_status()).epoch == 1


@pytest.fixture
def deep(folder: Path) -> Path:
    made = folder / ("long-" * 10) / ("long-" * 10)
    made.mkdir(parents=True, mode=0o700)
    return made


async def test_where_the_path_is_too_long_the_socket_lies_in_a_private_folder(deep: Path) -> None:
    async with served(deep):
        found = operator_socket.find(deep)
        assert found is not None
        assert not found.is_relative_to(deep)
        assert stat.S_IMODE(found.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(found.lstat().st_mode) == 0o600
        assert stat.S_IMODE((deep / "operator.path").stat().st_mode) == 0o600
        assert (await remote(deep).keys_status()).epoch == 1
    assert not found.parent.exists()
    assert list(deep.iterdir()) == []


async def test_a_private_folder_that_others_can_enter_is_not_believed(deep: Path) -> None:
    async with served(deep):
        found = operator_socket.find(deep)
        assert found is not None
        found.parent.chmod(0o755)
        assert operator_socket.find(deep) is None
        found.parent.chmod(0o700)
        assert operator_socket.find(deep) == found


async def test_a_pointer_to_anything_but_a_socket_removes_nothing(folder: Path) -> None:
    elsewhere = folder / "mine"
    elsewhere.mkdir(mode=0o700)
    (elsewhere / "file").write_text("kept")
    (folder / "operator.path").write_text(str(elsewhere / "file"))
    operator_socket.clear(folder)
    assert (elsewhere / "file").read_text() == "kept"


async def test_a_file_in_the_place_of_the_socket_is_left_alone(folder: Path) -> None:
    (folder / "operator.sock").write_text("mine")
    async with served(folder):
        assert (await remote(folder).keys_status()).epoch == 1
    assert (folder / "operator.sock").read_text() == "mine"


async def test_what_an_error_says_stays_in_the_process(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = FakeKeyDesk(broken=ValueError("zebra-user wrote zebra"))
    async with served(folder, keys):
        with pytest.raises(RefusedByDeskError) as refused:
            await remote(folder).keys_turn()
        keys.broken = OSError("zebra")
        with pytest.raises(RefusedByDeskError, match=r"\(OSError\).*disk full") as full:
            await remote(folder).keys_turn()
    assert "ValueError" in str(refused.value)
    assert "zebra" not in f"{refused.value}{full.value}{capsys.readouterr()}"


@pytest.mark.parametrize(
    ("command", "about", "says"),
    [
        ("erase", None, "An address needs"),
        ("erase", {"platform": "zebra", "workspace": 5}, "An address needs"),
        ("erase", "zebra" * 10_000, "does not take that command"),
        ("keys/zebra", None, "does not take that command"),
    ],
)
async def test_a_wrong_question_gets_one_sentence(
    folder: Path, command: str, about: object, says: str
) -> None:
    async with served(folder):
        with pytest.raises(RefusedByDeskError, match=says) as refused:
            await ask(folder / "operator.sock", command, about)
    assert "zebra" not in str(refused.value)


async def test_nothing_is_done_by_looking(folder: Path) -> None:
    keys = FakeKeyDesk()
    async with served(folder, keys):
        connector = aiohttp.UnixConnector(str(folder / "operator.sock"))
        async with (
            aiohttp.ClientSession(connector=connector) as session,
            session.get("http://handrail/keys/turn") as response,
        ):
            assert response.status == 405
    assert keys.epoch == 1
