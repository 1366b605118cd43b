"""A complaint about the bot, a request to it, or a greeting is answered, and is nobody's diary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from bot.text import languages
from bot.understand import Addressed, meant_for_bot
from tests.world import World, joined, text_of

COMPLAINTS: Mapping[str, Sequence[str]] = {
    "en": ["You keep asking me the same thing", "Your questions are annoying", "stupid bot"],
    "de": ["Sie fragen mich immer das Gleiche", "Ihre Fragen nerven", "Blöder Bot"],
    "fr": ["Vos questions sont pénibles", "Arrêtez de me demander ça", "Vous ne m'aidez pas"],
    "es": ["Tus preguntas me aburren", "Deja de preguntarme eso", "No me entiendes"],
    "pt": ["Suas perguntas são chatas", "Pare de me perguntar isso", "Você não me entende"],
    "vi": ["Câu hỏi này chán quá", "Đừng hỏi tôi nữa", "Bot không hiểu gì cả"],
    "ja": ["同じ質問ばかりですね", "質問が多すぎます", "この質問はつまらない"],
}
REQUESTS: Mapping[str, Sequence[str]] = {
    "en": [
        "Can you help me with my CV?",
        "please write a mail to my boss",
        "Remind me to call Eva",
    ],
    "de": ["Können Sie mir helfen, eine Mail zu schreiben?", "Erinnern Sie mich an den Anruf"],
    "fr": ["Pouvez-vous m'écrire un message ?", "Rappelle-moi d'appeler Eva"],
    "es": ["¿Puedes ayudarme con mi currículum?", "Recuérdame llamar a Eva"],
    "pt": ["Você pode me ajudar com meu currículo?", "Me lembre de ligar para a Eva"],
    "vi": ["Bạn có thể giúp tôi viết email không?", "Nhắc tôi gọi cho Eva"],
    "ja": ["履歴書を手伝ってください", "メールを書いてください"],
}
OWN_WORDS: Mapping[str, Sequence[str]] = {
    "en": [
        "I asked him: can you help me?",
        "You never know how a week goes",
        "My questions were good",
    ],
    "de": ["Ich habe ihn gefragt, ob er mir hilft", "Die Fragen im Gespräch waren gut"],
    "fr": ["J'ai demandé de l'aide à Eva", "Les questions étaient bonnes"],
    "es": ["Le pedí ayuda a Eva", "Las preguntas de la entrevista eran buenas"],
    "pt": ["Pedi ajuda para a Eva", "As perguntas da entrevista eram boas"],
    "vi": ["Tôi đã nhờ Eva giúp", "Buổi phỏng vấn có câu hỏi hay"],
    "ja": ["エヴァに助けを頼みました", "面接の質問は良かったです"],
}


def test_every_language_has_its_lines() -> None:
    assert set(COMPLAINTS) == set(REQUESTS) == set(OWN_WORDS) == set(languages())


@pytest.mark.parametrize("language", COMPLAINTS)
def test_what_is_meant_for_the_bot_is_heard_and_ones_own_words_are_not(language: str) -> None:
    for lines, wanted in ((COMPLAINTS, Addressed.COMPLAINT), (REQUESTS, Addressed.REQUEST)):
        assert [one for one in lines[language] if meant_for_bot(one, language) != wanted] == []
    assert [one for one in OWN_WORDS[language] if meant_for_bot(one, language)] == []


@pytest.mark.parametrize("asked", [False, True])
async def test_a_complaint_is_answered_and_not_kept_and_the_question_stays_open(
    asked: bool,
) -> None:
    world = World()
    client, _ = await joined(world)
    if asked:
        await world.skip()
    (told,) = await client.writes("You keep asking me the same thing")
    assert told.template == "to-bot-complaint"
    assert "asking me" not in text_of(await client.writes("my words"))
    await client.presses("Change what I ask, or when")
    assert client.templates()[-1] == "comfort-ask"
    (quoted, *_) = await client.writes("I said no to a meeting")
    assert ("Share with Daniel" in text_of([quoted])) is asked, "the question is still open"


async def test_sent_once_more_it_is_the_persons_own_words() -> None:
    client, _ = await joined(World())
    (told,) = await client.writes("please write a mail to my boss")
    assert told.template == "to-bot-request"
    (quoted,) = await client.writes("please write a mail to my boss")
    assert client.quotes(last=1) == ["please write a mail to my boss"]
    assert quoted.template == "you-wrote"


async def test_a_request_is_an_answer_while_a_question_is_open() -> None:
    client, _ = await joined(World())
    await client.presses("Two first questions")
    await client.writes("Help me find a new job")
    assert client.quotes()[-1] == "Help me find a new job"


async def test_a_complaint_within_a_text_of_its_own_is_that_text() -> None:
    client, _ = await joined(World())
    await client.writes("feedback")
    (quoted,) = await client.writes("Your questions are annoying")
    assert quoted.template == "you-wrote"


GREETINGS = ("Hello, here I am", "Good morning, hope you are well", "Hi, nice to see you again")


@pytest.mark.parametrize("line", GREETINGS)
async def test_a_longer_greeting_is_greeted_and_never_quoted(line: str) -> None:
    client, _ = await joined(World())
    (told,) = await client.writes(line)
    assert told.template.startswith("small-hello"), told.template
