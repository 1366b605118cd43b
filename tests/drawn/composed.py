"""Composes the messages that no story reaches, with a canary in every blank (`facts`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from adapters.teams.outbound import render as teams
from bot.chat import Button, Buttons, Document, Message
from bot.domain.action_row import Action
from bot.domain.check_in import BESIDE, AnswerKind, Mark
from bot.domain.consent import Act, Grant, Purpose
from bot.domain.question import CHOICES
from bot.domain.words import Words
from bot.handlers.hearing.addressed import OFFERS
from bot.messages import (
    about,
    changed,
    check_ins,
    clients,
    coaching,
    comfort,
    consent,
    crisis,
    endings,
    erasing,
    home,
    hours,
    joining,
    looking_back,
    notes,
    privacy,
    resuming,
    sessions,
    shares,
    steps,
)
from bot.messages.about_rows import ABOUT
from bot.messages.answering import quoting
from bot.messages.answering.in_time import Late
from bot.messages.common import note
from bot.messages.halting import restored
from bot.messages.mine import curve, steps_at_hand
from bot.messages.overview import brief, help_, one_client, picker
from bot.messages.question_sets import typed_sets
from bot.messages.replying import coach_too
from bot.messages.who_asks import WhoAsks
from bot.questions.ways_of_asking import AskingWay, FoundWay
from bot.text import Catalogue
from bot.understand import Intent, canonical
from tests import things
from tests.drawn.facts import (
    ANSWER,
    ASKED,
    CARD,
    CERTIFICATE,
    CHANGE,
    CONTACTS,
    DAY,
    ENDED,
    ENGAGED,
    FACTS,
    LAST_DAY,
    LISTED,
    NAME,
    OFFER,
    OWN_SET,
    PERSON,
    PNG,
    SAID,
    SCALE,
    SHARED,
    STEP,
    TOLD,
    WHO,
    ZONE,
)
from tests.drawn.outside import outside
from tests.understand.catalogues import messages


def composed(say: Catalogue) -> Iterator[Message]:
    """Messages of every builder that no story reaches, in one language."""
    yield from _about_answers(say)
    yield from _about_consent(say)
    yield from _about_steps(say)
    yield from _for_coaches(say)
    yield from _at_the_end(say)
    yield from _to_the_bot(say)
    yield from of_platforms(say)
    yield restored.restored(say, things.LATER.date())
    yield from outside(say)


def of_platforms(say: Catalogue) -> Iterator[Message]:
    """What a platform says by itself."""
    document = Document("letter.html", SAID.text, "text/html", SAID)
    yield plain(say, "slack-no-file")
    yield teams.elsewhere(say.language)
    yield teams.no_files(say.language)
    yield teams.no_forwards(say.language)
    yield teams.file_gone(say.language)
    yield teams.file_failed(say.language, document)


def plain(say: Catalogue, key: str) -> Message:
    """A message that is one sentence of the catalogue, with a canary in every blank."""
    values: dict[str, Any] = dict.fromkeys(messages("en")[key], SAID)
    return note(say, key, **values)


def _about_answers(say: Catalogue) -> Iterator[Message]:
    kept = quoting.Kept(answer=ANSWER, coach=NAME, beside=BESIDE[AnswerKind.FEEDBACK], zone=ZONE)
    page = looking_back.WordsPage({ANSWER.id: SAID}, heading="found-heading")
    near = replace(page, heading="found-near")
    yield check_ins.check_in(say, OFFER)
    yield check_ins.check_in(say, OFFER, "later-hello")
    yield check_ins.check_in(say, OFFER, "reminder-hello")
    for late in (Late(things.LATER, None, now=False), Late(things.NOW, things.LATER, now=True)):
        around = check_ins.Preview("5ea1", NAME, NAME, late.told(say, NAME, ZONE, DAY), late.now)
        yield check_ins.preview(say, ANSWER, (SAID, SAID), around)
    yield quoting.quoted_once(say, CHOICES[0], AnswerKind.ANSWER, None, ASKED)
    yield endings.ended(say, "tap-changed", ENDED, ZONE)
    yield quoting.kept_apart(say, kept, "thanks-1")
    yield quoting.taken_apart(say, AnswerKind.ANSWER, "thanks-1")
    yield quoting.answer_form(say, SAID, "d1", "q1")
    yield quoting.ask_right_words(say, replace(ANSWER, words=Words(SAID.text * 300)))
    yield looking_back.recall(say, [kept], page, DAY)
    yield looking_back.recall(say, [kept], near, DAY)
    yield looking_back.nothing_found(say)
    yield shares.who_saw(say, [], ZONE)
    yield looking_back.letter(say, Document("letter.html", SAID.text, "text/html", SAID))
    point = curve.Point(things.NOW, 3, SAID)
    yield curve.curve(say, [curve.CurveLine(SAID, SCALE, (point,), PNG, things.LATER)], ZONE)
    yield curve.none(say, may_ask=True)
    yield curve.none(say, may_ask=False)
    yield comfort.least(say, "e1", 4)
    yield comfort.ask_first(say, "e1", "first.hope")
    yield comfort.ask_first(say, "e1", "first.worry")


def _about_consent(say: Catalogue) -> Iterator[Message]:
    yield changed.what_changed(say, ENGAGED, CHANGE)
    yield changed.asked_anew(say, ENGAGED, WHO, CHANGE, CARD)
    for purpose in Purpose:
        if purpose is not Purpose.AGREEMENT:
            yield consent.ask(say, ENGAGED, WHO, purpose)
        yield consent.switched(say, purpose, NAME, None)
    yield consent.show(say, ENGAGED, (30, 90))
    yield consent.chosen(say, replace(ENGAGED, keep_days=30))
    yield hours.ask(say, things.rhythm(days_off=("MO", "2026-12-24/2026-12-31"), holidays="DE"))
    yield joining.next_sends(say, "travel-moved", things.rhythm(), ())
    yield from (joining.rhythm_problem(say, one) for one in ("zone", "days", "window", "quiet"))
    yield from (joining.rhythm_problem(say, one) for one in ("off", "holidays", "other"))
    yield home.stranger(say)
    yield help_.client(say)
    same, other = [Purpose.CHECK_INS, Purpose.KEEP_WORDS], [Purpose.REMINDER]
    yield resuming.as_it_was(say, ENGAGED, NAME, same, other, "f")
    mine = home.Mine(
        ENGAGED, NAME, True, things.rhythm(), None, (), (), 2, 1, SAID, Action("x"), (STEP,), True
    )  # fmt: skip
    coach = home.Coaching((LISTED,), things.rhythm(), None, None)
    yield home.home(say, home.Home((mine,), (), (STEP,), True, coach, ZONE))


def _about_steps(say: Catalogue) -> Iterator[Message]:
    asks = steps.Asks(DAY, reminds=True)
    yield steps.offer(say, "e1")
    yield steps.with_whom(say, SAID, [("e1", NAME), ("e2", Words(f"{NAME.text} 2"))])
    yield steps.builder_from(say, "e1", steps.Begun(SAID, SAID, True), asks, 500)
    yield steps.builder(say, "e1", "step-move-ask", STEP, asks)
    yield steps.builder(say, "e1", "step-smaller-ask", STEP, asks)
    yield steps_at_hand.steps(say, ())
    yield steps_at_hand.steps(say, (STEP,))
    yield steps_at_hand.brought(say, STEP)
    yield steps_at_hand.which(say, (STEP,), Mark.DONE)
    yield steps_at_hand.nothing_open(say)


def _of_one_client(say: Catalogue) -> Iterator[Message]:
    shared = (SHARED, replace(SHARED, share_id="h2", brings=True))
    one = one_client.NamedClient("e1", NAME, LISTED, shared)
    beside = one_client.ClientExtras("m1", ("h1",), True, ZONE)
    yield one_client.show(say, one, shared, 3, beside)
    yield one_client.show(say, replace(one, shared=()), (), 0, beside)
    yield one_client.which(say, (one, replace(one, engagement_id="e2")))
    yield picker.roster(say, [one], shared, ZONE)
    yield picker.roster(say, [replace(one, engagement_id=f"e{n}") for n in range(9)], (), ZONE)
    yield typed_sets.for_one(say, "e1", NAME, [OWN_SET], None)
    yield privacy.goodbye(say, NAME, LAST_DAY)


def _for_coaches(say: Catalogue) -> Iterator[Message]:
    yield from _of_one_client(say)
    yield clients.ask_end(say, "e1", NAME, things.LATER, ZONE)
    yield clients.not_a_coach(say, SAID.text, coached=True)
    yield clients.too_soon(say, CARD, replace(CARD, fees=NAME), things.LATER, ZONE)
    yield coaching.digest_by_reference(say, "d1")
    yield notes.reached_nobody(say, {"e1": NAME}, {"e1": NAME})
    yield notes.reached_nobody(say, {}, {})
    yield notes.thanked(say, NAME)
    yield coach_too.ask(say, "invite")
    yield clients.saved_first(say)
    yield coaching.digest_by_reference(say, "d1", "brief-waiting")
    beside = coaching.DigestExtras("d1", notes_open=["e1"], zone=ZONE)
    yield coaching.digest(say, [SHARED], beside, "sent-now")
    told = brief.Brief(NAME, things.LATER, [SHARED, replace(SHARED, brings=True)], [SHARED])
    yield brief.brief(say, told, beside)
    yield brief.brief(say, replace(told, items=[SHARED] * 40), beside)
    yield brief.brief_amended(say, [SHARED])
    yield brief.brief_amended(say, [])
    yield consent.ask_brief(say)
    yield consent.brief_switch(say, Grant(Purpose.BRIEF, things.chain(Act.GIVEN)[0]))
    yield sessions.show(say, ENGAGED, NAME, ZONE, DAY)
    for problem in ("session-past", "session-unreadable"):
        yield sessions.ask(say, "e1", problem)
    yield sessions.ask(say, "e1", "session-late", until=say.full_day(LAST_DAY))
    yield sessions.calendar(say, things.LATER, ZONE, SAID.text)
    yield sessions.cleared(say, things.LATER, ZONE, SAID.text)
    yield typed_sets.write(say)
    yield typed_sets.written(say, OWN_SET)
    for way in AskingWay:
        yield typed_sets.look_again(say, OWN_SET, SAID, [FoundWay(0, way)])


def _at_the_end(say: Catalogue) -> Iterator[Message]:
    yield endings.edited_away(say, ENDED, ZONE)
    yield endings.deleted(say, ENDED, ZONE)
    yield endings.stays(say, ())
    yield endings.ended(say, "step-gone", ENDED, ZONE)
    yield endings.taken_back(say, ENDED, ANSWER, ZONE)
    yield endings.taken_back(say, endings.Ended(waiting=(NAME,)), ANSWER, ZONE)
    yield erasing.which_part(say)
    yield erasing.ask_days(say)
    yield erasing.pick(say, [ANSWER] * 12, ZONE)
    yield erasing.pick(say, (), ZONE)
    yield erasing.confirm_one(say, ANSWER)
    yield erasing.confirm_days(say, DAY, LAST_DAY, erasing.ErasedCounts(3, 2, 1))
    yield erasing.erased_part(say, PERSON, [TOLD], CERTIFICATE)
    yield privacy.stop_sure(say)
    yield privacy.ending(say, ENGAGED, NAME, 3, 2, ENGAGED.ends_on)
    yield privacy.ending(say, ENGAGED, NAME, 3, 2, DAY)


def _to_the_bot(say: Catalogue) -> Iterator[Message]:
    yield crisis.still(say, CONTACTS, "112", rests=True)
    yield crisis.quiet_line(say, CONTACTS, "112")
    yield crisis.example(say, NAME)
    for row in ABOUT.values():
        for who in WhoAsks:
            yield about.answer(say, row, replace(FACTS, who=who))
    for key, offer in zip(("to-bot-complaint", "to-bot-request"), OFFERS.values(), strict=True):
        yield _with_button(plain(say, key), say(offer[0]), offer[1])
    for intent in Intent:
        yield _with_button(plain(say, "did-you-mean"), canonical(intent, say.language), "say:x")
    yield _with_button(plain(say, "later-quiet"), say("later-instead"), "later:x")


def _with_button(told: Message, label: str, action: str) -> Message:
    return replace(told, blocks=(*told.blocks, Buttons((Button(label, action),))))
