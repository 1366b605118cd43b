# Respuestas a preguntas al bot. Breves y ciertas en esta instalación; véase bot/messages/about_rows.py.
about-ask-ai = ¿Eres una persona o una IA?
about-ask-sees = ¿Quién puede ver lo que escribo?
about-ask-boss = ¿Mi jefe o jefa ve esto?
about-ask-hr = ¿Recursos Humanos ve esto?
about-ask-store = ¿Dónde se guarda?
about-ask-long = ¿Cuánto tiempo se guarda?
about-ask-must = ¿Es obligatorio?
about-ask-nothing = ¿Y si no digo nada?
about-ask-coach = ¿Qué sabe mi coach?
about-ask-share = ¿Cómo comparto algo?
about-ask-undo = ¿Puedo retirar algo?
about-ask-delete = ¿Cómo borro algo?
about-ask-language = ¿Qué idiomas hablas?
about-ask-human = ¿Cómo hablo con una persona?
about-ask-runs = ¿Quién gestiona este bot?
about-ask-cost = ¿Cuánto cuesta?
about-ask-next = ¿Cuándo escribes la próxima vez?
about-ask-prove = ¿Cómo puedo comprobarlo?
about-ask-how = ¿Cómo funciona esto?
about-ask-overview = ¿Qué puedo preguntarte?

about-show-seen = ¿Quién lo ha visto?
about-show-keeping = Cuánto tiempo guardarlo…
about-show-language = Otro idioma…
about-show-words = Mis palabras
about-erase-one = Borrar una respuesta…

about-not-begun = Nada empieza hasta que escribas el código de un coach, y después cada cosa espera tu sí.

about-ai = Soy Handrail, un bot: ninguna persona escribe mis respuestas. Todas mis frases las escribieron personas de antemano.
about-ai-hearing = Aquí ningún modelo de lenguaje lee ni escribe nada. Para reconocer que quieres parar, una pregunta para mí o palabras de angustia uso listas de palabras y un pequeño clasificador entrenado, en el servidor donde funciono. No aprende de ti.

about-sees-plan = Si trabajas aquí con un coach, solo lee lo que tú has visto antes y compartido, palabra por palabra.
about-sees-client = { $coach } solo lee lo que tú has visto antes y compartido, palabra por palabra.
about-sees-coach = Como coach solo lees lo que alguien ha visto antes y ha compartido contigo.
about-sees-of-coach = Tus clientes pueden leer tu perfil, y las preguntas y notas que tengas para ellos.
about-shared = { $shared ->
    [0] No hay nada tuyo compartido con { $coach }.
    [one] Hay una cosa tuya compartida con { $coach }.
   *[other] Hay { $shared } cosas tuyas compartidas con { $coach }.
}
about-coach-listed = También permites que { $coach } vea que estás aquí, tu último día y tu próxima sesión.
about-coach-notes = También permites que { $coach } te envíe notas, y { $coach } ve que lo permites.
about-coach-only = Por mí, { $coach } no sabe cuándo respondes, ni si respondes, ni qué te guardas para ti.
about-coach-joining = No le digo a { $coach } si usaste el código, salvo que lo permitas más adelante.
about-coach-over = Desde el final, { $coach } no recibe nada nuevo de mí. Lo que se le mostró antes puede seguir en su chat.
about-coach-none = No me consta que tengas coach aquí, y no le digo a nadie que me escribes.

about-boss = Aquí no hay ninguna vista ni ningún informe para jefes.
about-boss-coach = Si quien te dirige es también tu coach aquí, lee lo que compartes con esa persona.
about-hr = Aquí no hay ninguna vista ni ningún informe para Recursos Humanos, ni para tu organización.

about-store = Lo que guardo está en el servidor donde funciono. Allí tus palabras y tu nombre están cifrados. Quienes gestionan ese servidor tienen las claves.

about-long-most = { $most ->
    [one] Guardo lo que permites como máximo 1 día.
   *[other] Guardo lo que permites como máximo { $most } días, y puedes elegir menos.
}
about-long-erased = Todo lo que tengo de tu tiempo con { $coach } se borra a más tardar el { $erased }, o antes si lo deseas.
about-long-nothing = Ahora mismo no guardo ni tus palabras ni lo que eliges. Lo cito una vez y no lo guardo.
about-long-proof = Queda un registro de lo que permitiste y cuándo, sin tu nombre.
about-long-coach = Lo que tengo sobre ti como coach, por ejemplo tu nombre y tu perfil, no tiene aquí una fecha de fin propia.

