"""Every parser of what comes in from outside: what it is given, and how it may refuse it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import TypeAdapter, ValidationError

from adapters.local.inbound import is_user, to_gesture
from adapters.mail import inbound as mail
from adapters.mail.page import gestures as mail_page
from adapters.operator import socket
from adapters.operator.server import ADDRESS
from adapters.shared.json_values import NotUnderstoodError
from adapters.slack.inbound.arrivals import Install, sender_of
from adapters.slack.inbound.belonging import standing, team_told, workspace_of
from adapters.slack.inbound.events import app_of, read
from adapters.slack.inbound.oauth_grant import grant_of
from adapters.slack.inbound.signing import ForgedError, UnreadableError, check, payload_of
from adapters.teams.inbound.activities import service_of, tenant_of, to_arrived
from adapters.teams.inbound.arrivals import (
    ChatReference,
    Happened,
    Invoke,
    from_origin,
    with_origin,
)
from adapters.teams.outbound.echo import from_echo
from bot.chat import Event, Happening, Pressed
from bot.domain.actions import ACTIONS, read_action
from bot.domain.consent import Act, Entry, Purpose, Terms, Wording, extend
from bot.domain.ledger import Head, flaws
from bot.domain.people import Address
from bot.domain.words import Words
from bot.inbound.doors import texts_of, too_much_in
from bot.questions import QuestionFilesError, read_sets
from bot.questions.typed import read_typed_set
from bot.understand import hear
from storage.keys.envelope import DataKey, key_of, unseal
from storage.keys.epoch import Epoch
from storage.keys.epoch_files import Epochs
from storage.keys.roots import RootChoice, make_root
from storage.trouble import RefusedError
from tests.adapters.slack.fake_slack import APP, BOT, TEAM
from tests.adapters.support import keyed_hash
from tests.fuzz.recorded import (
    MAIL_PAGE,
    PAGE,
    PRIVATE,
    QUESTIONS,
    SLACK_COMMAND,
    SLACK_EVENTS,
    SLACK_GRANT,
    SLACK_INTERACTIONS,
    TEAMS,
    TYPED,
    as_form,
    as_json,
)

HERE = Install(TEAM, BOT, "B0BOT", APP)
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
TODAY = date(2026, 11, 30)
GUEST = Address("mail", "t", "u")
Refusals = tuple[type[Exception], ...]


@dataclass(frozen=True, slots=True)
class Parser:
    """`read` takes the bytes of one payload; only `refusals` may come out of it.

    `json` is true where the payload is JSON as a whole, so that values inside it can be spoiled.
    """

    seeds: tuple[bytes, ...]
    read: Callable[[bytes], object]
    refusals: Refusals = ()
    json: bool = False


def _parsed(body: bytes) -> Any:
    """What every endpoint does with JSON first; it answers 400 where that fails."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise UnreadableError from None


def _slack(content_type: str) -> Callable[[bytes], object]:
    def take(body: bytes) -> object:
        payload = payload_of(body, content_type)
        workspace_of(payload), app_of(payload)
        standing(payload, HERE), team_told(payload)
        return [(sender_of(one), _taken(one)) for one in read(payload, HERE)]

    return take


def _signature(body: bytes) -> None:
    stamp, _, rest = body.decode("latin-1").partition("|")
    signed, _, text = rest.partition("|")
    headers = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signed}
    check("secret", headers, text.encode("latin-1"), 1_800_000_000.0)


def _grant(body: bytes) -> object:
    answer = _parsed(body)
    return grant_of(answer if isinstance(answer, Mapping) else {}, 0.0)


def _teams(body: bytes) -> object:
    activity = _parsed(body)
    service_of(activity), tenant_of(activity)
    arrived = to_arrived(activity)
    if isinstance(arrived, Invoke):
        from_echo(arrived.echo)
    if isinstance(arrived, Happened | Invoke) and arrived.event is not None:
        event = with_origin(arrived.event, arrived.chat)
        assert from_origin(event) == arrived.chat
    return _taken(arrived)


def _origin(body: bytes) -> object:
    text = body.decode("utf-8", "replace")
    return from_origin(Event("1", Address("teams", "t", "u"), Words(""), Pressed("x"), origin=text))


def _taken(arrived: object) -> object:
    """Hears and measures what came in, as the first road does with each event."""
    event = getattr(arrived, "event", None)
    if isinstance(event, Event):
        _heard(event.what)
    return arrived


def _heard(what: Happening) -> None:
    too_much_in(what)
    for text in texts_of(what):
        text.encode()
        hear(text, "en", TODAY)


def _mail_page(body: bytes) -> object:
    event = mail_page.event_of(GUEST, "en", mail_page.sent_in(body))
    _heard(event.what)
    return event


def _stopped(body: bytes) -> object:
    person = mail.stopping(body.decode("latin-1"), keyed_hash)
    return person and mail.stopped(GUEST, person, "en", datetime.now(UTC))


def _questions(body: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "set.toml").write_bytes(body)
        return read_sets(Path(folder))


