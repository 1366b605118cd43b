# Parar, pausa, o que tenho, apagar, o fim.
stopped = Parei. Não vou escrever de novo, a não ser que você digite “retomar”. O que ainda não tinha sido compartilhado fica com você. Para apagar o que tenho, digite “apagar”.
stopped-coach = Parei. Não vou escrever por conta própria. Para mudar isso mais tarde, digite “minhas permissões”.
stop-sure = Você quer que eu pare de escrever para você?
stop-yes = Sim, parar
stop-no = Não, continuar
carry-on = Continuo como antes.
not-stopped-answer = Se era uma resposta, envie mais uma vez, por favor.
resume-nothing = Não há nada em pausa nem parado.
resumed = Olá de novo. Veja quando vou escrever:
resumed-quiet = Olá de novo. Estou aqui quando você escrever.
resume-ask = Olá de novo. Tudo está desativado desde que você parou. Você pode ativar o que quiser.
resume-all = Tudo como antes
resume-all-ask = Estas permissões estavam ativadas quando você parou. Ao escolher “{ resume-all }”, você diz sim a cada uma:
resume-all-changed = Estas mudaram desde então, por isso pergunto sobre cada uma em separado: { $purposes }.

pause-ask = Até quando? Por exemplo, “pausa até segunda”, ou escolha:
pause-ask-from = A partir de { $first }. Até quando? Por exemplo, “sexta”, ou escolha:
pause-days = { $days } dias
pause-weeks = { $weeks ->
    [one] { $weeks } semana
   *[other] { $weeks } semanas
}
paused = Em pausa. Não escrevo antes de { $day }. Digite “retomar” para voltar antes disso.
paused-from = Anotado: faço uma pausa a partir de { $first }. Desse dia em diante, não escrevo antes de { $day }. Digite “retomar” para cancelar a pausa.
pause-past = Esse dia ({ $day }) é hoje ou já passou. Até que dia faço a pausa?
pause-before = A pausa só começa a partir de { $first }, então não pode ir até { $day }. Em que dia volto a escrever?
pause-unreadable = Não consegui ler essa data. Você pode digitar “pausa até segunda” ou “pausa até 3 de dezembro”.
pause-far = Falta mais de um ano para esse dia. “parar” seria melhor para você? Se não, escolha um dia mais próximo, por favor.
pause-nothing = Não há nada planejado, então não há o que pausar.

next-heading = Quando vou escrever:
next-not-delivered = Não entregue: meu check-in de { $day }. Este chat não aceitou a mensagem. Você não precisa responder a esse check-in.

hold-file = Quero tudo em um arquivo
hold-heading = O que tenho sobre você
hold-nothing = Não tenho nada sobre você além do endereço deste chat.
hold-person = Seu nome aqui, seu idioma ({ $language }) e seu fuso horário ({ $zone }), para que eu possa escrever para você e respeitar seus horários.
hold-engagement = Com { $coach }, até { $until }. Tudo é apagado até { $erased }.
hold-rhythm = Seus horários:
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
    [0] Nada está compartilhado.
    [one] Uma coisa está compartilhada:
   *[other] { $count } coisas estão compartilhadas:
}
hold-more = { $count ->
    [one] E mais { $count } anterior.
   *[other] E mais { $count } anteriores.
}
hold-share-seen = { $coach } recebeu isto ({ $day }):
hold-share-waiting = À espera do próximo resumo para { $coach }:
hold-ledger = Um registro do que você permitiu e quando, sem nenhum nome: { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
}. Ele fica como prova depois que tudo é apagado.
hold-kept = { $days ->
    [0] Guardo as coisas até o fim.
    [one] Você escolheu por quanto tempo eu guardo: { $days } dia.
   *[other] Você escolheu por quanto tempo eu guardo: { $days } dias.
}
hold-deliveries = Quando escrevi ou planejo escrever para você, sem o texto: { $count ->
    [0] nada ainda
    [one] { $count } vez
   *[other] { $count } vezes
}.
hold-coach = O que guardo sobre você como coach:
hold-chat = Quem guarda este chat é { $platform }, não eu.

