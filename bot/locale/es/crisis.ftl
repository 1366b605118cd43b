# Palabras de crisis: primero las personas. Nunca una valoración, nunca una categoría.
crisis-people = Eso suena muy duro. Estas personas están para ti:
crisis-contact = { $name }: { $phone }
crisis-contact-hours = { $name }: { $phone } ({ $hours })
crisis-emergency = Si alguien está en peligro ahora, llama al { $phone }.
crisis-anywhere = Para cualquier país: findahelpline.com
crisis-bot = Soy un bot. No te vigilo, no se le ha dicho a nadie y no he guardado nada de lo que acabas de escribir.
crisis-rests = No te preguntaré nada por mi cuenta hasta que escribas “retomar”.
crisis-coach = ¿Quieres ayuda para escribirle tú a { $coach }?
crisis-coach-how = Podrías enviarle esto a { $coach } en el chat que comparten o decírselo por teléfono, tal cual o a tu manera. Yo no envío nada.
crisis-coach-example = Estoy pasando por algo muy difícil. ¿Podemos hablar hoy?
crisis-no = Está bien. Los números se quedan aquí.
