# What is said about hearing: asked back, asked once more, undone, asked later.
undone = De acuerdo, lo dejamos. No ha cambiado nada.
undone-nothing = Ahora no hay nada pendiente, y no ha cambiado nada.
did-you-mean = ¿Querías decir “{ $command }”?
did-you-mean-not = Si era parte de lo que querías contar, envíalo otra vez, por favor.
consent-doubt = Para esto necesito un sí o un no claro, así que pregunto una vez más. Todavía no hay nada activado.
consent-once-more = Ha pasado un tiempo desde que lo pregunté, así que pregunto una vez más. Nada cambia hasta que elijas.
consent-left = Lo dejo como está: no se ha activado nada. Puedes cambiarlo cuando quieras en “{ home-switches }”.
or-instead = O quizá querías:
stop-instead = Que no me escribas más
times-instead = Cambiar mis horarios
step-instead = Volver al pequeño paso
crisis-today = Durante el resto del día no cito ni guardo nada de lo que escribas aquí. Los números de arriba siguen ahí.
later-nothing = No hay ninguna pregunta pendiente para más tarde.
later-not-again = Ya aplacé esta pregunta una vez, así que lo dejamos aquí. Puedes escribir cuando quieras.
later-planned = Volveré a preguntar el { $day }, no antes.
later-today = Volveré a preguntar hoy { $hours ->
        [1] a la
       *[other] a las
    } { $hour }.
later-hello = Me pediste que volviera con esto:
later-instead = Pregúntame otra vez entonces
to-bot-complaint = Eso era sobre mí, así que no lo he guardado. Puedes cambiar lo que pregunto y cada cuánto, o hacer una pausa cuando quieras.
to-bot-request = Creo que me pides algo. Soy un bot que solo sabe hacer unas pocas cosas fijas, y esta no la entiendo. No la he guardado.
to-bot-again = Si era una nota para ti, envíala otra vez.
to-bot-change = Cambiar qué pregunto o cuándo
to-bot-help = Qué puedes hacer aquí
