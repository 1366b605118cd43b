# Del código al primer check-in. Corto: todo junto se cuenta en una prueba.
welcome-bot = Hola. Soy un bot. Pregunto cómo van las cosas, solo cuando tú elijas.
welcome-sees = Tu coach solo ve lo que revisas y compartes. Ni siquiera si estás aquí.
welcome-stop = Escribe “parar” en cualquier momento y me callo al instante.

agreement-heading = Nuestro acuerdo
agreement-client = Tú decides qué pregunto, guardo y paso, y puedes cambiar de opinión.
agreement-coach = Tu coach lee lo que compartes, y acuerda contigo honorarios y confidencialidad.
agreement-organisation = Tu organización gestiona este bot y no recibe informes.
ask-agreement = Termina el { $until }. Lo que guardé se borra a más tardar el { $erased }. ¿Aceptas?
agree-yes = Acepto
agree-no = Ahora no
agree-no-more = Está bien. Desde ahora no se envía, guarda ni pasa nada. Escribe “acuerdo” para verlo otra vez, o “borrar” para que se borre todo.
agree-no-shares = Lo que habías aprobado y tu coach aún no había recibido no se pasa.
agree-later = Está bien. No se guarda nada y no se enviará nada. Escribe tu código de nuevo cuando quieras.

rhythm-ask = ¿Cuándo puedo escribirte?
rhythm-days = Días
rhythm-every = Con qué frecuencia
rhythm-every-week = Cada semana
rhythm-every-two = Cada 2 semanas
rhythm-every-four = Cada 4 semanas
rhythm-from = Desde
rhythm-to = Hasta
rhythm-zone = Ciudad o zona horaria
rhythm-show = Mostrar
rhythm-next = Entonces te escribiría:
rhythm-one = { $day }, entre las { $from } y las { $to }
rhythm-yes = Así está bien
rhythm-change = Cambiarlo
rhythm-set = Tus horarios quedan así.
rhythm-none = Con estas opciones no llegaría nada antes de terminar el { $until }. Elige otros días, por favor.
rhythm-bad-zone = No conozco ese lugar. Prueba con una ciudad grande cercana, como “Madrid” o “Bogotá”.
rhythm-bad-days = Elige al menos un día, por favor.
rhythm-bad-window = El final tiene que ser después del comienzo, en el mismo día.
rhythm-quiet = Entonces no te enviaré check-ins. Puedes escribirme cuando quieras.
rhythm-no-check-ins = Los check-ins están desactivados, así que no hay horarios que fijar. Puedes activarlos en “mis permisos”.

receipt-heading = Tu comprobante
receipt-all-on = Activado, hasta el { $until }: { $purposes }.
receipt-all-off = Desactivado: { $purposes }.
receipt-given = { $purpose }: activado desde el { $day }
receipt-given-until = { $purpose }: activado desde el { $day } hasta el { $until }
receipt-withdrawn = { $purpose }: desactivado, lo desactivaste el { $day }
receipt-refused = { $purpose }: desactivado, dijiste que no el { $day }
receipt-expired = { $purpose }: desactivado, venció el { $day }
receipt-suspended = { $purpose }: desactivado hasta que te pregunte de nuevo, porque cambió aquello a lo que dijiste que sí
receipt-never = { $purpose }: desactivado, nunca se activó
receipt-number = El registro que hay detrás no lleva ningún nombre. Su huella empieza por { $number }.
receipt-withdrawal-agreement = Escribe “borrar todo” en el mismo chat: con eso termina. “parar” desactiva todo aquello para lo que se hizo.
receipt-withdrawal = Escribe “mis permisos” para cambiar uno, o “parar” para todos, en el mismo chat.
receipt-file = El comprobante como archivo
receipt-change = Para cambiar cualquiera, escribe “mis permisos”.

code-unknown = Ese código no funciona aquí. Los códigos sirven durante { $days ->
    [one] 1 día
   *[other] { $days } días
}. Tu coach puede darte uno nuevo.
code-own = Ese código lo creaste tú para un cliente. Entrégalo con tus palabras; le toca escribirlo a esa persona.
code-again = Ya tienes un proceso con tu coach. Escribe “ayuda” para ver lo que puedo hacer.
code-wait = Fueron varios códigos seguidos. Espera { $minutes ->
    [one] un minuto
   *[other] { $minutes } minutos
}, por favor, consulta el código con tu coach y escríbelo otra vez.
agreement-until = Termina el { $until }. Lo que guardé se borra a más tardar el { $erased }.
agreement-card = Tu coach ha escrito cómo trabajarían juntos:
agreement-process = Cómo trabajamos
agreement-fees = Honorarios
agreement-confidentiality = Confidencialidad y sus límites
receipt-rest-off = Todo lo demás está desactivado.
receipt-nothing-on = Todo está desactivado.
receipt-questions = Mis preguntas

who-coach = Tu coach:
who-account = Cuenta: { $account } ({ $platform })
who-elsewhere = Cuenta: { $account } ({ $platform }), en un espacio de trabajo distinto del tuyo
