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
erased-chat-mail-all = He eliminado todo lo que había en tu página, también lo que escribiste allí. Esta respuesta desaparece de aquí a mañana. Los correos que te envié no contienen nada de eso: siguen en tu buzón hasta que los elimines.
erased-chat-mail-part = He eliminado de tu página mis propios mensajes sobre eso. Los correos que te envié no contienen nada de eso: siguen en tu buzón hasta que los elimines.
erased-chat-mail-kept = He eliminado de tu página mis propios mensajes sobre eso. El resto de la página sigue ahí hasta 90 días después de cada mensaje. Los correos que te envié no contienen nada de eso: siguen en tu buzón hasta que los elimines.
