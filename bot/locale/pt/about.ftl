# Respostas a perguntas ao bot. Curtas e verdadeiras nesta instalação; veja bot/messages/about_rows.py.
about-ask-ai = Você é uma pessoa ou uma IA?
about-ask-sees = Quem pode ver o que eu escrevo?
about-ask-boss = Minha chefia vê isso?
about-ask-hr = O RH vê isso?
about-ask-store = Onde isso fica guardado?
about-ask-long = Por quanto tempo fica guardado?
about-ask-must = Isso é obrigatório?
about-ask-nothing = E se eu não disser nada?
about-ask-coach = O que meu coach sabe?
about-ask-share = Como compartilho algo?
about-ask-undo = Posso retirar algo?
about-ask-delete = Como apago algo?
about-ask-language = Quais idiomas você fala?
about-ask-human = Como falo com uma pessoa?
about-ask-runs = Quem administra este bot?
about-ask-cost = Quanto custa?
about-ask-next = Quando você escreve de novo?
about-ask-prove = Como posso conferir isso?
about-ask-how = Como isso funciona?
about-ask-overview = O que posso perguntar?

about-show-seen = Quem viu isso?
about-show-keeping = Por quanto tempo guardar…
about-show-language = Outro idioma…
about-show-words = Minhas palavras
about-erase-one = Apagar uma resposta…

about-not-begun = Nada começa até você digitar um código que recebeu de um coach. Depois disso, só faço o que você permitir.

about-ai = Sou o Handrail, um bot: nenhuma pessoa digita minhas respostas. Todas as minhas próprias frases foram escritas antes, por pessoas.
about-ai-hearing = Aqui nenhum modelo de linguagem lê ou escreve nada. Para perceber um pedido de parar, uma pergunta para mim ou palavras de sofrimento, uso listas de palavras e um pequeno classificador treinado, no servidor em que funciono. Ele não aprende com você.

about-sees-plan = Se você trabalhar com um coach aqui, essa pessoa só lê o que você conferiu e compartilhou, palavra por palavra.
about-sees-client = { $coach } só lê o que você conferiu e compartilhou, palavra por palavra.
about-sees-coach = Como coach, você só lê o que alguém conferiu e compartilhou com você.
about-sees-of-coach = Seus clientes podem ler o seu perfil e as perguntas e notas que você escrever para eles.
about-shared = { $shared ->
    [0] Você não compartilhou nada com { $coach }.
    [one] Você compartilhou uma coisa com { $coach }.
   *[other] Você compartilhou { $shared } coisas com { $coach }.
}
about-coach-listed = Você também permite que { $coach } veja que você está aqui, qual é o seu último dia e quando é a sua próxima sessão.
about-coach-notes = Você também permite que { $coach } envie notas a você, e { $coach } vê que você permite.
about-coach-only = Eu não conto a { $coach } quando você responde, nem se responde, nem o que você guarda só para si.
about-coach-joining = Não digo a { $coach } se você usou o código, a não ser que você permita mais tarde.
about-coach-over = Desde que o seu coaching terminou, { $coach } não recebe nada de novo de mim. O que já tinha sido mostrado a { $coach } ainda pode estar no chat dessa pessoa.
about-coach-none = Até onde sei, você não tem coach aqui, e não conto a ninguém que você me escreve.

about-boss = Aqui não existe nenhuma tela nem relatório para chefias.
about-boss-coach = Se a pessoa que chefia você também for seu coach aqui, ela lê o que você compartilhar com ela.
about-hr = Aqui não existe nenhuma tela nem relatório sobre você, nem para o RH nem para a sua organização. Sua organização pode ver se estou funcionando bem e, em números arredondados, quantos códigos foram digitados aqui. Ela não vê por quem, nem o que aconteceu depois.

about-store = O que guardo fica no servidor em que funciono. Lá, suas palavras e seu nome ficam criptografados. Quem administra esse servidor tem as chaves.

about-long-most = { $most ->
    [one] Guardo o que você permite por no máximo 1 dia.
   *[other] Guardo o que você permite por no máximo { $most } dias, e você pode escolher menos.
}
about-long-erased = Tudo o que tenho do seu coaching com { $coach } é apagado até { $erased }, ou antes, se você quiser.
about-long-nothing = No momento não guardo nem suas palavras nem suas escolhas. Só repito cada resposta uma vez, sem guardar.
about-long-proof = Fica um registro do que você permitiu e quando, sem o seu nome.
about-long-coach = O que tenho sobre você como coach, como seu nome e seu perfil, não tem aqui uma data prevista para ser apagado.

