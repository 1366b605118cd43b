# Parar, pausa, lo que tengo, borrar, el final.
stopped = He parado. No volveré a escribirte salvo que escribas “retomar”. Lo que todavía no se había compartido queda para ti. Para borrar lo que tengo sobre ti, escribe “borrar”.
stopped-coach = He parado. No te escribiré por mi cuenta. Para cambiarlo más adelante, escribe “mis permisos”.
stop-sure = ¿Quieres que deje de escribirte?
stop-yes = Sí, parar
stop-no = No, seguir
carry-on = Sigo como antes.
not-stopped-answer = Si era una respuesta, envíala una vez más, por favor.
resume-nothing = No hay nada en pausa ni parado.
resumed = Hola de nuevo. Te escribiré:
resumed-quiet = Hola de nuevo. Aquí me tienes cuando escribas.
resume-ask = Hola de nuevo. Todo está desactivado desde que paraste. Puedes activar lo que quieras.
resume-all = Todo como antes
resume-all-ask = Esto estaba activado cuando paraste. Al pulsar “{ resume-all }” dices que sí a cada cosa:
resume-all-changed = Esto ha cambiado desde entonces, así que te preguntaré por cada cosa aparte: { $purposes }.

pause-ask = ¿Hasta cuándo? Por ejemplo, “pausa hasta el lunes”, o elige:
pause-ask-from = Desde el { $first }. ¿Hasta cuándo? Por ejemplo, “viernes”, o elige:
pause-days = { $days } días
pause-weeks = { $weeks ->
    [one] 1 semana
   *[other] { $weeks } semanas
}
paused = En pausa. No te escribiré antes del { $day }. Escribe “retomar” para volver antes.
paused-from = Anotado: haré una pausa desde el { $first }. Desde ese día no te escribiré antes del { $day }. Escribe “retomar” para cancelar la pausa.
pause-past = El { $day } es hoy o ya pasó. ¿Hasta qué día hago la pausa?
pause-before = La pausa empieza el { $first }, así que no puede terminar el { $day }. ¿Qué día vuelvo a escribirte?
pause-unreadable = No pude leer esa fecha. Puedes escribir “pausa hasta el lunes” o “pausa hasta el 3 de diciembre”.
pause-far = Para eso falta más de un año. ¿Te vendría mejor “parar”? Si no, elige un día más cercano, por favor.
pause-nothing = No hay nada previsto, así que no hay nada que poner en pausa.

next-heading = Te escribiré:
next-not-delivered = No entregado: mi check-in del { $day }. Este chat no lo aceptó. No espera respuesta.

hold-file = Dame todo en un archivo
hold-heading = Lo que tengo sobre ti
hold-nothing = No tengo nada sobre ti, aparte de la dirección de este chat.
hold-person = Tu nombre aquí, tu idioma ({ $language }) y tu zona horaria ({ $zone }), para poder escribirte y respetar tus horarios.
hold-engagement = Con { $coach }, hasta el { $until }. Todo se borra a más tardar el { $erased }.
hold-rhythm = Tus horarios:
hold-answers = { $count ->
    [0] Ninguna respuesta tuya.
    [one] Una respuesta:
   *[other] { $count } respuestas:
}
hold-steps = { $count ->
    [0] Ningún paso.
    [one] Un paso:
   *[other] { $count } pasos:
}
hold-shares = { $count ->
    [0] No hay nada compartido.
    [one] Hay una cosa compartida:
   *[other] Hay { $count } cosas compartidas:
}
hold-more = { $count ->
    [one] Y 1 más, de antes.
   *[other] Y { $count } más, de antes.
}
hold-share-seen = { $coach } recibió esto el { $day }:
hold-share-waiting = En espera del próximo resumen para { $coach }:
hold-ledger = Un registro de lo que permitiste y cuándo, sin ningún nombre: { $count ->
    [one] 1 entrada
   *[other] { $count } entradas
}. Queda como prueba después de borrar.
hold-kept = { $days ->
    [0] Guardo las cosas hasta el final.
    [one] Elegiste cuánto tiempo guardo las cosas: 1 día.
   *[other] Elegiste cuánto tiempo guardo las cosas: { $days } días.
}
hold-deliveries = Cuándo te escribí o tengo previsto escribirte, sin las palabras: { $count ->
    [0] nada todavía
    [one] 1 vez
   *[other] { $count } veces
}.
hold-coach = Lo que guardo sobre ti como coach:
hold-chat = Este chat lo guarda { $platform }, no yo.

