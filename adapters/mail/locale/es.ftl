# The mails themselves: they hold these sentences, two addresses, and nothing else.
mail-subject = Hay algo esperándote
mail-waiting = Hay algo esperándote. Este enlace lo abre:
mail-link-subject = Tu enlace
mail-link-text = Aquí tienes el enlace que pediste:
mail-link-lasts = Sirve una vez, durante 15 minutos. Después, la página a la que lleva te envía uno nuevo.
mail-not-asked = Si no lo pediste, puedes ignorar este correo. Sin el enlace no pasa nada.
mail-stop-here = ¿No quieres más correos como este? Aquí puedes desactivarlo todo: { $link }

# Where a mail program's own button, or the last line of a mail, leads.
mail-stop-title = No más correos
mail-stop-ask = Esto lo desactiva todo. No recibirás más correos hasta que los vuelvas a pedir.
mail-stop-button = Desactivar todo
mail-stopped = Todo está desactivado. No recibirás más correos hasta que los vuelvas a pedir.

# Said about mail: what it is called, and what an erase leaves there.
platform-mail = correo electrónico
hold-chat-mail = Esta página la guardo yo aquí: cada mensaje hasta 90 días, y tu dirección de correo, tus enlaces y tus dispositivos. “borrar” lo elimina todo.
erased-chat-mail-all = He eliminado todo lo que había en tu página, también lo que escribiste allí, y tu sesión está cerrada en todos los dispositivos. Los correos que te envié no contienen nada de eso: siguen en tu buzón hasta que los elimines.
erased-chat-mail-part = He eliminado de tu página mis propios mensajes sobre eso. Lo que escribiste tú allí desaparece en un plazo de 90 días. Los correos que te envié no contienen nada de eso: siguen en tu buzón hasta que los elimines.
erased-chat-mail-kept = He eliminado de tu página mis propios mensajes sobre eso. El resto de la página sigue ahí hasta 90 días después de cada mensaje. Los correos que te envié no contienen nada de eso: siguen en tu buzón hasta que los elimines.

# Said on the page of guest coaches, beside the messages.
mail-page-title = Tu página
mail-page-here-as = Estás aquí como { $address }.
mail-page-skip = Ir a lo último
mail-page-before = Antes
mail-page-latest = Lo último
mail-page-earlier = Ver lo anterior
mail-page-newest = Volver a lo último
mail-page-back = Volver a donde estabas leyendo
mail-page-empty = Aquí todavía no hay nada.
mail-page-you = Tú
mail-page-message = Tu mensaje
mail-page-send = Enviar
mail-page-home = Qué puedes hacer aquí
mail-page-leave = Cerrar sesión
mail-page-leave-everywhere = Cerrar sesión en todas partes
mail-page-left = Has cerrado la sesión en este dispositivo.
mail-page-left-everywhere = Has cerrado la sesión en todos los dispositivos. Los enlaces de correos anteriores ya no abren nada.
mail-page-over = Aquí la sesión está cerrada. Esto se muestra una sola vez.
mail-page-open-title = Abre tu página
mail-page-open-why = Este enlace abre tu página una sola vez, dentro de los 15 minutos siguientes al correo. Después, la sesión queda abierta en este dispositivo un mes como máximo, o hasta que la cierres.
mail-page-open-shared = Si otras personas también usan este dispositivo, cierra la sesión al terminar.
mail-page-open = Abrir
mail-page-ended-title = Este enlace ya no vale
mail-page-ended = Cada enlace sirve una sola vez, durante 15 minutos. Puedo enviar uno nuevo a la misma dirección.
mail-page-ended-address = O escribe aquí tu dirección.
mail-page-again = Envíame un enlace nuevo
mail-page-ask = Escribe tu dirección de correo y te envío un enlace que abre tu página. No necesitas contraseña.
mail-page-address = Dirección de correo
mail-page-mail-me = Envíame un enlace
mail-page-sent-title = Mira en tu buzón
mail-page-sent = Si conozco esta dirección, un enlace va de camino. Sirve una sola vez, durante 15 minutos. Si no llega nada, mira en el correo no deseado o vuelve a intentarlo dentro de una hora.
mail-page-busy-title = Un momento, por favor
mail-page-busy = Muchas personas están pidiendo un enlace ahora mismo. Vuelve a intentarlo dentro de unos minutos.
mail-page-gone = Este archivo ya no está aquí
mail-page-too-long = Es demasiado largo para mí. Envíalo en partes, por favor.
mail-page-not-read = No he podido leerlo. Abre la página otra vez e inténtalo de nuevo, por favor.
mail-page-elsewhere = Esta página tiene otra dirección.
mail-page-not-from-here = Esto no se envió desde la página misma. Abre la página e inténtalo de nuevo, por favor.
mail-page-invited-title = Tienes una invitación
mail-page-invited = Alguien te dio este enlace para que puedas acompañar con Handrail, por correo y en una página tuya.
mail-page-invited-type = Escribe tu propia dirección de correo y te envío un enlace que abre tu página. Hasta entonces no escribo a nadie.
mail-page-not-an-address = No puedo escribir a esta dirección. Comprueba que esté completa, por favor.
mail-page-not-this-domain = Aquí no puedo escribir a esta dirección. Tu organización solo permite ciertos proveedores de correo.
mail-page-invitation-ended-title = Esta invitación ya no vale
mail-page-invitation-ended = Cada invitación sirve una sola vez y solo por un tiempo. Pide una nueva a quien te la dio.
