"""Attacks by a coach, with the name and the address of whoever pays."""

from __future__ import annotations

from tests.attacks.attack import Tried, attack
from tests.attacks.naming_payers import (
    ADDRESSES,
    NAMES,
    OWN,
    answer_to,
    changed_after,
    headers_with,
    reads_as_payer,
)


@attack(
    "A coach writes a second reader, a header or a line break into the address of whoever pays.",
    tries=len(ADDRESSES),
)
async def test_an_address_is_one_mailbox_or_nobody_is_named(tried: Tried) -> None:
    for address in ADDRESSES:
        told, agreement = await answer_to(address)
        assert told in ("sponsor-coach-ask", "field-too-long"), address
        assert "Named as paying" not in agreement
        tried()


@attack("A coach writes a header or another claim into the name of whoever pays.", tries=len(NAMES))
async def test_a_payers_name_stands_in_no_header(tried: Tried) -> None:
    plain = await headers_with("ACME")
    for name in NAMES:
        assert await headers_with(name) in (None, plain), name
        tried()


@attack("A coach names their own address as whoever pays, to get what was not approved for it.")
async def test_a_coach_who_pays_reads_no_more(tried: Tried) -> None:
    house, read = await reads_as_payer()
    assert house.mail.mailed == []
    assert read.count(OWN) == 2
    tried()


@attack(
    "A coach names another address while a client decides, so that the line goes there.", tries=4
)
async def test_no_line_goes_where_its_client_did_not_read(tried: Tried) -> None:
    for step in ("question", "form", "preview", "approval"):
        house = await changed_after(step)
        assert house.mail.mailed == [], step
        tried()
