# O que se diz porque isto é o Microsoft Teams, e o que o catálogo mostra.
teams-elsewhere = Eu só converso em um chat pessoal. Escreva para mim lá, por favor.
teams-no-files = Não consigo receber arquivos nem imagens, então não abri o que você enviou. Se quiser, conte por escrito.
teams-no-forwards = Não guardei a mensagem que você encaminhou: aqui só recebo o que você escreve. Se ela for importante para você, me conte com as suas palavras.
teams-file-gone = Esse arquivo já não está aqui. Peça mais uma vez, e eu faço um novo.
teams-file-failed = O Teams não aceitou o arquivo. Aqui está o que ele contém, para copiar:
teams-home = início
teams-help = ajuda
teams-switches = minhas permissões
teams-hold = o que você tem sobre mim
teams-stop = parar
teams-short = Companhia entre sessões de coaching, só onde você permite
teams-long = O Handrail acompanha você entre as sessões de coaching: check-ins e pequenos passos nos horários que você escolhe, respostas com as suas próprias palavras e, para o seu coach, só o que você conferiu e compartilhou. Instalar não envia nada a ninguém. Você começa digitando o código que recebeu do seu coach, e pode pausar, parar ou apagar a qualquer momento. O Handrail é um bot. A sua organização o hospeda e talvez possa ler ou exportar este chat.
teams-do-home = Sua página: o que está ativado e o que vem a seguir
teams-do-help = O que você pode digitar aqui
teams-do-switches = Ver e mudar o que você permite
teams-do-hold = Tudo o que é guardado sobre você
teams-do-stop = Nenhuma mensagem a partir de agora
teams-start-code = Tenho um código do meu coach
teams-say-code = Meu código é
teams-start-coach = Sou coach
teams-say-coach = convidar
teams-do-how = O que é isto, em poucas frases
teams-do-sees = O que o seu coach e a sua organização podem ler
teams-do-nothing = Responder ou não é uma escolha sua
teams-do-code = Começar com o código que o seu coach deu
teams-do-coach = Receber um código para entregar

# Said about Microsoft Teams: its name, and what an erase leaves in it.
platform-teams = Microsoft Teams
erased-chat-teams-all = Estou excluindo as minhas próprias mensagens aqui, onde o Teams permite. O que você escreveu continua no Teams até você excluir lá. A sua organização pode ter cópias, e só ela pode excluí-las. Um arquivo que você me deixou pôr no seu OneDrive continua lá até você excluir.
erased-chat-teams-part = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde o Teams permite. O que você escreveu continua no Teams até você excluir lá. A sua organização pode ter cópias, e só ela pode excluí-las. Um arquivo que você me deixou pôr no seu OneDrive continua lá até você excluir.
erased-chat-teams-kept = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde o Teams permite. O resto deste chat continua no Teams até ser excluído lá. A sua organização pode ter cópias, e só ela pode excluí-las. Um arquivo que você me deixou pôr no seu OneDrive continua lá até você excluir.
