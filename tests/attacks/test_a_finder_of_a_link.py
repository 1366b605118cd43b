"""Attacks by somebody who has a mail of a guest coach's, or tries what a link could be."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from sqlalchemy import delete, insert, select, update

from adapters.mail.page.secret_rows import new_secret
from adapters.mail.page.tables import DEVICE, LINK
from tests.adapters.mail.page.opened import ANA, BEN, opened_page
from tests.attacks.attack import Tried, attack
from tests.attacks.entrances import is_inside, refused

GUESSES = 150
AT_ONCE = 12


@attack("Uses a link again that was used, at once or later, by its page or its form.", tries=30)
async def test_a_used_link_lets_nobody_in(tried: Tried) -> None:
    async with opened_page() as page:
        link = await page.link()
        await page.opens(link)
        counted = refused()
        for _ in range(10):
            tried(3)
            again = await page.opens(link)
            assert (again.status, again.cookie) == (410, "")
            assert (await page.get(link)).status == 410
            assert not is_inside(await page.get("/mail", link.rpartition("/")[2]))
            page.clock.forward(minutes=7)
        assert refused() == counted + 10


@attack("Presses one link on many devices in the same moment.", tries=AT_ONCE)
async def test_of_many_devices_one_is_let_in(tried: Tried) -> None:
    async with opened_page() as page:
        link = await page.link()
        opened = await asyncio.gather(*(page.opens(link) for _ in range(AT_ONCE)))
        tried(AT_ONCE)
        inside = [is_inside(await page.get("/mail", one.cookie)) for one in opened]
        assert sum(inside) == 1


@attack("Is forwarded a mail whose link was used, and asks by it for a new one.", tries=3)
async def test_a_forwarded_link_mails_its_owner_alone(tried: Tried) -> None:
    async with opened_page() as page:
        link, mallory = await page.link(ANA), await page.signed_in(BEN)
        await page.opens(link)
        for sent in (
            {"link": link.rpartition("/")[2]},
            {"link": link.rpartition("/")[2], "address": "mallory@evil.example"},
            {"link": link.rpartition("/")[2], "address": "", "to": "mallory@evil.example"},
        ):
            tried()
            answer = await page.post("/mail/again", sent, mallory)
            assert "ana" not in answer.text.lower()
        await page.page.close()
        assert {person for person, _, _ in page.platform.mailed} == {ANA}
        assert "ben@example.org" in (await page.get("/mail", mallory)).text


@attack("Opens every link of a mail without pressing, as scanners and previews do.", tries=20)
async def test_looking_uses_no_link(tried: Tried) -> None:
    async with opened_page() as page:
        link = await page.link()
        for agent in ("scanner", "preview") * 10:
            tried()
            seen = await page.get(link, **{"User-Agent": agent})
            assert (seen.status, seen.cookie) == (200, "")
        assert (await page.opens(link)).status == 303


@attack("Guesses links and cookies, by chance and near one that is live.", tries=2 * GUESSES + 88)
async def test_no_guess_lets_anybody_in(tried: Tried) -> None:
    async with opened_page() as page:
        live = (await page.link()).rpartition("/")[2]
        near = [live[:at] + ("A" if live[at] != "A" else "B") + live[at + 1 :] for at in range(43)]
        near += [live.lower() if live.lower() != live else live.upper()]
        counted = refused()
        for guess in [*(new_secret() for _ in range(GUESSES)), *near]:
            tried(2)
            opened = await page.opens(guess)
            assert (opened.status, opened.cookie) == (410, "")
            assert not is_inside(await page.get("/mail", guess))
        assert refused() == counted + GUESSES + len(near)
        assert (await page.opens(live)).status == 303


MALFORMED = ("", "x", "a" * 42, "a" * 44, "a" * 5000, "../" * 20, "a" * 42 + "\n", "é" * 43, "%00")


@attack("Sends what is no link and no cookie at all.", tries=2 * len(MALFORMED))
async def test_what_is_no_secret_is_refused(tried: Tried) -> None:
    async with opened_page() as page:
        for guess in MALFORMED:
            tried(2)
            opened = await page.post("/mail/open", {"link": guess})
            assert (opened.status, opened.cookie) == (410, "")
            cookie = guess.encode("ascii", "ignore").decode().strip()[:200]
            assert not is_inside(await page.get("/mail", cookie or "-"))


@attack("Comes late: with a link after 15 minutes, with a cookie after a month.", tries=4)
async def test_late_is_too_late(tried: Tried) -> None:
    async with opened_page() as page:
        link, device = await page.link(), await page.signed_in()
        for span in (timedelta(minutes=15), timedelta(days=1)):
            tried()
            page.clock.at += span
            assert (await page.opens(link)).status == 410
        for span in (timedelta(days=29), timedelta(days=300)):
            tried()
            page.clock.at += span
            assert not is_inside(await page.get("/mail", device))


@attack("Uses on one device what another device's page carries, or a cookie that ended.", tries=4)
async def test_another_device_is_another_device(tried: Tried) -> None:
    async with opened_page() as page:
        one, two = await page.signed_in(), await page.signed_in()
        proof = (await page.get("/mail", one)).hidden("proof")
        sent = {"proof": proof, "once": new_secret(), "words": "stop"}
        for device in (two, await page.signed_in(BEN), "", new_secret()):
            tried()
            assert (await page.post("/mail/do", sent, device)).status == 403
        assert page.platform.handled == []


@attack("Plants a cookie in the coach's browser, and waits until they come in by it.", tries=2)
async def test_a_planted_cookie_stays_outside(tried: Tried) -> None:
    async with opened_page() as page:
        for planted in (new_secret(), await page.signed_in(BEN)):
            tried()
            opened = await page.opens(await page.link(ANA), planted)
            assert opened.cookie != planted
            assert not is_inside(await page.get("/mail", planted))


@attack("Writes to the database, without the keys: makes a link or a device count.", tries=6)
async def test_no_row_counts_for_another_secret_or_longer(tried: Tried) -> None:
    async with opened_page() as page:
        tried(6)
        engine = page.doors.links._rows._engine
        used, late, anas = await page.link(), await page.link(), await page.signed_in(ANA)
        async with engine.begin() as db:
            before = (await db.execute(select(LINK))).all()
        await page.opens(used)
        bens = await page.signed_in(BEN)
        page.clock.forward(minutes=16)
        async with engine.begin() as db:
            # A used link as it was before; and one that has ended, to be kept for ever.
            await db.execute(delete(LINK))
            await db.execute(insert(LINK), [dict(row._mapping) for row in before])
            await db.execute(update(LINK).values(until=2**31 - 1))
            # Ana's device in the row of Ben's, whole and in part.
            rows = {one.person: one for one in (await db.execute(select(DEVICE))).all()}
            ana = rows[page.doors.devices._rows._person(ANA)]
            ben = rows[page.doors.devices._rows._person(BEN)]
            mine = DEVICE.c.token == ben.token
            await db.execute(update(DEVICE).where(mine).values(sealed=ana.sealed, owner=ana.owner))
        page.clock.at -= timedelta(minutes=10)
        assert (await page.opens(used)).status == 410
        page.clock.at += timedelta(minutes=10)
        assert (await page.opens(late)).status == 410
        assert not is_inside(await page.get("/mail", bens))
        async with engine.begin() as db:
            await db.execute(update(DEVICE).where(mine).values(person=ana.person))
        assert not is_inside(await page.get("/mail", bens))
        async with engine.begin() as db:
            hers = DEVICE.c.token == ana.token
            await db.execute(update(DEVICE).where(hers).values(person=ben.person))
        # Signing out everywhere goes by that column: who changed it lets nobody in.
        assert not is_inside(await page.get("/mail", anas))
        assert not is_inside(await page.get("/mail", ana.token[:43]))
