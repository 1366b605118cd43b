# Una página sobre uno mismo: para clientes, coaches, ambos, o quien no es ninguno de los dos.
home-heading = Tu página
home-about = Acompaño a las personas entre sus sesiones de coaching. Les pregunto cómo va todo cuando ellas eligen, y solo paso lo que comparten.
home-nothing-yet = No le escribo a nadie por mi cuenta y solo guardo lo que permites.
home-with = Con { $coach }, hasta el { $until }
home-not-agreed = Ahora mismo no hay nada acordado aquí, así que no escribo por mi cuenta.
home-stopped = He parado. No escribiré por mi cuenta hasta que escribas “retomar”.
home-steps = Tus pequeños pasos:
home-step-with = Un pequeño paso, con { $coach }
home-wins = Lo que he hecho
home-strengths = Mis fortalezas
home-curve = Mi curva
home-all-steps = Todos mis pasos pendientes
home-coaching = Como coach
home-digest-next = Tu próximo resumen, si se compartió algo: { $when }
home-digest-off = No recibes ningún resumen si no lo pides.
home-invite = Un código para mi cliente
home-clients = Mis clientes
home-digest = Lo que se compartió
home-card = Mi perfil
home-all = Todo esto lo puedes cambiar:
home-agreement = Nuestro acuerdo
home-switches = Mis permisos
home-times = Mis horarios
home-pause = Pausa…
home-resume = Retomar
home-hold = ¿Qué tienes sobre mí?
home-receipt = Mi comprobante
home-erase = Borrar…
home-question = Hay una pregunta abierta. Puedes responderla en el chat:
home-shared = { $shares ->
    [one] Hay una respuesta compartida con tu coach.
   *[other] Hay { $shares } respuestas compartidas con tu coach.
}
home-waiting = { $shares ->
    [one] De lo compartido, queda una respuesta por mostrarle a tu coach.
   *[other] De lo compartido, quedan { $shares } respuestas por mostrarle a tu coach.
}
coming-step-prompt = { $when }: sobre tu pequeño paso
coming-later = { $when }: la pregunta que dejaste para más tarde
coming-session-prep = { $when }: antes de tu sesión
coming-session-after = { $when }: después de tu sesión
coming-ending = { $when }: un aviso de que pronto terminamos
coming-reminder = { $when }: un recordatorio, si no has pasado por aquí antes