about-must = No. Aquí todo está desactivado hasta que digas que sí, y puedes decir que no, hacer una pausa o parar en cualquier momento.
about-must-coach = No. El resumen solo llega si lo quieres, y puedes parar en cualquier momento.

about-nothing = Entonces aquí no pasa nada. Decir que no, pasar o no responder son respuestas completas, y no se lo cuento a nadie.
about-nothing-reminder = Permitiste un único recordatorio de un check-in, un día después. Tras él, dejo ese check-in.
about-nothing-gentle = Si varios check-ins quedan sin respuesta, pregunto una vez cómo seguimos y después hago una pausa.
about-nothing-noticed = Si desactivas “{ purpose-listed }” o “{ purpose-notes }”, { $coach } puede notarlo.

about-share-how = Cuando haya citado tu respuesta, pulsa “{ share }”. Verás exactamente lo que leería { $coach }, y solo se comparte si tú lo apruebas. Llega con el próximo resumen.
about-share-keep-first = Solo puedo compartir lo que guardo, y eso está desactivado. Puedes activarlo en “{ home-switches }”.
about-share-first = Primero va el acuerdo. Sin él no se comparte nada.
about-share-over = Tu tiempo con { $coach } ha terminado, así que ya no se puede compartir nada.

about-undo = Puedes editar o eliminar tu mensaje, o borrar aquí una respuesta. Entonces cambio o borro lo que guardo de ella.
about-undo-shared = Si borras una respuesta compartida, también la quito de mis mensajes a { $coach }. Lo que { $coach } haya leído o copiado no lo puedo retirar.
about-undo-none = Hasta ahora no guardo ninguna respuesta tuya.
about-undo-coach = Puedes descartar una nota antes de enviarla. Lo que ya se entregó no lo puedo retirar.

about-delete = Puedes hacer que se borre todo, o solo una parte. Antes de borrar nada pregunto una vez más, porque no se puede deshacer.
about-delete-left = Quedan un registro de lo que permitiste, sin tu nombre, y este chat, que lo conserva { $platform }.
about-delete-coach = Se borra lo que tengo sobre ti como cliente. Como coach sigues constando aquí, con tu nombre, tu dirección y tus códigos. Para eso, pregunta a quienes me gestionan.

about-language = Puedo escribir en estos idiomas: { $languages }. Ahora mismo: { $language }.
about-language-stranger = Hasta que empieces, sigo el idioma de este chat.

about-human = Soy un bot y aquí no responde ninguna persona.
about-human-coach = Puedes hablar con { $coach } como siempre lo haces. Yo no le paso este mensaje.
about-human-contacts = Tu organización indica a estas personas:

about-runs = Tu organización gestiona este bot.
about-runs-by = Puedes preguntar a: { $by }
about-runs-unnamed = Aquí no consta quién lo hace. Quizá lo sepa la persona que te habló de mí.
about-runs-software = El programa se llama Handrail y es de código abierto.

about-cost = No te cuesto nada y no acepto pagos.
about-cost-plan = Los honorarios del coaching son cosa de coach, cliente y quizá su organización.
about-cost-coach = Los honorarios del coaching son cosa tuya, de { $coach } y quizá de tu organización.
about-cost-card = Lo que escribió { $coach } sobre los honorarios:

about-next = Lo próximo previsto: { $when }.
about-next-none = Ahora mismo no hay nada previsto.
about-next-only = Por mi cuenta solo escribo lo que has permitido, en las horas que elegiste.
about-next-notes = En esas horas también puede llegar una nota de { $coach }.
about-next-never = Por mi cuenta no te escribo. Antes haría falta tu sí.

about-prove = “comprobante” muestra cada sí y cada no tuyo, con su fecha y su texto. “qué tienes sobre mí” te lo da todo en un archivo. “quién ha visto esto” te dice cuándo se le mostró algo a tu coach.
about-prove-code = Mi código fuente es abierto. Su página docs/nevers.md indica, para cada promesa, el código que la cumple y las pruebas que intentan romperla. Quienes me gestionan pueden verificar el registro de consentimientos: handrail ledger verify.

about-how = Un coach te da un código y tú lo escribes aquí. Tú eliges qué puedo preguntar y cuándo. Tu coach solo lee lo que has visto antes y compartido.
about-how-coach = Escribes “invitar” y le das el código a un cliente. Esa persona elige qué puedo preguntar y cuándo. Tú solo lees lo que ha visto antes y compartido.

about-overview = No tengo claro qué quieres saber. ¿Es algo de esto?
