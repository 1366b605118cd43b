# Said on the local page only: its name, and what an erase leaves on it.
platform-local = la página local
erased-chat-local-all = He eliminado mis propios mensajes aquí. Lo que escribiste tú sigue en esta página hasta que pulses “Clear this chat”.
erased-chat-local-part = He eliminado aquí mis propios mensajes sobre ello. Lo que escribiste tú sigue en esta página hasta que lo elimines allí.
erased-chat-local-kept = He eliminado aquí mis propios mensajes sobre ello. El resto de este chat sigue en la página hasta que pulses “Clear this chat”.
