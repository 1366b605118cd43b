# La primera conversación: dos preguntas ligeras y una respuesta clara si preocupa la privacidad.
first-offer = Dos primeras preguntas
first-hope = ¿Qué esperas de esto?
first-worry = ¿Hay algo de esto que te preocupe?
first-hint = Responde con tus propias palabras o déjala pasar. Las dos cosas están bien.
first-done = Eso era todo lo que quería preguntarte por ahora.
worry-sees = { $coach } solo lee lo que tú has revisado y compartido, palabra por palabra. A nadie se le dice cuándo respondes, ni si respondes.
worry-kept = Al elegir una respuesta o rellenar un formulario cuentas aquí menos que al escribir. Solo guardo lo que permites, cifrado.
worry-stop = Puedes irte en cualquier momento: escribe “pausa hasta el lunes”, “parar”, o “borrar” para borrarlo todo.
