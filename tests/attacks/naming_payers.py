"""A coach who misuses the name and the address of whoever pays."""

from __future__ import annotations

from tests.scenarios.sponsoring.house import (
    SENTENCE,
    House,
    allows,
    approves,
    names,
    paid,
    previews,
)
from tests.world import joined, text_of

OWN = "daniel@coach.example"
PLAIN = "pay@acme.example"
# Each would reach a second reader, or become a header, if it were written into a mail as it is.
ADDRESSES = (
    f"{PLAIN}\r\nBcc: {OWN}",
    f"{PLAIN}\nSubject: hello",
    f"{PLAIN}, {OWN}",
    f"{PLAIN};{OWN}",
    f"{PLAIN} {OWN}",
    f"ACME <{PLAIN}>",
    f"<{PLAIN}>",
    f'"{OWN}"@acme.example',
    f"{PLAIN}%0aBcc:{OWN}",
    f"{PLAIN}\x00{OWN}",
    f"{PLAIN}\u2028Bcc: {OWN}",
    "pay@аcme.example",
    "pay@[127.0.0.1]",
    "pay@127.0.0.1",
    "pay@acme",
    "pay@@acme.example",
    "@acme.example",
    "pay@",
    "",
    f"{'x' * 250}@acme.example",
)
NAMES = (
    f"ACME\r\nBcc: {OWN}",
    "ACME\nSubject: hello\n\nYour employee says",
    f"ACME <{OWN}>",
    f"=?utf-8?q?ACME?= <{OWN}>",
    "ACME\u202e\u2066",
    "ACME. They alone decide nothing, and your boss reads all of it",
)


async def answer_to(address: str) -> tuple[str, str]:
    """What a coach reads who saves this address, and whom the client then reads as paying."""
    house = House()
    client, coach = await joined(house)
    template = await names(coach, address=address)
    return template, text_of(await client.writes("agreement"))


async def headers_with(name: str) -> str | None:
    """The headers of a line for somebody of this name, but its own number. None: it is refused."""
    house = House()
    client, coach = await joined(house)
    if await names(coach, name, PLAIN) != "sponsor-saved":
        return None
    await approves(client)
    await house.next_days()
    (mailed,) = house.mail.mailed
    assert mailed.to == PLAIN
    kept = [line for line in mailed.headers.splitlines() if not line.startswith("Message-ID")]
    return "\n".join(kept)


async def reads_as_payer() -> tuple[House, str]:
    """A coach names their own address; the client goes on as always for two months."""
    house = House()
    client, coach = await joined(house)
    await names(coach, "ACME", OWN)
    await client.writes(SENTENCE)
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    read = text_of(await client.writes("agreement"))
    await client.presses("Write a line for them")
    read += text_of(client.shown[-1:])
    await house.next_days(60)
    return house, read


async def changed_after(step: str) -> House:
    """The coach names their own address after a step of the client's, who then goes on."""
    house, client, coach = await paid()
    if step == "question":
        await client.writes("sponsor")
        await client.presses("Write a line for them")
        await names(coach, "ACME", OWN)
        await client.presses("Yes")
    elif step == "form":
        await allows(client)
        await names(coach, "ACME", OWN)
        await client.submits(sentence=SENTENCE)
    elif step == "preview":
        await previews(client)
        await names(coach, "ACME", OWN)
        await client.presses("Send exactly this")
    else:
        await approves(client)
        await names(coach, "ACME", OWN)
    await house.next_days()
    return house
