# Respuestas a preguntas al bot. Breves y ciertas en esta instalación; véase bot/messages/about_rows.py.
about-ask-ai = ¿Eres una persona o una IA?
about-ask-sees = ¿Quién puede ver lo que escribo?
about-ask-boss = ¿Mi jefe o mi jefa ve esto?
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
about-ask-next = ¿Cuándo me escribes otra vez?
about-ask-prove = ¿Cómo puedo comprobar todo esto?
about-ask-how = ¿Cómo funciona esto?
about-ask-overview = ¿Qué puedo preguntarte?

about-show-seen = ¿Quién lo ha visto?
about-show-keeping = Cuánto tiempo guardarlo…
about-show-language = Otro idioma…
about-show-words = Mis palabras
about-erase-one = Borrar una respuesta…

about-not-begun = Nada empieza hasta que escribas el código de tu coach. Después solo hago lo que tú aceptes.

about-ai = Soy Handrail, un bot, y nadie teclea mis respuestas. Todas mis frases las escribieron personas, de antemano.
about-ai-hearing = Aquí ningún modelo de lenguaje lee ni escribe nada. Para reconocer si quieres parar, si me preguntas algo o si hay palabras de angustia, uso listas de palabras y un pequeño clasificador entrenado, en el servidor donde funciono. No aprende de ti.

about-sees-plan = Si aquí tienes coach, esa persona solo lee lo que tú has revisado y compartido, palabra por palabra.
about-sees-client = { $coach } solo lee lo que tú has revisado y compartido, palabra por palabra.
about-sees-coach = Como coach solo lees lo que tu cliente ha revisado y compartido contigo.
about-sees-of-coach = Tus clientes pueden leer tu perfil, y las preguntas y notas que escribes para ellos.
about-shared = { $shared ->
    [0] No has compartido nada con { $coach }.
    [one] Has compartido una cosa con { $coach }.
   *[other] Has compartido { $shared } cosas con { $coach }.
}
about-coach-listed = También permites que { $coach } vea que estás aquí, cuál es tu último día y cuándo es tu próxima sesión.
about-coach-notes = También permites que { $coach } te envíe notas, y { $coach } ve que lo permites.
about-coach-only = A { $coach } no le digo cuándo respondes, ni si respondes, ni qué te guardas para ti.
about-coach-joining = A { $coach } no le digo si usaste el código, salvo que lo permitas más adelante.
about-coach-over = Desde que terminó el proceso, { $coach } no recibe nada nuevo de mí. Lo que ya se le mostró puede seguir en su chat.
about-coach-none = Que yo sepa, aquí no tienes coach, y no le digo a nadie que me escribes.

about-boss = Aquí no hay ningún panel ni ningún informe para jefes ni jefas.
about-boss-coach = Si quien te dirige es también tu coach aquí, lee lo que compartes con esa persona.
about-hr = Aquí no hay ningún panel ni ningún informe sobre ti, ni para Recursos Humanos ni para tu organización. Tu organización puede ver si funciono bien y, en números redondeados, cuántos códigos se han escrito aquí. No ve quién los escribió ni qué pasó después.

about-store = Lo que guardo está en el servidor donde funciono. Allí tus palabras y tu nombre están cifrados. Quienes gestionan ese servidor tienen las claves.

about-long-most = { $most ->
    [one] Lo que me permites guardar lo guardo 1 día como máximo.
   *[other] Lo que me permites guardar lo guardo { $most } días como máximo, y puedes elegir menos.
}
about-long-erased = Todo lo que tengo de tu proceso con { $coach } se borra a más tardar el { $erased }, o antes si quieres.
about-long-nothing = Ahora mismo no guardo ni tus palabras ni lo que eliges. Te lo cito una vez y no lo guardo.
about-long-proof = Lo que queda es un registro de lo que permitiste y cuándo, sin tu nombre.
about-long-coach = Lo que tengo sobre ti como coach, por ejemplo tu nombre y tu perfil, no tiene aquí una fecha fijada para borrarse.

about-must = No. Aquí todo está desactivado hasta que digas que sí, y en cualquier momento puedes decir que no, hacer una pausa o parar.
about-must-coach = No. El resumen solo llega si lo quieres, y puedes parar en cualquier momento.

