# Del código al primer check-in. Corto: todo junto se cuenta en una prueba.
welcome-bot = Hola. Soy Handrail, un bot. Cuando tú eliges, te pregunto cómo va todo.
welcome-sees = Ni siquiera ve que estás aquí.
welcome-stop = Escribe “parar” y paro.

agreement-heading = Nuestro acuerdo
agreement-client = Tú decides, en todo momento, qué pregunto, qué guardo y qué le paso a tu coach.
agreement-coach = Tu coach acuerda contigo honorarios y confidencialidad, y solo ve lo que compartes.
agreement-organisation = Tu organización me gestiona y no recibe informes.
ask-agreement = Termina el { $until }. Lo que haya guardado se borra a más tardar el { $erased }. ¿Aceptas?
agree-yes = Acepto
agree-no = Ahora no
agree-no-more = Está bien. Desde ahora no envío ni guardo nada, y no le paso nada a tu coach. Escribe “acuerdo” para verlo otra vez, o “borrar” para que se borre todo.
agree-no-shares = Lo que aprobaste y tu coach todavía no ha recibido ya no se le pasa.
agree-later = Está bien. No se guarda nada y no se enviará nada. Escribe tu código otra vez cuando quieras.

rhythm-ask = ¿Cuándo puedo escribirte?
rhythm-days = Días
rhythm-every = Con qué frecuencia
rhythm-every-week = Cada semana
rhythm-every-two = Cada 2 semanas
rhythm-every-four = Cada 4 semanas
rhythm-from = Desde
rhythm-to = Hasta
rhythm-zone = Ciudad
rhythm-show = Mostrar
rhythm-next = Te escribiría:
rhythm-one = { $day }, de { $from } a { $to }
rhythm-yes = Así está bien
rhythm-change = Cambiarlo
rhythm-set = Tus horarios ya están guardados.
rhythm-none = Con lo que has elegido no llegaría nada antes de que terminemos el { $until }. Elige otros días, por favor.
rhythm-bad-zone = No conozco ese lugar. Prueba con una ciudad grande cercana, por ejemplo “Madrid” o “Bogotá”.
rhythm-bad-days = Elige al menos un día, por favor.
rhythm-bad-window = La hora final tiene que ser posterior a la inicial, en el mismo día.
rhythm-quiet = Entonces no te enviaré check-ins. Puedes escribirme cuando quieras.
rhythm-no-check-ins = Los check-ins están desactivados, así que no hay horarios que fijar. Puedes activarlos en “mis permisos”.

receipt-heading = Tu comprobante
receipt-all-on = Activado, hasta el { $until }: { $purposes }.
receipt-all-off = Desactivado: { $purposes }.
receipt-given = { $purpose }: activado desde el { $day }
receipt-given-until = { $purpose }: activado desde el { $day }, hasta el { $until }
receipt-withdrawn = { $purpose }: desactivado por ti el { $day }
receipt-refused = { $purpose }: desactivado, dijiste que no el { $day }
receipt-expired = { $purpose }: desactivado, venció el { $day }
receipt-revoked = { $purpose }: desactivado por tu organización el { $day }
receipt-suspended = { $purpose }: desactivado hasta que te pregunte otra vez, porque ha cambiado aquello a lo que dijiste que sí
receipt-never = { $purpose }: desactivado, nunca se activó
receipt-number = El registro que hay detrás no lleva ningún nombre. Su huella empieza por { $number }.
receipt-withdrawal-agreement = Escribe “borrar todo” en el mismo chat para ponerle fin. “parar” desactiva todo aquello para lo que se hizo el acuerdo.
receipt-withdrawal = Escribe “mis permisos” para uno solo, o “parar” para todos, en el mismo chat.
receipt-file = El comprobante como archivo
receipt-change = Para cambiarlo, escribe “mis permisos”.

code-unknown = Ese código no funciona aquí. Los códigos sirven durante { $days ->
    [one] 1 día
   *[other] { $days } días
}. Tu coach puede darte uno nuevo.
code-own = Ese código lo creaste tú para tu cliente. Dáselo con tus propias palabras; es esa persona quien lo escribe aquí.
code-again = Ya tienes aquí un proceso con la persona que creó ese código. Escribe “ayuda” para ver lo que puedo hacer.
code-wait = Han sido varios códigos en poco tiempo. Espera { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}, por favor, consulta el código con tu coach y escríbelo otra vez.
agreement-until = Termina el { $until }. Lo que haya guardado se borra a más tardar el { $erased }.
agreement-card = Tu coach ha escrito cómo sería el trabajo contigo:
agreement-process = Cómo trabajamos
agreement-fees = Honorarios
agreement-confidentiality = Confidencialidad y sus límites
receipt-rest-off = Todo lo demás está desactivado.
receipt-nothing-on = Todo está desactivado.
receipt-questions = Mis preguntas

who-coach = Tu coach:
who-account = Cuenta: { $account } ({ $platform })
who-elsewhere = Cuenta: { $account } ({ $platform }), en un espacio de trabajo distinto del tuyo
