# Palabras de coach para un solo cliente, y lo que quiere retomar con esa persona.
note-write = Una nota para { $client }…
note-ask = Escribe tu nota para { $client } en tu próximo mensaje: breve y con tus propias palabras. Puedo aceptar { $count ->
    [one] 1 nota
   *[other] { $count } notas
} al día.
note-preview = { $client } leería:
note-send = Enviar exactamente esto
note-discard = No enviarla
note-discarded = No se ha enviado ni guardado.
note-on-its-way = Se la entregaré a { $client } en sus horarios, si entonces puedo. No te diré si he podido.
note-enough = Puedo aceptar { $count ->
    [one] 1 nota
   *[other] { $count } notas
} al día para { $client }, y por hoy no caben más. Esta se queda aquí por ahora: mañana puedes enviarla con su botón.
note-no = Ahora no puedo entregar ninguna nota a esa persona. No se ha enviado nada.
note-from = { $coach } te escribió:
note-off = Para desactivar las notas, escribe “mis permisos”.
note-not-delivered = No entregada: tu nota para { $client } del { $day }. Su chat no la aceptó.

bring-up = Retomarlo la próxima vez
bring-up-done = Anotado, solo para ti. Lo encontrarás en “mis clientes”.
bring-up-heading = Para retomar
brought-up = Ya está
brought-up-done = Ya no está en tu lista.
