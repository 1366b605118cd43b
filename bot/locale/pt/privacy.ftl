# Parar, pausa, o que tenho, apagar, o fim.
stopped = Parei. Não vou escrever de novo, a não ser que você digite “retomar”. O que ainda não tinha sido compartilhado fica com você. Para apagar o que tenho, digite “apagar”.
stopped-coach = Parei. Não vou escrever por conta própria. Para mudar isso mais tarde, digite “minhas permissões”.
stop-sure = Você quis dizer que devo parar de escrever para você?
stop-yes = Sim, parar
stop-no = Não, continuar
carry-on = Continuo como antes.
not-stopped-answer = Se era uma resposta, envie mais uma vez, por favor.
resume-nothing = Não há nada em pausa nem parado.
resumed = Olá de novo. Vou escrever:
resumed-quiet = Olá de novo. Estou aqui quando você escrever.
resume-ask = Olá de novo. Tudo está desativado desde que você parou. Ative o que quiser.
resume-all = Tudo como antes
resume-all-ask = Isto estava ativado quando você parou. Ao escolher “{ resume-all }”, você diz sim a cada item:
resume-all-changed = O texto destes itens mudou desde então, por isso pergunto um por um: { $purposes }.

pause-ask = Até quando? Por exemplo, “pausa até segunda”, ou escolha:
pause-ask-from = A partir de { $first }. Até quando? Por exemplo, “sexta”, ou escolha:
pause-days = { $days } dias
pause-weeks = { $weeks ->
    [one] { $weeks } semana
   *[other] { $weeks } semanas
}
paused = Em pausa. Não escrevo antes deste dia: { $day }. Digite “retomar” para voltar antes.
paused-from = Anotado: pausa a partir deste dia: { $first }. Desde então não escrevo antes deste dia: { $day }. Digite “retomar” para desfazer.
pause-past = Esse dia ({ $day }) é hoje ou já passou. Até que dia faço a pausa?
pause-before = { $day } não é depois de { $first }. A partir de que dia volto a escrever?
pause-unreadable = Não consegui ler essa data. Você pode digitar “pausa até segunda” ou “pausa até 3 de dezembro”.
pause-far = Falta mais de um ano para isso. “parar” seria melhor para você? Se não, me dê um dia mais próximo.
pause-nothing = Não há nada planejado para pausar.

next-heading = Vou escrever:
next-not-delivered = Não entregue: minha pergunta de { $day }. Este chat não aceitou. Ela não espera resposta.

hold-file = Quero tudo em um arquivo
hold-heading = O que tenho sobre você
hold-nothing = Não tenho nada sobre você além do endereço deste chat.
hold-person = Seu nome aqui, seu idioma ({ $language }) e seu fuso horário ({ $zone }), para que eu possa chegar até você e respeitar seus horários.
hold-engagement = Com { $coach }, até { $until }. Tudo é apagado até { $erased }.
hold-rhythm = Seus horários: { $times }.
hold-answers = { $count ->
    [0] Nenhuma resposta sua.
    [one] Uma resposta:
   *[other] { $count } respostas:
}
hold-steps = { $count ->
    [0] Nenhum passo.
    [one] Um passo:
   *[other] { $count } passos:
}
hold-shares = { $count ->
    [0] Nada foi compartilhado.
    [one] Uma coisa foi compartilhada:
   *[other] { $count } coisas foram compartilhadas:
}
hold-more = { $count ->
    [one] E { $count } anterior.
   *[other] E { $count } anteriores.
}
hold-share-seen = { $coach } recebeu isto ({ $day }):
hold-share-waiting = À espera do próximo resumo para { $coach }:
hold-ledger = Um registro do que você permitiu e quando, sem nenhum nome: { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
}. Fica como prova depois de apagar.
hold-kept = { $days ->
    [0] O tempo que você escolheu para guardar: até o fim.
    [one] O tempo que você escolheu para guardar: { $days } dia.
   *[other] O tempo que você escolheu para guardar: { $days } dias.
}
hold-deliveries = Quando escrevi ou vou escrever para você, sem as palavras: { $count ->
    [0] nada ainda
    [one] { $count } vez
   *[other] { $count } vezes
}.
hold-coach = De você como coach guardo:
hold-chat = Este chat é guardado por { $platform }, não por mim.

