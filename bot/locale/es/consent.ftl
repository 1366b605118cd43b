# Una pregunta por finalidad. La huella del texto queda en el registro: si la frase cambia, se pregunta de nuevo.
purpose-agreement = Acuerdo
purpose-check-ins = Check-ins
purpose-step-prompts = Avisos de pasos
purpose-keep-marks = Guardar lo que elijo
purpose-keep-words = Guardar mis palabras
purpose-share-marks = Compartir lo que elijo
purpose-share-words = Compartir palabras
purpose-digest = Resumen

ask-check-ins = ¿Puedo escribirte dentro de tus horarios hasta el { $until }: para un check-in, cuando cambie algo que aceptaste y antes de terminar?
ask-keep-words = ¿Puedo guardar lo que escribes, cifrado, para que puedas releerlo o compartirlo? Si no, te lo cito una vez y lo dejo ir.
ask-keep-marks = ¿Puedo guardar también las respuestas que eliges (por ejemplo, “en parte”)?
ask-step-prompts = ¿Puedo recordarte un pequeño paso, los días que elijas, dentro de tus horarios, hasta el { $until }?
ask-share-words = ¿Puedo pasarle palabras tuyas a tu coach, hasta el { $until }? Solo las que hayas visto antes y aprobado, una por una.
ask-share-marks = ¿Puedo pasarle a tu coach las respuestas que eliges, hasta el { $until }? Solo las que hayas visto antes y aprobado, una por una.
ask-digest = Cuando un cliente comparta algo contigo, ¿puedo traértelo una vez por semana, el día y en las horas que elijas?

switches-heading = Lo que has permitido
switches-hint =
    Marca lo que puedo hacer y guarda. Antes de que algo nuevo cuente, te lo pregunto.
    Lo que desmarcas termina en el acto, y lo que guardé por ello se borra.
switches-until = Permitido hasta el { $until }
switches-save = Guardar
switches-same = No ha cambiado nada. Así está ahora:
switched-on = Activado, hasta el { $until }: { $purpose }.
switched-off = Desactivado: { $purpose }.
switched-off-keep-words = Desactivado: Guardar mis palabras. Lo que había guardado de tus palabras está borrado, también los pasos, salvo lo que { $coach } ya recibió.
switched-off-keep-marks = Desactivado: Guardar lo que elijo. Las respuestas elegidas que había guardado están borradas, salvo lo que { $coach } ya recibió.
switched-off-share = Desactivado: { $purpose }. Lo que { $coach } aún no había recibido no se le pasará.

asked-again = Lo que te pregunto aquí ha cambiado desde que dijiste que sí, así que está desactivado hasta que decidas de nuevo.
asked-again-agreement = Nuestro acuerdo ha cambiado desde que dijiste que sí. Hasta que decidas de nuevo, no envío, guardo ni paso nada más. Lo que aprobaste espera, y lo que tu coach ya podía ver se queda como estaba.
asked-otherwise = Lo que te había preguntado ahí ha cambiado. Ahora dice así:
stays-while-waiting = Esto lo dejo como estaba: nuestro acuerdo ha cambiado y espera tu respuesta.
changed-also = También ha cambiado: { $purposes }. Te pregunto por ello cuando hayas respondido a esto.
changed-kept = Hasta ahora se guardaba como máximo hasta el { $before }; ahora, hasta el { $after }.
changed-back = Vuelve a decir lo mismo que cuando dijiste que sí.
changed-wider = La frase es la misma, pero con ella se hace más, o puede leerlo más gente.
changed-unknown = No tengo copia de cómo decía antes.
changed-before = Hasta ahora:
changed-now = Ahora:
changed-empty = Aquí no hay nada escrito.

keep-now-end = Guardo lo que me permites guardar hasta el { $erased }.
keep-now-days = Guardo lo que me permites guardar durante { $days ->
    [one] 1 día
   *[other] { $days } días
}, y nada después del { $erased }.
keep-ask = ¿Cuánto tiempo te gustaría?
keep-days = { $days } días
keep-end = Hasta el final
purpose-reminder = Recordatorio
purpose-session-prep = Preguntas de sesión
purpose-notes = Notas de mi coach
purpose-listed = En la lista de mi coach
ask-reminder = ¿Puedo recordarte un check-in una vez, un día después, si no has vuelto por aquí, hasta el { $until }?
ask-session-prep = ¿Puedo preguntarte el día antes de una sesión qué quieres llevar, y una vez después cuál es el pequeño paso, hasta el { $until }?
ask-notes = ¿Puede tu coach enviarte notas breves a través de mí, en tus horarios, hasta el { $until }? Tu coach ve que lo permites.
ask-listed = ¿Puede tu coach ver en una lista que estás aquí, tu último día y tu próxima sesión, hasta el { $until }?
