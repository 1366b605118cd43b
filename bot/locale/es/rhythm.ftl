# Los horarios, en manos de la persona: escritos, mostrados de vuelta, y válidos solo con un sí.
rhythm-understood = He entendido:
rhythm-line-days = Días: { $days }, { $every }
rhythm-line-window = De { $from } a { $to }, hora de { $zone }
rhythm-line-quiet = Silencio de { $from } a { $to }
rhythm-line-off = Días libres: { $days }
rhythm-line-span = del { $first } al { $last }
rhythm-line-holidays = Nada en los días festivos: { $country }
rhythm-weeks = { $weeks ->
    [1] cada semana
    [2] cada dos semanas
   *[other] cada { $weeks } semanas
}
rhythm-suggested = { $coach } sugiere { $days }, { $every }. Tú decides.
rhythm-more = Más…
rhythm-more-ask = ¿Cuándo quieres silencio?
rhythm-covers = Los check-ins y las notas de tu coach llegan en estos días. Los pasos, las preguntas de sesión, los recordatorios y el aviso del final tienen cada uno su propio día, dentro de las mismas horas. Si dejas una pregunta para más tarde, llega cuando dijiste.
rhythm-quiet-from = Silencio desde
rhythm-quiet-to = Silencio hasta
rhythm-quiet-none = Sin horas de silencio
rhythm-off = Días libres
rhythm-off-example = 24 de diciembre, 27 de diciembre a 3 de enero
rhythm-holidays = Sin mensajes los días festivos de
rhythm-holidays-example = México
rhythm-bad-quiet = Tus horas de silencio no dejan ningún momento en que pueda escribirte. Cambia una de las dos cosas, por favor.
rhythm-bad-off = No pude leer esos días libres. Por ejemplo: “24 de diciembre, 27 de diciembre a 3 de enero”.
rhythm-bad-holidays = No conozco los días festivos de ese país. También puedes dejarlo vacío.
rhythm-none-left = Así no quedaría ningún día. Si prefieres que no escriba, escribe “pausa hasta el lunes” o “parar”.

travel-ask = Parece que tu reloj marca ahora la hora de { $place }. Te escribo con la hora de { $home }. ¿Cambio tus horarios?
travel-move = Cambiar a la hora de { $place }
travel-stay = Seguir con la hora de { $home }
travel-moved = Tus horarios han cambiado. Te escribiré:
travel-stayed = Tus horarios siguen con la hora de { $home }. No volveré a preguntar por { $place }.

rested = De acuerdo, hago una pausa. No escribiré por mi cuenta hasta que escribas “retomar”.

next-no-check-in = No hay ningún check-in previsto. Solo escribo por mi cuenta para lo que has permitido.
