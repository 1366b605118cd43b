# La primera conversación: dos preguntas ligeras y una respuesta clara si preocupa la privacidad.
first-offer = Dos primeras preguntas
first-hope = ¿Qué esperas de esto?
first-worry = ¿Hay algo de esto que te preocupe?
first-hint = Con tus palabras, si quieres. Pasar también está bien.
first-done = Eso era todo lo que quería preguntar por ahora.
worry-sees = Quién ve qué: { $coach } solo lee lo que tú has visto antes y compartido, palabra por palabra. No se le dice a nadie cuándo respondes ni si respondes.
worry-kept = Elegir una respuesta o rellenar un formulario dice menos que las palabras. Solo guardo lo que permites, cifrado.
worry-stop = Puedes irte en cualquier momento: “pausa hasta el lunes”, “parar”, o “borrar” para todo.
