# Una pregunta por finalidad. La huella del texto queda en el registro: si la frase cambia, se pregunta de nuevo.
purpose-agreement = Acuerdo
purpose-check-ins = Check-ins
purpose-step-prompts = Recordatorios de pasos
purpose-keep-marks = Guardar lo que elijo
purpose-keep-words = Guardar mis palabras
purpose-share-marks = Compartir lo que elijo
purpose-share-words = Compartir mis palabras
purpose-digest = Resumen
purpose-brief = Repaso antes de una sesión

ask-check-ins = ¿Puedo escribirte, en tus horarios y hasta el { $until }, para los check-ins, cuando cambie algo que aceptaste y dos veces cerca del final?
ask-keep-words = ¿Puedo guardar lo que escribes, cifrado, para que lo releas o lo compartas? Si no, te lo cito una sola vez y no lo guardo.
ask-keep-marks = ¿Puedo guardar las respuestas que eliges, por ejemplo “en parte”?
ask-step-prompts = ¿Puedo recordarte un pequeño paso, los días que elijas, en tus horarios, hasta el { $until }?
ask-share-words = ¿Puedo pasarle tus palabras a tu coach, hasta el { $until }? Solo lo que hayas revisado y aprobado, respuesta por respuesta.
ask-share-marks = ¿Puedo pasarle a tu coach respuestas que eliges, por ejemplo “en parte”, hasta el { $until }? Solo lo que hayas revisado y aprobado, respuesta por respuesta.
ask-digest = ¿Puedo enviarte lo que tus clientes compartan contigo, una vez por semana, el día y en las horas que elijas?
ask-brief = ¿Puedo enviarte, la tarde antes de una sesión cuya fecha puedes ver, lo que esa persona ha compartido contigo? ¿Y también enseguida, fuera de tus horas de silencio, lo que alguien me pida enviarte antes de una sesión?

switches-heading = Lo que has permitido
switches-hint =
    Marca lo que puedo hacer y guarda. Antes de que algo nuevo cuente, te lo pregunto.
    Lo que desmarques termina en el acto, y lo que guardé por ello se borra.
switches-until = Permitido hasta el { $until }
switches-save = Guardar
switches-same = No ha cambiado nada. Así está ahora:
switched-on = Activado, hasta el { $until }: { $purpose }.
switched-off = Desactivado: { $purpose }.
switched-off-keep-words = Desactivado: Guardar mis palabras. He borrado las palabras tuyas que había guardado, y tus pasos, salvo lo que { $coach } ya recibió.
switched-off-keep-marks = Desactivado: Guardar lo que elijo. He borrado las respuestas elegidas que había guardado, salvo lo que { $coach } ya recibió.
switched-off-share = Desactivado: { $purpose }. Lo que { $coach } todavía no había recibido ya no se le pasará.
switched-off-sponsor = { $purpose }: desactivado. Lo que no había salido ya no sale, y he borrado aquí esas líneas. Lo que salió por correo está en un buzón ajeno, y no puedo recuperarlo.

asked-again = Lo que te pregunto aquí ha cambiado desde que dijiste que sí, así que está desactivado hasta que decidas de nuevo.
asked-again-agreement = Nuestro acuerdo ha cambiado desde que dijiste que sí. Hasta que decidas de nuevo, no envío ni guardo nada más, y no le paso nada a tu coach. Lo que aprobaste espera, y lo que tu coach ya podía ver se queda como estaba.
asked-otherwise = Lo que te pregunté ahí ha cambiado desde entonces. Ahora dice así:
stays-while-waiting = Esto lo he dejado como estaba, porque nuestro acuerdo ha cambiado y primero necesita tu respuesta.
changed-also = También ha cambiado: { $purposes }. Te preguntaré por ello después de esto.
changed-kept = Hasta ahora guardaba las cosas hasta el { $before } como máximo; ahora sería hasta el { $after }.
changed-back = Vuelve a decir lo mismo que cuando dijiste que sí.
changed-wider = La frase es la misma, pero ahora abarca más, o puede leerlo más gente.
changed-unknown = No tengo copia del texto anterior.
changed-before = Antes:
changed-now = Ahora:
changed-empty = Aquí no hay nada escrito.

keep-now-end = Guardo lo que me permites guardar hasta el { $erased }.
keep-now-days = Guardo lo que me permites guardar durante { $days ->
    [one] 1 día
   *[other] { $days } días
}, y nada después del { $erased }.
keep-ask = ¿Cuánto tiempo quieres que lo guarde?
keep-days = { $days } días
keep-end = Hasta el final
purpose-reminder = Recordatorio de check-in
purpose-session-prep = Preguntas de sesión
purpose-notes = Notas de mi coach
purpose-listed = En la lista de mi coach
purpose-sponsor = Líneas para quien paga
ask-reminder = ¿Puedo recordarte un check-in una sola vez, un día después, si no has vuelto por aquí desde entonces? Sería hasta el { $until }.
ask-session-prep = Hasta el { $until }, ¿puedo preguntarte el día antes de una sesión qué quieres llevar y, una vez después de ella, cuál es tu pequeño paso?
ask-notes = ¿Puede tu coach enviarte notas breves a través de mí, en tus horarios, hasta el { $until }? Tu coach ve que lo permites.
ask-listed = ¿Puede tu coach verte en una lista hasta el { $until }: que estás aquí, tu último día y tu próxima sesión?
ask-sponsor = ¿Puedo enviar por correo, a la dirección de abajo, líneas que escribas para quien paga tu coaching, hasta el { $until }? Solo lo que hayas revisado y aprobado, línea por línea, con tu nombre y, si lo añades, el número de sesiones.
