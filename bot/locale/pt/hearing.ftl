# What is said about hearing: asked back, asked once more, undone, asked later.
undone = Tudo bem, deixamos isso de lado. Nada mudou.
undone-nothing = Não há nada em aberto agora, e nada mudou.
did-you-mean = Você quis dizer “{ $command }”?
did-you-mean-not = Se era parte do que você queria contar, envie de novo, por favor.
consent-doubt = Para isso preciso de um sim ou não claro, por isso pergunto mais uma vez. Nada está ativado ainda.
consent-once-more = Já faz um tempo que perguntei, por isso pergunto mais uma vez. Nada muda até você escolher.
consent-left = Deixo como está: nada foi ativado. Você pode mudar isso quando quiser em “{ home-switches }”.
or-instead = Ou você quis dizer:
stop-instead = Não me escreva mais
times-instead = Mudar meus horários
step-instead = Voltar ao pequeno passo
crisis-today = Pelo resto do dia não cito nem guardo nada do que você escrever aqui. Os números acima continuam aí.
later-nothing = Não há nenhuma pergunta em aberto para mais tarde.
later-not-again = Já adiei esta pergunta uma vez, então paramos por aqui. Você pode escrever quando quiser.
later-planned = Pergunto de novo { $day }, e não antes.
later-today = Pergunto de novo hoje, { $hours ->
        [0] à
        [1] à
       *[other] às
    } { $hour }.
later-hello = Você pediu para eu voltar a isto:
later-instead = Perguntar de novo nessa hora
to-bot-complaint = Isso era sobre mim, então não guardei. Você pode mudar o que eu pergunto e com que frequência, ou fazer uma pausa quando quiser.
to-bot-request = Acho que você está me pedindo algo. Sou um bot e só sei fazer algumas coisas fixas; esta eu não entendo. Não guardei.
to-bot-again = Se era uma anotação para você, envie mais uma vez.
to-bot-change = Mudar o que pergunto ou quando
to-bot-help = O que você pode fazer aqui
