"""Words that name a loss or distress are heard in every language, whatever the chat's own is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from bot.text import languages
from bot.understand import names_a_loss

HEAVY: Mapping[str, Sequence[str]] = {
    "en": [
        "The funeral is on Friday.",
        "My grandmother died last night",
        "I lost my father in the spring",
        "We had a miscarriage",
        "I'm getting divorced",
        "They laid off half of us, and I was one of them",
        "I was fired on Monday",
        "She was diagnosed with cancer",
        "I cried in the car park",
        "I had a panic attack before the meeting",
    ],
    "de": [
        "Am Freitag ist die Beerdigung.",
        "Meine Oma ist gestern gestorben",
        "Ich habe meinen Vater verloren",
        "Wir hatten eine Fehlgeburt",
        "Meine Scheidung ist durch",
        "Mir wurde gekündigt",
        "Er hat Krebs",
        "Ich habe im Auto geweint",
        "Ich hatte eine Panikattacke",
        "Ich kann nicht mehr",
    ],
    "fr": [
        "L'enterrement est vendredi.",
        "Ma grand-mère est morte hier",
        "J'ai perdu mon père au printemps",
        "J'ai fait une fausse couche",
        "Nous sommes en plein divorce",
        "J'ai été licenciée lundi",
        "On lui a trouvé un cancer",
        "J'ai pleuré dans la voiture",
        "J'ai fait une crise d'angoisse",
    ],
    "es": [
        "El funeral es el viernes.",
        "Mi abuela murió anoche",
        "Perdí a mi padre en primavera",
        "Tuve un aborto espontáneo",
        "Estoy en pleno divorcio",
        "Me despidieron el lunes",
        "Le diagnosticaron cáncer",
        "Lloré en el coche",
        "Tuve un ataque de pánico",
    ],
    "pt": [
        "O velório é na sexta.",
        "Minha avó morreu ontem",
        "Perdi meu pai na primavera",
        "Tive um aborto espontâneo",
        "Estou no meio do divórcio",
        "Fui demitida na segunda",
        "Ele está com câncer",
        "Chorei no carro",
        "Tive uma crise de ansiedade",
    ],
    "vi": [
        "Đám tang vào thứ Sáu.",
        "Bà tôi qua đời tối qua",
        "Tôi mất cha hồi mùa xuân",
        "Tôi bị sảy thai",
        "Chúng tôi đang ly hôn",
        "Tôi bị sa thải hôm thứ Hai",
        "Mẹ tôi bị ung thư",
        "Tôi khóc trong bãi đỗ xe",
        "Bố mình vừa mất",
    ],
    "ja": [
        "金曜日がお葬式です。",
        "祖母が昨夜亡くなりました",
        "春に父を亡くしました",
        "流産しました",
        "離婚することになりました",
        "月曜に解雇されました",
        "母ががんと言われました",
        "駐車場で泣いてしまった",
        "会議の前にパニックになった",
    ],
}
ORDINARY: Mapping[str, Sequence[str]] = {
    "en": ["I said no to a meeting", "The deadline is on Friday", "I lost my place in the queue"],
    "de": ["Ich habe in der Besprechung Nein gesagt", "Der Termin ist am Freitag"],
    "fr": ["J'ai dit non à une réunion", "Le rapport est prêt", "Je suis fier du résultat"],
    "es": ["Dije que no a una reunión", "El informe está listo para el viernes"],
    "pt": ["Eu disse não a uma reunião", "O relatório está pronto para sexta"],
    "vi": ["Tôi đã từ chối một cuộc họp", "Báo cáo mất hai ngày", "Cuộc nói chuyện diễn ra tốt"],
    "ja": ["会議を断りました", "必死に準備しました", "報告書ができました"],
}


def test_every_language_has_its_lines() -> None:
    assert set(HEAVY) == set(ORDINARY) == set(languages())


@pytest.mark.parametrize("language", HEAVY)
def test_a_loss_is_heard(language: str) -> None:
    assert [line for line in HEAVY[language] if not names_a_loss(line)] == []
    loud = [line for line in HEAVY[language] if not names_a_loss(f"  {line.upper()}!! 🙂")]
    assert loud == []


@pytest.mark.parametrize("language", ORDINARY)
def test_an_ordinary_week_is_no_loss(language: str) -> None:
    assert [line for line in ORDINARY[language] if names_a_loss(line)] == []


def test_a_loss_is_heard_within_a_long_text_and_in_strange_text() -> None:
    assert names_a_loss(f"{'word ' * 600} my father died {'word ' * 100}")
    for text in ("", " ", "\x00", "🙂" * 50, "ß" * 500, "\u202edied\u202c"):
        names_a_loss(text)
