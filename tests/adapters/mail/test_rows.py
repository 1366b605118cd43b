"""The transcript on disk: sealed, gone from older copies too, and shared by processes."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from adapters.mail.rows import MailRows
from adapters.mail.transcript import MailTranscript
from bot.chat import Message, Quote, Text
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import Own, Sent
from storage.data_folder import sqlite_in
from storage.sql.engine import make_engine
from tests.adapters.mail.support import ANNA, mail
from tests.adapters.support import OpenSealer, keyed_hash
from tests.contracts.test_adapters import EVERYTHING
from tests.databases import SQL, new_database

SECRET = "I am afraid of my boss"
BEN = Address("mail", "mail", "ben@coach.example")


def said(words: str) -> Message:
    return Message("quoted", "A note", (Text("You wrote:"), Quote(Words(words))), language="en")


async def test_no_file_holds_an_address_a_name_or_a_word(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        await opened.adapter.send(ANNA, said(SECRET), "delivery-7")
        await opened.adapter.add_own(ANNA, "e1", Words("my own line"), opened.clock.now())
        await opened.adapter.history(ANNA)
    for file in tmp_path.iterdir():
        held = file.read_bytes()
        for word in (SECRET, "anna", "coach.example", "my own line", "delivery-7"):
            assert word.encode() not in held, (file.name, word)


async def test_a_message_is_kept_whole(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        await opened.adapter.send(ANNA, EVERYTHING, "ref")
        (entry,) = await opened.adapter.history(ANNA)
        assert entry.what == EVERYTHING
        assert entry.id == "sent:ref"


async def test_what_was_withdrawn_cannot_be_read_in_an_older_copy_either(tmp_path: Path) -> None:
    sealer = OpenSealer()
    async with mail(tmp_path, sealer=sealer) as opened:
        await opened.adapter.send(ANNA, said(SECRET), "ref")
        await opened.adapter.send(ANNA, said("stays"), "other")
        older = await opened.rows.of(ANNA)
        assert len(older) == 2
        async with opened.engine.connect() as db:
            copy = (await db.exec_driver_sql("SELECT person, owner FROM mail_reader")).one()
            rows = await db.exec_driver_sql("SELECT reference, sealed FROM mail_entry")
            sealed = [tuple(row) for row in rows]
        assert await opened.adapter.edit(ANNA, "ref", said("nothing")) == Sent("ref")
        for reference, bytes_ in sealed:
            try:
                await sealer.unseal(copy.owner, f"mail|{reference}", bytes_)
            except KeyError:
                continue
            raise AssertionError("an older copy can be read")
        carried = [
            entry.what.carried
            for entry in await opened.adapter.history(ANNA)
            if isinstance(entry.what, Message)
        ]
        assert carried == [("nothing",), ("stays",)]


async def test_keys_that_a_crash_left_are_destroyed_at_the_next_start(tmp_path: Path) -> None:
    sealer = OpenSealer()
    async with mail(tmp_path, sealer=sealer) as opened:
        async with opened.engine.begin() as db:
            await db.exec_driver_sql("INSERT INTO mail_outdated VALUES ('mail:x:1')")
        await opened.transcript.delete_old()
        assert sealer.forgotten == {"mail:x:1": 1}


@pytest.mark.parametrize("kind", SQL)
async def test_two_processes_share_the_chats_and_lose_nothing(tmp_path: Path, kind: str) -> None:
    """Each adds and withdraws at once. What stays can be read, in order, and by both."""
    sealer = OpenSealer()
    url = str(sqlite_in(tmp_path / "mail.db")) if kind == "sqlite" else new_database()
    async with mail(tmp_path, sealer=sealer, url=url) as opened:
        engine, ours = make_engine(url), opened.transcript
        other = MailTranscript(MailRows(engine, sealer, keyed_hash), lambda: 365, opened.clock.now)
        await asyncio.gather(ours.meets(ANNA), other.meets(ANNA), other.meets(ANNA))
        await asyncio.gather(
            *(ours.answer(ANNA, f"{n}", said(f"{n}")) for n in range(6)),
            *(other.answer(ANNA, f"o{n}", said(f"o{n}")) for n in range(6)),
            *(other.clear(ANNA, Own(quoting=(Words(f"{n}"),))) for n in range(3)),
        )
        await ours.clear(ANNA, Own(quoting=tuple(Words(f"{n}") for n in range(3))))
        here, there = await ours.history(ANNA), await other.history(ANNA)
        left = {text for e in here if isinstance(e.what, Message) for text in e.what.carried}
        assert left == {"3", "4", "5", *(f"o{n}" for n in range(6))}
        assert [entry.id for entry in here] == [entry.id for entry in there]
        await ours.clear(ANNA, Own())
        assert await other.guest(ANNA) is None
        await engine.dispose()


async def test_one_chat_knows_nothing_of_another(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        await opened.adapter.send(ANNA, said("a"), "ref")
        await opened.adapter.send(BEN, said("b"), "ref")
        await opened.adapter.clear(ANNA, Own())
        assert await opened.adapter.history(ANNA) == []
        assert len(await opened.adapter.history(BEN)) == 1


async def test_what_the_person_wrote_goes_with_its_span_or_its_words(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        for number, words in enumerate(("one", "two")):
            await opened.adapter.add_own(ANNA, f"e{number}", Words(words), opened.clock.now())
            opened.clock.forward(hours=1)
        await opened.adapter.clear(ANNA, Own(quoting=(Words("one"),)))
        assert [entry.id for entry in await opened.adapter.history(ANNA)] == ["own:e1"]
        await opened.adapter.clear(ANNA, Own(until=opened.clock.now()))
        assert await opened.adapter.history(ANNA) == []
