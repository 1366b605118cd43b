"""What leaves to a guest coach: one mail without content; the message itself is on their page."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from adapters.mail.addresses import Mailboxes, address_of
from adapters.mail.outbound import Letter, letter
from bot.chat import Button, Buttons, Document, Event, Message, Quote, Text, Wrote
from bot.domain.people import Address
from bot.domain.words import Words
from bot.ports import NotSent, Own, Sent, Unknown
from bot.text import catalogue, languages
from tests.adapters.mail.support import ANNA, SENDER, OpenedMail, Post, mail
from tests.fakes import START

SECRET = "I am afraid of my boss"
DIGEST = Message(
    "digest",
    "A note",
    (Text("From Quirin:"), Quote(Words(SECRET)), Buttons((Button("Thanks", "act:yes"),))),
    reference="digest-1",
    language="de",
)


async def texts(opened: OpenedMail, person: Address = ANNA) -> list[str]:
    found = []
    for entry in await opened.adapter.history(person):
        what = entry.what
        found += [what.text] if isinstance(what, Words) else list(what.carried)
    return found


async def test_the_mail_says_that_something_waits_and_nothing_else(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        assert await opened.adapter.send(ANNA, DIGEST, "ref") == Sent("ref")
        (left,) = opened.post.mails
        assert opened.post.to == ["anna@coach.example"]
        for word in ("Quirin", "afraid", "boss", "digest", "ref", "Thanks"):
            assert word not in left.as_string(), word
        say = catalogue("de")
        assert left["Subject"] == say("mail-subject")
        lines = [line for line in left.get_content().splitlines() if line]
        assert lines == [
            say("mail-waiting"),
            "https://bot.example.org/mail/link/0",
            say("mail-link-lasts"),
            say("mail-stop-here", link=left["List-Unsubscribe"].strip("<>")),
        ]
        assert (left["From"], left["To"]) == (SENDER, "anna@coach.example")
        assert left["Auto-Submitted"] == "auto-generated"
        assert left["List-Unsubscribe"].startswith("<https://bot.example.org/mail/stop/")
        assert left["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert left["Message-ID"].endswith("@bot.example.org>")
        assert await texts(opened) == [SECRET]


@pytest.mark.parametrize("language", languages())
def test_each_language_has_a_mail_of_its_own(language: str) -> None:
    stop = "https://a.example/" + "s" * 120
    given = Letter(SENDER, ANNA.user, "x", START, language, "https://a.example/l", stop)
    whole = letter(given)
    assert whole.isascii()
    assert f"Content-Language: {language}".encode() in whole
    assert max(map(len, whole.split(b"\r\n"))) < 998
    assert f"List-Unsubscribe: <{stop}>".encode() in whole


async def test_several_within_an_hour_bring_one_mail_until_the_page_was_opened(
    tmp_path: Path,
) -> None:
    async with mail(tmp_path) as opened:
        for number in range(5):
            assert isinstance(await opened.adapter.send(ANNA, DIGEST, f"ref-{number}"), Sent)
            opened.clock.forward(minutes=10)
        assert len(opened.post.mails) == 1
        assert len(await texts(opened)) == 5, "they are on the page all the same"
        await opened.adapter.send(ANNA, DIGEST, "after-opening")
        assert len(opened.post.mails) == 2
        opened.clock.forward(minutes=59)
        await opened.adapter.send(ANNA, DIGEST, "still")
        assert len(opened.post.mails) == 2
        opened.clock.forward(minutes=2)
        await opened.adapter.send(ANNA, DIGEST, "an hour later")
        assert len(opened.post.mails) == 3


async def test_the_same_reference_brings_no_second_mail(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        for _ in range(2):
            assert await opened.adapter.send(ANNA, DIGEST, "ref") == Sent("ref")
            opened.clock.forward(hours=2)
        assert len(opened.post.mails) == 1
        assert len(await texts(opened)) == 1


async def test_what_is_tried_again_has_the_same_message_id(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        for _ in range(2):
            await opened.adapter.send(ANNA, DIGEST, "ref")
            await opened.adapter.clear(ANNA, Own())
        await opened.adapter.send(ANNA, DIGEST, "other")
        one, two, other = [left["Message-ID"] for left in opened.post.mails]
        assert one == two != other


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("code", ["451 4.3.0 later", "550 5.1.1 no"])
async def test_what_was_not_mailed_is_not_on_the_page(tmp_path: Path, step: str, code: str) -> None:
    async with mail(tmp_path, post=Post(says={step: code})) as opened:
        assert isinstance(await opened.adapter.send(ANNA, DIGEST, "ref"), NotSent)
        assert await texts(opened) == []
        assert await opened.adapter.find(ANNA, "ref") == NotSent("not_found")
        opened.post.says.clear()
        assert await opened.adapter.send(ANNA, DIGEST, "ref") == Sent("ref")


async def test_after_a_crash_it_is_unknown_once_shown_and_never_mailed_again(
    tmp_path: Path,
) -> None:
    async with mail(tmp_path) as opened:
        await opened.transcript.begin(ANNA, "ref", DIGEST)
        assert await texts(opened) == [], "nobody reads what may still be refused"
        assert await opened.adapter.send(ANNA, DIGEST, "ref") == Unknown("interrupted")
        assert await opened.adapter.find(ANNA, "ref") == Unknown("interrupted")
        assert await texts(opened) == [SECRET]
        assert opened.post.mails == []


async def test_without_a_link_or_a_database_nothing_leaves(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        opened.links.broken = True
        minute = timedelta(minutes=1)
        assert await opened.adapter.send(ANNA, DIGEST, "ref") == NotSent("no_link", minute)
        assert await texts(opened) == []
        await opened.engine.dispose()
        (tmp_path / "mail.db").unlink()
        assert await opened.adapter.send(ANNA, DIGEST, "ref") == NotSent("not_kept", minute)
        assert opened.post.mails == []
        with pytest.raises(OSError, match="Error"):
            await opened.adapter.find(ANNA, "ref")


async def test_a_withdrawn_share_disappears_from_the_page_and_nothing_is_mailed(
    tmp_path: Path,
) -> None:
    async with mail(tmp_path) as opened:
        sent = await opened.adapter.send(ANNA, DIGEST, "ref")
        assert isinstance(sent, Sent)
        without = Message("digest", "A note", (Text("Withdrawn."),), language="de")
        assert await opened.adapter.edit(ANNA, sent.message, without) == sent
        assert await texts(opened) == []
        assert len(await opened.adapter.history(ANNA)) == 1
        assert len(opened.post.mails) == 1


async def test_an_answer_stands_on_the_page_and_its_id_is_told(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        await opened.adapter.add_own(ANNA, "e1", Words("digest"), opened.clock.now())
        event = Event("e1", ANNA, Words("Anna"), Wrote(Words("digest")))
        for _ in range(2):
            await opened.adapter.answer(event, [DIGEST, Message("x", "x", (Text("y"),))])
        assert len(await opened.adapter.history(ANNA)) == 3
        assert opened.desk.posts[0] == (ANNA, "digest-1", "digest-1")
        assert isinstance(await opened.adapter.edit(ANNA, "digest-1", DIGEST), Sent)
        assert opened.post.mails == []
        assert not opened.adapter.answers_fail


async def test_after_an_erase_nothing_is_kept_and_every_way_in_has_ended(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        await opened.adapter.send(ANNA, DIGEST, "ref")
        await opened.adapter.clear(ANNA, Own())
        assert opened.links.ended == [ANNA]
        event = Event("e1", ANNA, Words("Anna"), Wrote(Words("erase")))
        await opened.adapter.answer(event, [Message("certificate", "x", (Text("gone"),))])
        assert await opened.adapter.known("anna@coach.example") is None
        async with opened.engine.connect() as db:
            for table in ("mail_reader", "mail_entry", "mail_outdated"):
                rows = await db.exec_driver_sql(f"SELECT count(*) FROM {table}")
                assert rows.scalar() == 0, table


async def test_a_file_goes_after_a_day(tmp_path: Path) -> None:
    file = Document("held.json", "A file", "application/json", Words("{}"))
    async with mail(tmp_path) as opened:
        await opened.adapter.send(ANNA, Message("held", "A note", (file,)), "file")
        await opened.adapter.send(ANNA, DIGEST, "ref")
        opened.clock.forward(hours=24)
        await opened.transcript.delete_old()
        assert len(await opened.adapter.history(ANNA)) == 2
        opened.clock.forward(hours=24)
        assert await texts(opened) == [SECRET]
        opened.clock.forward(days=90)
        assert await texts(opened) == []


async def test_nothing_leaves_to_a_domain_that_is_not_allowed(tmp_path: Path) -> None:
    async with mail(tmp_path, mailboxes=Mailboxes(["coach.example"])) as opened:
        others = address_of("anna@other.example"), Address("mail", "mail", "Anna@Coach.Example")
        for person in others:
            assert await opened.adapter.send(person, DIGEST, "ref") == NotSent("not_allowed")
            with pytest.raises(OSError, match="not_allowed"):
                await opened.adapter.mail_link(person, "https://a.example/l", "en")
        assert opened.post.mails == []
        assert await opened.adapter.send(ANNA, DIGEST, "ref") == Sent("ref")


async def test_a_link_is_mailed_to_whoever_asks_in_their_language(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        await opened.adapter.meets(ANNA, "fr")
        assert await opened.adapter.known(" Anna@COACH.example ") == ANNA
        assert await opened.adapter.known("nobody@coach.example") is None
        assert await opened.adapter.known("no address") is None
        await opened.adapter.mail_link(ANNA, "https://a.example/l", "en")
        (left,) = opened.post.mails
        assert left["Subject"] == catalogue("fr")("mail-link-subject")
        assert "https://a.example/l" in left.get_content()
        assert left["List-Unsubscribe"] is None
        opened.post.says["RCPT"] = "550 5.1.1 no"
        with pytest.raises(OSError, match="user_unknown"):
            await opened.adapter.mail_link(ANNA, "https://a.example/l", "en")


async def test_the_sign_in_is_asked_for_and_sends_nothing(tmp_path: Path) -> None:
    async with mail(tmp_path) as opened:
        assert (await opened.adapter.sign_in()).works is True
        assert opened.post.mails == []


async def test_a_line_for_whoever_pays_is_mailed_whole_to_their_mailbox_alone(
    tmp_path: Path,
) -> None:
    line = Message("sponsor-mail", "A line", (Quote(Words(SECRET)),), language="en")
    async with mail(tmp_path) as opened:
        assert await opened.adapter.write_line("people@acme.example", line, "r1") == Sent("r1")
        (left,) = opened.post.mails
        assert opened.post.to == ["people@acme.example"]
        assert SECRET in left.get_content()
        assert SECRET not in "".join(str(value) for value in left.values())
        assert "List-Unsubscribe" not in left
        assert await texts(opened) == []
        opened.post.says["DATA"] = "550 no"
        refused = await opened.adapter.write_line("people@acme.example", line, "r2")
        assert isinstance(refused, NotSent)
