"""One mailbox has one spelling; what is no mailbox, or would be a second header, is refused."""

from __future__ import annotations

import pytest

from adapters.mail.addresses import Mailboxes, NotAMailboxError, address_of
from adapters.mail.outbound import Letter, letter
from tests.adapters.mail.support import SENDER
from tests.fakes import START

SPELLINGS = ("anna@coach.example", " Anna@Coach.EXAMPLE\n", "ANNA@coach.example")
REFUSED = (
    *("", "anna", "@", "anna@", "@coach.example", "anna@coach", "anna@@coach.example"),
    *("a b@coach.example", '"a b"@coach.example', "anna@coach..example", "anna@-coach.example"),
    *("anna@coach.example, ben@coach.example", "anna@coach.example;ben@coach.example"),
    *("Anna <anna@coach.example>", "anna@[127.0.0.1]", "anna@127.0.0.1", "a/b@coach.example"),
    *("ännä@coach.example", ".anna@coach.example", "anna.@coach.example", "a..b@coach.example"),
    *(
        "anna@coach.example\r\nBcc: ben@coach.example",
        "anna\r\n@coach.example",
        "an\0na@coach.example",
    ),
    *("anna@coach.example\nDATA", "a" * 65 + "@coach.example", f"a@{'b' * 64}.example"),
    *("a@" + "b." * 130 + "example", "anna@coach.example\u2028x", "anna@coach.example>"),
)


@pytest.mark.parametrize("typed", SPELLINGS)
def test_one_mailbox_has_one_address(typed: str) -> None:
    assert address_of(typed).user == "anna@coach.example"


def test_a_domain_in_other_letters_has_its_ascii_name() -> None:
    assert address_of("anna@bücher.example").user == "anna@xn--bcher-kva.example"


@pytest.mark.parametrize("typed", REFUSED)
def test_what_is_no_mailbox_is_refused_and_never_quoted(typed: str) -> None:
    with pytest.raises(NotAMailboxError) as refused:
        address_of(typed)
    assert str(refused.value) == "not an e-mail address"


@pytest.mark.parametrize("field", ["to", "link", "stop", "id", "sender"])
def test_no_line_end_comes_into_a_mails_head(field: str) -> None:
    given = {
        "sender": SENDER,
        "to": "anna@coach.example",
        "id": "x",
        "link": "https://a.example/l",
        "stop": "https://a.example/s",
    }
    given[field] += "\r\nBcc: ben@coach.example"
    try:
        whole = letter(Letter(at=START, language="en", **given))
    except ValueError:
        return
    head = whole.split(b"\r\n\r\n")[0]
    assert b"\r\nBcc:" not in head, field


def test_a_domain_is_allowed_with_its_own_name_alone() -> None:
    mailboxes = Mailboxes(["coach.example"])
    assert mailboxes.of(address_of("anna@coach.example"))
    for other in ("anna@sub.coach.example", "anna@notcoach.example", "anna@coach.example.org"):
        assert mailboxes.of(address_of(other)) is None
        assert Mailboxes().of(address_of(other))
