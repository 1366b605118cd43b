# Respostas a perguntas ao bot. Curtas e verdadeiras nesta instalação; veja bot/messages/about_rows.py.
about-ask-ai = Você é uma pessoa ou uma IA?
about-ask-sees = Quem pode ver o que eu escrevo?
about-ask-boss = Minha chefia vê isto?
about-ask-hr = O RH vê isto?
about-ask-store = Onde isso fica guardado?
about-ask-long = Por quanto tempo fica guardado?
about-ask-must = Isto é obrigatório?
about-ask-nothing = E se eu não disser nada?
about-ask-coach = O que meu coach sabe?
about-ask-share = Como compartilho algo?
about-ask-undo = Posso retirar algo?
about-ask-delete = Como apago algo?
about-ask-language = Quais idiomas você fala?
about-ask-human = Como falo com uma pessoa?
about-ask-runs = Quem cuida deste bot?
about-ask-cost = Quanto custa?
about-ask-next = Quando você escreve de novo?
about-ask-prove = Como posso conferir isso?
about-ask-how = Como isto funciona?
about-ask-overview = O que posso perguntar?

about-show-seen = Quem viu isso?
about-show-keeping = Por quanto tempo guardar…
about-show-language = Outro idioma…
about-show-words = Minhas palavras
about-erase-one = Apagar uma resposta…

about-not-begun = Nada começa antes de você digitar o código de um coach, e depois cada coisa espera o seu sim.

about-ai = Sou o Handrail, um bot: nenhuma pessoa digita minhas respostas. Todas as minhas frases foram escritas antes por pessoas.
about-ai-hearing = Aqui nenhum modelo de linguagem lê ou escreve nada. Para perceber um pedido de parar, uma pergunta para mim ou palavras de aflição, uso listas de palavras e um pequeno classificador treinado, no servidor em que funciono. Ele não aprende com você.

about-sees-plan = Se você trabalhar aqui com um coach, ele só lê o que você conferiu e compartilhou, palavra por palavra.
about-sees-client = { $coach } só lê o que você conferiu e compartilhou, palavra por palavra.
about-sees-coach = Como coach, você só lê o que alguém conferiu e compartilhou com você.
about-sees-of-coach = Seus clientes podem ler o seu perfil, e as perguntas e notas que você tiver para eles.
about-shared = { $shared ->
    [0] Nada seu está compartilhado com { $coach }.
    [one] Uma coisa sua está compartilhada com { $coach }.
   *[other] { $shared } coisas suas estão compartilhadas com { $coach }.
}
about-coach-listed = Você também permite que { $coach } veja que você está aqui, seu último dia e sua próxima sessão.
about-coach-notes = Você também permite que { $coach } envie notas a você, e { $coach } vê que você permite.
about-coach-only = Por mim, { $coach } não fica sabendo quando você responde, nem se responde, nem o que você guarda só para si.
about-coach-joining = Não digo a { $coach } se você usou o código, a não ser que você permita mais tarde.
about-coach-over = Desde o fim, { $coach } não recebe nada de novo de mim. O que já tinha sido mostrado pode continuar na conversa de { $coach }.
about-coach-none = Não sei de nenhum coach seu aqui, e não conto a ninguém que você me escreve.

about-boss = Aqui não há nenhuma tela nem relatório para chefes.
about-boss-coach = Se a sua chefia também for seu coach aqui, ela lê o que você compartilhar com ela.
about-hr = Aqui não há nenhuma tela nem relatório para o RH, nem para a sua organização.

about-store = O que guardo fica no servidor em que funciono. Lá, suas palavras e seu nome são criptografados. Quem cuida do servidor tem as chaves.

about-long-most = { $most ->
    [one] Guardo o que você permite por no máximo 1 dia.
   *[other] Guardo o que você permite por no máximo { $most } dias, e você pode escolher menos.
}
about-long-erased = Tudo o que tenho do seu tempo com { $coach } é apagado até { $erased }, ou antes, se você quiser.
about-long-nothing = No momento não guardo nem suas palavras nem suas escolhas. Repito uma vez e não guardo.
about-long-proof = Fica um registro do que você permitiu e quando, sem o seu nome.
about-long-coach = O que tenho sobre você como coach, como seu nome e seu perfil, não tem aqui uma data própria para acabar.

