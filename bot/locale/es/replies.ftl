# Respuestas en un hilo, respuestas en un formulario, y un emoji junto a una pregunta.
reaction-met = Veo que has puesto un emoji ahí, pero no puedo leerlo como respuesta. Una palabra o un botón sí me llegan. No hace falta ninguna de las dos cosas.
digest-replied = No se lo he pasado a nadie y no lo he guardado. Si es para alguien, puedo llevarle una nota:
digest-replied-only = No se lo he pasado a nadie y no lo he guardado.
answer-in-form = Responder en un formulario
apart-ask = Lo que escribas en este formulario no aparece en nuestro chat, salvo que pidas verlo o lo compartas.
apart-words = Tu respuesta
apart-send = Enviar
apart-kept = Tengo tu respuesta del formulario.
apart-not-kept = He leído tu respuesta del formulario. No la he guardado.
home-hello = Hola. Soy Handrail, un bot.
home-code-ask = Si tu coach te dio un código, puedes escribirlo aquí. Te respondo en nuestro chat.
home-code = Tu código
home-code-send = Usar este código
home-coach = Soy coach
code-unreadable = Eso no parece un código. Un código son doce letras y cifras, tal como te lo dio tu coach.
