"""Portuguese: what the bot says, lines that are understood, and lines that must not be."""

from __future__ import annotations

from datetime import date

import pytest

from bot.text import catalogue
from bot.understand import Intent, read_day, read_past_day, understand
from tests.understand.catalogues import (
    MONDAY,
    NAMES_A_BUTTON,
    ONLY_SPEAKS_OF,
    asked_for,
    files,
    lines,
    messages,
    pairs,
    quoted,
    said,
)
from tests.understand.test_lines import SURE as ENGLISH

SURE = {
    Intent.STOP: """
parar|para|pare|Pare!|Por favor, pare|PARAR|chega|já chega|ja chega|basta|pare com isso|stop
pare de me escrever|pare de me mandar mensagens|para de mandar mensagem|não me escreva mais
nao me escreva mais|não quero mais mensagens|não quero mais receber mensagens|me deixa em paz
sem mais mensagens|quero me descadastrar|você pode parar?|quero que você pare
cancele tudo|desliga tudo|não me mande mais nada|retiro meu consentimento|me tira da lista
não, obrigado, pare|cala a boca|não quero mais isso|stop, por favor
""",
    Intent.PAUSE: "pausa|uma pausa, por favor|faz uma pausa|preciso de uma pausa|estou de férias",
    Intent.ERASE: """
apagar|apagar tudo|apague meus dados|exclua tudo|Apague tudo o que você tem sobre mim|me esqueça
me esqueca|deletar minha conta|quero que você apague tudo|direito ao esquecimento|excluir meus dados
""",
    Intent.HOLD: """
o que você tem sobre mim|o que voce tem sobre mim|O que vc sabe de mim?|o que você guarda
meus dados|me mostra meus dados|que dados você tem?|uma cópia dos meus dados
""",
    Intent.HELP: "ajuda|O que você pode fazer?|como funciona|você é um bot?|quem é você?|?",
    Intent.RESUME: "retomar|continuar|retome|voltei|estou de volta|termina a pausa",
    Intent.STEP: "meu passo|um pequeno passo|quero definir um pequeno passo|passo",
    Intent.STEPS: "meus passos|passos|ver meus passos|todos os meus passos|passos em aberto",
    Intent.SWITCHES: "minhas permissões|minhas permissoes|ver minhas permissões|ajustes",
    Intent.RHYTHM: "mudar meus horários|mudar meus horarios|meu ritmo|meu fuso horário",
    Intent.SEEN: "quem viu isso|quem viu minhas respostas|Quem pode ver isso?",
    Intent.RECEIPT: "comprovante|meu comprovante|me dê um comprovante",
    Intent.POLICY: "política|O que a minha organização decidiu?|o que é permitido aqui?",
    Intent.KEEPING: "quanto tempo você guarda|por quanto tempo voce guarda minhas respostas",
    Intent.WINS: "minhas conquistas|o que eu consegui?|o que deu certo",
    Intent.RECALL: "minhas palavras|o que eu escrevi da última vez?",
    Intent.PATHS: "caminhos|ver os caminhos|sair deste caminho",
    Intent.QUESTIONS: "minhas perguntas|o que você vai me perguntar?|outras perguntas",
    Intent.TOO_OFTEN: "vezes demais|com menos frequência|você escreve demais",
    Intent.TOO_PERSONAL: "pessoal demais|perguntas mais leves",
    Intent.WRONG_TIME: "hora ruim|é muito cedo para mim",
    Intent.SESSION: "próxima sessão|quando é a minha próxima sessão?|sessao",
    Intent.CALENDAR: "arquivo de calendário|coloca na minha agenda",
    Intent.FEEDBACK: "feedback|feedback para meu coach",
    Intent.LANGUAGE: "idioma|mudar de idioma",
    Intent.COMFORT: "como estamos?|ajustar",
    Intent.PROFILE: "meu perfil",
    Intent.CLIENTS: "meus clientes",
    Intent.AGREEMENT: "acordo|nosso acordo|quem vê o quê?",
    Intent.NEXT: "quando você escreve?|próximo check-in|o que vem depois",
    Intent.HOME: "início|página inicial|minha pagina|menu|home",
    Intent.INVITE: "convidar|convidar um cliente|um código novo",
    Intent.OUTSIDE: "minha coach é de fora|meu coach não tem conta aqui|um link para meu coach",
    Intent.DIGEST: "compilado|meu compilado|meu resumo|o que há de novo?",
    Intent.YES: "sim|sim, por favor|claro|com certeza|aceito|concordo|pode sim",
    Intent.NO: "não|nao|não, obrigado|melhor não|agora não|claro que não",
    Intent.PASS: "pular|eu passo|dessa vez não|prefiro não responder|pular essa pergunta",
}
ASK_IF_STOP = """
quero parar|preciso parar|estou cansada disso|quero sair|não quero isso|sair|silêncio
pare por favor, eu não quero mais|não para já|Obrigada por tudo. Chega.|desisto
esses dias estou com muita coisa e é demais para mim, então pare de me escrever agora
"""
WORDS = """
em casa|fui para casa|o início foi difícil|uma página em branco|o menu do dia
não consigo parar de pensar|quero parar de fumar|meu chefe me para sempre|parar às seis
não quero parar|tenho que parar para descansar|falei para meu chefe parar|larguei meu trabalho
aprender a parar|é difícil parar|quero sair do meu trabalho|foi o bastante
ela disse chega|cancelar a reunião|chega de desculpas
desligar o telefone às dez|sem mais reuniões depois das seis|terminei esse projeto|fim do dia
sair de casa|me deixa um recado|meu colega desistiu|nunca paro|quero apagar minhas dúvidas
apagar o quadro|apaguei um e-mail|esquecer meu ex|pausa para respirar
uma pausa antes de falar|fazer uma pausa ao meio-dia|pausa de 5 minutos|voltei para o escritório
começar pelo café|até sexta|duas semanas|para uma semana|por duas semanas|para segunda|para mim
para o time|sem parar|meu filho não para|meu próximo passo é ligar para ela|um passo de cada vez
sim, eu fiz e foi bom|não sei o que dizer|disse não a uma reunião|pedi ajuda|muitas vezes
quem chega|o prazo chega amanhã|volto para casa|parar de me comparar|quero que meu chefe pare
quando eu sento, então respiro|descansar|dormir|obrigado|oi|5|amanhã não posso ir|chega tarde
"""
PAUSES = [
    ("pausa até segunda", "2026-11-30"),
    ("pausa até segunda-feira", "2026-11-30"),
    ("pausa até terça, por favor", "2026-11-24"),
    ("pausa ate terca", "2026-11-24"),
    ("pausa até sabado", "2026-11-28"),
    ("pausa até o dia 3", "2026-12-03"),
    ("pausa até dia 14", "2026-12-14"),
    ("pausa até 3 de dezembro", "2026-12-03"),
    ("pausa até 3/12", "2026-12-03"),
    ("pausa até 3/4", "2027-04-03"),
    ("pausa até 1º de janeiro", "2027-01-01"),
    ("pausa até primeiro de janeiro", "2027-01-01"),
    ("pausa até amanhã", "2026-11-24"),
    ("pausa ate amanha", "2026-11-24"),
    ("pausa até a próxima semana", "2026-11-30"),
    ("pausa até o fim do mês", "2026-12-01"),
    ("pausa até sexta que vem", "2026-11-27"),
    ("pausa até a próxima sexta", "2026-11-27"),
    ("pausa até sexta da semana que vem", "2026-12-04"),
    ("pausa por duas semanas", "2026-12-07"),
    ("quero uma pausa de três dias", "2026-11-26"),
    ("pausa uma quinzena", "2026-12-07"),
    ("estou de férias até o dia 14", "2026-12-14"),
    ("volto na segunda", "2026-11-30"),
    ("hoje não", "2026-11-24"),
    ("essa semana não", "2026-11-30"),
    ("não me escreva até sexta", "2026-11-27"),
    ("não me escreva esta semana", "2026-11-30"),
]


