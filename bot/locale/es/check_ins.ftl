# Preguntar, escuchar, compartir.
check-in-hello = Hola. Un momento para ti, si quieres.
question-by-coach = Tu coach pregunta:
question-step = { $count ->
    [one] Te habías propuesto esto:
   *[other] Te habías propuesto esto, paso a paso:
}
question-step-ask = ¿Cómo te fue?
check-in-hint = Toca una opción o responde con tus palabras. Pasar también está bien.
mark-done = Hecho
mark-partly = En parte
mark-not-yet = Todavía no
mark-1 = 1
mark-2 = 2
mark-3 = 3
mark-4 = 4
mark-5 = 5
pass = Pasar
passed = Está bien. Hasta la próxima.
check-in-old = Esa pregunta es del { $day }, así que la dejo como estaba. Si ahora tienes algo en mente, escríbelo sin más.

you-wrote = Escribiste:
you-tapped = Tocaste:
what-becomes = ¿Qué hacemos con esto?
keep-private = Guardar solo para mí
share = Compartir con { $coach }
dont-keep = No guardar
kept = Guardado hasta el { $until }, sin compartirlo.
not-kept = No lo guardo. He borrado mi copia.
kept-nothing = No lo he guardado. Si quieres que guarde estas respuestas, para ti o para compartirlas, dímelo:
allow-keeping = Pregúntame si puedes guardar
edited = Actualizado. Ahora dice:
removed = Eliminaste ese mensaje, así que he borrado mi copia.
ended-own-message = Si lo escribiste como mensaje en este chat, ese mensaje sigue ahí hasta que lo elimines.
ended-quotes = También borro mis propios mensajes de aquí que lo citan, si la plataforma del chat me lo permite.
tap-changed = Tu elección anterior está borrada.
edited-unknown = Ya no tengo nada de ese mensaje, así que tu cambio no modifica nada aquí. Si quieres contarme algo, escríbelo de nuevo.
edited-gone = He borrado lo que decía antes tu mensaje, y también mis propios mensajes de aquí que lo citan, si la plataforma del chat me lo permite.

preview-heading = Lo que leería { $coach }
preview-hint = Exactamente esto, palabra por palabra, con tu nombre.
preview-approve = Compartir exactamente esto
preview-decline = No compartir
preview-changed = Esto ha cambiado desde la vista previa. Ahora dice así.
shared = Aprobado. Le llega a { $coach } con la próxima recopilación, y no antes. Hasta entonces puedes retirarlo.
take-back = Retirarlo
taken-back = Lo he retirado. { $coach } no lo recibirá.
taken-back-late = { $coach } pudo verlo el { $day }. Lo estoy quitando ahora de mis mensajes; lo que ya haya leído o copiado no lo puedo retirar.
form-words = { $day }, con sus propias palabras
form-step = { $day }, sobre un pequeño paso

seen-heading = Lo compartido y quién ha podido leerlo
seen-none = No hay nada tuyo compartido y no se le ha mostrado nada a nadie.
seen-by = Se le mostró a { $coach } el { $day }.
seen-not-yet = Todavía no se le ha mostrado a { $coach }.
seen-nobody-else = Nadie más puede leerlo aquí.
scale-ends = 1: { $low }. 5: { $high }.
another = Otra pregunta
another-none = Esa era la última por ahora.
form-question = { $day }, sobre “{ $question }”
body-scale = { $mark } ({ $low } … { $high })
