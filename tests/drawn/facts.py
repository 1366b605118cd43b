"""Plausible facts for messages that no story reaches, with a canary in the place of each text.

`NAME` stands for every name, `SAID` for everything that a person wrote.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.contacts import Contact
from bot.domain.agreed import Difference
from bot.domain.consent import Purpose
from bot.domain.profile import Listed
from bot.domain.question import Depth, Question, QuestionKind, QuestionSet, Topic
from bot.domain.retention import Certificate
from bot.domain.share import SharedItem
from bot.domain.words import Words
from bot.messages import check_ins, endings
from bot.messages.who import WhoCoaches
from bot.messages.who_asks import Facts, WhoAsks, WithCoach
from tests import things

NAME = Words("Zilpzalp")
SAID = Words("Kuckucksruf am Morgen")
ZONE = "Europe/Berlin"
DAY, LAST_DAY = date(2026, 11, 23), date(2026, 12, 23)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(8) + (400).to_bytes(4, "big") + (200).to_bytes(4, "big")
CONTACTS = (
    Contact(name="Telefonseelsorge", phone="0800 111 0 111"),
    Contact(name="Hilfetelefon", phone="116 016", about="home", hours="24 h"),
)
WHO = WhoCoaches(NAME)
ENGAGED = things.engagement(session_at=things.LATER)
ANSWER = things.answer(words=SAID)
STEP = things.step(when=SAID, then=SAID, day=DAY, obstacle=SAID, strength=SAID)
CARD = things.profile(introduction=SAID, process=SAID, fees=SAID, confidentiality=SAID)
ASKED = Question(
    id="own-a.one", kind=QuestionKind.CHOICES, topic=Topic.WORK, depth=Depth.LIGHT, text=SAID,
    options=(SAID, Words(f"{SAID.text} 2")), by_coach=True,
)  # fmt: skip
SCALE = replace(ASKED, id="own-a.two", kind=QuestionKind.SCALE, options=(), low=SAID, high=SAID)
OWN_SET = QuestionSet("own-a", SAID, SAID, (ASKED, SCALE))
CERTIFICATE = Certificate(
    at=things.NOW, answers=3, steps=2, shares=1, proof=9, taken_out=1, backups_until=LAST_DAY,
    stays_as_coach=True, named=1, kept_of_coach=("profile",), proof_damaged=True,
)  # fmt: skip
PERSON = replace(things.person("client"), name=NAME)
TOLD = endings.Told(NAME, things.NOW)
ENDED = endings.Ended(shown=(TOLD,), waiting=(NAME,), quoted=True, typed=True)
CHANGE = Difference(
    Purpose.AGREEMENT, SAID, {"fees": SAID}, (things.NOW, things.LATER),
    wider=True, unknown=True, others=(Purpose.NOTES,),
)  # fmt: skip
SHARED = SharedItem(
    "h1", "e1", NAME, SAID, SAID, things.NOW, things.LATER, Purpose.SHARE_WORDS,
    new=False, seen=True,
)  # fmt: skip
LISTED = Listed("e1", NAME, LAST_DAY, things.LATER, things.NOW)
OFFER = check_ins.Offer(
    "d1", question=ASKED, engagement_id="e1", more=True, comfort=True, later=True
)
OF_ONE = WithCoach(
    coach=NAME,
    stopped=False,
    erased=LAST_DAY,
    keep_days=30,
    on=frozenset(Purpose),
    shared=2,
    fees=SAID,
)
FACTS = Facts(
    who=WhoAsks.CLIENT, coaches=True, next="23.11.", digest="24.11.", rests=False, times=True,
    mine=(OF_ONE,), most_days=90,
    run_by=NAME.text, contacts=CONTACTS, emergency="112",
    platform="Slack", chat=SAID.text, languages=("en", "de"),
)  # fmt: skip
