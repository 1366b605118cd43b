# Palabras de crisis: primero las personas. Nunca una valoración, nunca una categoría.
crisis-people = Lo que escribes suena muy duro. Estas personas pueden escucharte:
crisis-harm = Antes de que alguien sufra daño, puedes hablarlo. Estas personas pueden escucharte:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-home = Si alguien te hace daño en casa:
crisis-emergency = Si alguien está en peligro ahora, llama al { $phone }.
crisis-anywhere = Para cualquier país: findahelpline.com
crisis-bot = Soy un bot. No hay nadie pendiente de este chat, no se ha avisado a nadie y no he guardado nada de lo que acabas de escribir.
crisis-rests = No escribiré por mi cuenta hasta que pulses “{ crisis-go-on }” o escribas “retomar”.
crisis-go-on = Seguir como antes
crisis-still = No guardo nada de esto ni se lo paso a nadie. Estas personas pueden escucharte: { $people }. Si alguien está en peligro ahora: { $phone }.
crisis-quiet = Por si lo estás pasando mal, estas personas pueden escucharte: { $people }. Si alguien está en peligro ahora: { $phone }.
crisis-coach = ¿Quieres ayuda para escribirle tú a { $coach }?
crisis-coach-how = Podrías enviarle esto a { $coach } por tu chat de siempre, o decírselo por teléfono, tal cual o con cambios. Yo no envío nada.
crisis-coach-example = Estoy pasando por algo muy difícil. ¿Podemos hablar hoy?
crisis-no = Está bien. Los números siguen aquí.
