# O que se diz porque isto é o Microsoft Teams, e o que o catálogo mostra.
teams-elsewhere = Eu só converso em um chat pessoal. Escreva para mim lá, por favor.
teams-no-files = Não posso receber arquivos nem imagens, por isso não abri o que você enviou. Conte com palavras, se quiser.
teams-file-gone = Esse arquivo não espera mais aqui. Peça mais uma vez, e eu o faço de novo.
teams-file-failed = O Teams não aceitou o arquivo. Aqui está o que ele contém, para copiar:
teams-home = início
teams-help = ajuda
teams-switches = minhas permissões
teams-hold = o que você tem sobre mim
teams-stop = parar
teams-short = Companhia entre sessões de coaching, só até onde você permite
teams-long = O Handrail acompanha você entre as sessões de coaching: perguntas e pequenos passos nos horários que você escolhe, respostas com as suas próprias palavras e, para o seu coach, só o que você viu antes e compartilhou. Instalar não envia nada a ninguém. Você começa digitando o código que o seu coach lhe deu, e pode pausar, parar ou apagar a qualquer momento. O Handrail é um bot. A sua organização o hospeda e talvez possa ler ou exportar este chat.
teams-do-home = A sua página: o que está ativo e o que vem a seguir
teams-do-help = O que você pode escrever aqui
teams-do-switches = Ver e mudar o que você permite
teams-do-hold = Tudo o que é guardado sobre você
teams-do-stop = Nenhuma mensagem a partir de agora

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = Estou excluindo as minhas próprias mensagens aqui, onde o Teams permite. O que você escreveu continua no Teams até você excluir ali. É possível que a sua organização tenha cópias, e só ela pode excluí-las. Um arquivo que você me deixou pôr no seu OneDrive continua lá até você excluir.
erased-chat-teams-part = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde o Teams permite. O que você escreveu continua no Teams até você excluir ali. É possível que a sua organização tenha cópias, e só ela pode excluí-las. Um arquivo que você me deixou pôr no seu OneDrive continua lá até você excluir.
erased-chat-teams-kept = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde o Teams permite. O resto deste chat continua no Teams até ser excluído ali. É possível que a sua organização tenha cópias, e só ela pode excluí-las. Um arquivo que você me deixou pôr no seu OneDrive continua lá até você excluir.
