"""Every line of `handrail doctor`, in its order. docs/operating.md has this table."""

from __future__ import annotations

from collections.abc import Sequence

from bot.upkeep.checks import ground, intact, work
from bot.upkeep.checks.line import DoctorLine

LINES: Sequence[DoctorLine] = (
    DoctorLine(
        name="version",
        looks_at="Which version this is, and from which commit.",
        do="Nothing: it only tells.",
        look=ground.version,
    ),
    DoctorLine(
        name="clocks",
        looks_at="Whether the machine's clock, the database's and the last moment seen agree.",
        do="See that the clocks of both machines are right, and are kept so (NTP). If they are, "
        "wait: it goes on by itself. If not, set them right: nothing is lost.",
        look=ground.clocks,
    ),
    DoctorLine(
        name="page clock",
        looks_at="Whether the local page's clock was moved, and is kept ahead.",
        do="For a clock that is right, begin with another HANDRAIL_DATA. In a demo do nothing.",
        look=ground.page_clock,
    ),
    DoctorLine(
        name="database",
        looks_at="Whether it can be read and written.",
        do="See that it runs, that its disk has room, and that HANDRAIL_DATABASE_URL is right.",
        look=ground.writing,
    ),
    DoctorLine(
        name="schema",
        looks_at="Whether the database fits this version.",
        do="Make a backup, then start Handrail: it upgrades, or says why it cannot.",
        look=ground.schema,
    ),
    DoctorLine(
        name="retention",
        looks_at="Whether anything is kept past its end.",
        do="See that Handrail runs, and read its log. While the line of the clocks is not well it "
        "waits on purpose.",
        look=work.retention,
    ),
    DoctorLine(
        name="halt",
        looks_at="Whether somebody has halted what leaves by itself.",
        do="`handrail resume`, when it may go on.",
        look=work.halt,
    ),
    DoctorLine(
        name="queue",
        looks_at="Whether a worker listens, where there are many processes.",
        do="Start `handrail worker`, or see in its log what ended it.",
        look=work.queue,
    ),
    DoctorLine(
        name="deliveries due",
        looks_at="Whether anything is due and still planned.",
        do="Is Handrail running? If it is, read its log, and the lines of clocks, halt and queue.",
        look=work.overdue,
    ),
    DoctorLine(
        name="deliveries claimed",
        looks_at="Whether a delivery was begun and never settled.",
        do="Restart Handrail: it looks for what may have left, and settles the rest.",
        look=work.claimed,
    ),
    DoctorLine(
        name="deliveries set aside",
        looks_at="Whether deliveries of the last week could not be delivered.",
        do="Look for their reason in the log; people are told in their chat.",
        look=work.set_aside,
    ),
    DoctorLine(
        name="rows",
        looks_at="Whether every row is as Handrail wrote it.",
        do="Find out who else can write to the database, and take that away. To have the rows "
        "back, restore a backup.",
        look=intact.rows,
    ),
    DoctorLine(
        name="ledger",
        looks_at="Whether every consent stands as it was given, and the ledger is no older copy.",
        do="`handrail ledger verify` shows where. If you put back an older database yourself, "
        "`handrail ledger accept` says so; if not, find out who did.",
        look=intact.ledger,
    ),
    DoctorLine(
        name="keys",
        looks_at="Whether every data key can be opened.",
        do="Put the right key store and epoch back, as they were in use together.",
        look=intact.readable,
    ),
    DoctorLine(
        name="retired keys",
        looks_at="Whether keys are left that nothing needs.",
        do="Wait a quarter of an hour: the next sweep destroys them. If they stay, read the log.",
        look=intact.retired,
    ),
    DoctorLine(
        name="epoch",
        looks_at="Whether the epoch is younger than 90 days.",
        do="`handrail keys turn` begins a new one.",
        look=intact.epoch_age,
    ),
    DoctorLine(
        name="turns",
        looks_at="Whether an operator owes a turn, where epochs are turned by hand.",
        do="Do what the line says: until then an older copy of the keys undoes an erase.",
        look=intact.turns,
    ),
    DoctorLine(
        name="backup",
        looks_at="Whether the last backup is younger than two days, and a lost disk can be "
        "restored.",
        do="Do as docs/backup.md says: once a day by a timer, and a copy goes to another machine.",
        look=intact.backup,
    ),
    DoctorLine(
        name="data folder",
        looks_at="Whether only its owner can enter it.",
        do="`chmod 0700` closes it.",
        look=ground.folder,
    ),
    DoctorLine(
        name="files",
        looks_at="Whether others can open keys or data.",
        do="Type what the line says, and write such files under `umask 077`.",
        look=ground.files,
    ),
    DoctorLine(
        name="disk",
        looks_at="Whether the data folder has more than half a GiB left.",
        do="Make room, or move the data folder to a larger disk.",
        look=ground.disk,
    ),
    DoctorLine(
        name="policy",
        looks_at="Which policy file is in force, and whether it was read without a fault.",
        do="`handrail policy check` names each fault and its line.",
        look=ground.policy,
    ),
    DoctorLine(
        name="platforms",
        looks_at="Whether every platform that has people here is configured.",
        do="Set its settings again; `handrail config` shows which are in force.",
        look=ground.platforms,
    ),
    DoctorLine(
        name="public address",
        looks_at="Whether HANDRAIL_PUBLIC_URL answers, as a platform would reach it.",
        do="See that the name leads to this machine, and the proxy to HANDRAIL_PORT.",
        look=ground.address,
    ),
    DoctorLine(
        name="certificate",
        looks_at="Whether the certificate of HANDRAIL_PUBLIC_URL lasts two more weeks.",
        do="Renew it; a certificate that renews itself has stopped doing so.",
        look=ground.certificate,
    ),
)
# One such line for each platform that one signs in to, beside what it finds about itself.
CREDENTIALS_DO = (
    "Put the named setting right, and start again. A platform that cannot be reached is asked "
    "again by itself: see that this machine may reach it."
)
OWN_DO = "Do what the line says; docs/platforms has each setting."
