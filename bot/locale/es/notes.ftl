# Palabras de coach para un solo cliente, y lo que quiere retomar con esa persona.
note-write = Una nota para { $client }…
note-ask = Escribe tu nota para { $client } en tu próximo mensaje: corta y con tus propias palabras.
note-preview = { $client } leería:
note-send = Enviar exactamente esto
note-discard = No enviarla
note-discarded = No se envió ni se guardó.
note-on-its-way = Le llega a { $client } dentro de sus horarios, si para entonces aún quiere notas.
note-no = Ahora no puedo llevar una nota ahí. No se envió nada.
note-from = { $coach } te escribió:
note-off = Para desactivar las notas, escribe “mis permisos”.
note-not-delivered = No entregada: tu nota para { $client } del { $day }. Su chat no la aceptó.

bring-up = Hablarlo la próxima vez
bring-up-done = Anotado, solo para ti. “mis clientes” lo muestra.
bring-up-heading = Para hablar
brought-up = Ya está hablado
brought-up-done = Quitado de tu lista.
