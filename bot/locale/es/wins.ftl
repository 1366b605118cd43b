# Lo que la persona ha hecho y lo que escribió: solo suyo.
wins-heading = Lo que has hecho
wins-none = Aquí todavía no hay nada. Los pequeños pasos que marques como hechos se reúnen aquí, solo para ti.
wins-alt = Una rama con { $count ->
    [one] una hoja
   *[other] { $count } hojas
}, una por cada pequeño paso que has hecho.
wins-alone = Esto solo te lo muestro a ti.
wins-older = { $count ->
    [one] Y 1 de antes.
   *[other] Y { $count } de antes.
}
recall-heading = Lo que escribiste
recall-none = No he guardado ninguna de tus palabras.
recall-older = Anteriores…