erase-ask = ¿Borro todo lo que tengo sobre ti? No se puede deshacer. Se borran tus respuestas, pasos y horarios, y dejo de escribirte.
erase-yes = Borrar todo
erase-some = Solo una parte…
erase-no = No borrar nada
erase-kept = No se ha borrado nada.
erase-which = ¿Qué parte?
erase-part-week = Los últimos 7 días
erase-part-month = Los últimos 30 días
erase-part-days = Otros días…
erase-part-one = Una respuesta…
erase-part-nothing = No tengo nada de esos días.
erase-part-yes = Borrarlo
erase-days = ¿De qué día a qué día? Se incluyen los dos.
erase-from = Desde
erase-from-example = 3 de noviembre
erase-to = Hasta
erase-to-example = ayer
erase-days-show = Ver qué se borraría
erase-days-unreadable = No pude leer esos dos días. Pon primero el más antiguo, y ninguno que esté en el futuro, por favor.
erase-days-ask = ¿Borro lo que escribiste desde el { $first } hasta el { $last }? No se puede deshacer.
erase-pick = ¿Cuál?
erase-this = Borrar esto ({ $day })
erase-older = { $count ->
    [one] Hay 1 respuesta anterior que no se muestra aquí. Para borrarla, usa “{ erase-part-days }”.
   *[other] Hay { $count } respuestas anteriores que no se muestran aquí. Para borrarlas, usa “{ erase-part-days }”.
}
erase-one-ask = ¿Borro esta respuesta? No se puede deshacer.
erase-unfinished = Ya nadie puede leer tus palabras: sus claves están destruidas. Borrar lo demás falló hace un momento; lo intentaré otra vez sin que me lo pidas.
erased-heading = Borrado
erased-gone = Esto ya no está: tu nombre, dirección, horarios, respuestas y pasos, y las claves que podían leerlos.
erased-gone-but-coach = Esto ya no está: tus respuestas, pasos y horarios como cliente, y las claves que podían leerlos. Aquí sigo teniéndote como coach: tu nombre, tu dirección, tu idioma y tu zona horaria.
erased-counted = En total: { $answers ->
    [0] ninguna respuesta
    [one] 1 respuesta
   *[other] { $answers } respuestas
}, { $steps ->
    [0] ningún paso
    [one] 1 paso
   *[other] { $steps } pasos
}, { $shares ->
    [0] nada compartido
    [one] 1 cosa compartida
   *[other] { $shares } cosas compartidas
}.
erase-counted = En total: { $answers ->
    [0] ninguna respuesta
    [one] 1 respuesta
   *[other] { $answers } respuestas
}, { $steps ->
    [0] ningún paso
    [one] 1 paso
   *[other] { $steps } pasos
}, { $shares ->
    [0] nada compartido
    [one] 1 cosa compartida
   *[other] { $shares } cosas compartidas
}.
erased-part-keys = Las claves que podían leerlo están destruidas. Todo lo demás que guardaste sigue aquí.
erased-backups = Una copia de seguridad anterior solo puede leerla quien tenga también las claves y la clave principal de aquel momento. Las personas que me gestionan destruyen esas copias a más tardar el { $day }.
erased-backups-later = Una copia de seguridad anterior solo se puede leer con las claves de aquel momento. Las copias de esas claves dejan de servir cuando las personas que me gestionan cambien a mano la clave principal la próxima vez. Las copias de seguridad se destruyen a más tardar el { $day }.
erased-proof = Lo que queda como prueba: { $count ->
    [one] 1 entrada
   *[other] { $count } entradas
} de lo que permitiste y cuándo, sin tu nombre.
erased-proof-damaged = Una parte de esa prueba estaba dañada, así que no pude contarla. Todo lo demás está borrado como corresponde.
erased-coach = A { $coach } se le mostró lo que habías compartido, por primera vez el { $day }. Lo estoy quitando de mis mensajes; lo que ya haya leído o copiado no lo puedo retirar.
erased-name = Puede que mis mensajes anteriores a { $coach } sigan mostrando tu nombre. Se quedan en ese chat.
erased-chat-other-all = Estoy eliminando mis propios mensajes aquí, donde la plataforma de chat me lo permite. Lo que escribiste tú sigue en el chat hasta que lo elimines. Es posible que tu organización tenga copias, y solo ella puede eliminarlas.
erased-chat-other-part = Estoy eliminando aquí mis propios mensajes sobre eso, donde la plataforma de chat me lo permite. Lo que escribiste tú sigue en el chat hasta que lo elimines. Es posible que tu organización tenga copias, y solo ella puede eliminarlas.
erased-chat-other-kept = Estoy eliminando aquí mis propios mensajes sobre eso, donde la plataforma de chat me lo permite. El resto de este chat sigue en la plataforma de chat hasta que se elimine allí. Es posible que tu organización tenga copias, y solo ella puede eliminarlas.
erased-again = Para empezar de nuevo, escribe un código.

ending-heading = Terminamos pronto
ending-body = Tu proceso con { $coach } termina el { $until }. Lo que guardé para ti se borra a más tardar el { $erased }.
ending-today-heading = Hoy es el último día
ending-today = Hoy es el último día de tu proceso con { $coach }. Lo que guardé para ti se borra a más tardar el { $erased }.
ending-goes = En total: { $answers ->
    [0] ninguna respuesta
    [one] 1 respuesta
   *[other] { $answers } respuestas
}, { $steps ->
    [0] ningún paso
    [one] 1 paso
   *[other] { $steps } pasos
}, y tus horarios. Lo que compartiste queda en el chat de tu coach, salvo que lo retires antes.
platform-other = la plataforma de chat
stopped-still = He parado, así que no he guardado nada de eso. Para empezar de nuevo, escribe “retomar”.
resume-first = He parado, así que no se pasa nada a nadie. Para empezar de nuevo, escribe “retomar”.
