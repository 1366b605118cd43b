"""Every store keeps the links for guest coaches alike, and opens none that was ended."""

from __future__ import annotations

from datetime import timedelta

from bot.ports import Store
from tests.things import NOW, guest_link, person

LATER = NOW + timedelta(days=8)


async def test_a_link_is_found_by_its_secret_by_its_maker_and_by_who_asked(store: Store) -> None:
    link, other = guest_link(), guest_link("l2", made_by="somebody", until=LATER)
    async with store.transaction() as tx:
        await tx.save_guest_link(link)
        await tx.save_guest_link(other)
    async with store.transaction() as tx:
        assert await tx.guest_link("hash-l1") == link
        assert await tx.guest_link("hash-l3") is None
        assert list(await tx.guest_links_by("maker")) == [link]
        assert await tx.guest_link_asked_by("ada") is None
        asked = guest_link(asked_by="ada", asks=1, approves=True)
        await tx.save_guest_link(asked)
    async with store.transaction() as tx:
        assert await tx.guest_link_asked_by("ada") == asked
        assert await tx.guest_link("hash-l1") == asked


async def test_the_newest_link_of_who_asked_counts(store: Store) -> None:
    newer = guest_link("l2", asked_by="ada", until=LATER)
    async with store.transaction() as tx:
        await tx.save_guest_link(guest_link("l1", asked_by="ada"))
        await tx.save_guest_link(newer)
        await tx.save_guest_link(guest_link("l3", asked_by="ada"))
    async with store.transaction() as tx:
        assert await tx.guest_link_asked_by("ada") == newer


async def test_an_ended_link_opens_no_more_even_if_its_row_is_put_back(store: Store) -> None:
    link = guest_link(asked_by="ada")
    async with store.transaction() as tx:
        await tx.save_guest_link(link)
        assert await tx.end_guest_link("hash-l1")
        assert not await tx.end_guest_link("hash-l1")
        assert not await tx.end_guest_link("never")
    async with store.transaction() as tx:
        await tx.save_guest_link(link)
        assert await tx.guest_link("hash-l1") is None
        assert await tx.guest_link_asked_by("ada") is None
        assert len(await tx.guest_links_by("maker")) == 1


async def test_the_sweep_and_an_erase_take_links(store: Store) -> None:
    client = person("client")
    async with store.transaction() as tx:
        known_as = tx.keyed_hash("guess", client.address.chat_key)
        await tx.save_person(client, NOW)
        await tx.save_guest_link(guest_link("l1", made_by=known_as))
        await tx.save_guest_link(guest_link("l2", asked_by=known_as))
        await tx.save_guest_link(guest_link("l3", until=NOW))
        await tx.save_guest_link(guest_link("l4"))
    async with store.transaction() as tx:
        await tx.erase_client("client", NOW)
    async with store.transaction() as tx:
        await tx.sweep(NOW, 100)
        assert await tx.guest_link("hash-l1") is None
        assert await tx.guest_link("hash-l2") is None
        assert await tx.guest_link("hash-l3") is None
        assert await tx.guest_link("hash-l4") == guest_link("l4")
