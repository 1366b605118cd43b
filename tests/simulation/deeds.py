"""The deeds of clients and coaches, one function each. They skip what is not offered to them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import time, timedelta

from bot.chat import Deleted, Edited, Happening, Pressed, Wrote
from bot.domain.words import Words
from bot.plain import to_plain
from tests.simulation.network import Arrival
from tests.simulation.people import Human, Pair, Said
from tests.simulation.rules import MARKER
from tests.simulation.stage import Stage

Deed = Callable[[Stage, Pair], Awaitable[None]]
ASKING = {"check-in", "question-step", "reminder-hello", "prep-ask", "gentle-ask"}
PURPOSES = ("Check-ins", "Keep my words", "Share words", "Check-in reminder", "Session questions")
WINDOWS = ((time(9), time(11)), (time(7), time(8, 30)), (time(18), time(20)), (time(0), time(2)))
DAYS = (("MO", "TH"), ("TU",), ("WE",), ("FR",), ("MO",), ("SU",))


def reacts(stage: Stage, pair: Pair, arrival: Arrival) -> None:
    """Lets a client answer within a day with the probability of their habit, or let it pass."""
    if arrival.to != pair.client.address or arrival.message.template not in ASKING:
        return
    if stage.random.random() < pair.habit:
        wait = timedelta(minutes=stage.random.choice((2, 20, 200, 1_200)))
        stage.later(wait, lambda: answers(stage, pair))


async def answers(stage: Stage, pair: Pair) -> None:
    """The client writes words and leaves, shares or drops them, or taps a button instead."""
    client, random = pair.client, stage.random
    if random.random() < 0.2:
        await client.tries(random.choice(("Done", "Partly", "1", "4", "Pass")))
        return
    await writes(stage, pair)
    choice = random.random()
    if choice < 0.35:
        await looks_again(stage, pair)
    elif choice < 0.65:
        await shares(stage, pair)
    elif choice < 0.75:
        await client.tries("Don't keep")


async def writes(stage: Stage, pair: Pair) -> Said:
    said = Said(f"{pair.client.address.user}-message-{stage.markers + 1}")
    pair.said[said.message] = said
    text = f"{stage.marker(pair)} on my mind"
    await stage.says(pair, said, Wrote(Words(text), said.message))
    return said


async def looks_again(stage: Stage, pair: Pair) -> None:
    """Asks to correct the answer, and leaves it as it is."""
    await pair.client.tries("Not what I meant", "Leave it as it is")


async def shares(stage: Stage, pair: Pair) -> None:
    client, label = pair.client, f"Share with {pair.coach.name}"
    if not client.is_offered(label):
        await client.writes("my words")
    await client.tries(label)
    if client.shown and client.templates()[-1] in ("ask-share-words", "ask-share-marks"):
        await client.tries("Yes")
    if client.shown and client.templates()[-1] == "preview":
        shown = set(MARKER.findall(to_plain(client.shown[-1])))
        stage.rules.approved |= shown
        stage.rules.in_digests -= shown
        await client.tries("Share exactly this")


async def changes_a_message(stage: Stage, pair: Pair) -> None:
    """A message is written, edited and perhaps deleted; events come late, mixed, repeated."""
    random = stage.random
    said = Said(f"{pair.client.address.user}-message-{stage.markers + 1}")
    pair.said[said.message] = said
    born = stage.clock.at
    happenings: list[Happening] = [
        Wrote(Words(f"{stage.marker(pair)} to be changed"), said.message)
    ]
    for _ in range(random.randint(1, 2)):
        text = Words(f"{stage.marker(pair)} changed")
        happenings.append(Edited(said.message, text, stage.platform_time(), born=born))
    if random.random() < 0.4:
        happenings.append(Deleted(said.message))
    repeated = [what for what in happenings if random.random() < 0.4]
    coming = [*happenings, *repeated]
    if random.random() < 0.7:
        random.shuffle(coming)
    longest = random.choice((0, 1, 30, 60 * 24 * 2))
    for what in coming:
        wait = timedelta(minutes=random.randint(0, longest))
        stage.later(wait, _brings(stage, pair, said, what))


def _brings(stage: Stage, pair: Pair, said: Said, what: Happening) -> Callable[[], Awaitable[None]]:
    async def comes() -> None:
        await stage.says(pair, said, what)

    return comes


async def says_it_twice(stage: Stage, pair: Pair) -> None:
    """The platform brings one event twice. The second time must change nothing."""
    said = Said(f"{pair.client.address.user}-message-{stage.markers + 1}")
    what = Wrote(Words(f"{stage.marker(pair)} twice"), said.message)
    event = f"repeated-{stage.markers}"
    await pair.client.does(what, event)
    if await pair.client.does(what, event):
        stage.rules.broke("one event was answered twice")


async def presses_old_buttons(stage: Stage, pair: Pair) -> None:
    """The client presses old buttons, and buttons of another client (forged ones)."""
    random = stage.random
    other = random.choice(stage.pairs)
    actions = [b.action for b in [*pair.client.buttons(), *other.client.buttons()]]
    kept = [a for a in actions if not a.startswith(("approve", "erase", "stop"))]
    if kept:
        await pair.client.does(Pressed(random.choice(kept[-60:])))


async def sets_a_step(stage: Stage, pair: Pair) -> None:
    client = pair.client
    await client.writes("step")
    if client.shown and client.templates()[-1] == "step-ask":
        marker = stage.marker(pair)
        days = stage.random.choice(("0", "1", "3"))
        await client.submits(when=f"it is {marker}", then="I breathe", prompt=days)
        if client.templates()[-1] == "ask-step-prompts":
            await client.tries("Yes")


async def switches(stage: Stage, pair: Pair) -> None:
    await switches_one(pair, stage.random.choice(PURPOSES))


async def wants_no_check_ins(stage: Stage, pair: Pair) -> None:
    await switches_one(pair, "Check-ins")


async def switches_one(pair: Pair, purpose: str) -> None:
    client = pair.client
    await client.writes("my switches")
    for label in (f"Turn off: {purpose}", f"Turn on: {purpose}"):
        if client.is_offered(label):
            await client.presses(label)
            await client.tries("Yes")
            return


async def pauses(stage: Stage, pair: Pair) -> None:
    until = pair.times.local(stage.clock.now()).date() + timedelta(days=stage.random.randint(1, 15))
    await pair.client.writes(f"pause until {until.isoformat()}")
    if pair.client.shown and pair.client.templates()[-1] == "paused":
        pair.times.paused_until = until


async def resumes(stage: Stage, pair: Pair) -> None:
    await pair.client.writes("resume")


async def stops(stage: Stage, pair: Pair) -> None:
    await pair.client.writes("stop")


async def erases(stage: Stage, pair: Pair) -> None:
    await pair.client.writes("erase everything")
    await pair.client.tries("Erase everything")


async def erases_a_part(stage: Stage, pair: Pair) -> None:
    await pair.client.writes("erase")
    await pair.client.tries("Only a part …", stage.random.choice(("The last 7 days",)), "Erase it")


async def joins_again(stage: Stage, pair: Pair) -> None:
    if pair.silent:
        await pair.join()


async def changes_times(stage: Stage, pair: Pair) -> None:
    client, random = pair.client, stage.random
    await client.writes("my rhythm")
    if not client.has_form():
        return
    start, end = random.choice(WINDOWS)
    days = random.choice(DAYS)
    wanted = replace(pair.times, days=days, every=1, start=start, end=end)
    before = len(client.shown)
    await pair.chooses_times(wanted)
    if "rhythm-set" in client.templates()[before:]:
        pair.times = replace(wanted, since=stage.clock.now(), paused_until=pair.times.paused_until)


async def sets_a_session(stage: Stage, pair: Pair) -> None:
    client = pair.client
    await client.writes("our next session")
    await client.tries(*[b for b in ("Set it …", "Change it …") if client.is_offered(b)][:1])
    if client.has_form():
        await client.submits(day=f"in {stage.random.randint(2, 9)} days", time="10:00")
        await client.tries("Yes")


async def takes_back(stage: Stage, pair: Pair) -> None:
    await pair.client.tries("Take it back")


async def coach_reads(stage: Stage, pair: Pair) -> None:
    await pair.coach.writes("digest")


async def coach_stops_or_starts(stage: Stage, pair: Pair) -> None:
    coach = pair.coach
    await coach.writes("stop" if coach not in stage.rules.quiet_coaches else "invite")
    await coach.tries("Yes, once a week")


async def gets_a_note(stage: Stage, pair: Pair) -> None:
    coach: Human = pair.coach
    await coach.writes("digest")
    await coach.tries(f"A note to {pair.client.name} …")
    if coach.shown and coach.templates()[-1] == "note-ask":
        await coach.writes("A note, with thanks")
        await coach.tries("Send exactly this")


DEEDS: Mapping[Deed, int] = {
    answers: 6,
    changes_a_message: 6,
    says_it_twice: 2,
    presses_old_buttons: 2,
    sets_a_step: 3,
    switches: 4,
    pauses: 2,
    resumes: 3,
    stops: 2,
    erases_a_part: 1,
    joins_again: 6,
    changes_times: 2,
    sets_a_session: 2,
    takes_back: 2,
    coach_reads: 4,
    coach_stops_or_starts: 1,
    gets_a_note: 2,
}
# These come late in a history, because an erase at the start would hide later faults.
LATE_DEEDS: Mapping[Deed, int] = {**DEEDS, erases: 2, joins_again: 8}
