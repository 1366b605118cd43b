"""Attacks by somebody who sends more, longer or slower than anybody would."""

from __future__ import annotations

import asyncio
import gzip
import resource
import socket
import time
import zlib
from contextlib import closing, suppress
from time import thread_time

import aiohttp
import pytest

from adapters.shared.connections import Limits
from bot.chat import Edited, Happening, Submitted, Wrote
from bot.domain.limits import FIELDS, LINE, MOST_DAYS_OFF, MOST_RECEIVED
from bot.domain.words import Words
from tests.attacks.attack import Tried, attack
from tests.attacks.open_files import only_so_many_files
from tests.attacks.short_limits import (
    FOR_EVER,
    HEAD,
    NEVER,
    all_that_comes,
    held,
    is_served,
    serving,
    work_of,
)
from tests.bounded.shapes import SHAPES, text_of
from tests.world import Chatter, World, joined
from tests.world import text_of as shown_text

FORM_FIELDS = [(verb, name) for verb, fields in FIELDS.items() for name in fields]
# The event loop's own work for one event may be so many times that for an ordinary line. What is
# heard in a thread does not count: meanwhile others are answered.
MOST_WORK = 40
# These were the slowest to read, or are now.
LONGEST = (
    "half marks",
    "parts",
    "one sign for a sentence",
    "open tags",
    "flags",
    "numbered escapes",
)
EDITED = ("words", "lines", "digits", "marks", "half marks", "emoji", "flags", "kanji", "wide")
ORDINARY = "I talked with Ana about the plan, and it went better than I thought."


async def work(client: Chatter, what: Happening) -> float:
    """The CPU time that one event takes from the event loop, in seconds."""
    begun = thread_time()
    await client.does(what)
    return thread_time() - begun


async def ordinary(client: Chatter) -> float:
    return min([await work(client, Wrote(Words(ORDINARY), f"o{n}")) for n in range(5)])


async def too_much_work(client: Chatter, what: Happening) -> bool:
    """True if an event takes too much every time: a machine under load is no fault of ours."""
    tries = [await work(client, what) > MOST_WORK * await ordinary(client)]
    while tries[-1] and len(tries) < 5:
        tries.append(await work(client, what) > MOST_WORK * await ordinary(client))
    return all(tries)


@attack(
    "Fills every field of every form with 5,000 characters, to hold everybody else up.",
    tries=len(FORM_FIELDS),
)
async def test_long_fields_hold_nobody_and_change_nothing(tried: Tried) -> None:
    client, _ = await joined(World())
    for verb, name in FORM_FIELDS:
        tried()
        form = Submitted(f"{verb}:x:new", {name: text_of("half marks", 5_000)})
        assert not await too_much_work(client, form), (verb, name)
        assert (await client.does(form))[0].template in ("too-long", "field-too-long")
    assert "\u0344\u0344" not in shown_text(await client.writes("what do you hold"))


@attack(
    "Writes lines as long as a platform lets through, in shapes that careless readers choke on.",
    tries=len(SHAPES) + len(LONGEST),
)
async def test_lines_of_any_shape_hold_nobody(tried: Tried) -> None:
    client, _ = await joined(World())
    lines = [(shape, LINE.characters) for shape in SHAPES]
    for shape, length in lines + [(shape, MOST_RECEIVED) for shape in LONGEST]:
        tried()
        long = Wrote(Words(text_of(shape, length)), f"{shape}-{length}")
        assert not await too_much_work(client, long), (shape, length)


@attack("Edits a kept answer into a text beyond the limit, to have it stored.", tries=len(EDITED))
async def test_an_edit_goes_round_no_limit(tried: Tried) -> None:
    world = World()
    client, _ = await joined(world)
    await world.skip()
    await client.writes("the talk with Mr Silva", "m1")
    for shape in EDITED:
        tried()
        text = text_of(shape, LINE.characters) + "x"
        shown = await client.does(Edited("m1", Words(text)))
        assert text not in shown_text(shown)
        assert shown[0].template == "edit-too-long", shape
        assert "the talk with Mr Silva" in shown_text(await client.writes("what do you hold"))


