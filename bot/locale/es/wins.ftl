# Lo que la persona ha hecho y lo que escribió: solo suyo.
wins-heading = Lo que has hecho
wins-none = Aquí todavía no hay nada. Los pequeños pasos que marques como hechos se van reuniendo aquí, solo para ti.
wins-alt = Una rama con { $count ->
    [one] una hoja
   *[other] { $count } hojas
}, una por cada pequeño paso que has hecho.
wins-alone = Esto solo te lo muestro a ti.
wins-older = { $count ->
    [one] Y 1 más, de antes.
   *[other] Y { $count } más, de antes.
}
recall-heading = Lo que escribiste
recall-none = No he guardado ninguna de tus palabras.
recall-older = Anteriores…
strengths-heading = Tus fortalezas, en tus palabras
strengths-none = Aquí todavía no hay nada. Cuando un paso esté hecho y digas qué lo hizo posible, tus palabras se irán reuniendo aquí, solo para ti.
strengths-alone = Esto solo te lo muestro a ti, y lo guardo como máximo hasta el { $until }.
curve-heading = Tus respuestas del 1 al 5
curve-none = Todavía no hay línea que dibujar. Bastan dos respuestas del 1 al 5 a la misma pregunta.
curve-keeping = Solo guardo esas respuestas si lo permites.
curve-alt = Una línea que pasa por tus respuestas, de la más antigua a la más reciente: { $values }
curve-point = { $day }: { $value }
