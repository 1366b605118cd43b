"""Attacks by somebody who knows the page or an address: forged forms, other names, typed lines."""

from __future__ import annotations

import asyncio
from urllib.parse import urlencode

import pytest

from adapters.mail.addresses import NotAMailboxError, address_of
from adapters.mail.page.new_links import MOST_A_MINUTE
from adapters.mail.page.secret_rows import new_secret
from bot.domain.people import Address
from tests.adapters.mail.page.opened import ANA, BEN, GUEST_LINK, PUBLIC, opened_page
from tests.attacks.attack import Tried, attack
from tests.attacks.entrances import is_inside, refused

ACTS = ("open", "again", "coach", "do", "leave", "leave-everywhere")
LOOKS = ("/mail", "/mail/earlier/1", "/mail/file/sent:1/0", "/mail/page.css")
ORIGINS = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": ""},
    {"Origin": "http://coach.example"},
    {"Origin": "https://coach.example.evil.example"},
    {"Origin": "https://coach.example:8443"},
    {"Origin": "https://evilcoach.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
)
HOSTS = (
    *("evil.example", "coach.example.evil.example", "evil.example:443", "coach.example:8443"),
    *("coach.example@evil.example", "127.0.0.1", "localhost", "[", "coach.example."),
)
REDIRECTS = (
    *("//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example"),
    *("/mail/../..//evil.example", "javascript:alert(1)", "%2F%2Fevil.example", "\r\nX: y"),
)
INJECTED = (
    "ana.lopez@example.org\r\nBcc: evil@evil.example",
    "ana.lopez@example.org\nBcc: evil@evil.example",
    "ana.lopez@example.org%0d%0aBcc: evil@evil.example",
    "ana.lopez@example.org, evil@evil.example",
    "ana.lopez@example.org;evil@evil.example",
    "evil@evil.example ana.lopez@example.org",
    "Ana <ana.lopez@example.org>, evil@evil.example",
    '"ana.lopez@example.org"@evil.example',
    "ana.lopez@example.org\0@evil.example",
    "ana.lopez@example.org\u2028Bcc: evil@evil.example",
    "<ana.lopez@example.org>\r\n\r\nA body of mine",
)
TYPED = 90


@attack("Has a page of another website send the page's forms.", tries=len(ORIGINS) * len(ACTS))
async def test_another_website_does_nothing(tried: Tried) -> None:
    async with opened_page() as page:
        device, link = await page.signed_in(), await page.link()
        proof = (await page.get("/mail", device)).hidden("proof")
        sent = {
            "proof": proof,
            "once": new_secret(),
            "words": "stop",
            "link": link.rpartition("/")[2],
            "address": ANA.user,
        }
        counted = refused()
        for headers in ORIGINS:
            for act in ACTS:
                tried()
                answer = await page.post(f"/mail/{act}", sent, device, **headers)
                assert (answer.status, answer.cookie) == (403, ""), (headers, act)
        assert refused() == counted + len(ORIGINS) * len(ACTS)
        await page.page.close()
        assert page.platform.handled == page.platform.mailed == page.platform.guests == []
        assert is_inside(await page.get("/mail", device))


PROOFS = ("", "x", "0" * 64, "none")


@attack("Sends the page's forms from its own name, with no proof or a wrong one.", tries=12)
async def test_no_form_counts_without_its_proof(tried: Tried) -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        for proof in PROOFS:
            sent = {"once": new_secret(), "words": "stop"}
            for act in ("do", "leave", "leave-everywhere"):
                tried()
                given = sent if proof == "none" else sent | {"proof": proof}
                assert (await page.post(f"/mail/{act}", given, device)).status == 403
        assert page.platform.handled == []
        assert is_inside(await page.get("/mail", device))