@attack(
    "Names one day off after another, so that every coming date is held against all of them.",
    tries=MOST_DAYS_OFF + 20,
)
async def test_days_off_have_an_end(tried: Tried) -> None:
    world = World()
    client, _ = await joined(world)
    kept = 0
    for number in range(MOST_DAYS_OFF + 20):
        tried()
        shown = await client.writes(f"not on 2027-{1 + number // 28:02}-{1 + number % 28:02}")
        if shown[-1].template == "rhythm-next":
            await client.presses("That's right")
            kept += 1
    assert kept == MOST_DAYS_OFF


@pytest.mark.parametrize("escape", ["&#", "&#x"])
@attack("Writes a number that no computer reads, to make every reader of escapes fail.", tries=3)
async def test_a_long_escape_makes_nothing_fail(escape: str, tried: Tried) -> None:
    client, _ = await joined(World())
    for digits in (400, 3_900, 39_000):
        tried()
        shown = await client.writes(escape + "9" * digits)
        assert "trouble" not in [message.template for message in shown]


@attack("Sends half a request 200 times and waits, or drips on, for ever.", tries=200)
@pytest.mark.parametrize(
    ("sent", "drip"),
    [
        (b"", b""),
        (b"POST", b""),
        (HEAD, b""),
        (HEAD, b"X-A: b\r\n"),
        (HEAD + b"Content-Length: 9000\r\n\r\nhalf", b""),
        (HEAD + b"Content-Length: 9000\r\n\r\nhalf", b"x"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", b"1\r\nx\r\n"),
        (HEAD + b"Content-Length: 2\r\n\r\nok" + HEAD, b""),
        (HEAD + b"Content-Length: 2\r\n\r\nok", b""),
        (NEVER, b""),
    ],
    ids=[
        "nothing", "a word", "half a head", "a dripping head", "half a body", "a dripping body",
        "dripping chunks", "a second half head", "nothing more", "a request without an answer",
    ],
)  # fmt: skip
async def test_each_half_sent_request_is_closed_in_time_and_others_are_served(
    sent: bytes, drip: bytes, tried: Tried
) -> None:
    async with serving() as server:
        holding = [asyncio.create_task(held(server, sent, drip)) for _ in range(200)]
        await asyncio.sleep(0.3)
        assert await is_served(server)
        # Without a limit none of them ever ends, so any end within this time will do.
        async with asyncio.timeout(FOR_EVER):
            for one in holding:
                await one
                tried()
        assert await is_served(server)


@attack("Asks for a large answer and does not read it.")
async def test_an_answer_that_nobody_reads_is_given_up(tried: Tried) -> None:
    async with serving() as server:
        with closing(socket.create_connection(("127.0.0.1", server.port))) as asking:
            asking.sendall(b"GET /much HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            tried()
            await asyncio.sleep(4.0)
            assert await asyncio.to_thread(all_that_comes, asking) < 32 * 1024 * 1024


@attack("Opens more connections than there may be, from one address.", tries=60)
@pytest.mark.parametrize(
    "limits",
    [Limits(per_peer=10), Limits(connections=10, per_peer=None)],
    ids=["of one address", "in all"],
)
async def test_only_so_many_connections_are_open_and_the_next_one_is_served(
    limits: Limits, capsys: pytest.CaptureFixture[str], tried: Tried
) -> None:
    async with serving(limits) as server:
        opened = []
        for _ in range(60):
            opened.append(await asyncio.open_connection("127.0.0.1", server.port))
            tried()
        await asyncio.sleep(0.2)
        gone = [reader for reader, _ in opened if reader.at_eof() or reader.exception()]
        assert len(gone) >= 50
        assert await is_served(server)
        for _, writer in opened:
            writer.close()
    assert capsys.readouterr().out.count("connections_full") == 1


@attack("Sends a body that is too large, unpacks to something too large, or does not unpack.")
@pytest.mark.parametrize(
    ("encoding", "body", "status"),
    [
        (None, bytes(65 * 1024), 413),
        ("gzip", gzip.compress(bytes(50_000_000)), 413),
        ("deflate", zlib.compress(bytes(50_000_000)), 413),
        ("gzip", b"this is not compressed", 400),
        ("deflate", b"this is not compressed", 400),
        ("gzip", gzip.compress(b"hello", mtime=0), 200),
    ],
)
async def test_a_body_that_is_too_large_or_does_not_unpack_is_refused(
    encoding: str | None, body: bytes, status: int, tried: Tried
) -> None:
    headers = {"Content-Encoding": encoding} if encoding else {}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    async with (
        serving() as server,
        aiohttp.ClientSession() as http,
        http.post(f"{server.address}echo", data=body, headers=headers) as answer,
    ):
        assert answer.status == status
    tried()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


@attack("Sends 100 kB that unpack to 100 MB, to a route and past one, and waits.", tries=12)
@pytest.mark.parametrize("ask", ["POST /echo", "GET /healthz", "POST /nowhere"])
@pytest.mark.parametrize("packing", ["gzip", "deflate"])
async def test_what_is_refused_is_not_unpacked_all_the_same(
    packing: str, ask: str, tried: Tried
) -> None:
    """The work of the event loop for a packed body is that for the bytes that came."""
    packer = zlib.compressobj(9, wbits=31 if packing == "gzip" else 15)
    bomb = b"".join([packer.compress(bytes(1_000_000)) for _ in range(100)]) + packer.flush()
    head = f"Host: 127.0.0.1\r\nContent-Encoding: {packing}\r\nContent-Length: {len(bomb)}"
    sent = f"{ask} HTTP/1.1\r\n{head}\r\n\r\n".encode() + bomb
    plain = sent.replace(f"Content-Encoding: {packing}\r\n".encode(), b"")
    async with serving(Limits(idle=0.5)) as server:
        honest = await work_of(server, plain)
        assert await work_of(server, sent) < 10 * honest
        tried(12)
        assert await is_served(server)


@attack("Sends the head of a request and never its body, on as many connections as there may be.")
@pytest.mark.parametrize(
    "limits",
    [Limits(per_peer=10), Limits(connections=10, per_peer=None)],
    ids=["of one address", "in all"],
)
async def test_who_sends_no_body_gives_way(limits: Limits, tried: Tried) -> None:
    async with serving(limits) as server:
        opened = []
        for _ in range(10):
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            writer.write(HEAD + b"Content-Length: 100\r\n\r\n")
            opened.append((reader, writer))
        await asyncio.sleep(0.2)
        tried()
        assert await is_served(server)
        for _, writer in opened:
            writer.close()


@attack("Holds connections until no file can be opened any more.", tries=200)
@pytest.mark.parametrize("sent", [b"", NEVER], ids=["waiting", "busy"])
async def test_without_files_to_open_it_neither_spins_nor_floods_the_log(
    sent: bytes, capsys: pytest.CaptureFixture[str], tried: Tried
) -> None:
    asking = [socket.socket() for _ in range(200)]
    async with serving(Limits(per_peer=None)) as server:
        with only_so_many_files(more=40):
            began, since = time.process_time(), time.monotonic()
            for one in asking:
                one.setblocking(False)
                one.connect_ex(("127.0.0.1", server.port))
                await asyncio.sleep(0.01)
                with suppress(OSError):
                    one.send(sent)
                await asyncio.sleep(0.01)
                tried()
            await asyncio.sleep(2.0)
            # A loop that spins takes all the time there is.
            assert time.process_time() - began < (time.monotonic() - since) / 2
        for one in asking:
            one.close()
        await asyncio.sleep(1.1)
        assert await is_served(server)
    told = [line for line in capsys.readouterr().out.splitlines() if line]
    assert len(told) <= (200 if sent == b"" else 10), "one line for each, or for each second"
    assert all("not_accepted" in line and "EMFILE" in line for line in told)
    assert told
