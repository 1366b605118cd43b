# What was not sent, and why: said above the next answer.
unsent-thing = { $kind } ({ $day })
unsent-late = No enviado: { $things }. No pude enviarlo en tus horarios, y no envío nada tarde.
unsent-changed = No enviado: { $things }. Aquello a lo que dijiste que sí ha cambiado, y espero tu nueva respuesta.
unsent-away = No enviado: { $things }. Me habían quitado de este espacio de trabajo.
unsent-broken = No entregado: { $things }. No pude leerlo todo.
unsent-refused = No entregado: { $things }. Este chat no lo aceptó.
unsent-sponsor = No enviado: { $things }. No pasó por correo.
unsent-halted = No enviado: { $things }. Tu organización había puesto en pausa lo que envío por mi cuenta.
halted-now = Tu organización ha puesto en pausa lo que envío por mi cuenta. Mientras dure, no llega nada si no escribes primero. Te sigo respondiendo, y lo que permitiste queda como está.
restored-ask = Me han restaurado a partir de una copia de seguridad del { $day }. Puede que ya no sepa lo que cambiaste desde entonces: tus días y horas, sobre qué pregunto, tu idioma. Por eso no escribiré por mi cuenta hasta que lo hayas mirado. Cuando esté como quieres, escribe “retomar”.