def _typed_set(body: bytes) -> object:
    return read_typed_set(body.decode("utf-8", "replace"), "own-1")


def _epochs(folder: str) -> Epochs:
    return Epochs(Path(folder), make_root(RootChoice()), "here")


def _epoch(body: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "1.key").write_bytes(body)
        return _epochs(folder).read(1)


def _epoch_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        _epochs(folder).make(1)
        return Path(folder, "1.key").read_bytes()


def _pointer(body: bytes) -> object:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, socket.POINTER).write_bytes(body)
        return socket.find(Path(folder))


def _action(body: bytes) -> object:
    text = body.decode("utf-8", "replace")
    return read_action(text), read_action(text, form=True)


def _sealed(body: bytes) -> object:
    _, key_id = key_of(body)
    return unseal(DataKey(key_id, 1, AESGCM(bytes(32))), body, b"bound")


def _ledger(body: bytes) -> object:
    """Looks for damage in a chain whose rows somebody changed; the head is the sound one."""
    entries = LEDGER.validate_json(body)
    found = flaws(entries, HEAD)
    assert found or entries == CHAIN, "a changed chain looks sound"
    return found


def _chain() -> list[Entry]:
    at, wording = datetime(2026, 11, 30, tzinfo=UTC), Wording("h" * 64, "1", "en")
    terms = Terms(("client", "coach"), at)
    chain: list[Entry] = []
    for act in (Act.ASKED, Act.GIVEN, Act.WITHDRAWN):
        chain.append(extend(chain, "e", act, Purpose.CHECK_INS, wording, at, None, terms))
    return chain


LEDGER = TypeAdapter(list[Entry])
CHAIN = _chain()
HEAD = Head("e", CHAIN[-1].seq, CHAIN[-1].hash, len(CHAIN))
PARSERS: Mapping[str, Parser] = {
    "Slack: events": Parser(
        as_json(SLACK_EVENTS), _slack(JSON), (UnreadableError, NotUnderstoodError), json=True
    ),
    "Slack: interactions": Parser(
        as_form(SLACK_INTERACTIONS), _slack(FORM), (UnreadableError, NotUnderstoodError)
    ),
    "Slack: values of interactions": Parser(
        as_json(SLACK_INTERACTIONS), _slack(JSON), (UnreadableError, NotUnderstoodError), json=True
    ),
    "Slack: commands": Parser(
        (urlencode(SLACK_COMMAND).encode(),), _slack(FORM), (UnreadableError, NotUnderstoodError)
    ),
    "Slack: signatures": Parser(
        (b"1800000000|v0=" + b"a" * 64 + b"|{}", b"1800000000|v1=|"), _signature, (ForgedError,)
    ),
    "Slack: the answer to an install": Parser(
        as_json({"grant": SLACK_GRANT}), _grant, (UnreadableError, NotUnderstoodError), json=True
    ),
    "Teams: activities": Parser(
        as_json(TEAMS), _teams, (UnreadableError, NotUnderstoodError), json=True
    ),
    "Teams: where an event came from": Parser(
        (json.dumps(dict.fromkeys(ChatReference.__slots__, "x")).encode(),), _origin
    ),
    "page: gestures": Parser(
        as_json(PAGE),
        lambda body: to_gesture(_parsed(body)),
        (UnreadableError, NotUnderstoodError),
        json=True,
    ),
    "page: names": Parser((b"client",), lambda body: is_user(body.decode("utf-8", "replace"))),
    "mail: the page's forms": Parser(
        tuple(urlencode(one).encode() for one in MAIL_PAGE.values()),
        _mail_page,
        (NotUnderstoodError,),
    ),
    "mail: the address that stops": Parser(
        (mail.stop_token("a" * 64, keyed_hash).encode(), b"b" * 96), _stopped
    ),
    "operator: addresses": Parser(
        (b'{"platform": "slack", "workspace": "T1", "user": "U1"}',),
        ADDRESS.validate_json,
        (ValidationError,),
        json=True,
    ),
    "operator: where the socket is": Parser((b"/run/user/1/handrail/operator.sock",), _pointer),
    "question files": Parser((QUESTIONS.encode(),), _questions, (QuestionFilesError,)),
    "typed questions": Parser((TYPED.encode(),), _typed_set),
    "epoch files": Parser((_epoch_file(),), _epoch, (RefusedError,)),
    "ledger chains": Parser((LEDGER.dump_json(CHAIN),), _ledger, (ValidationError,), json=True),
    "sealed values": Parser((b"\x01\x00\x01" + bytes(60),), _sealed, (ValueError,)),
    "wrapped keys": Parser(
        (bytes(60),), lambda body: Epoch(1, bytes(32)).unwrap(body, b"x"), (ValueError,)
    ),
    "actions": Parser(
        tuple(":".join([row.verb, *("x" for _ in row.arguments)]).encode() for row in ACTIONS),
        _action,
    ),
    "a typed line": Parser(
        (f"{PRIVATE} &amp; <@U1> pause until 24/12, ab12-cd34".encode(),),
        lambda body: hear(body.decode("utf-8", "replace"), "vi", TODAY),
    ),
}
