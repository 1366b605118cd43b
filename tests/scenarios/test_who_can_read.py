"""One sentence about the organisation stands in every message that says who can read."""

from __future__ import annotations

import re

import pytest

from bot.chat import Message
from bot.messages.about_rows import ABOUT
from bot.messages.who_asks import WhoAsks
from bot.plain import to_plain
from bot.text import catalogue, languages
from bot.understand.heard import BotTopic
from tests.catalogue.sentences import sentences
from tests.scenarios.asking import asker, asks, speaks
from tests.world import Chatter, World, joined

SPEAKS_OF_READING = re.compile(
    r"\b(reads?|sees?|shows? this|shown|seen|view|reports?|readers?|knows?|only (to )?you)\b", re.I
)


def keys(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Sentences that say who can read what the person writes, or what is shared of it.
READERS = keys(
    """
    about-sees-plan about-sees-client about-sees-coach about-sees-of-coach about-coach-listed
    about-coach-notes about-coach-joining about-coach-over about-coach-none about-coach-only
    about-boss about-boss-coach about-hr about-share-how about-how about-how-coach
    preview-heading seen-heading seen-none seen-by seen-not-yet seen-nobody-else welcome-sees
    worry-sees agreement-coach agreement-organisation profile-heading wins-alone strengths-alone
    """
)
# Sentences that use such a word and say something else: a question on a button, what became of one
# message, a coach's own settings, a consent (its wording is fixed by its hash), a form, a file.
ELSEWHERE = keys(
    """
    about-ask-sees about-ask-boss about-ask-hr about-ask-coach about-show-seen about-ai-hearing
    about-undo-shared about-runs-unnamed about-prove about-overview about-delete-coach
    questions-coach-hint questions-written preview-changed taken-back-late profile-ask
    profile-saved clients-heading clients-end-all-ask coaches-off share-waits
    invite-example digest-on digest-off
    policy-group
    digest-not-delivered digest-gone help-all-client home-waiting stale damaged form-unreadable
    asked-otherwise changed-back changed-wider changed-unknown unsent-broken held-col-said
    organisation-may-read ask-notes ask-listed held-intro held-html-label held-here
    held-sighting held-col-body held-col-readers held-col-seen-at rhythm-bad-zone code-again
    note-preview pause-unreadable erase-days-unreadable erase-older erase-unfinished erased-gone
    erased-gone-but-coach erased-part-keys erased-backups erased-backups-later erased-coach
    asked-again-agreement
    set-team-conflict-about own-set-no-title rhythm-bad-off rhythm-bad-holidays
    session-unreadable session-seen feedback-question feedback-ask
    q-before-session-from-coach-option-3 q-before-session-from-coach-option-5
    q-after-session-next-time-option-3 slack-channel teams-long teams-do-switches
    questions-depth-now asks-hostile asks-leading letter-intro questions-look shared step-set-alone
    read-thanks read-from read-on-its-way invite-profile-first
    apart-ask apart-not-kept reaction-met teams-do-sees
    ask-brief brief-off brief-on brief-seen brief-state-on client-nothing client-suggest-which
    client-suggested clients-type goodbye guest-arrived guest-keeps guest-name guest-name-missing
    mail-page-not-read mail-page-over mail-page-sent preview-late-alone sponsor-coach-ask
    restored-ask
    sponsor-line-ask sponsor-mail-decides sponsor-preview-heading sponsor-saved guest-link-sees
    """
)


def test_each_sentence_about_reading_is_decided_on() -> None:
    """A new sentence fails here until somebody says whether it tells who can read."""
    speaks = {key for key, text in sentences("en").items() if SPEAKS_OF_READING.search(text)}
    assert speaks - READERS - ELSEWHERE == set()
    assert set() == READERS & ELSEWHERE


def pattern(key: str) -> re.Pattern[str]:
    """Finds a sentence with any values in a message."""
    return re.compile(".+".join(re.escape(part) for part in re.split(r"⟨[^⟩]*⟩", said(key))))


def said(key: str) -> str:
    return sentences("en")[key]


def told(shown: Message) -> set[str]:
    text = to_plain(shown)
    return {key for key in READERS if pattern(key).search(text) or upper(key).search(text)}


def upper(key: str) -> re.Pattern[str]:
    """Headings are in capital letters in plain text."""
    parts = re.split(r"⟨[^⟩]*⟩", said(key))
    return re.compile(".+".join(re.escape(part.upper()) for part in parts))


async def lives(world: World) -> Chatter:
    """A client who sees every view of who can read: joining, the preview, who has seen it …"""
    client, coach = await joined(world)
    await client.writes("who has seen this")
    await client.writes("what do you hold")
    await coach.writes("my profile")
    await coach.submits(introduction="I listen", confidentiality="It stays between us")
    await coach.submits()
    await client.writes("agreement")
    await client.presses("Who is your coach?")
    await client.presses("I agree")
    await client.writes("my wins")
    await client.writes("step")
    await client.writes("when I close my laptop, then I write one line")
    await world.skip()
    await client.presses("Done")
    await client.asks_to_share()
    await client.presses("Yes")
    await client.presses("Share exactly this")
    await client.writes("who has seen this")
    await world.until(world.clock.now().replace(day=30))
    await client.writes("who has seen this")
    await client.writes("my wins")
    await client.writes("step")
    await client.writes("I breathe out")
    for line in ("I did it", "Ana reminded me", "my strengths"):
        await client.writes(line)
    await client.writes("what do you hold")
    for purpose in ("On my coach's list", "Notes from my coach"):
        await client.writes("my switches")
        await client.presses(f"Turn on: {purpose}")
        await client.presses("Yes")
    await asks(client, BotTopic.SEES)
    return client


async def test_the_sentence_stands_in_every_view_of_readers_and_once() -> None:
    organisation = catalogue("en")("organisation-may-read")
    client = await lives(World())
    seen = list(client.shown)
    first = World()
    worried, _ = await joined(first)
    await worried.presses("Two first questions")
    await worried.presses("Pass")
    await worried.writes("That my boss gets to read this")
    seen += worried.shown
    for who in WhoAsks:
        person = await asker(who)
        seen += [await asks(person, topic) for topic in BotTopic]
    met: set[str] = set()
    for shown in seen:
        found = told(shown)
        met |= found
        if found:
            assert to_plain(shown).count(organisation) == 1, (shown.template, found)
    assert READERS - met == set()


async def test_what_is_stored_is_shown_with_the_sentence_too() -> None:
    organisation = catalogue("en")("organisation-may-read")
    for who in (WhoAsks.STRANGER, WhoAsks.CLIENT, WhoAsks.COACH):
        (shown, *_) = await (await asker(who)).writes("what do you hold")
        assert organisation in to_plain(shown)


@pytest.mark.parametrize("language", languages())
async def test_answers_about_readers_end_with_it_in_every_language(language: str) -> None:
    person = await asker(WhoAsks.CLIENT)
    person.language = language
    await speaks(person, language)
    organisation = catalogue(language)("organisation-may-read")
    for topic, row in ABOUT.items():
        assert (organisation in to_plain(await asks(person, topic))) is row.reads
