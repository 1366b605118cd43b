# Charla breve: una frase neutra, sin pregunta ni botón. Nunca festiva: arriba puede haber algo difícil.
small-thanks-1 = De nada.
small-thanks-2 = No hay de qué.
small-thanks-3 = Cuando quieras.
small-hello-1 = Buenos días.
small-hello-2 = Buenas tardes.
small-hello-3 = Buenas noches.
small-fine-1 = De acuerdo.
small-fine-2 = Está bien.
small-fine-3 = Muy bien.
small-laugh-1 = Aquí estoy.
small-laugh-2 = De acuerdo, aquí estoy.
small-laugh-3 = Sigo aquí.
small-bye-1 = Adiós.
small-bye-2 = Hasta la próxima.
small-bye-3 = De acuerdo. Adiós.
