"""Everybody can read what their organisation has decided, in their language; it is never sent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.chat import Document
from bot.domain.purposes import PURPOSES, Purpose, switches
from bot.text import catalogue, languages
from tests.scenarios.policy.house import OFFICER, House, keeping, without
from tests.world import World, joined, text_of

TYPED = {
    "de": "Was hat meine Organisation entschieden?",
    "en": "What has my organisation decided?",
    "es": "¿Qué ha decidido mi organización?",
    "fr": "Qu'est-ce que mon organisation a décidé ?",
    "ja": "組織は何を決めましたか",
    "pt": "O que a minha organização decidiu?",
    "vi": "tổ chức của mình đã quyết định gì",
}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("natural", [True, False])
async def test_whoever_asks_reads_it_in_their_language(
    tmp_path: Path, language: str, *, natural: bool
) -> None:
    house = House(tmp_path, OFFICER, keeping(33, grace=9), without(Purpose.NOTES))
    person = house.world.person("mai", "Mai")
    person.language = language
    (told,) = await person.writes(TYPED[language] if natural else "policy")
    text, say = text_of([told]), catalogue(language)
    assert told.template == "policy"
    assert told.language == language
    for said in ("Example Ltd", "help@example.org", "dpo@example.org", "33", "9"):
        assert said in text
    for purpose in switches():
        assert say(PURPOSES[purpose].name) in text
    assert say("policy-yours") in text
    async with house.world.store.transaction() as tx:
        assert await tx.person_at(person.address) is None


async def test_an_open_question_stays_open_and_without_a_file_the_settings_are_told() -> None:
    world = World()
    coach, client = world.person("coach", "Daniel"), world.person("client", "Mai")
    await coach.writes("invite")
    await client.writes(coach.code())
    (told,) = await client.writes("policy")
    assert "365" in text_of([told])
    (asked, *_) = await client.writes("yes")
    assert asked.template == "ask-check-ins"


async def test_the_receipt_names_the_organisation_in_the_chat_and_in_its_file(
    tmp_path: Path,
) -> None:
    house = House(tmp_path, OFFICER)
    client, _ = await joined(house.world)
    await house.decides(OFFICER, without(Purpose.CHECK_INS, Purpose.REMINDER))
    (shown,) = await client.writes("receipt")
    text = text_of([shown])
    for said in ("Example Ltd", "help@example.org", "dpo@example.org"):
        assert said in text
    assert "off, your organisation ended it on" in text
    (paper,) = [block for block in shown.blocks if isinstance(block, Document)]
    receipt = json.loads(paper.content.text)
    (party,) = receipt["party_identification"]
    assert (party["party_name"], party["party_contact"]) == ("Example Ltd", "help@example.org")
    assert party["data_protection_officer"] == "dpo@example.org"
    states = {one["purpose"]: one["consent_state"] for one in receipt["pii_processing"]}
    assert states["check_ins"] == "dpv:ConsentRevoked"
