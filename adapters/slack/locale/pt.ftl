# Said in Slack only, by the adapter itself: what it refuses, and the box for longer words.
# A modal's title and its button have at most 24 characters (Slack).

slack-channel = Aqui outras pessoas poderiam ler, então fico em silêncio. Escreva para mim no nosso próprio chat: lá só estamos você e eu.
slack-elsewhere = Respondi no nosso próprio chat.
slack-no-file = Não consigo receber arquivos nem áudios. Não abri e não guardei nada. Se quiser, conte com palavras.
slack-words-title = Com as suas palavras
slack-words-label = O que você quer escrever?
slack-words-send = Enviar

# Said about Slack: its name, and what an erase leaves in it.
platform-slack = Slack
erased-chat-slack-all = Estou excluindo as minhas próprias mensagens aqui, onde o Slack permite. O que você escreveu continua no Slack até você excluir lá. A sua organização pode ter cópias, e só ela pode excluí-las.
erased-chat-slack-part = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde o Slack permite. O que você escreveu continua no Slack até você excluir lá. A sua organização pode ter cópias, e só ela pode excluí-las.
erased-chat-slack-kept = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde o Slack permite. O resto deste chat continua no Slack até ser excluído lá. A sua organização pode ter cópias, e só ela pode excluí-las.
