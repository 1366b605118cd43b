# Se dice en cualquier conversación. `locale` es la configuración CLDR de fechas, horas y listas.
#
# Glosario: una palabra por idea, siempre la misma. Trato de «tú», español neutro.
#   coach        tu coach (sin género)         client       tu cliente; a la persona, «tú»
#   check-in     check-in                      small step   pequeño paso (paso)
#   permission   permiso (activar, desactivar) share        compartir; lo compartido
#   digest       resumen                       reminder     recordatorio
#   engagement   proceso                       agreement    acuerdo
#   receipt      comprobante                   mark, choice lo que eliges; elegir
#   hold         tener (qué tengo sobre ti)    keep         guardar
#   erase        borrar                        delete       eliminar (un mensaje del chat)
#   stop         parar                         pause        hacer una pausa; en pausa
#   resume       retomar                       pass         pasar
#   preview      revisar (lo revisado)         take back    retirar
#   times        horarios                      wins         logros
#   question     pregunta                      leave out    quitar (una pregunta)
#   session      sesión                        path         camino
#   note         nota                          feedback     comentarios
#   planned      previsto                      profile      perfil
#   by itself    por mi cuenta                 run          gestionar (quienes me gestionan)
# «paso», a secas, quiere decir «yo paso»: el pequeño paso se pide como «mi paso».
locale = es
# Dates as sentences write them. CLDR names months and days; lists and buttons have short ones.
date-day = { $weekday } { $day } de { $month }
date-day-year = { $weekday } { $day } de { $month } de { $year }
date-year = { $day } de { $month } de { $year }
date-hour = { $hours ->
        [1] a la
       *[other] a las
    } { $hour }
date-moment = { $day } { $hour }
date-weekday = { $number ->
       *[other] { $name }
    }
summary = Un mensaje de Handrail
# How a name that is not plainly a name stands inside a sentence of the bot.
named = “{ $name }”
yes = Sí
no = No
not-now = Ahora no

hello =
    Hola. Soy Handrail, un bot. Si tu coach te dio un código, escríbelo aquí.
    Si eres coach, escribe “invitar”.
help-client = Puedes escribirme cuando quieras, con tus propias palabras.
help-today = Para hoy:
help-yours = Lo tuyo:
help-when = Cuándo te escribo:
help-everything = Todo lo que entiendo
help-page = Mi página
help-coach = Como coach:
help-all = Estos son mis comandos. Puedes escribirlos tal cual:
help-all-client =
    “inicio”, “mi paso”, “mis logros”, “mis palabras”, “mis preguntas”, “sesión”, “comentarios”
    “mis palabras marzo”, “carta para mí”, “mis pasos”, “mis fortalezas”, “mi curva”, “caminos”
    “mis permisos”, “qué tienes sobre mí”, “quién ha visto esto”, “comprobante”, “cuánto tiempo guardas”, “borrar”
    “cambiar mis horarios”, “qué viene ahora”, “pausa hasta el lunes”, “retomar”, “parar”, “idioma”, “sponsor”, “reglas de mi organización”, “mi coach está fuera”
help-all-coach = Como coach: “invitar”, “resumen”, “mis clientes”, “mi perfil”, “preguntas”, “sponsor”
too-long = Es más de lo que puedo recibir en un solo mensaje ({ $limit } { $of ->
        [lines] líneas
       *[characters] caracteres
    }). No he guardado nada. ¿Puedes enviarlo por partes?
field-too-long = Un campo tiene más de lo que cabe ahí ({ $limit } { $of ->
        [lines] líneas
       *[characters] caracteres
    }). No ha cambiado nada. ¿Puedes acortarlo?
edit-too-long = Tu mensaje es ahora más largo de lo que puedo recibir de una vez ({ $limit } { $of ->
        [lines] líneas
       *[characters] caracteres
    }), así que mi copia sigue diciendo lo de antes. Si lo acortas, me quedo con las palabras nuevas; si lo eliminas, borro también mi copia.
empty = Ese mensaje llegó vacío. Escribe con tus propias palabras, o escribe “ayuda”.
stale = Ese botón ya no sirve. No ha cambiado nada. Escribe “ayuda” para ver lo que puedo hacer.
already-done = Eso ya está hecho. No ha cambiado nada.
trouble = Algo falló de mi lado y no se guardó nada. Inténtalo una vez más, por favor.
interrupted = Hubo una interrupción y puede que mi respuesta no te haya llegado. Lo que hiciste está guardado. Escríbeme otra vez y seguimos desde ahí.
damaged = Algo que había guardado se dañó y ya no puedo leerlo. No ha cambiado nada. Las personas que me gestionan pueden revisarlo; tu coach sabe quiénes son.
form-unreadable = No pude leer ese formulario. No ha cambiado nada. Inténtalo una vez más, por favor.
language-ask = ¿Qué idioma prefieres?
language-set = Desde ahora te escribo en español.

# Stands in every view of who can read, in these words everywhere.
organisation-may-read = Es posible que tu organización pueda leer o exportar los chats de aquí.