about-nothing = Entonces no pasa nada. Decir que no, pasar o no responder siempre está bien, y no se lo digo a nadie.
about-nothing-reminder = Permitiste un solo recordatorio, un día después de un check-in. Después no insisto más en ese check-in.
about-nothing-gentle = Si varios check-ins quedan sin respuesta, te pregunto una vez cómo quieres seguir y después hago una pausa.
about-nothing-noticed = Si desactivas “{ purpose-listed }” o “{ purpose-notes }”, { $coach } puede notarlo.

about-share-how = Cuando te haya citado tu respuesta, pulsa “{ share }”. Entonces ves exactamente lo que leería { $coach }, y solo se comparte si lo apruebas. Le llega con el próximo resumen, o antes si entra a mirar.
about-share-keep-first = Solo puedo compartir lo que guardo, y guardar está desactivado. Puedes activarlo en “{ home-switches }”.
about-share-first = Primero va el acuerdo. Hasta que lo aceptes, no se comparte nada.
about-share-over = Tu proceso con { $coach } ha terminado, así que ya no se puede compartir nada más.

about-undo = Puedes editar o eliminar tu mensaje, o borrar aquí una respuesta. Entonces actualizo o borro mi copia.
about-undo-shared = Si borras una respuesta que compartiste, también la quito de mis mensajes a { $coach }. Lo que { $coach } ya haya leído o copiado no lo puedo retirar.
about-undo-none = Hasta ahora no he guardado ninguna respuesta tuya.
about-undo-coach = Puedes descartar una nota antes de enviarla. Una vez entregada, no la puedo retirar.

about-delete = Puedes pedir que se borre todo, o solo una parte. Antes de borrar nada te pregunto una vez más, porque no se puede deshacer.
about-delete-left = Lo que queda es un registro de lo que permitiste, sin tu nombre, y este chat, que lo conserva { $platform }.
about-delete-coach = Puedo borrar lo que tengo sobre ti como cliente. Como coach sigues aquí, con tu nombre, tu dirección y tus códigos; para eso, habla con las personas que me gestionan.

about-language = Puedo escribir en estos idiomas: { $languages }. Ahora mismo: { $language }.
about-language-stranger = Hasta que empieces, uso el idioma de este chat.

about-human = Soy un bot y aquí no responde ninguna persona.
about-human-coach = Puedes hablar con { $coach } como sueles hacerlo. Yo no le paso esto.
about-human-contacts = Estas son las personas que indica tu organización:

about-runs = Me gestiona tu organización.
about-runs-by = Puedes preguntar a: { $by }
about-runs-unnamed = Aquí no hay ningún nombre anotado. Quizá la persona que te habló de mí sepa a quién preguntar.
about-runs-software = El programa se llama Handrail y es de código abierto.

about-cost = No te cuesto nada y no acepto pagos.
about-cost-plan = Los honorarios del coaching los acuerdan coach, cliente y quizá su organización.
about-cost-coach = Los honorarios de tu coaching los acuerdan { $coach }, tú y quizá tu organización.
about-cost-card = Lo que escribió { $coach } sobre los honorarios:

about-next = Lo próximo previsto: { $when }.
about-next-none = Ahora mismo no hay nada previsto.
about-next-only = Solo te escribo por mi cuenta para lo que has permitido y en las horas que elegiste.
about-next-notes = En esas horas también puede llegar una nota de { $coach }.
about-next-never = No te escribo por mi cuenta. Para eso necesitaría que me dijeras que sí.

about-prove = “comprobante” muestra todo aquello a lo que dijiste que sí o que no, con su fecha y su texto. “qué tienes sobre mí” te lo da todo en un archivo. “quién ha visto esto” te dice cuándo se le mostró algo a tu coach.
about-prove-code = Mi código fuente es abierto. Su página docs/nevers.md indica, para cada promesa, el código que la cumple y las pruebas que intentan romperla. Quienes me gestionan pueden verificar el registro de consentimientos: handrail ledger verify.

about-how = Tu coach te da un código y lo escribes aquí. Tú eliges qué puedo preguntar y cuándo. Tu coach solo lee lo que has revisado y compartido.
about-how-coach = Escribes “invitar” y le das el código a tu cliente. Esa persona elige qué puedo preguntar y cuándo. Tú solo lees lo que ha revisado y compartido.

about-overview = No sé bien qué te gustaría saber. ¿Es algo de esto?
