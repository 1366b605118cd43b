"""The outcome of a delivery: read from a table, after one attempt, within the limits."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any, get_args
from uuid import uuid4

import aiohttp
import pytest

from adapters.teams.connector import Connector
from adapters.teams.outbound.outcomes import NotReachedError
from adapters.teams.rows import Rows
from adapters.teams.sdk.choosing import SdkName, chosen_sdk
from adapters.teams.tables import OwnMessage
from adapters.teams.throttle import PER_CONVERSATION, Throttle
from bot.chat import Message, Quote, Text
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import NotSent, Outcome, Own, Sent, Unknown
from tests.adapters.support import OpenSealer
from tests.adapters.teams.connector_peer import LIMITS, Fault
from tests.adapters.teams.support import MAI, TENANT, Teams, chat_of, message_of, rows_at, teams
from tests.databases import SQL, postgresql_url
from tests.fakes import START

TO = Address("teams", TENANT, MAI)
SOON = timedelta(seconds=5)
QUOTE = Quote(Words("One sentence. " * 250))
LONG = Message("digest", "A note", (QUOTE,) * 30)


def error(code: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": "my boss is a thief"}}


def sub(code: str) -> dict[str, Any]:
    return {"error": {"code": "Forbidden", "subCode": code}}


OUTCOMES: dict[str, tuple[Fault, Outcome]] = {
    "throttled": (
        Fault(429, headers={"Retry-After": "17"}),
        NotSent("throttled", SOON * 3.4, True),
    ),
    "throttled, no word of when": (Fault(429), NotSent("throttled", SOON, True)),
    "throttled for a day": (
        Fault(429, headers={"Retry-After": "86400"}),
        NotSent("throttled", timedelta(hours=1), True),
    ),
    "precondition": (Fault(412), NotSent("busy", SOON)),
    "bad gateway": (Fault(502), NotSent("busy", SOON)),
    "gateway time-out": (Fault(504), NotSent("busy", SOON)),
    "blocked": (Fault(403, sub("MessageWritesBlocked")), NotSent("blocked")),
    "blocked, the older way": (Fault(403, error("MessageWritesBlocked")), NotSent("blocked")),
    "uninstalled": (Fault(403, error("BotNotInConversationRoster")), NotSent("not_installed")),
    "off": (Fault(403, error("BotDisabledByAdmin")), NotSent("disabled_by_admin")),
    "another 403": (Fault(403, error("SomethingNew")), NotSent("forbidden")),
    "user deleted": (Fault(404, error("UserNotFound")), NotSent("user_deleted")),
    "tenant moved": (Fault(404, error("TenantNotFound")), NotSent("moved_tenant")),
    "chat gone": (Fault(404, error("ConversationNotFound")), NotSent("chat_gone")),
    "address gone": (Fault(410), NotSent("service_address")),
    "address moved": (
        Fault(307, headers={"Location": "https://evil.example/"}),
        NotSent("service_address"),
    ),
    "too large": (Fault(413, error("MessageSizeTooBig")), NotSent("too_large")),
    "malformed": (Fault(400, error("BadSyntax")), NotSent("refused")),
    "installed for nobody": (
        Fault(403, error("ForbiddenOperationException")),
        NotSent("not_installed"),
    ),
    "no registration": (
        Fault(401, error("BotNotRegistered")),
        NotSent("not_registered", timedelta(minutes=1)),
    ),
    "our token": (Fault(401), NotSent("credentials", timedelta(minutes=1))),
    "inner error": (Fault(500), Unknown("unclear_answer")),
    "unavailable": (Fault(503), NotSent("busy", SOON)),
    "dropped before": (Fault(drop=True), Unknown("no_answer")),
    "dropped after": (Fault(drop=True, after=True), Unknown("no_answer")),
}


async def ready(there: Teams) -> Teams:
    await there.rows.remember(chat_of(there.peer.address))
    return there


@pytest.mark.parametrize("case", OUTCOMES)
async def test_every_outcome_is_told_apart_after_exactly_one_request(
    case: str, tmp_path: Path
) -> None:
    fault, expected = OUTCOMES[case]
    async with teams(tmp_path) as there:
        await ready(there)
        there.peer.faults = [fault]
        assert await there.adapter.send(TO, message_of("x"), "r") == expected
        assert len(there.peer.calls) == 1


async def test_a_refusal_in_a_calm_chat_is_the_tenants_and_in_a_busy_one_its_own(
    tmp_path: Path,
) -> None:
    """Teams does not say which limit was reached: 50 a second for a tenant, or 7 for a chat."""
    clock = [0.0]
    async with teams(tmp_path, seconds=lambda: clock[0]) as there:
        for user, tenant in (("a", "one"), ("b", "one"), ("c", "two")):
            await there.rows.remember(chat_of(there.peer.address, user, tenant))

        async def sent(user: str, tenant: str) -> Outcome:
            return await there.adapter.send(Address("teams", tenant, user), message_of("x"), "r")

        there.peer.faults = [Fault(429, headers={"Retry-After": "9"})]
        nine = timedelta(seconds=9)
        assert await sent("a", "one") == NotSent("throttled", nine, for_all=True)
        assert await sent("b", "one") == NotSent("throttled", nine), "and it is not even asked"
        assert isinstance(await sent("c", "two"), Sent)
        assert len(there.peer.calls) == 2
        clock[0] = 9.5
        for _ in range(4):
            assert isinstance(await sent("b", "one"), Sent)
        there.peer.faults = [Fault(429, headers={"Retry-After": "9"})]
        assert await sent("b", "one") == NotSent("throttled", nine)
        assert isinstance(await sent("a", "one"), Sent)


async def test_nothing_listens_there_so_nothing_has_left(tmp_path: Path) -> None:
    async with teams(tmp_path) as there:
        await there.rows.remember(chat_of("http://127.0.0.1:1/teams/"))
        outcome = await there.adapter.send(TO, message_of("x"), "r")
        assert outcome == NotSent("unreachable", timedelta(minutes=1))


async def test_to_whom_nobody_has_spoken_nothing_is_sent(tmp_path: Path) -> None:
    async with teams(tmp_path) as there:
        assert await there.adapter.send(TO, message_of("x"), "r") == NotSent("no_chat")
        assert there.peer.calls == []


async def test_teams_never_knows_what_was_sent_before(tmp_path: Path) -> None:
    async with teams(tmp_path) as there:
        await ready(there)
        await there.adapter.send(TO, message_of("x"), "r")
        assert await there.adapter.find(TO, "r") == Unknown("no_history")


async def test_a_message_of_which_a_part_has_arrived_is_not_sent_again(tmp_path: Path) -> None:
    async with teams(tmp_path) as there:
        await ready(there)
        there.peer.faults = [Fault(429, after=True)]
        there.peer.faults.insert(0, Fault(201, {"id": "1"}))
        assert await there.adapter.send(TO, LONG, "r") == Unknown("partly_sent")


async def test_an_edit_takes_words_out_of_every_part(tmp_path: Path) -> None:
    short = Message("digest", "A note", (Text("Nothing is left."),))
    async with teams(tmp_path) as there:
        await ready(there)
        sent = await there.adapter.send(TO, LONG, "r")
        assert isinstance(sent, Sent)
        assert "," in sent.message
        for _ in range(2):
            assert await there.adapter.edit(TO, sent.message, short) == sent
        assert "One sentence" not in str(there.shown())
        await there.adapter.clear(TO, Own())
        assert there.shown() == []


@pytest.mark.parametrize("status", [500, 502, 503, 504, 429])
async def test_an_edit_that_is_unclear_is_tried_again_later(status: int, tmp_path: Path) -> None:
    async with teams(tmp_path) as there:
        await ready(there)
        sent = await there.adapter.send(TO, message_of("x"), "r")
        assert isinstance(sent, Sent)
        there.peer.faults = [Fault(status)]
        outcome = await there.adapter.edit(TO, sent.message, message_of("y"))
        assert isinstance(outcome, NotSent)
        assert outcome.retry_after is not None


async def test_an_address_that_is_not_teams_is_never_called() -> None:
    called = []

    async def token() -> str:
        called.append("token")
        return "secret"

    async with aiohttp.ClientSession() as http:
        voices = [chosen_sdk(sdk).voice(Connector(http, token)) for sdk in get_args(SdkName)]
        services = ("https://evil.trafficmanager.net/", "http://127.0.0.1:1/", "https://x/")
        for voice, service in product(voices, services):
            with pytest.raises(NotReachedError):
                await voice.say(chat_of(service), {"type": "message"})
    assert called == [], "our token was not even asked for"


async def test_a_token_that_teams_does_not_take_is_not_used_again(tmp_path: Path) -> None:
    given = iter(["old", "new"])
    current = [next(given)]

    async def token() -> str:
        return current[0]

    def refused() -> None:
        current[0] = next(given)

    async with teams(tmp_path) as there, aiohttp.ClientSession() as http:
        there.peer.faults = [Fault(401)]
        connector = Connector(http, token, refused, local=True)
        for expected in (401, 201):
            reply = await connector.send(there.peer.address, "chat", {"type": "message"})
            assert reply.status == expected
        sent = [headers["Authorization"] for headers in there.peer.headers]
        assert sent == ["Bearer old", "Bearer new"]


async def test_ids_cannot_lead_to_another_address(tmp_path: Path) -> None:
    async with teams(tmp_path) as there:
        chat = chat_of(there.peer.address, "../../../upload?x=#")
        await there.rows.remember(chat)
        outcome = await there.adapter.send(chat.address, message_of("x"), "r")
        assert isinstance(outcome, Sent)
        assert there.peer.calls[0][1] == chat.conversation


async def test_the_same_id_in_another_tenant_is_somebody_else(tmp_path: Path) -> None:
    async with teams(tmp_path) as there:
        await ready(there)
        for tenant, user in (("other", MAI), (f"{TENANT}|{MAI}", "x"), (TENANT, f"x|{MAI}")):
            assert await there.rows.chat(Address("teams", tenant, user)) is None
        await there.rows.remember(chat_of(there.peer.address, "b|c", "a"))
        assert await there.rows.chat(Address("teams", "a|b", "c")) is None


async def test_what_is_stored_says_nothing_and_is_gone_after_an_erase(tmp_path: Path) -> None:
    async with teams(tmp_path) as there:
        await ready(there)
        await there.adapter.send(TO, message_of("Hello", Words("my boss is a thief")), "r")
        raw = b"".join(path.read_bytes() for path in tmp_path.glob("teams.db*"))
        for secret in (MAI, TENANT, "my boss", "127.0.0.1", "1700000000000", "teams/"):
            assert secret.encode() not in raw, secret
        await there.adapter.clear(TO, Own())
        assert len(there.sealer.forgotten) == 1
        assert await there.rows.own(TO) == []
        async with rows_at(_in(tmp_path), OpenSealer()) as again:
            assert await again.chat(TO) is None


async def test_a_new_process_knows_how_to_write_to_everyone(tmp_path: Path) -> None:
    sealer = OpenSealer()
    chat = chat_of("https://smba.trafficmanager.net/emea/")
    for _ in range(2):
        async with rows_at(_in(tmp_path), sealer) as rows:
            assert await rows.chat(TO) in (None, chat)
            await rows.remember(chat)
    async with rows_at(_in(tmp_path), sealer) as rows:
        assert await rows.chat(TO) == chat


def _in(folder: Path) -> str:
    return f"sqlite:///{folder / 'teams.db'}"


@pytest.mark.parametrize("kind", SQL)
async def test_several_processes_remember_the_same_on_every_database(
    kind: str, tmp_path: Path
) -> None:
    url = postgresql_url() if kind == "postgresql" else _in(tmp_path)
    sealer, person = OpenSealer(), f"user-{uuid4()}"
    opening = [rows_at(url, sealer) for _ in range(3)]
    async with AsyncExitStack() as stack:
        enter = stack.enter_async_context
        # Only one process opens a SQLite database.
        if kind == "sqlite":
            several = [await enter(one) for one in opening]
        else:
            several = await asyncio.gather(*(enter(one) for one in opening))
        await _all_know_the_same(several, person)


async def _all_know_the_same(several: Sequence[Rows], person: str) -> None:
    one, other, third = several
    chat = chat_of("https://smba.trafficmanager.net/emea/", person)
    await one.remember(chat)
    assert await other.chat(chat.address) == chat
    await other.note(chat.address, OwnMessage("m1", START, ("quote",)))
    await one.pressed(chat.address, "m1", "act:yes")
    (known,) = await third.own(chat.address)
    assert known == OwnMessage("m1", START, ("quote",), one.text_hash(chat.address, "act:yes"))
    await third.drop(chat.address, ["m1"])
    assert await one.own(chat.address) == []
    await one.forget(chat.address)
    assert await third.chat(chat.address) is None
    # A person whom one process forgot, and who writes again, is known to all processes again.
    await third.remember(chat)
    await one.forget(chat.address)
    await asyncio.gather(*(rows.remember(chat) for rows in (one, other)))
    assert await third.chat(chat.address) == chat
    await one.forget(chat.address)


async def test_nothing_is_remembered_for_longer_than_it_may_be(tmp_path: Path) -> None:
    sealer, chat = OpenSealer(), chat_of("https://smba.trafficmanager.net/emea/")
    async with rows_at(_in(tmp_path), sealer, keep_days=30) as rows:
        await rows.remember(chat)
        now = datetime.now(UTC)
        for days in (40, 31, 30, 0):
            await rows.note(TO, OwnMessage(f"m{days}", now - timedelta(days=days)))
        await rows.delete_old(now + timedelta(days=1))
        assert [one.id for one in await rows.own(TO)] == ["m0"]
        await rows.delete_old(now + timedelta(days=1_101))
        assert (await rows.own(TO), len(sealer.forgotten)) == ([], 1)
    async with rows_at(_in(tmp_path), sealer) as rows:
        assert await rows.chat(TO) is None


def test_the_throttle_lets_through_what_teams_would_and_no_more() -> None:
    now = [0.0]
    throttle = Throttle(lambda: now[0])
    sent: deque[float] = deque()
    for _ in range(40_000):
        wait = throttle.take("tenant", "chat")
        if wait is None:
            sent.append(now[0])
        else:
            now[0] += wait.total_seconds() + 1e-6
    for most, span in PER_CONVERSATION:
        for first, last in zip(sent, list(sent)[most:], strict=False):
            assert last - first >= span - 1e-9
    assert len(sent) > 5_000


def test_the_peer_throttles_as_the_documentation_says() -> None:
    assert LIMITS == PER_CONVERSATION
