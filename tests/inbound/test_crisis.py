# ruff: noqa: E501
"""Words of crisis lead to people to call, in seven languages.

Words that only look like them do not.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.contacts import (
    country_of,
    emergency_number,
    known_countries,
    own_contacts,
    public_contacts,
)
from bot.text import languages
from bot.understand import worries_about_privacy
from bot.understand.distress import hear_distress
from tests.world import World, joined, text_of

IN_CRISIS = {
    "en": "I want to die | i wanna die | I'm thinking of killing myself | I want to end my life | "
    "there is no reason to live | I can't go on like this anymore | I don't want to live | "
    "everyone is better off without me | I took too many pills | he beats me | my husband hits me | "
    "I fear for my life | suicide | I'm suicidal | I cut myself last night | I wish I was dead | "
    "I just want to sleep and never wake up | I'm going to take my own life | kms | I don’t want to "
    "be here anymore",
    "de": "Ich will nicht mehr leben | ich will sterben | Ich bringe mich um | ich möchte tot sein | "
    "moechte nicht mehr aufwachen | Selbstmord | ich denke an Suizid | ich ritze mich | "
    "mein Mann schlägt mich | ich habe Angst um mein Leben | es hat keinen Sinn mehr zu leben | "
    "ohne mich besser dran | ich will mich umbringen | mir das Leben nehmen | ich bin lebensmüde | "
    "dem Leben ein Ende setzen | ich habe alle Tabletten genommen | er würgt mich | Überdosis | "
    "ich will tot sein",
    "fr": "Je veux mourir | je ne veux plus vivre | j'ai envie d'en finir | je vais me suicider | "
    "je pense au suicide | me tuer | me faire du mal | mon mari me frappe | j'ai des idées noires | "
    "j'ai pris trop de cachets | j'ai peur pour ma vie | la vie ne vaut plus la peine | "
    "plus envie de vivre | il va me tuer | je n'ai aucune raison de vivre | mettre fin à mes jours | "
    "vous seriez mieux sans moi | automutilation | overdose | je veux ne plus me réveiller",
    "es": "Quiero morir | quiero morirme | no quiero vivir | ya no quiero vivir | voy a matarme | "
    "me quiero matar | suicidarme | pienso en el suicidio | hacerme daño | mi marido me pega | "
    "temo por mi vida | acabar con mi vida | no hay razón para vivir | la vida no tiene sentido | "
    "quitarme la vida | mejor muerto | me corto | tomé muchas pastillas | sobredosis | "
    "ojalá estuviera muerta",
    "pt": "Quero morrer | não quero mais viver | nao quero mais viver | vou me matar | suicídio | "
    "penso em suicidio | acabar com a minha vida | tirar a minha vida | me cortar | "
    "meu marido me bate | tenho medo pela minha vida | não vejo sentido em viver | "
    "melhor sem mim | queria estar morta | tomei muitos comprimidos | overdose | "
    "ele vai me matar | automutilação | não quero acordar | a vida não tem sentido",
    "vi": "Mình muốn chết | tôi muốn chết | minh muon chet | mình không muốn sống nữa | tự tử | "
    "tu tu | tự sát | kết thúc cuộc đời | tự làm đau bản thân | rạch tay | chồng đánh tôi | "
    "bị chồng đánh | không còn lý do để sống | ước gì mình chết | không muốn tỉnh dậy | "
    "muốn biến mất mãi mãi | uống hết thuốc ngủ | quá liều | kết liễu | không thiết sống",
    "ja": "死にたい | もう死にたいです | 消えたい | 自殺したい | 自殺を考えている | 生きていたくない | "
    "生きている意味がない | 死んだほうがいい | 自分を傷つけてしまう | リストカットした | 飛び降りたい | "
    "薬を大量に飲んだ | 夫に殴られている | 命の危険を感じる | 殺される | もういなくなりたい | "
    "生きるのがつらい | 手首を切った | 首を吊りたい | 目が覚めなければいいのに",
}
NOT_IN_CRISIS = {
    "en": "This deadline is killing me | I could kill for a coffee | dead tired today | "
    "dying to know how it went | shoot me an email | suicide squad was fun | career suicide | "
    "I hurt my back at football | the meeting was deadly boring | I will end the meeting early | "
    "my phone died | I was dead wrong | we killed the project | a suicide mission of a deadline",
    "de": "Die Besprechung war sterbenslangweilig | Der Laptop ist tot | Ich bin todmüde | "
    "Das Projekt ist gestorben | Ich will leben und lernen | zum Sterben langweilig | "
    "Ich habe mich am Knie verletzt | Das bringt mich weiter | Ende der Woche | am Ende war es gut",
    "fr": "mourir de rire | je suis mort de fatigue | ce travail me tue | mourir de honte | "
    "la réunion était mortelle | j'ai fini le projet | une faim de loup | j'ai eu faim | "
    "il a tué le projet | je me suis fait un café",
    "es": "me muero de risa | morirme de vergüenza | estoy muerto de cansancio | morirme de hambre | "
    "mataron el proyecto | suicidio profesional | terminar el informe | me corté el pelo | "
    "una reunión mortal | quiero vivir más tranquila",
    "pt": "morrer de rir | morto de cansaço | morrer de vergonha | mataram o projeto | "
    "o celular morreu | acabar com o relatório | cortei o cabelo | morrer de fome | "
    "uma reunião mortal | quero viver com calma",
    "vi": "mệt muốn chết | cười muốn chết | bận muốn chết | điện thoại chết rồi | "
    "kết thúc dự án | hôm nay bận | dự án chết yểu | đói muốn chết | mình sống vui | làm xong việc",
    "ja": "死ぬほど疲れた | 死ぬほど眠い | 必死に頑張った | 会議が終わった | 自殺行為だと言われた企画 | "
    "電池が死んだ | 仕事を終わりにした | 忙しくて大変だった | 消しゴムがない | 切符を買った",
}
CRISES = [(one, line.strip()) for one, lines in IN_CRISIS.items() for line in lines.split(" | ")]
OTHERS = [(one, line.strip()) for one, row in NOT_IN_CRISIS.items() for line in row.split(" | ")]


@pytest.mark.parametrize(("language", "line"), CRISES)
def test_words_of_crisis_are_noticed(language: str, line: str) -> None:
    assert hear_distress(line)
    assert hear_distress(f"Well… {line} !! I don't know")


@pytest.mark.parametrize(("language", "line"), OTHERS)
def test_words_that_only_look_like_a_crisis_are_not_noticed(language: str, line: str) -> None:
    assert not hear_distress(line)


@pytest.mark.parametrize("language", languages())
def test_twenty_ways_to_say_it_in_every_language(language: str) -> None:
    assert sum(one == language for one, _ in CRISES) >= 20
    assert sum(one == language for one, _ in OTHERS) >= 10


@given(st.text(max_size=5_000), st.sampled_from(languages()))
def test_no_text_makes_it_raise(text: str, language: str) -> None:
    hear_distress(text)
    worries_about_privacy(text, language)


@pytest.mark.parametrize("country", known_countries())
def test_every_known_country_has_people_and_an_emergency_number(country: str) -> None:
    assert emergency_number(country).isdigit()
    assert public_contacts(country)


def test_a_country_is_known_by_the_zone_and_a_stranger_gets_what_holds_anywhere() -> None:
    assert (country_of("Europe/Berlin"), country_of("Asia/Tokyo")) == ("DE", "JP")
    assert country_of("America/Sao_Paulo") == "BR"
    assert country_of("Atlantis/Deep") is None
    assert (public_contacts(None), emergency_number(None)) == ((), "112")


def test_an_organisations_own_file_is_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    good = tmp_path / "good.toml"
    good.write_text('[[contacts]]\nname = "Our people"\nphone = "0800 1"\n', encoding="utf-8")
    assert own_contacts(good)[0].name == "Our people"
    for number, text in enumerate(("contacts = 3", "[[contacts]]\nname = 'x'", "not toml")):
        bad = tmp_path / f"bad{number}.toml"
        bad.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=r"bad\d\.toml: (needs|line 1: is no TOML)"):
            own_contacts(bad)
    with pytest.raises(ValueError, match="there is no such file"):
        own_contacts(tmp_path / "none.toml")


async def test_people_come_first_nothing_is_kept_and_one_no_brings_back_no_survey() -> None:
    world = World()
    client, coach = await joined(world)
    await world.skip()
    told = text_of(await client.writes("I can't do this. I want to die."))
    assert told.index("TelefonSeelsorge") < told.index("I'm a bot")
    assert "nobody was told" in told
    await client.presses("No")
    assert client.templates()[-1] == "crisis-no"
    shown = len(client.shown)
    await world.until(world.clock.now().replace(month=12, day=31))
    assert len(client.shown) == shown
    assert "I want to die" not in text_of(await client.writes("my words"))
    assert "die" not in coach.sees()
    await client.writes("resume")
    assert await world.skip()


async def test_crisis_is_answered_whoever_writes_and_whatever_was_awaited() -> None:
    world = World()
    stranger = world.person("stranger", "Kim")
    assert (await stranger.writes("ich will nicht mehr leben"))[0].template == "crisis-people" or (
        await stranger.writes("I want to die")
    )[0].template == "crisis-people"
    client, _ = await joined(world)
    await client.writes("feedback")
    (answer,) = await client.writes("I want to kill myself")
    assert answer.template == "crisis-people"


@pytest.mark.parametrize(
    ("language", "worry"),
    [
        ("en", "That my boss reads this"),
        ("de", "Dass mein Chef mitliest"),
        ("fr", "Que mon employeur lise ceci"),
        ("es", "Que mi jefa lo lea"),
        ("pt", "Que a empresa leia"),
        ("vi", "Sợ sếp đọc được"),
        ("ja", "上司に読まれること"),
    ],
)
def test_a_worry_about_privacy_is_noticed(language: str, worry: str) -> None:
    assert worries_about_privacy(worry, language)
    assert not worries_about_privacy("…", language)