@attack(
    "Asks under another name, so that a mail would carry it.",
    tries=len(HOSTS) * (len(LOOKS) + len(ACTS) + 1) + 3,
)
async def test_another_name_is_answered_nothing_and_stands_in_no_mail(tried: Tried) -> None:
    async with opened_page() as page:
        device, link = await page.signed_in(), await page.link()
        for host in HOSTS:
            for path in (*LOOKS, link):
                tried()
                assert (await page.get(path, device, Host=host)).status in (400, 421), host
            for act in ACTS:
                tried()
                answer = await page.post(f"/mail/{act}", {"address": ANA.user}, Host=host)
                assert answer.status in (400, 421)
        await page.page.close()
        assert page.platform.mailed == []
        for name in ("X-Forwarded-Host", "X-Original-Host", "Forwarded"):
            tried()
            given = {name: "host=evil.example" if name == "Forwarded" else "evil.example"}
            await page.post("/mail/again", {"address": ANA.user}, **given)
            await page.page.close()
            assert page.platform.mailed[-1][1].startswith(f"{PUBLIC}/mail/link/")


@attack("Leads away from the page by an address in a link or a form.", tries=4 * len(REDIRECTS))
async def test_nothing_leads_away(tried: Tried) -> None:
    async with opened_page() as page:
        device = await page.signed_in()
        for there in REDIRECTS:
            asked = {"next": there, "to": there, "url": there, "from": there, "entry": there}
            opened = await page.post("/mail/open", asked | {"link": (await page.link())[11:]})
            done = await page.does(device, words="hello", **asked)
            seen = await page.get(await page.link(), device)
            for one in (opened, done, seen):
                tried()
                location = one.headers["Location"]
                assert one.status == 303
                assert location.startswith(("/mail#", "/mail?from=")), location
                assert "\n" not in location
            tried()
            params = {"from": there, "next": there}
            shown = await page.get(f"/mail?{urlencode(params)}", device)
            assert "evil" not in shown.text.replace("hello", "")


KNOWN, UNKNOWN = ANA.user, ("nobody@example.org", "x@other.example", "not an address", "")


@attack("Types addresses to learn who is known, and measures the answers.", tries=20)
async def test_known_and_unknown_are_answered_the_same_at_the_same_time(
    tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened_page() as page:
        looked, opened = page.platform.known, asyncio.Event()

        async def known(typed: str) -> Address | None:
            await opened.wait()
            return await looked(typed)

        monkeypatch.setattr(page.platform, "known", known)
        device = await page.signed_in(BEN)
        for who in ("", device):
            found = []
            for typed in (KNOWN, *UNKNOWN):
                tried(2)
                by_link = {"link": (await page.link())[11:] if typed == KNOWN else new_secret()}
                for sent in ({"address": typed}, by_link):
                    answer = await page.post("/mail/again", sent, who)
                    headers = {k: v for k, v in answer.headers.items() if k != "Date"}
                    found.append((answer.status, answer.text, headers))
            assert all(one == found[0] for one in found)
        opened.set()
        await page.page.close()
        assert {person for person, _, _ in page.platform.mailed} == {ANA}


@attack("Writes headers and further addresses into the field.", tries=2 * len(INJECTED))
async def test_an_address_is_one_address_and_nothing_else(
    tried: Tried, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened_page() as page:
        monkeypatch.setattr(page.platform, "known", _really_known)
        for typed in INJECTED:
            tried(2)
            await page.post("/mail/again", {"address": typed})
            asked = await page.post("/mail/coach", {"link": GUEST_LINK, "address": typed})
            assert asked.status in (400, 422), typed
        await page.page.close()
        assert page.platform.mailed == []
        assert page.platform.guests == []


@attack("Asks for mails without end, to fill a mailbox or to keep others out.", tries=TYPED)
async def test_who_asks_without_end_is_mailed_what_anybody_needs(tried: Tried) -> None:
    async with opened_page() as page:
        counted = refused()
        answers = []
        for number in range(TYPED):
            tried()
            typed = ANA.user if number % 2 else f"a{number}@example.org"
            answers.append((await page.post("/mail/again", {"address": typed})).status)
        await page.page.close()
        assert answers == [200] * MOST_A_MINUTE + [429] * (TYPED - MOST_A_MINUTE)
        assert len(page.platform.mailed) == 3
        assert refused() > counted
        # Links that are there go on opening, and a minute later everybody is answered again.
        assert (await page.opens(await page.link(BEN))).status == 303
        page.clock.forward(minutes=1)
        assert (await page.post("/mail/again", {"address": BEN.user})).status == 200


async def _really_known(typed: str) -> Address | None:
    try:
        found = address_of(typed)
    except NotAMailboxError:
        return None
    return found if found in (ANA, BEN) else None
