# ¿Sigue estando bien? Y la única pregunta, con suavidad, después de un tiempo en silencio.
comfort-ask = ¿Esto sigue siendo adecuado para ti?
comfort-too-often = Con demasiada frecuencia
comfort-too-personal = Demasiado personal
comfort-wrong-time = Mal momento
comfort-fine = Está bien
comfort-stays = Bien. Queda como está.
comfort-less = Desde ahora, con menos frecuencia. Te escribiré:
comfort-least = No puedo escribirte con menos frecuencia que ahora: { $weeks ->
    [one] cada semana
   *[other] cada { $weeks } semanas
}. ¿Quieres que haga una pausa?
comfort-rest = Descansar
comfort-lighter = Desde ahora, preguntas más ligeras.
comfort-lightest = Ya solo hago las preguntas más ligeras. Para tachar alguna, escribe “mis preguntas”.

gentle-ask = ¿Cómo seguimos? Cualquier respuesta está bien. Si no dices nada, descanso hasta que me escribas.
gentle-less = Con menos frecuencia
gentle-time = A otra hora
gentle-rest = Descansar
gentle-stop = Parar

reminder-hello = Tu check-in sigue aquí, si quieres.