about-must = Não. Aqui tudo fica desligado até você dizer sim, e você pode dizer não, pausar ou parar a qualquer momento.
about-must-coach = Não. Um resumo só chega se você quiser, e você pode parar a qualquer momento.

about-nothing = Então aqui não acontece nada. Dizer não, pular ou não responder são respostas completas, e não conto a ninguém.
about-nothing-reminder = Você permitiu um único lembrete de um check-in, um dia depois. Depois dele, deixo esse check-in de lado.
about-nothing-gentle = Se vários check-ins ficarem sem resposta, pergunto uma vez como seguir e depois faço uma pausa.
about-nothing-noticed = Se você desligar “{ purpose-listed }” ou “{ purpose-notes }”, { $coach } pode perceber.

about-share-how = Quando eu tiver repetido a sua resposta, pressione “{ share }”. Você vê exatamente o que { $coach } leria, e só a sua aprovação compartilha. Vai com o próximo resumo.
about-share-keep-first = Só posso compartilhar o que guardo, e isso está desligado. Você pode ligar em “{ home-switches }”.
about-share-first = Primeiro vem o acordo. Sem ele nada é compartilhado.
about-share-over = Seu tempo com { $coach } terminou, então nada mais pode ser compartilhado.

about-undo = Você pode editar ou excluir a sua mensagem, ou apagar uma resposta aqui. Então mudo ou apago o que guardo dela.
about-undo-shared = Se você apagar uma resposta compartilhada, também a retiro das minhas mensagens para { $coach }. O que { $coach } leu ou copiou não consigo retirar.
about-undo-none = Até agora não guardo nenhuma resposta sua.
about-undo-coach = Você pode descartar uma nota antes de enviar. O que já foi entregue não consigo retirar.

about-delete = Você pode apagar tudo, ou só uma parte. Antes de apagar qualquer coisa, pergunto mais uma vez, porque não dá para desfazer.
about-delete-left = Ficam um registro do que você permitiu, sem o seu nome, e este chat, que é guardado por { $platform }.
about-delete-coach = É apagado o que tenho sobre você como cliente. Como coach, você continua aqui, com seu nome, seu endereço e seus códigos. Sobre isso, pergunte a quem cuida deste bot.

about-language = Posso escrever nestes idiomas: { $languages }. Agora: { $language }.
about-language-stranger = Até você começar, sigo o idioma deste chat.

about-human = Sou um bot, e aqui nenhuma pessoa responde.
about-human-coach = Você pode falar com { $coach } como costuma fazer. Eu não repasso este pedido.
about-human-contacts = A sua organização indica estas pessoas:

about-runs = A sua organização cuida deste bot.
about-runs-by = Você pode perguntar a: { $by }
about-runs-unnamed = Não está escrito aqui quem faz isso. Quem falou de mim para você talvez saiba.
about-runs-software = O programa se chama Handrail e tem código aberto.

about-cost = Não custo nada para você e não recebo pagamentos.
about-cost-plan = Os honorários do coaching são assunto de coach, cliente e talvez da organização.
about-cost-coach = Os honorários do coaching são assunto seu, de { $coach } e talvez da sua organização.
about-cost-card = O que { $coach } escreveu sobre os honorários:

about-next = Próximo envio planejado: { $when }.
about-next-none = Não há nada planejado agora.
about-next-only = Por conta própria, só escrevo o que você permitiu, nas horas que você escolheu.
about-next-notes = Nessas horas também pode chegar uma nota de { $coach }.
about-next-never = Por conta própria, não escrevo para você. Antes seria preciso o seu sim.

about-prove = “comprovante” mostra cada sim e cada não seu, com a data e o texto. “o que você tem sobre mim” entrega tudo em um arquivo. “quem viu isso” diz quando algo foi mostrado ao seu coach.
about-prove-code = Meu código-fonte é aberto. A página docs/nevers.md indica, para cada promessa, o código que a cumpre e os testes que tentam quebrá-la. Quem cuida deste bot pode conferir o registro de consentimentos: handrail ledger verify.

about-how = Um coach dá um código a você, e você digita aqui. Você escolhe o que posso perguntar, e quando. Seu coach só lê o que você conferiu e compartilhou.
about-how-coach = Você digita “convidar” e dá o código a um cliente. Essa pessoa escolhe o que posso perguntar, e quando. Você só lê o que ela conferiu e compartilhou.

about-overview = Não entendi bem o que você quer saber. É alguma destas?