about-must = Não. Aqui tudo fica desativado até você dizer sim, e você pode dizer não, pausar ou parar a qualquer momento.
about-must-coach = Não. O resumo só chega se você quiser, e você pode parar a qualquer momento.

about-nothing = Então não acontece nada. Você sempre pode dizer não, pular ou não responder, e eu não conto a ninguém.
about-nothing-reminder = Você permitiu um lembrete, um dia depois de um check-in. Depois dele, não volto a esse check-in.
about-nothing-gentle = Se vários check-ins ficarem sem resposta, pergunto uma vez como você quer continuar e depois faço uma pausa.
about-nothing-noticed = Se você desativar “{ purpose-listed }” ou “{ purpose-notes }”, { $coach } pode perceber.

about-share-how = Depois que eu repetir a sua resposta, escolha “{ share }”. Você vê então exatamente o que { $coach } leria, e nada é compartilhado sem a sua aprovação. Chega a { $coach } com o próximo resumo, ou antes, se essa pessoa pedir para ver.
about-share-keep-first = Só posso compartilhar o que guardo, e a permissão para guardar está desativada. Você pode ativar em “{ home-switches }”.
about-share-first = O acordo vem primeiro. Até você aceitar, nada é compartilhado.
about-share-over = Seu coaching com { $coach } terminou, então nada mais pode ser compartilhado.

about-undo = Você pode editar ou excluir a sua mensagem, ou apagar uma resposta aqui. Então eu atualizo ou apago a minha cópia.
about-undo-shared = Se você apagar uma resposta que foi compartilhada, também a retiro das minhas mensagens para { $coach }. O que { $coach } já leu ou copiou eu não consigo retirar.
about-undo-none = Até agora não guardei nenhuma resposta sua.
about-undo-coach = Você pode descartar uma nota antes de enviar. Depois de entregue, não consigo mais retirar.

about-delete = Você pode pedir para apagar tudo, ou só uma parte. Antes de apagar qualquer coisa, pergunto mais uma vez, porque não dá para desfazer.
about-delete-left = Ficam um registro do que você permitiu, sem o seu nome, e este chat. Quem guarda o chat é { $platform }.
about-delete-coach = Posso apagar o que tenho sobre você como cliente. Como coach, você continua aqui, com seu nome, seu endereço e seus códigos; sobre isso, fale com quem administra este bot.

about-language = Posso escrever nestes idiomas: { $languages }. Agora escrevo em { $language }.
about-language-stranger = Até você começar, uso o idioma deste chat.

about-human = Sou um bot, e aqui nenhuma pessoa responde.
about-human-coach = Você pode falar com { $coach } do jeito de sempre. Eu não repasso este pedido.
about-human-contacts = A sua organização indica estas pessoas:

about-runs = A sua organização administra este bot.
about-runs-by = Você pode perguntar a: { $by }
about-runs-unnamed = Aqui não há nenhum nome anotado. Quem falou de mim para você talvez saiba a quem perguntar.
about-runs-software = O programa se chama Handrail e é de código aberto.

about-cost = Para você é de graça, e eu não recebo pagamentos.
about-cost-plan = Os honorários do coaching são combinados entre coach, cliente e talvez a organização.
about-cost-coach = Os honorários do seu coaching são combinados entre você, { $coach } e talvez a sua organização.
about-cost-card = O que { $coach } escreveu sobre os honorários:

about-next = Próximo envio planejado: { $when }.
about-next-none = Não há nada planejado agora.
about-next-only = Só escrevo por conta própria quando se trata de algo que você permitiu, e nos horários que você escolheu.
about-next-notes = Nesses horários também pode chegar uma nota de { $coach }.
about-next-never = Não escrevo por conta própria. Para isso, eu precisaria do seu sim.

about-prove = “comprovante” mostra tudo o que você aceitou ou recusou, com a data e o texto. “o que você tem sobre mim” entrega tudo em um arquivo. “quem viu isso” diz quando algo foi mostrado ao seu coach.
about-prove-code = Meu código-fonte é aberto. A página docs/nevers.md indica, para cada promessa, o código que a cumpre e os testes que tentam quebrá-la. Quem administra este bot pode conferir o registro de consentimentos: handrail ledger verify.

about-how = Um coach dá um código a você, e você digita aqui. Você escolhe o que posso perguntar, e quando. Seu coach só lê o que você conferiu e compartilhou.
about-how-coach = Você digita “convidar” e dá o código a um cliente. Essa pessoa escolhe o que posso perguntar, e quando. Você só lê o que ela conferiu e compartilhou.

about-overview = Não sei bem o que você quer saber. É alguma destas perguntas?