@pytest.mark.parametrize(("intent", "line"), pairs(SURE))
def test_a_portuguese_line_that_says_one_thing_is_understood_for_sure(
    intent: Intent, line: str
) -> None:
    meant = understand(line, "pt", MONDAY)
    assert (meant.intent, meant.sure, meant.until) == (intent, True, None)


@pytest.mark.parametrize("line", lines(ASK_IF_STOP))
def test_the_bot_asks_about_a_portuguese_line_that_may_be_a_stop(line: str) -> None:
    meant = understand(line, "pt", MONDAY)
    assert (meant.intent, meant.sure) == (Intent.STOP, False)


@pytest.mark.parametrize("line", lines(WORDS))
def test_a_persons_own_portuguese_words_are_no_command(line: str) -> None:
    assert understand(line, "pt", MONDAY).intent is None


@pytest.mark.parametrize(("line", "until"), PAUSES)
def test_a_portuguese_pause_ends_on_the_day_that_was_meant(line: str, until: str) -> None:
    meant = understand(line, "pt", MONDAY)
    assert (meant.intent, meant.sure, meant.reason) == (Intent.PAUSE, True, None)
    assert meant.until == date.fromisoformat(until)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("pausa até 30 de fevereiro", "unreadable"),
        ("pausa até eu melhorar", "unreadable"),
        ("pausa até ontem", "past"),
        ("pausa três anos", "far"),
    ],
)
def test_an_impossible_portuguese_day_is_named_as_such(line: str, reason: str) -> None:
    meant = understand(line, "pt", MONDAY)
    assert (meant.intent, meant.reason) == (Intent.PAUSE, reason)


@pytest.mark.parametrize(("intent", "line"), ENGLISH)
def test_english_always_works_for_a_portuguese_reader(intent: Intent, line: str) -> None:
    meant = understand(line, "pt", MONDAY)
    assert (meant.intent, meant.sure) == (intent, True)


def test_a_code_is_found_behind_portuguese_words() -> None:
    assert understand("Oi, meu código é kxpt-4m7q", "pt", MONDAY).code == "KXPT-4M7Q"


def test_the_days_that_forms_give_as_examples_are_read() -> None:
    say = catalogue("pt")
    assert read_day(say("session-day-example"), "pt", MONDAY) == (date(2026, 11, 27), None)
    assert read_past_day(say("erase-from-example"), "pt", MONDAY) == date(2026, 11, 3)
    assert read_past_day(say("erase-to-example"), "pt", MONDAY) == date(2026, 11, 22)


def test_the_portuguese_catalogue_has_the_files_keys_and_values_of_english() -> None:
    assert sorted(files("pt")) == sorted(files("en"))
    assert messages("pt") == messages("en")


def test_every_portuguese_sentence_can_be_said_and_tells_what_to_type() -> None:
    for key in messages("en"):
        assert all(said("pt", key, number) for number in (0, 1, 2, 5, 1_000_000)), key
        if key not in ONLY_SPEAKS_OF:
            assert len(quoted("pt", key)) == len(quoted("en", key)), key
        if key not in NAMES_A_BUTTON | ONLY_SPEAKS_OF.keys():
            assert asked_for("pt", key) == asked_for("en", key), key
