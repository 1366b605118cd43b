# Palabras de coach para un solo cliente, y lo que quiere retomar con esa persona.
note-write = Una nota para { $client }…
note-ask = Escribe tu nota para { $client } en tu próximo mensaje: corta y con tus propias palabras. Puedo aceptar { $count ->
    [one] 1 nota
   *[other] hasta { $count } notas
} al día.
note-preview = { $client } leería:
note-send = Enviar exactamente esto
note-discard = No enviarla
note-discarded = No se envió ni se guardó.
note-on-its-way = Se la llevo a { $client } dentro de sus horarios, si entonces puedo. Si puedo o no, no lo digo.
note-enough = Puedo aceptar { $count ->
    [one] 1 nota
   *[other] hasta { $count } notas
} al día para { $client }, y por hoy no caben más. Esta se queda aquí por ahora: mañana puedes enviarla con su botón.
note-no = Ahora no puedo llevar una nota ahí. No se envió nada.
note-from = { $coach } te escribió:
note-off = Para desactivar las notas, escribe “mis permisos”.
note-not-delivered = No entregada: tu nota para { $client } del { $day }. Su chat no la aceptó.

bring-up = Hablarlo la próxima vez
bring-up-done = Anotado, solo para ti. “mis clientes” lo muestra.
bring-up-heading = Para hablar
brought-up = Ya está hablado
brought-up-done = Quitado de tu lista.
