"""Three parties: who pays is named, gets nothing by itself, and reads only an approved line."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.profile import CHANGES_EVERY
from bot.domain.purposes import PURPOSES, Purpose
from bot.ports import NotSent, Unknown
from bot.settings import Settings
from bot.text import catalogue, languages
from tests.scenarios.sponsoring.house import (
    ADDRESS,
    NAME,
    SENTENCE,
    House,
    allows,
    approves,
    names,
    paid,
    previews,
)
from tests.world import joined, text_of

OF_ALL = Settings(sponsor_name="The foundation", sponsor_address="grants@foundation.example")


async def test_by_default_nobody_pays_and_nothing_is_asked() -> None:
    house = House()
    client, _ = await joined(house)
    assert "Whoever pays gets nothing from me." in client.sees()
    assert "Lines for whoever pays" not in text_of(await client.writes("my switches"))
    assert "Lines for whoever pays" not in text_of(await client.writes("receipt"))
    told = text_of(await client.writes("sponsor"))
    assert "gets nothing from me" in told
    assert not client.has("Write a line for them")


async def test_the_agreement_names_who_pays_before_it_is_agreed_to() -> None:
    house = House()
    coach, client = house.person("coach", "Daniel"), house.person("client", "Mai")
    await coach.writes("invite")
    await names(coach)
    await client.writes(coach.code())
    assert client.quotes(last=1)[-2:] == [NAME, ADDRESS]
    assert "only lines that you have written and approved" in text_of(client.shown[-1:])


async def test_naming_somebody_sends_them_nothing() -> None:
    house, client, _ = await paid()
    await client.writes("It went well")
    await house.next_days(60)
    assert house.mail.mailed == []


async def test_a_line_leaves_as_it_was_previewed_and_says_who_decides() -> None:
    house, client, _ = await paid()
    preview = text_of(await previews(client))
    assert client.quotes(last=1) == [SENTENCE, NAME, ADDRESS]
    assert "I can't get it back" in preview
    assert house.mail.mailed == []
    await client.presses("Send exactly this")
    await house.next_days()
    (mailed,) = house.mail.mailed
    assert mailed.to == ADDRESS
    assert mailed.mail["To"] == ADDRESS
    said = [line for line in mailed.text.splitlines() if line]
    assert all(line.removeprefix("  > ") in preview for line in said)
    assert SENTENCE in mailed.text
    assert "They alone decide what you read here" in mailed.text
    assert "Mai" not in mailed.headers
    assert SENTENCE not in mailed.headers
    local = mailed.at.astimezone(ZoneInfo("Europe/Berlin"))
    assert local.hour == 9


async def test_once_only_and_nothing_more_follows() -> None:
    house, client, _ = await paid()
    await approves(client)
    assert (await client.presses("Send exactly this"))[-1].template == "already-done"
    await house.next_days(60)
    assert len(house.mail.mailed) == 1


async def test_without_a_yes_there_is_no_form_and_no_mail() -> None:
    house, client, _ = await paid()
    await client.writes("sponsor")
    (asked,) = await client.presses("Write a line for them")
    assert asked.template == "ask-sponsor"
    assert client.quotes(last=1) == [NAME, ADDRESS]
    await client.presses("No")
    assert (await client.presses("Write a line for them"))[-1].template == "ask-sponsor"
    await house.next_days()
    assert house.mail.mailed == []


@pytest.mark.parametrize("way", ["take back", "switch off", "stop", "pause", "erase", "nobody"])
async def test_whatever_ends_it_before_it_leaves_keeps_it_from_leaving(way: str) -> None:
    house, client, coach = await paid()
    await approves(client)
    match way:
        case "take back":
            told = text_of(await client.presses("Take it back"))
            assert told == "I've taken it back. It won't leave."
        case "switch off":
            await client.writes("my switches")
            told = text_of(await client.presses("Turn off: Lines for whoever pays"))
            assert "What had not left won't leave" in told
        case "stop":
            await client.writes("stop")
        case "pause":
            await client.writes("pause until Friday")
        case "erase":
            await client.writes("erase everything")
            await client.presses("Erase everything")
        case _:
            await coach.writes("sponsor")
            await coach.presses("Name nobody")
    await house.next_days(30)
    assert house.mail.mailed == []


async def test_the_end_of_the_coaching_comes_first() -> None:
    house, client, _ = await paid()
    await house.until(house.clock.now() + timedelta(days=84))
    await previews(client)
    told = await client.presses("Send exactly this")
    await house.next_days(10)
    assert told[-1].template == "sponsor-too-late"
    assert house.mail.mailed == []


async def test_what_left_lies_in_a_mailbox_and_the_bot_says_so() -> None:
    house, client, _ = await paid()
    await approves(client)
    await house.next_days()
    seen = text_of(await client.writes("who has seen this"))
    assert SENTENCE in seen
    assert "It left by mail on" in seen
    told = text_of(await client.presses("Take it back"))
    assert "what lies in a mailbox I can't get back" in told
    assert SENTENCE not in text_of(await client.writes("who has seen this"))
    await client.writes("erase everything")
    told = text_of(await client.presses("Erase everything"))
    assert "Only they can delete it." in told


@pytest.mark.parametrize("outcome", [NotSent("refused"), NotSent("no_mail")])
async def test_what_no_server_took_is_told_as_not_sent_by_mail(outcome: NotSent) -> None:
    house, client, _ = await paid()
    await approves(client)
    house.mail.outcomes = [outcome]
    await house.next_days(2)
    told = text_of(await client.writes("hello"))
    assert "It didn't get through by mail" in told
    assert "This chat" not in told


async def test_an_unknown_end_is_never_sent_again() -> None:
    house, client, _ = await paid()
    await approves(client)
    house.mail.outcomes = [Unknown("lost")]
    await house.next_days(10)
    assert house.mail.mailed == []
    assert "It may have left by mail" in text_of(await client.writes("sponsor"))


async def test_a_refusal_of_mail_holds_up_no_chat() -> None:
    house, client, _ = await paid()
    await approves(client)
    house.mail.outcomes = [NotSent("busy", timedelta(hours=1), for_all=True)]
    before = len(house.platform.arrived)
    await house.next_days(4)
    assert len(house.platform.arrived) > before
    assert len(house.mail.mailed) == 1


async def test_another_sponsor_is_asked_for_anew_and_gets_nothing_before() -> None:
    house, client, coach = await paid()
    await approves(client)
    await house.until(house.clock.now() + timedelta(minutes=30))
    assert await names(coach, "ACME", "boss@acme.example") == "sponsor-saved"
    await house.next_days(2)
    assert house.mail.mailed == []
    asked = text_of(client.shown) + text_of(await client.writes("thanks"))
    assert "boss@acme.example" in asked
    assert await client.presses("Yes")
    await approves(client)
    await house.next_days()
    assert [one.to for one in house.mail.mailed] == ["boss@acme.example"]


async def test_a_preview_for_one_sponsor_sends_nothing_to_another() -> None:
    house, client, coach = await paid()
    await previews(client)
    await names(coach, "ACME", "boss@acme.example")
    await client.presses("Send exactly this")
    await house.next_days()
    assert house.mail.mailed == []


async def test_the_organisation_can_name_who_pays_for_everybody() -> None:
    house = House(OF_ALL)
    client, coach = await joined(house)
    assert client.quotes()[1:3] == ["The foundation", "grants@foundation.example"]
    told = text_of(await coach.writes("sponsor"))
    assert "The people who run me have named who pays" in told
    await approves(client)
    await house.next_days()
    assert [one.to for one in house.mail.mailed] == ["grants@foundation.example"]


async def test_below_the_minimum_group_no_number_of_sessions_leaves() -> None:
    house = House(Settings(minimum_group=2))
    first, coach = await joined(house)
    second, other = await joined(house, "Ada", "Eve", client="second", coach="other")
    for one in (coach, other):
        await names(one)
    assert "6 sessions so far" in text_of(await previews(first, sessions="6"))
    assert "2 people, you included" in text_of(first.shown[-1:])
    await first.presses("Send exactly this")
    await house.next_days()
    await approves(second, sessions="3")
    await house.next_days()
    alone, together = house.mail.mailed
    assert "sessions so far" not in alone.text
    assert "3 sessions so far" in together.text


async def test_the_preview_reads_the_same_whoever_else_takes_part() -> None:
    """Otherwise one client would learn from it what another one did."""
    told = []
    for others in (False, True):
        house = House(Settings(minimum_group=2))
        client, coach = await joined(house)
        other, hers = await joined(house, "Ada", "Eve", client="second", coach="other")
        for one in (coach, hers):
            await names(one)
        if others:
            await approves(other, sessions="3")
        await house.next_days()
        assert len(house.mail.mailed) == others
        told.append(text_of(await previews(client, sessions="6")))
    assert told[0] == told[1]


async def test_who_pays_is_changed_on_the_day_that_was_told_and_not_before() -> None:
    house, _, coach = await paid()
    house.clock.forward(days=3)
    assert await names(coach, "Another company") == "sponsor-too-soon"
    house.clock.at = house.clock.at - timedelta(days=3) + CHANGES_EVERY - timedelta(minutes=1)
    assert await names(coach, "Another company") == "sponsor-too-soon"
    house.clock.forward(minutes=2)
    assert await names(coach, "Another company") == "sponsor-saved"


async def test_a_number_that_is_none_is_asked_for_once_more() -> None:
    _, client, _ = await paid()
    (asked,) = await previews(client, sessions="many")
    assert "in digits" in text_of([asked])
    assert SENTENCE in asked.carried
    (asked,) = await client.submits(sentence=" ")
    assert "I need a sentence" in text_of([asked])


async def test_one_line_waits_at_a_time() -> None:
    house, client, _ = await paid()
    await approves(client)
    await allows(client)
    assert "sponsor-line-waiting" in client.templates()[-3:]
    await house.next_days()
    await approves(client, "Another one.")
    await house.next_days()
    assert len(house.mail.mailed) == 2


@pytest.mark.parametrize("language", languages())
async def test_the_whole_road_in_every_language(language: str) -> None:
    house, client, _ = await paid()
    say = catalogue(language)
    client.language = language
    await client.presses_raw(f"language:{language}")
    await client.presses_raw("sponsor")
    await client.presses(say("sponsor-line-offer"))
    await client.presses(say("yes"))
    await client.submits(sentence=SENTENCE, sessions="2")
    await client.presses(say("sponsor-send"))
    await house.next_days()
    (mailed,) = house.mail.mailed
    assert mailed.mail["Subject"] == say("sponsor-mail-subject")
    assert mailed.mail["Content-Language"] == language
    assert say("sponsor-mail-decides", client="Mai") in mailed.text
    assert say("erased-mailed")


def test_the_purpose_is_read_by_nobody_of_the_coaching() -> None:
    assert PURPOSES[Purpose.SPONSOR].readers == ("client", "sponsor")