erase-ask = Apagar tudo o que tenho sobre você? Não dá para desfazer. Suas respostas, passos e horários se vão, e eu paro de escrever.
erase-yes = Apagar tudo
erase-some = Só uma parte…
erase-no = Não apagar
erase-kept = Nada foi apagado.
erase-which = Que parte?
erase-part-week = Os últimos 7 dias
erase-part-month = Os últimos 30 dias
erase-part-days = Outros dias…
erase-part-one = Uma resposta…
erase-part-nothing = Não tenho nada desse tempo.
erase-part-yes = Apagar isso
erase-days = De que dia até que dia? Os dois contam.
erase-from = De
erase-from-example = 3 de novembro
erase-to = Até
erase-to-example = ontem
erase-days-show = Mostrar o que se vai
erase-days-unreadable = Não consegui ler esses dois dias. O primeiro vem antes, e nenhum está no futuro.
erase-days-ask = Apagar o que você escreveu de { $first } até { $last }? Não dá para desfazer.
erase-pick = Qual delas?
erase-this = Apagar isto ({ $day })
erase-older = { $count ->
    [one] Há { $count } anterior que não aparece aqui. Para apagá-la, use “{ erase-part-days }”.
   *[other] Há { $count } anteriores que não aparecem aqui. Para apagá-las, use “{ erase-part-days }”.
}
erase-one-ask = Apagar esta resposta? Não dá para desfazer.
erase-unfinished = Ninguém mais pode ler as suas palavras: as chaves delas foram destruídas. A limpeza do resto falhou agora há pouco e continua sozinha.
erased-heading = Apagado
erased-gone = Já não existem: seu nome, endereço, horários, respostas e passos, e as chaves que podiam lê-los.
erased-gone-but-coach = Já não existem: suas respostas, passos e horários como cliente, e as chaves que podiam lê-los. Aqui ainda tenho você como coach: seu nome, seu endereço, seu idioma e seu fuso horário.
erased-counted = Eram: { $answers ->
    [0] nenhuma resposta
    [one] { $answers } resposta
   *[other] { $answers } respostas
}, { $steps ->
    [0] nenhum passo
    [one] { $steps } passo
   *[other] { $steps } passos
}, { $shares ->
    [0] nada compartilhado
    [one] { $shares } coisa compartilhada
   *[other] { $shares } coisas compartilhadas
}.
erase-counted = São: { $answers ->
    [0] nenhuma resposta
    [one] { $answers } resposta
   *[other] { $answers } respostas
}, { $steps ->
    [0] nenhum passo
    [one] { $steps } passo
   *[other] { $steps } passos
}, { $shares ->
    [0] nada compartilhado
    [one] { $shares } coisa compartilhada
   *[other] { $shares } coisas compartilhadas
}.
erased-part-keys = As chaves que podiam ler isso foram destruídas. O resto que você guardou continua aqui.
erased-backups = Uma cópia de segurança anterior só pode ser lida por quem também guardou as chaves e a chave principal daquele momento. Quem me administra destrói essas cópias até este dia: { $day }
erased-backups-later = Uma cópia de segurança anterior só pode ser lida com as chaves daquele momento. As cópias dessas chaves deixam de servir quando quem me administra trocar à mão a chave principal. As cópias de segurança são destruídas até este dia: { $day }
erased-proof = Fica como prova: { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
} do que você permitiu e quando, sem o seu nome.
erased-proof-damaged = Uma parte dessa prova estava danificada e não pude contá-la. O resto foi apagado como devia.
erased-coach = O que você tinha compartilhado foi mostrado a { $coach }, pela primeira vez neste dia: { $day }. Estou tirando isso das minhas mensagens; o que já foi lido ou copiado eu não posso retirar.
erased-name = As minhas mensagens anteriores para { $coach } talvez ainda mostrem o seu nome. Elas ficam naquele chat.
erased-chat-other-all = Estou excluindo as minhas próprias mensagens aqui, onde a plataforma de chat permite. O que você escreveu continua lá até você excluir. É possível que a sua organização tenha cópias, e só ela pode excluí-las.
erased-chat-other-part = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde a plataforma de chat permite. O que você escreveu continua lá até você excluir. É possível que a sua organização tenha cópias, e só ela pode excluí-las.
erased-chat-other-kept = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde a plataforma de chat permite. O resto deste chat continua na plataforma de chat até ser excluído lá. É possível que a sua organização tenha cópias, e só ela pode excluí-las.
erased-again = Para começar de novo, digite um código.

ending-heading = Terminamos em breve
ending-body = Seu tempo com { $coach } termina em { $until }. O que guardei para você é apagado até { $erased }.
ending-today-heading = Hoje é o último dia
ending-today = Hoje é o último dia do seu tempo com { $coach }. O que guardei para você é apagado até { $erased }.
ending-goes = São { $answers ->
    [0] nenhuma resposta
    [one] { $answers } resposta
   *[other] { $answers } respostas
}, { $steps ->
    [0] nenhum passo
    [one] { $steps } passo
   *[other] { $steps } passos
}, e os seus horários. O que você compartilhou fica no chat do seu coach, a não ser que retire antes.
platform-other = a plataforma de chat
stopped-still = Estou em silêncio porque você me pediu para parar, então não guardei nada disso. Para começar de novo, digite “retomar”.
resume-first = Estou em silêncio porque você me pediu para parar, então nada é passado adiante. Para começar de novo, digite “retomar”.
