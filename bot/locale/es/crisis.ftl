# Palabras de crisis: primero las personas. Nunca una valoración, nunca una categoría.
crisis-people = Eso suena muy duro. Estas personas pueden escucharte:
crisis-harm = Antes de que alguien salga herido, puedes hablar con alguien. Estas personas escuchan:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-home = Si alguien te hace daño en casa:
crisis-emergency = Si alguien está en peligro ahora, llama al { $phone }.
crisis-anywhere = Para cualquier país: findahelpline.com
crisis-bot = Soy un bot. No hay nadie pendiente de este chat, no se le ha dicho a nadie y no he guardado nada de lo que acabas de escribir.
crisis-rests = No escribiré por mi cuenta hasta que pulses “{ crisis-go-on }” o escribas “retomar”.
crisis-go-on = Seguir como antes
crisis-still = No guardo nada de esto ni se lo paso a nadie. Estas personas pueden escucharte: { $people }. Si alguien está en peligro ahora: { $phone }.
crisis-quiet = Por si este momento es difícil, estas personas pueden escucharte: { $people }. Si alguien está en peligro ahora: { $phone }.
crisis-coach = ¿Quieres ayuda para escribirle tú a { $coach }?
crisis-coach-how = Podrías enviarle esto a { $coach } en el chat que comparten o decírselo por teléfono, tal cual o a tu manera. Yo no envío nada.
crisis-coach-example = Estoy pasando por algo muy difícil. ¿Podemos hablar hoy?
crisis-no = Está bien. Los números se quedan aquí.
