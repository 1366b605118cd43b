# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = Aquí podrían leer otras personas, así que no digo nada. Escríbeme en nuestro propio chat: ahí solo estamos tú y yo.
slack-elsewhere = Te he respondido en nuestro propio chat.
slack-no-file = No puedo recibir archivos ni notas de voz. No lo he abierto y no he guardado nada. Si quieres, cuéntamelo con palabras.
slack-words-title = Con tus palabras
slack-words-label = ¿Qué quieres escribir?
slack-words-send = Enviar

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = Estoy eliminando mis propios mensajes aquí, donde Slack me lo permite. Lo que escribiste tú sigue en Slack hasta que lo elimines allí. Es posible que tu organización tenga copias, y solo ella puede eliminarlas.
erased-chat-slack-part = Estoy eliminando aquí mis propios mensajes sobre eso, donde Slack me lo permite. Lo que escribiste tú sigue en Slack hasta que lo elimines allí. Es posible que tu organización tenga copias, y solo ella puede eliminarlas.
erased-chat-slack-kept = Estoy eliminando aquí mis propios mensajes sobre eso, donde Slack me lo permite. El resto de este chat sigue en Slack hasta que se elimine allí. Es posible que tu organización tenga copias, y solo ella puede eliminarlas.
