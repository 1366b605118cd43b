"""Each answer of an SMTP server, at each step, has exactly one outcome, and none is guessed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.mail.outcomes import outcome_of, outcome_of_loss
from adapters.mail.smtp import DIALOGUE_SECONDS, LostError, SmtpReply, SmtpServer, SmtpStage
from bot.ports import NotSent, Outcome, Sent, Unknown
from tests.adapters.mail.scripted import HANGS_UP, Script, scripted
from tests.adapters.mail.support import free_port

ROOT = Path(__file__).parents[3]
SENDER, TO = "handrail@bot.example.org", "anna@coach.example"
CONTENT = b"Subject: x\r\n\r\n.a line with a dot\r\nSomething is waiting for you\r\n"
STEPS = ("CONNECT", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "END")


async def handed_over(script: Script, **how: object) -> Outcome:
    server = SmtpServer("127.0.0.1", script.port, user="bot", password="zebra", tls="none")
    server = replace(server, **how)  # type: ignore[arg-type]
    try:
        reply = await asyncio.to_thread(server.hand_over, SENDER, TO, CONTENT)
    except LostError as lost:
        return outcome_of_loss(lost)
    return outcome_of(reply, "ref")


async def test_a_mail_that_is_taken_is_sent_and_whole() -> None:
    async with scripted() as script:
        assert await handed_over(script) == Sent("ref")
        assert script.taken == [CONTENT.replace(b"\r\n.", b"\r\n..") + b".\r\n"]


MINUTE = timedelta(minutes=1)
FIVE = timedelta(minutes=5)
QUARTER = timedelta(minutes=15)
ANSWERS: list[tuple[str, str, NotSent | Unknown]] = [
    # What refuses everybody waits for an operator, and holds up everybody.
    ("CONNECT", "421 too busy", NotSent("busy", MINUTE, for_all=True)),
    ("CONNECT", "554 no", NotSent("server_refuses", QUARTER, for_all=True)),
    ("AUTH", "535 5.7.8 wrong", NotSent("credentials", FIVE, for_all=True)),
    ("AUTH", "454 4.7.0 later", NotSent("busy", MINUTE, for_all=True)),
    ("MAIL", "451 later", NotSent("busy", MINUTE, for_all=True)),
    ("MAIL", "530 5.7.0 sign in", NotSent("credentials", FIVE, for_all=True)),
    ("MAIL", "550 5.7.1 not your address", NotSent("sender_refused", QUARTER, for_all=True)),
    ("RCPT", "421 closing", NotSent("busy", MINUTE, for_all=True)),
    # What refuses one mailbox for now is tried again, for that one.
    ("RCPT", "450 4.2.0 greylisted", NotSent("put_off", FIVE)),
    ("RCPT", "452 4.2.2 full", NotSent("put_off", FIVE)),
    ("DATA", "451 later", NotSent("put_off", FIVE)),
    ("END", "451 4.3.0 later", NotSent("put_off", FIVE)),
    # And for good: it is not delivered.
    ("RCPT", "550 5.1.1 no such user", NotSent("user_unknown")),
    ("RCPT", "550 no such user", NotSent("user_unknown")),
    ("RCPT", "553 5.1.3 bad address", NotSent("user_unknown")),
    ("RCPT", "550 5.1.10 null MX", NotSent("user_unknown")),
    ("RCPT", "550 5.2.1 closed", NotSent("mailbox_closed")),
    ("RCPT", "552 5.2.2 full", NotSent("mailbox_full")),
    ("RCPT", "554 5.7.1 relay denied", NotSent("not_permitted")),
    ("RCPT", "554 no", NotSent("refused")),
    ("DATA", "554 no", NotSent("refused")),
    ("END", "554 5.7.1 spam", NotSent("not_permitted")),
    ("END", "550 spam", NotSent("refused")),
    # After the last line only an answer of SMTP's is an answer.
    ("END", "what", Unknown("unclear_answer")),
    ("END", "354 go on", Unknown("unclear_answer")),
    ("RCPT", "what", NotSent("unclear_answer", QUARTER)),
]


@pytest.mark.parametrize(("step", "said", "outcome"), ANSWERS)
async def test_each_answer_at_each_step(step: str, said: str, outcome: Outcome) -> None:
    async with scripted(**{step: said}) as script:
        assert await handed_over(script) == outcome
        assert script.taken == []


@pytest.mark.parametrize("step", STEPS)
async def test_a_lost_connection_is_unknown_after_the_last_line_and_certain_before(
    step: str,
) -> None:
    async with scripted(**{step: HANGS_UP}) as script:
        outcome = await handed_over(script)
    if step == "END":
        assert outcome == Unknown("no_answer")
    else:
        assert isinstance(outcome, NotSent)
        assert outcome.retry_after is not None
        assert outcome.for_all is (step not in ("RCPT", "DATA"))


async def test_a_server_that_is_away_is_tried_again_and_holds_up_all() -> None:
    outcome = await handed_over(Script(free_port(), {}))
    assert outcome == NotSent("not_reached", MINUTE, for_all=True)


async def test_without_tls_nothing_is_said_to_a_server_that_should_have_it() -> None:
    async with scripted() as script:
        outcome = await handed_over(script, tls="starttls")
        assert outcome == NotSent("not_protected", QUARTER, for_all=True)
        assert script.taken == []


async def test_a_dialogue_that_takes_too_long_ends_before_the_mail_leaves() -> None:
    async with scripted() as script:
        server = SmtpServer("127.0.0.1", script.port, tls="none")
        ticks = iter([0.0] * 4 + [DIALOGUE_SECONDS] * 20)
        with pytest.raises(LostError) as lost:
            await asyncio.to_thread(server.hand_over, SENDER, TO, CONTENT, lambda: next(ticks))
        assert lost.value.stage < SmtpStage.ENDED
        assert script.taken == []


def test_every_code_of_every_stage_has_an_outcome_and_only_2xx_at_the_end_is_sent() -> None:
    for stage in SmtpStage:
        for code in range(-1, 600):
            outcome = outcome_of(SmtpReply(stage, code), "ref")
            is_sent = stage is SmtpStage.ENDED and 200 <= code < 300
            assert isinstance(outcome, Sent) is is_sent
            certain = 400 <= code < 600 or stage is not SmtpStage.ENDED
            assert isinstance(outcome, Unknown) is (not certain and not is_sent)


def test_the_page_tells_what_each_reason_means() -> None:
    page = (ROOT / "docs" / "mail.md").read_text("utf-8")
    reasons = {outcome.reason for _, _, outcome in ANSWERS}
    reasons |= {"not_reached", "not_protected", "no_answer", "interrupted", "not_shown"}
    reasons |= {"not_allowed", "not_kept", "no_link", "not_drawable"}
    told = {line.split("`")[1] for line in page.splitlines() if line.startswith("| `")}
    assert reasons <= told
