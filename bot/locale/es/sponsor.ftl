# Quién paga un proceso de coaching, y las líneas que se le dejan leer.
agreement-sponsor-none = Quien paga tu coaching no recibe nada de mí.
agreement-sponsor = Consta que tu coaching lo paga:
agreement-sponsor-gets = Ahí solo llegan líneas que tú hayas escrito y aprobado para eso, y solo si lo permites aparte.

sponsor-none = Aquí no consta nadie que pague tu coaching. Quien lo paga no recibe nada de mí.
sponsor-lines-heading = Líneas para quien paga
sponsor-line-offer = Escribirles una línea
sponsor-line-waiting = Hay una línea que todavía no ha salido. Hasta que salga, puedes retirarla.
sponsor-line-ask =
    ¿Qué pueden leer? Basta con una o dos frases con tus palabras. Ves el correo entero antes de que salga nada.
    Si quieres, añade cuántas sesiones ha habido.
sponsor-line-sentence = Tu frase
sponsor-line-suggested = El coaching se está llevando a cabo.
sponsor-line-sessions = Número de sesiones hasta ahora (puede quedar vacío)
sponsor-line-show = Ver el correo
sponsor-line-empty = Para eso necesito una frase.
sponsor-line-number = Escribe el número de sesiones en cifras, por ejemplo 6, o deja el campo vacío.
sponsor-line-leaves = Sale, como pronto, el { $day }.
sponsor-line-left = Salió por correo el { $day }.
sponsor-line-perhaps = Puede que saliera por correo el { $day }. No puedo averiguarlo.
sponsor-line-not-left = No ha salido.

sponsor-preview-heading = Lo que leerían por correo
sponsor-preview-goes = Iría a:
sponsor-preview-exact = Exactamente esto, palabra por palabra, con tu nombre.
sponsor-preview-group = El número de sesiones solo se queda si para entonces al menos { $count ->
        [one] 1 persona, es decir, tú, ha
       *[other] { $count } personas, contándote a ti, han
    } enviado una línea a esta dirección. Si no, lo quito.
sponsor-preview-leaves = Saldría, como pronto, el { $day }. Hasta entonces puedes retirarlo. Después está en un buzón ajeno, y no puedo recuperarlo.
sponsor-send = Enviar exactamente esto
sponsor-drop = No enviar
sponsor-dropped = No se enviará, y lo he borrado.
sponsor-on-its-way = Sale, como pronto, el { $day }. Hasta entonces puedes retirarlo.
sponsor-too-late = El coaching termina antes de que esto pudiera salir, así que no lo he enviado.
sponsor-taken-back = Lo he retirado. No saldrá.
sponsor-deleted-here = Lo he borrado aquí. Salió por correo el { $day }, o quizá. Lo que está en un buzón ajeno no puedo recuperarlo.

# El correo en sí. Quien lo lee no conoce este bot.
sponsor-mail-subject = Una línea sobre un coaching
sponsor-mail-from = { $client } me ha pedido que te haga llegar esto:
sponsor-mail-sessions = { $count ->
        [one] 1 sesión hasta ahora, según su propia cuenta.
       *[other] { $count } sesiones hasta ahora, según su propia cuenta.
    }
sponsor-mail-decides = { $client } ha escrito esto y ha aprobado este correo palabra por palabra. Lo que lees aquí lo decide solo { $client }, y puede terminarlo en cualquier momento.
sponsor-mail-else = No te hago llegar nada más, ni digo si hay algo más.
sponsor-mail-bot = Soy Handrail, un bot. Las respuestas a este correo no llegan a nadie del coaching.

# La parte del coach.
sponsor-coach-ask =
    Si otra parte paga tu coaching, puedes indicarlo aquí. Cada persona a la que acompañas lee el nombre y la dirección en el acuerdo y decide por su cuenta qué se envía ahí. No sabrás lo que decide.
    Solo por constar aquí, nadie recibe nada.
sponsor-coach-now = Ahora consta:
sponsor-name = Quién paga
sponsor-address = Su dirección de correo
sponsor-save = Guardar
sponsor-remove = No indicar a nadie
sponsor-unreadable = Necesito un nombre en una sola línea y una sola dirección de correo, por ejemplo people@example.org.
sponsor-saved =
    Guardado. Las personas a las que acompañas lo leen en el acuerdo.
    A quien había permitido líneas para otra dirección, primero se lo pregunto de nuevo.
sponsor-removed = Ya no consta nadie. No sale ninguna línea más para quien constaba antes.
sponsor-too-soon = Lo cambiaste el { $day }. Para que nadie tenga que responder una y otra vez, podrás cambiarlo de nuevo desde el { $from }.
sponsor-of-organisation = Las personas que me gestionan han indicado quién paga, para todo el coaching de aquí:
hold-lines = Para quien paga has escrito:
erased-mailed = Lo que salió por correo para quien pagaba está en su buzón. Solo ahí se puede borrar.
