"""A coach who has no account here types their own address on the page of a guest link."""

from __future__ import annotations

from bot.domain.people import Address
from tests.adapters.mail.page.opened import GUEST_LINK, MOST_TYPED, opened_page

LINK = f"/mail/coach/{GUEST_LINK}"
NEW = Address("mail", "mail", "new@example.org")


async def test_looking_at_a_guest_link_changes_nothing_and_mails_nobody() -> None:
    async with opened_page() as page:
        for _ in range(5):
            seen = await page.get(LINK)
            assert "You are invited" in seen.text
            assert seen.hidden("link") == GUEST_LINK
        await page.page.close()
        assert page.platform.guests == page.platform.mailed == []


async def test_the_owner_of_an_address_asks_and_is_mailed_their_first_link() -> None:
    async with opened_page() as page:
        sent = {"link": GUEST_LINK, "address": " New@Example.org"}
        asked = await page.post("/mail/coach", sent, **{"Accept-Language": "de"})
        assert asked.status == 200
        await page.page.close()
        ((person, url, language),) = page.platform.mailed
        assert (page.platform.guests, person, language) == ([NEW], NEW, "de")
        assert (await page.opens(url)).status == 303


async def test_what_is_wrong_with_an_address_is_said_beside_the_field() -> None:
    async with opened_page() as page:
        for typed, said in (
            ("ana@localhost", "complete"),
            ("ana@other.example", "Your organisation"),
        ):
            shown = await page.post("/mail/coach", {"link": GUEST_LINK, "address": typed})
            assert shown.status == 422
            assert said in shown.text
            assert 'aria-invalid="true"' in shown.text
        await page.page.close()
        assert page.platform.guests == page.platform.mailed == []


async def test_a_link_that_opens_no_more_mails_nobody_and_judges_no_address() -> None:
    async with opened_page() as page:
        for number in range(MOST_TYPED):
            sent = {"link": GUEST_LINK, "address": f"a{number}@example.org"}
            assert (await page.post("/mail/coach", sent)).status == 200
        for link in (GUEST_LINK, "another"):
            assert (await page.get(f"/mail/coach/{link}")).status == 410
            for typed in ("new@example.org", "x", "ana@other.example"):
                ended = await page.post("/mail/coach", {"link": link, "address": typed})
                assert ended.status == 410
        await page.page.close()
        assert len(page.platform.mailed) == MOST_TYPED