erase-ask = Apagar tudo o que tenho sobre você? Não dá para desfazer. Suas respostas, seus passos e seus horários são apagados, e eu paro de escrever.
erase-yes = Apagar tudo
erase-some = Só uma parte…
erase-no = Não apagar
erase-kept = Nada foi apagado.
erase-which = Qual parte?
erase-part-week = Os últimos 7 dias
erase-part-month = Os últimos 30 dias
erase-part-days = Outros dias…
erase-part-one = Uma resposta…
erase-part-nothing = Não tenho nada desse período.
erase-part-yes = Apagar isso
erase-days = De que dia até que dia? Os dois dias contam.
erase-from = De
erase-from-example = 3 de novembro
erase-to = Até
erase-to-example = ontem
erase-days-show = Mostrar o que seria apagado
erase-days-unreadable = Não consegui ler esses dois dias. Coloque primeiro o mais antigo e não escolha nenhum dia no futuro, por favor.
erase-days-ask = Apagar o que você escreveu de { $first } até { $last }? Não dá para desfazer.
erase-pick = Qual delas?
erase-this = Apagar isto ({ $day })
erase-older = { $count ->
    [one] Há { $count } resposta anterior que não aparece aqui. Para apagar essa também, use “{ erase-part-days }”.
   *[other] Há { $count } respostas anteriores que não aparecem aqui. Para apagar essas também, use “{ erase-part-days }”.
}
erase-one-ask = Apagar esta resposta? Não dá para desfazer.
erase-unfinished = Ninguém mais pode ler as suas palavras: as chaves delas foram destruídas. A limpeza do resto falhou agora há pouco; vou tentar de novo por conta própria.
erased-heading = Apagado
erased-gone = Foram apagados: seu nome, endereço, horários, respostas e passos, e as chaves que podiam ler tudo isso.
erased-gone-but-coach = Foram apagados: suas respostas, passos e horários como cliente, e as chaves que podiam ler tudo isso. Como coach, você continua aqui: seu nome, seu endereço, seu idioma e seu fuso horário.
erased-counted = No total: { $answers ->
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
erase-counted = No total: { $answers ->
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
erased-part-keys = As chaves que podiam ler isso foram destruídas. Todo o resto que você guardou continua aqui.
erased-backups = Uma cópia de segurança feita antes só pode ser lida por quem também tem as chaves e a chave principal daquele momento. Quem administra este bot destrói essas cópias até { $day }.
erased-backups-later = Uma cópia de segurança feita antes só pode ser lida com as chaves daquele momento. As cópias dessas chaves deixam de funcionar quando quem administra este bot trocar à mão a chave principal. As cópias de segurança são destruídas até { $day }.
erased-proof = O que fica como prova: { $count ->
    [one] { $count } entrada
   *[other] { $count } entradas
} no registro do que você permitiu e quando, sem o seu nome.
erased-proof-damaged = Uma parte dessa prova estava danificada e não pude contá-la. O resto foi apagado como devia.
erased-coach = O que você tinha compartilhado foi mostrado a { $coach } (primeira vez: { $day }). Estou retirando isso das minhas mensagens para essa pessoa; o que ela já leu ou copiou eu não consigo retirar.
erased-name = As minhas mensagens anteriores para { $coach } ainda podem mostrar o seu nome. Elas ficam naquele chat.
erased-chat-other-all = Estou excluindo as minhas próprias mensagens aqui, onde a plataforma de chat permite. O que você escreveu continua lá até você excluir. A sua organização pode ter cópias, e só ela pode excluí-las.
erased-chat-other-part = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde a plataforma de chat permite. O que você escreveu continua lá até você excluir. A sua organização pode ter cópias, e só ela pode excluí-las.
erased-chat-other-kept = Estou excluindo aqui as minhas próprias mensagens sobre isso, onde a plataforma de chat permite. O resto deste chat continua na plataforma de chat até ser excluído lá. A sua organização pode ter cópias, e só ela pode excluí-las.
erased-again = Para começar de novo, digite um código.

ending-heading = Seu coaching termina em breve
ending-body = O último dia do seu coaching com { $coach } é { $until }. O que guardei para você é apagado até { $erased }.
ending-today-heading = Hoje é o último dia
ending-today = Hoje é o último dia do seu coaching com { $coach }. O que guardei para você é apagado até { $erased }.
ending-goes = No total: { $answers ->
    [0] nenhuma resposta
    [one] { $answers } resposta
   *[other] { $answers } respostas
}, { $steps ->
    [0] nenhum passo
    [one] { $steps } passo
   *[other] { $steps } passos
} e os seus horários. O que você compartilhou fica no chat do seu coach, a não ser que você retire antes.
platform-other = a plataforma de chat
stopped-still = Parei a seu pedido, então não guardei nada disso. Para começar de novo, digite “retomar”.
resume-first = Parei a seu pedido, então nada é passado adiante. Para começar de novo, digite “retomar”.
