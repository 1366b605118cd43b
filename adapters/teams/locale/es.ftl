# Lo que se dice porque esto es Microsoft Teams, y lo que muestra su catálogo.
teams-elsewhere = Solo escribo en un chat personal. Escríbeme allí, por favor.
teams-no-files = No puedo recibir archivos ni imágenes, así que no he abierto lo que enviaste. Cuéntamelo con palabras, si quieres.
teams-no-forwards = No he guardado el mensaje que reenviaste: aquí solo recojo lo que escribes tú. Si es importante para ti, cuéntamelo con tus propias palabras.
teams-file-gone = Ese archivo ya no está aquí. Pídemelo otra vez y hago uno nuevo.
teams-file-failed = Teams no aceptó el archivo. Esto es lo que contiene, para copiarlo:
teams-home = inicio
teams-help = ayuda
teams-switches = mis permisos
teams-hold = qué tienes sobre mí
teams-stop = parar
teams-short = Compañía entre sesiones de coaching, solo donde lo permitas
teams-long = Handrail te acompaña entre sesiones de coaching: check-ins y pequeños pasos a las horas que tú eliges, respuestas con tus propias palabras y, para tu coach, solo lo que has revisado y compartido. Instalarlo no envía nada a nadie. Empiezas escribiendo el código que te dio tu coach, y en cualquier momento puedes hacer una pausa, parar o borrar. Handrail es un bot. Tu organización lo aloja y quizá pueda leer o exportar este chat.
teams-do-home = Tu página: qué está activo y qué viene ahora
teams-do-help = Lo que puedes escribir aquí
teams-do-switches = Ver y cambiar lo que permites
teams-do-hold = Todo lo que se guarda sobre ti
teams-do-stop = Desde ahora, ningún mensaje más
teams-start-code = Tengo un código de mi coach
teams-say-code = Mi código es
teams-start-coach = Soy coach
teams-say-coach = invitar
teams-do-how = Qué es esto, en pocas frases
teams-do-sees = Qué pueden leer tu coach y tu organización
teams-do-nothing = Responder o no es decisión tuya
teams-do-code = Empezar con el código que te dio tu coach
teams-do-coach = Obtener un código para entregar

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = Estoy eliminando mis propios mensajes aquí, donde Teams me lo permite. Lo que escribiste tú sigue en Teams hasta que lo elimines allí. Es posible que tu organización tenga copias, y solo ella puede eliminarlas. Si me dejaste poner un archivo en tu OneDrive, sigue ahí hasta que lo elimines.
erased-chat-teams-part = Estoy eliminando aquí mis propios mensajes sobre eso, donde Teams me lo permite. Lo que escribiste tú sigue en Teams hasta que lo elimines allí. Es posible que tu organización tenga copias, y solo ella puede eliminarlas. Si me dejaste poner un archivo en tu OneDrive, sigue ahí hasta que lo elimines.
erased-chat-teams-kept = Estoy eliminando aquí mis propios mensajes sobre eso, donde Teams me lo permite. El resto de este chat sigue en Teams hasta que se elimine allí. Es posible que tu organización tenga copias, y solo ella puede eliminarlas. Si me dejaste poner un archivo en tu OneDrive, sigue ahí hasta que lo elimines.
