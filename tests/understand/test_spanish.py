"""Spanish: what the bot says, lines that are understood, and lines that must not be."""

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
parar|para|¡Para!|Por favor, para|para ya|PARAR|basta|¡Basta ya!|deja de escribirme|pare
deja de mandarme mensajes|no me escribas más|no me escribas mas|ya no quiero mensajes|stop
no más mensajes|no mas mensajes|déjame en paz|dejame en paz|quiero darme de baja|alto
¿puedes parar?|¿puedes dejar de escribirme?|Quiero que pares|no quiero recibir más mensajes
cancela todo|detente|cállate|apágalo todo|no, gracias, para
retiro mi consentimiento|sácame de la lista|no vuelvas a escribirme|stop, por favor
""",
    Intent.PAUSE: "pausa|una pausa, por favor|haz una pausa|necesito una pausa|estoy de vacaciones",
    Intent.ERASE: """
borrar|borrar todo|borra mis datos|elimina todo|Borra todo lo que tienes sobre mí|olvídame
olvidame|bórralo todo|quiero que borres todo|eliminar mi cuenta|derecho al olvido
""",
    Intent.HOLD: """
qué tienes sobre mí|que tienes sobre mi|¿Qué sabes de mí?|qué guardas|mis datos
muéstrame mis datos|¿qué datos tienes?|una copia de mis datos|¿qué hay guardado sobre mí?
""",
    Intent.HELP: "ayuda|¿Qué puedes hacer?|cómo funciona|¿eres un bot?|¿quién eres?|?",
    Intent.RESUME: "retomar|reanudar|continuar|sigue|ya volví|estoy de vuelta|termina la pausa",
    Intent.STEP: "mi paso|un pequeño paso|quiero fijar un pequeño paso|nuevo paso",
    Intent.STEPS: "mis pasos|pasos|ver mis pasos",
    Intent.SWITCHES: "mis permisos|ver mis permisos|cambiar mis permisos|ajustes|mis interruptores",
    Intent.RHYTHM: "cambiar mis horarios|mi ritmo|¿cada cuánto me escribes?|mi zona horaria",
    Intent.SEEN: "quién ha visto esto|quien vio mis respuestas|¿Quién puede ver esto?",
    Intent.RECEIPT: "comprobante|mi comprobante|dame un comprobante",
    Intent.POLICY: "política|¿Qué ha decidido mi organización?|¿qué está permitido aquí?",
    Intent.KEEPING: "cuánto tiempo guardas|cuanto tiempo guardas mis respuestas",
    Intent.WINS: "mis logros|¿qué he logrado?|qué salió bien",
    Intent.RECALL: "mis palabras|¿qué escribí la última vez?",
    Intent.PATHS: "caminos|ver los caminos|dejar este camino",
    Intent.QUESTIONS: "mis preguntas|¿qué me vas a preguntar?|otras preguntas",
    Intent.TOO_OFTEN: "demasiado seguido|menos frecuencia|me escribes demasiado",
    Intent.TOO_PERSONAL: "demasiado personal|preguntas más ligeras",
    Intent.WRONG_TIME: "mal momento|es muy temprano para mí",
    Intent.SESSION: "próxima sesión|¿cuándo es mi próxima sesión?|sesion",
    Intent.CALENDAR: "archivo de calendario|añádelo a mi calendario",
    Intent.FEEDBACK: "comentarios|comentarios para mi coach",
    Intent.LANGUAGE: "idioma|cambiar de idioma",
    Intent.COMFORT: "¿cómo vamos?|ajustar",
    Intent.PROFILE: "mi perfil",
    Intent.CLIENTS: "mis clientes",
    Intent.AGREEMENT: "acuerdo|nuestro acuerdo|¿quién ve qué?",
    Intent.NEXT: "¿cuándo me escribes?|próximo check-in|qué sigue",
    Intent.HOME: "inicio|la página de inicio|mi pagina|menú|home",
    Intent.INVITE: "invitar|invitar a un cliente|un código nuevo",
    Intent.OUTSIDE: "mi coach es externo|mi coach no tiene cuenta aquí|un enlace para mi coach",
    Intent.DIGEST: "recopilación|recopilacion|mi resumen|¿qué hay de nuevo?",
    Intent.YES: "sí|si|sí, por favor|claro|por supuesto|acepto",
    Intent.NO: "no|no, gracias|mejor no|ahora no|claro que no",
    Intent.PASS: "pasar|paso|esta vez no|prefiero no responder|saltar esta pregunta",
}
# "todavía no" is a no where a question waits, and tells of the step where none does.
TOLD_OF_A_STEP = {"step-set-hint"}
ASK_IF_STOP = """
quiero parar|necesito parar|estoy harta de esto|me quiero salir|no quiero esto|fin
para por favor, ya no quiero más|no para ya|salir|silencio|Gracias por todo. Basta.
estos días tengo muchas cosas encima y es demasiado, así que deja de escribirme ya
"""
WORDS = """
en casa|me fui a casa|el inicio fue difícil|una página en blanco|el menú del día
no puedo parar de pensar|quiero dejar de fumar|mi jefe me para siempre|quiero parar de fumar
parar a las seis|no quiero parar|tengo que parar a descansar|le dije a mi jefe que parara
aprender a parar|me cuesta parar|dejé mi trabajo|quiero dejar mi trabajo|fue suficiente
ella dijo basta|cancelar la reunión
apagar el teléfono a las diez|no más excusas|no más reuniones después de las seis
terminé con este proyecto|fin del día|salir de casa|déjame una nota|mi colega renunció
quiero borrar mis dudas|borrar la pizarra|borré un correo|olvidar a mi ex
pausa para respirar|una pausa antes de hablar|hacer una pausa al mediodía|pausa de 5 minutos
volví a la oficina|empezar con el desayuno|hasta el viernes|dos semanas|para una semana
para el lunes|para mi equipo|para mí|para hoy|mañana no puedo ir|nada esta semana|sin parar
mi hijo no para|mi próximo paso es llamarla|sí, lo hice y me sentí bien|un paso más
no sé qué decir|dije que no a una reunión|pedí ayuda|muy a menudo|paso a paso|gracias|hola|5
lo quiero, por favor, para mañana|con eso basta|me va bien|dejar de compararme con otros
cuando me siento, entonces respiro|quiero que mi jefe pare|descansar|dormir|vuelvo a casa
"""
PAUSES = [
    ("pausa hasta el lunes", "2026-11-30"),
    ("pausa hasta el miercoles", "2026-11-25"),
    ("pausa hasta el miércoles, por favor", "2026-11-25"),
    ("pausa hasta el sabado", "2026-11-28"),
    ("pausa hasta el 3", "2026-12-03"),
    ("pausa hasta el día 14", "2026-12-14"),
    ("pausa hasta el 3 de diciembre", "2026-12-03"),
    ("pausa hasta el 3/12", "2026-12-03"),
    ("pausa hasta el 3/4", "2027-04-03"),
    ("pausa hasta el primero de enero", "2027-01-01"),
    ("pausa hasta mañana", "2026-11-24"),
    ("pausa hasta manana", "2026-11-24"),
    ("pausa hasta la próxima semana", "2026-11-30"),
    ("pausa hasta fin de mes", "2026-12-01"),
    ("pausa hasta el viernes que viene", "2026-11-27"),
    ("pausa hasta el próximo viernes", "2026-11-27"),
    ("pausa hasta el viernes de la próxima semana", "2026-12-04"),
    ("pausa dos semanas", "2026-12-07"),
    ("quiero una pausa de tres días", "2026-11-26"),
    ("pausa una quincena", "2026-12-07"),
    ("estoy de vacaciones hasta el 14", "2026-12-14"),
    ("vuelvo el lunes", "2026-11-30"),
    ("hoy no", "2026-11-24"),
    ("esta semana no", "2026-11-30"),
    ("no me escribas hasta el viernes", "2026-11-27"),
    ("no me escribas esta semana", "2026-11-30"),
]


@pytest.mark.parametrize(("intent", "line"), pairs(SURE))
def test_a_spanish_line_that_says_one_thing_is_understood_for_sure(
    intent: Intent, line: str
) -> None:
    meant = understand(line, "es", MONDAY)
    assert (meant.intent, meant.sure, meant.until) == (intent, True, None)


@pytest.mark.parametrize("line", lines(ASK_IF_STOP))
def test_the_bot_asks_about_a_spanish_line_that_may_be_a_stop(line: str) -> None:
    meant = understand(line, "es", MONDAY)
    assert (meant.intent, meant.sure) == (Intent.STOP, False)


@pytest.mark.parametrize("line", lines(WORDS))
def test_a_persons_own_spanish_words_are_no_command(line: str) -> None:
    assert understand(line, "es", MONDAY).intent is None


@pytest.mark.parametrize(("line", "until"), PAUSES)
def test_a_spanish_pause_ends_on_the_day_that_was_meant(line: str, until: str) -> None:
    meant = understand(line, "es", MONDAY)
    assert (meant.intent, meant.sure, meant.reason) == (Intent.PAUSE, True, None)
    assert meant.until == date.fromisoformat(until)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("pausa hasta el 30 de febrero", "unreadable"),
        ("pausa hasta que me sienta mejor", "unreadable"),
        ("pausa hasta ayer", "past"),
        ("pausa tres años", "far"),
    ],
)
def test_an_impossible_spanish_day_is_named_as_such(line: str, reason: str) -> None:
    meant = understand(line, "es", MONDAY)
    assert (meant.intent, meant.reason) == (Intent.PAUSE, reason)


@pytest.mark.parametrize(("intent", "line"), ENGLISH)
def test_english_always_works_for_a_spanish_reader(intent: Intent, line: str) -> None:
    meant = understand(line, "es", MONDAY)
    assert (meant.intent, meant.sure) == (intent, True)


def test_a_code_is_found_behind_spanish_words() -> None:
    assert understand("Hola, mi código es kxpt-4m7q", "es", MONDAY).code == "KXPT-4M7Q"


def test_the_days_that_forms_give_as_examples_are_read() -> None:
    say = catalogue("es")
    assert read_day(say("session-day-example"), "es", MONDAY) == (date(2026, 11, 27), None)
    assert read_past_day(say("erase-from-example"), "es", MONDAY) == date(2026, 11, 3)
    assert read_past_day(say("erase-to-example"), "es", MONDAY) == date(2026, 11, 22)


def test_the_spanish_catalogue_has_the_files_keys_and_values_of_english() -> None:
    assert sorted(files("es")) == sorted(files("en"))
    assert messages("es") == messages("en")


def test_every_spanish_sentence_can_be_said_and_tells_what_to_type() -> None:
    for key in messages("en"):
        assert all(said("es", key, number) for number in (0, 1, 2, 5, 1_000_000)), key
        if key not in ONLY_SPEAKS_OF:
            assert len(quoted("es", key)) == len(quoted("en", key)), key
        if key not in {*NAMES_A_BUTTON, *ONLY_SPEAKS_OF, *TOLD_OF_A_STEP}:
            assert asked_for("es", key) == asked_for("en", key), key
