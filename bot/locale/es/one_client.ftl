# One client as their coach sees them, and the end of it.
clients-type = O escribe un nombre para ver lo que compartió esa persona.
clients-pick = Cliente
clients-pick-open = Abrir
client-until = Este proceso dura aquí hasta el { $until }.
client-next = Próxima sesión: { $moment }
client-since = Desde la sesión del { $day }
client-before = Antes de la sesión del { $day }
client-noted = Anotaste esto para hablarlo.
client-nothing = Ahora mismo no hay aquí nada suyo que leer. Eso no dice nada de esa persona.
client-which = Hay más de una persona con ese nombre. ¿A quién te refieres?
client-unknown = Con ese nombre no hay nada que pueda mostrarte. Eso no dice nada de nadie.
client-brief = Para la sesión …
goodbye =
    Tu proceso con { $coach } aquí ha terminado: lo ha cerrado { $coach }. No volveré a escribirte sobre ello.
    Lo que guardé sigue siendo tuyo hasta el { $erased }. Puedes llevártelo o escribir “borrar”. Si quieres saber algo sobre esto, lo mejor es preguntar a { $coach }.
goodbye-gone =
    Tu proceso aquí ha terminado: ya no llego al espacio de trabajo de tu coach. No volveré a escribirte sobre ello.
    Lo que guardé sigue siendo tuyo hasta el { $erased }. Puedes llevártelo o escribir “borrar”.
client-suggest = Sugerir preguntas …
client-suggest-which = ¿Qué preguntas le sugieres a { $client }? Verá quién las sugiere y decide.
client-suggested = Le preguntaré a { $client } de “{ $title }” si no ha elegido otra cosa. Verá que lo sugieres tú y puede cambiarlo cuando quiera. No te digo qué elige.
more-own = ¿Qué hace que sea un { $mark }?
client-numbered = { $client } ({ $number })
