# Lo que lee quien hace coaching.
invite-code = Aquí tienes un código para tu cliente:
invite-how = Funciona hasta el { $expires }, para cualquiera que lo tenga. El proceso duraría aquí hasta el { $until }. Dáselo a tu cliente con tus propias palabras, por ejemplo:
invite-example =
    Entre nuestras sesiones puedes usar Handrail, si quieres. Escríbele este código: { $code }
    Tú eliges qué pregunta, cuándo, y qué puedo ver yo. Si prefieres no usarlo, está bien, y nadie me lo dirá.
invite-nothing-sent = No le envío nada a tu cliente, y no te digo si se usó el código ni quién lo usó.
invite-weeks = { $weeks ->
    [one] Un código para 1 semana
   *[other] Un código para { $weeks } semanas
}
digest-yes = Sí, una vez por semana
digest-no = No, ya lo pediré
digest-on = Bien. Llega cuando hay algo compartido: { $day }, de { $from } a { $to }. Escribe “resumen” para verlo en cualquier momento.
digest-off = Sin resumen, entonces. Escribe “resumen” cuando quieras ver lo que se ha compartido.
digest-heading = Compartido contigo
digest-from = { $client }
digest-end = Cada persona revisó exactamente esto y lo aprobó para ti.
digest-empty = No hay nada nuevo compartido contigo. Eso no dice nada de nadie.
digest-not-delivered = No entregado: tu resumen del { $day }. Este chat no lo aceptó. Esto es lo que todavía puedes leer de él.
digest-earlier = Compartido antes
coach-only = “{ $command }” es para coaches. Escribe “invitar” si acompañas a alguien.
digest-state-on = Tu resumen llega cuando hay algo compartido: { $day }, de { $from } a { $to }.
digest-turn-off = Desactivar el resumen
digest-waiting = Alguien a quien acompañas ha compartido algo contigo.
digest-open = Abrir
digest-gone = Aquí ya no hay nada que leer.
digest-taken-back = Algo que estaba aquí se ha retirado.
digest-when = Otro día u otra hora…
digest-when-ask = ¿Cuándo quieres que llegue el resumen?
digest-day = Día
digest-save = Guardar
digest-bring = Para llevar a tu sesión
digest-someone = Alguien a quien acompañas
digest-more = { $count ->
    [one] Queda una cosa más.
   *[other] Quedan { $count } cosas más.
}
digest-show-more = Ver más

coaches-ask = Aquí, las personas que me gestionan deciden quién puede hacer coaching. Si acompañas a alguien, envíales tú la línea de abajo; yo no se la paso.
coaches-off = En este momento no estás en la lista de quienes pueden hacer coaching aquí. No te muestro nada de lo que comparten los clientes, y tus códigos no funcionan. Puedes terminar aquí todos tus procesos, preguntar qué tengo sobre ti o escribir “borrar”.
invite-enough = Puedo darte { $count ->
    [one] 1 código
   *[other] { $count } códigos
} al día, y por hoy ya no puedo darte más. Un código sirve para más de una persona, así que quizá baste uno anterior. También puedes pedirme otro mañana.
share-waits = En este momento tu coach no está en la lista de quienes pueden hacer coaching aquí. Hasta que eso cambie, no se le muestra nada de lo que compartas.

brief-offer = Antes de una sesión…
brief-on = Bien. La tarde antes de cada sesión cuya fecha puedes ver, llega un repaso si hay algo compartido.
brief-off = Sin repaso antes de las sesiones, entonces. Escribe “resumen” cuando quieras ver lo que se ha compartido.
brief-state-on = La tarde antes de cada sesión cuya fecha puedes ver, llega un repaso si hay algo compartido.
brief-turn-off = Desactivar el repaso
brief-heading = Antes de tu sesión con { $client }
brief-session = La sesión: { $moment }
brief-shared = Compartido contigo
brief-seen = Esto ya lo habías visto.
brief-waiting = Antes de tu sesión, un cliente ha compartido algo contigo.
sent-now = Enviado a ti antes de tu sesión
