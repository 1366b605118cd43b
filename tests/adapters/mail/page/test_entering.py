"""The way in: a link that works once, one device, and the ways out."""

from __future__ import annotations

import asyncio

import pytest

from tests.adapters.mail.page.opened import ANA, BEN, opened_page
from tests.databases import SQL, new_database

on_both = pytest.mark.parametrize("kind", SQL)


def database(kind: str) -> str | None:
    """A new PostgreSQL database, or none, where the page makes a SQLite file of its own."""
    return None if kind == "sqlite" else new_database()


@on_both
async def test_a_link_is_used_by_its_button_alone_and_then_never_again(kind: str) -> None:
    async with opened_page(url=database(kind)) as page:
        link = await page.link()
        for _ in range(3):
            seen = await page.get(link)
            assert (seen.status, seen.cookie) == (200, "")
            assert ">Open</button>" in seen.text
        opened = await page.opens(link)
        assert (opened.status, opened.headers["Location"]) == (303, "/mail#latest")
        assert page.platform.people[0].user in (await page.get("/mail", opened.cookie)).text
        again = await page.opens(link)
        assert (again.status, again.cookie) == (410, "")
        assert "This link has ended" in (await page.get(link)).text


async def test_the_cookie_is_for_this_device_and_this_server_alone() -> None:
    async with opened_page() as page:
        opened = await page.opens(await page.link())
        parts = {part.strip() for part in opened.headers["Set-Cookie"].split(";")[1:]}
        assert opened.headers["Set-Cookie"].startswith("__Host-handrail=")
        assert {"HttpOnly", "Secure", "SameSite=Lax", "Path=/"} <= parts
        assert not any(part.startswith("Domain") for part in parts)


@on_both
async def test_a_link_ends_after_15_minutes(kind: str) -> None:
    async with opened_page(url=database(kind)) as page:
        link = await page.link()
        page.clock.forward(minutes=14, seconds=59)
        assert ">Open</button>" in (await page.get(link)).text
        page.clock.forward(seconds=1)
        assert (await page.get(link)).status == 410
        assert (await page.opens(link)).status == 410


@on_both
async def test_of_many_who_open_at_once_one_is_let_in(kind: str) -> None:
    async with opened_page(url=database(kind)) as page:
        link = await page.link()
        opened = await asyncio.gather(*(page.opens(link) for _ in range(8)))
        assert sorted(one.status for one in opened) == [303, *[410] * 7]


@on_both
async def test_a_device_is_let_in_no_more_after_a_month(kind: str) -> None:
    async with opened_page(url=database(kind)) as page:
        device = await page.signed_in()
        page.clock.forward(days=29, hours=23)
        assert "You are here as" in (await page.get("/mail", device)).text
        page.clock.forward(hours=1)
        assert "You are here as" not in (await page.get("/mail", device)).text


async def test_who_is_let_in_already_needs_no_further_link() -> None:
    async with opened_page() as page:
        device, link = await page.signed_in(), await page.link()
        seen = await page.get(link, device)
        assert (seen.status, seen.headers["Location"]) == (303, "/mail#latest")
        assert ">Open</button>" in (await page.get(link)).text


async def test_anothers_link_asks_before_it_replaces_who_is_here() -> None:
    async with opened_page() as page:
        device, link = await page.signed_in(ANA), await page.link(BEN)
        assert ">Open</button>" in (await page.get(link, device)).text
        opened = await page.opens(link, device)
        assert "ben@example.org" in (await page.get("/mail", opened.cookie)).text
        assert "You are here as" not in (await page.get("/mail", device)).text


@on_both
async def test_sign_out_ends_this_device_and_everywhere_ends_all_and_every_link(kind: str) -> None:
    async with opened_page(url=database(kind)) as page:
        one, two, three = [await page.signed_in() for _ in range(3)]
        link, other = await page.link(), await page.link(BEN)
        proof = (await page.get("/mail", one)).hidden("proof")
        left = await page.post("/mail/leave", {"proof": proof}, one)
        assert "Max-Age=0" in left.headers["Set-Cookie"]
        here = [(await page.get("/mail", device)).text for device in (one, two, three)]
        assert ["You are here as" in text for text in here] == [False, True, True]
        proof = (await page.get("/mail", two)).hidden("proof")
        await page.post("/mail/leave-everywhere", {"proof": proof}, two)
        here = [(await page.get("/mail", device)).text for device in (two, three)]
        assert ["You are here as" in text for text in here] == [False, False]
        assert (await page.opens(link)).status == 410
        assert (await page.opens(other)).status == 303


async def test_an_ended_link_sends_a_new_one_to_the_same_address() -> None:
    async with opened_page() as page:
        link = await page.link()
        page.clock.forward(days=40)
        ended = await page.get(link)
        assert ended.status == 410
        await page.post("/mail/again", {"link": ended.hidden("link")})
        await page.page.close()
        ((person, url, language),) = page.platform.mailed
        assert (person, language) == (ANA, "en")
        assert (await page.opens(url)).status == 303


async def test_who_types_their_address_is_mailed_a_link_and_not_more_than_anybody_needs() -> None:
    async with opened_page() as page:
        for _ in range(6):
            await page.post("/mail/again", {"address": " Ana.Lopez@example.org "})
        await page.page.close()
        assert [person for person, _, _ in page.platform.mailed] == [ANA] * 3
        page.clock.forward(hours=1, seconds=1)
        await page.post("/mail/again", {"address": "ana.lopez@example.org"})
        await page.page.close()
        assert len(page.platform.mailed) == 4


@on_both
async def test_old_rows_go_with_their_keys(kind: str) -> None:
    async with opened_page(url=database(kind)) as page:
        link, device = await page.link(), await page.signed_in()
        page.clock.forward(days=91)
        await page.link(BEN)
        assert await page.doors.links.find(link.rpartition("/")[2]) is None
        assert await page.doors.devices.whose(device, page.clock.now()) is None
        owned = [owner for owner, times in page.sealer.forgotten.items() if times]
        # Both links and the device; and the used link had been sealed twice.
        assert len(owned) == 4


async def test_the_page_of_whoever_is_not_let_in_shows_a_field_for_their_address() -> None:
    async with opened_page() as page:
        for path in ("/mail", "/mail/earlier/1", "/mail/file/a/0"):
            seen = await page.get(path)
            assert 'type="email"' in seen.text
            assert "Clients" not in seen.text
        assert page.platform.handled == []
