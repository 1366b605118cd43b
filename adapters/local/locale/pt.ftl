# Said on the local page only: its name, and what an erase leaves on it.
platform-local = a página local
erased-chat-local-all = Excluí as minhas próprias mensagens aqui. O que você escreveu continua nesta página até você apertar “Clear this chat”.
erased-chat-local-part = Excluí aqui as minhas próprias mensagens sobre isso. O que você escreveu continua nesta página até você excluir ali.
erased-chat-local-kept = Excluí aqui as minhas próprias mensagens sobre isso. O resto deste chat continua na página até você apertar “Clear this chat”.
