# Paths, sets around sessions, and a word to a coach about how a question asks.
paths-open = Caminos…
paths-heading = Caminos
paths-hint = Un camino son unas pocas preguntas que van juntas, más o menos una por semana. Puedes dejarlo en cualquier momento.
path-chosen = Desde ahora sigues el camino “{ $title }”. Estas son sus preguntas:
path-chosen-how = Te las hago una a una, más o menos una por semana, en lugar de otra pregunta. Puedes dejar pasar la que quieras.
path-next = Sigues el camino “{ $title }”. La próxima es la pregunta { $number } de { $most }.
path-at-end = Sigues el camino “{ $title }”. Con lo que has elegido, ya no quedan preguntas de este camino.
path-place = { $title }: pregunta { $number } de { $most }
path-leave = Dejar este camino
path-left = Has dejado el camino. Tus respuestas siguen como están.

questions-look = Ver: { $title }
more-after-tap = { $question } Con una línea basta, si quieres.
after-hello = Después de tu sesión, una pregunta si quieres.

asks-look = Antes de guardarlo, un comentario sobre la forma de preguntar:
asks-hostile = Esto podría herir a quien lo lea, así que no lo guardo. Más amable sería: “¿Qué lo hizo difícil?”
asks-blaming = Suena como si alguien tuviera la culpa, así que no lo guardo. En lugar de “¿Por qué siempre llegas tarde?” podrías preguntar: “¿Qué te ayudaría a empezar a tiempo?”
asks-leading = Esta pregunta ya lleva dentro tu respuesta. Más abierto sería: “¿Cómo lo ves tú?”
asks-double = Esto pregunta dos cosas a la vez. De una en una es más fácil responder.
asks-field = Tus preguntas
asks-save-changed = Guardar
asks-save-as-it-is = Guardar tal cual
