# What the organisation's policy says, as a client reads it when they ask (bot/messages/overview/policy.py).
policy-show = ¿Qué se ha decidido aquí?
policy-heading = Lo que tu organización ha decidido sobre mí
policy-runs = Tu organización me gestiona: { $by }
policy-runs-unnamed = Tu organización me gestiona. Aquí no consta ningún nombre.
policy-contact = Para hablar con las personas que me gestionan: { $by }
policy-dpo = Para hablar con la persona responsable de la protección de datos: { $by }
policy-all = Puedes elegir entre todo lo que sé hacer.
policy-some = Puedes elegir entre: { $purposes }.
policy-not = Aquí no es posible: { $purposes }.
policy-grace = { $days ->
    [0] Cuando termina un proceso de coaching, borro al día siguiente lo que le corresponde.
    [one] Cuando termina un proceso de coaching, borro lo que le corresponde en 1 día.
   *[other] Cuando termina un proceso de coaching, borro lo que le corresponde en { $days } días como máximo.
}
policy-coaches-everyone = Aquí cualquiera puede hacer coaching.
policy-coaches-approval = Aquí, las personas que me gestionan deciden una por una quién puede hacer coaching.
policy-coaches-listed = Aquí solo puede hacer coaching quien está en una lista de tu organización.
policy-coaches-mail = Quien hace coaching por correo tiene una dirección de { $by }.
policy-group = { $count ->
    [one] Quien paga el coaching lee el número de sesiones a partir de 1 persona.
   *[other] Quien paga el coaching lee el número de sesiones solo a partir de { $count } personas.
}
policy-workspaces = Trabajo solo en los espacios de trabajo que ha elegido tu organización.
policy-languages = Escribo en estos idiomas: { $languages }.
policy-yours = Nada de esto activa nada. Hago solo aquello a lo que has dicho que sí, y puedes decir que no o parar en cualquier momento.

policy-off = Ahora mismo tu organización no permite esto, así que no puedo activarlo. Todo lo demás sigue igual.
policy-workspace = Tu organización no ha elegido este espacio de trabajo para mí, así que aquí no puede empezar nada.
unsent-policy = No enviado: { $things }. Ahora mismo tu organización no lo permite.
