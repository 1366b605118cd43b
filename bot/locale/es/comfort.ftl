# ¿Sigue estando bien? Y la única pregunta, con suavidad, después de un tiempo en silencio.
comfort-ask = ¿Esto te sigue viniendo bien?
comfort-too-often = Demasiado a menudo
comfort-too-personal = Demasiado personal
comfort-wrong-time = Mal momento
comfort-fine = Está bien
comfort-stays = De acuerdo. Queda como está.
comfort-less = Desde ahora, con menos frecuencia. Te escribiré:
comfort-least = Ya te escribo con la menor frecuencia posible: { $weeks ->
    [one] cada semana
   *[other] cada { $weeks } semanas
}. ¿Quieres que haga una pausa?
comfort-rest = Hacer una pausa
comfort-lighter = Desde ahora, preguntas más ligeras.
comfort-lightest = Estas ya son las preguntas más ligeras que tengo. Para quitar alguna, escribe “mis preguntas”.

gentle-ask = ¿Cómo quieres que sigamos? Cualquier respuesta está bien. Si no dices nada, hago una pausa hasta que me escribas.
gentle-less = Con menos frecuencia
gentle-time = A otra hora
gentle-rest = Hacer una pausa
gentle-stop = Parar

reminder-hello = Tu check-in sigue aquí, si quieres.
