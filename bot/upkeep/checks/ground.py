"""Checks of the ground that Handrail stands on: folder, files, disk, schema, clocks, address."""

from __future__ import annotations

from datetime import timedelta

from bot.observing.built import built
from bot.upkeep.absent import find_absent
from bot.upkeep.checks.line import Found, LookedAt, days, moment, of_finding
from bot.upkeep.clocks.watch import sentence_of, span

LEAST_FREE = 512 * 1024 * 1024
OTHERS = 0o077
MOST_TOLD = 3
CERTIFICATE_LASTS = timedelta(days=14)
MOVED = timedelta(minutes=1)


async def version(_: LookedAt) -> Found:
    return True, f"Handrail {built()}."


async def folder(installed: LookedAt) -> Found:
    mode = (await installed.standing()).mode
    if not mode & OTHERS:
        return True, f"Only its owner can enter it ({mode:04o})."
    return False, f"Others can enter it ({mode:04o})."


async def files(installed: LookedAt) -> Found:
    """Reports keys and other files that somebody else on the machine can open."""
    loose = (await installed.standing()).loose
    if not loose:
        return True, "Nobody else can open the keys or the data."
    more = f", and {len(loose) - MOST_TOLD} more" if len(loose) > MOST_TOLD else ""
    typed = ", ".join(f"`{command}`" for command in loose[:MOST_TOLD])
    return False, f"Others can open keys or data: type {typed}{more}."


async def disk(installed: LookedAt) -> Found:
    free = (await installed.standing()).free_bytes
    well = free >= LEAST_FREE
    says = f"{free / 1024**3:.1f} GiB free for the data folder"
    return well, f"{says}." if well else f"{says}: it will soon be full."


async def schema(installed: LookedAt) -> Found:
    if (await installed.standing()).schema_matches:
        return True, "The database fits this version."
    return False, "The database does not fit this version of Handrail."


async def writing(installed: LookedAt) -> Found:
    async with installed.store.transaction() as tx:
        await tx.try_writing()
    return True, "It can be read and written."


async def clocks(installed: LookedAt) -> Found:
    doubt = None if installed.outside.clocks is None else await installed.outside.clocks.doubt()
    if doubt is None:
        return True, "The clocks agree with each other and with the last moment that was seen."
    return doubt.usual, sentence_of(doubt)


async def page_clock(installed: LookedAt) -> Found:
    """Reports the kept offset of a local page, which no platform ever has."""
    if installed.outside.clocks is None:
        return True, "No clock was moved."
    off = installed.now - installed.outside.clocks.machine_now()
    if off <= MOVED:
        return True, "No clock was moved."
    return False, f"The local page's clock was moved {span(off)} ahead, and is kept there."


async def address(installed: LookedAt) -> Found:
    if installed.outside.address is None:
        return True, "None is set, and none is needed."
    found = await installed.outside.address()
    if found.trouble:
        return False, f"HANDRAIL_PUBLIC_URL {found.trouble}."
    return True, "HANDRAIL_PUBLIC_URL answers."


async def certificate(installed: LookedAt) -> Found:
    look = installed.outside.address
    ends = None if look is None else (await look()).certificate_ends
    if ends is None:
        return True, "None is used here."
    left = ends - installed.now
    if left > CERTIFICATE_LASTS:
        return True, f"The certificate of HANDRAIL_PUBLIC_URL lasts until {moment(ends)}."
    return False, f"The certificate of HANDRAIL_PUBLIC_URL ends in {days(left)}: {moment(ends)}."


async def policy(installed: LookedAt) -> Found:
    found = installed.outside.policy()
    well = all(one.ok for one in found)
    return well, " ".join(one.sentence for one in found) or "No policy file is given."


async def platforms(installed: LookedAt) -> Found:
    return of_finding(await find_absent(installed.store, installed.present))
