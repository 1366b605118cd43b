# O que um coach lê.
invite-code = Aqui está um código para um cliente:
invite-how = Funciona até { $expires }, para quem tiver o código. O coaching de vocês aqui iria até { $until }. Passe adiante com as suas palavras, por exemplo:
invite-example =
    Entre as nossas sessões você pode usar o Handrail, se quiser. Digite este código no chat dele: { $code }
    Você escolhe o que ele pergunta, quando, e o que eu posso ver. Se preferir não usar, tudo bem, e ninguém vai me contar.
invite-nothing-sent = Não envio nada ao seu cliente, e não digo a você se o código foi usado, nem por quem.
invite-weeks = { $weeks ->
    [one] Um código para { $weeks } semana
   *[other] Um código para { $weeks } semanas
}
digest-yes = Sim, uma vez por semana
digest-no = Não, eu peço
digest-on = Certo. Chega quando há algo compartilhado: { $day }, entre { $from } e { $to }. Digite “resumo” para ver a qualquer momento.
digest-off = Sem resumo, então. Digite “resumo” quando quiser ver o que foi compartilhado.
digest-heading = Compartilhado com você
digest-from = { $client }
digest-end = Cada pessoa conferiu e aprovou isto para você.
digest-empty = Nada de novo foi compartilhado com você. Isso não diz nada sobre ninguém.
digest-not-delivered = Não entregue: seu resumo de { $day }. Este chat não aceitou. Aqui está o que você ainda pode ler dele.
digest-earlier = Compartilhado antes
coach-only = “{ $command }” é para coaches. Digite “convidar” se você acompanha alguém.
digest-state-on = Seu resumo chega quando há algo compartilhado: { $day }, entre { $from } e { $to }.
digest-turn-off = Desativar o resumo
digest-waiting = Um cliente compartilhou algo com você.
digest-open = Abrir
digest-gone = Não há mais nada para ler aqui.
digest-taken-back = Algo que estava aqui foi retirado.
digest-when = Outro dia ou outra hora…
digest-when-ask = Quando você quer receber o resumo?
digest-day = Dia
digest-save = Salvar
digest-bring = Para levar à sua sessão
digest-someone = Alguém que você acompanha
digest-more = { $count ->
    [one] Resta { $count } para ver.
   *[other] Restam { $count } para ver.
}
digest-show-more = Ver mais

coaches-ask = Aqui, quem administra este bot decide quem pode atuar como coach. Se você acompanha alguém, envie a linha abaixo a quem administra este bot. Eu não repasso nada.
coaches-off = No momento você não está na lista de quem pode atuar como coach aqui. Não mostro a você nada do que os clientes compartilham, e seus códigos não funcionam. Você pode encerrar aqui todos os seus coachings, perguntar o que tenho sobre você ou digitar “apagar”.
invite-enough = Posso criar para você { $count ->
    [one] { $count } código
   *[other] { $count } códigos
} por dia, e o limite de hoje foi atingido. Um código serve para mais de uma pessoa: você pode usar um anterior ou pedir de novo amanhã.
share-waits = No momento seu coach não está na lista de quem pode atuar como coach aqui. Até isso mudar, nada do que você compartilha é mostrado a essa pessoa.

brief-offer = Antes de uma sessão…
brief-on = Certo. Na noite antes de cada sessão cuja data você pode ver, chega uma prévia se houver algo compartilhado.
brief-off = Sem prévia antes das sessões, então. Digite “resumo” quando quiser ver o que foi compartilhado.
brief-state-on = Na noite antes de cada sessão cuja data você pode ver, chega uma prévia se houver algo compartilhado.
brief-turn-off = Desativar a prévia
brief-heading = Antes da sua sessão com { $client }
brief-session = A sessão: { $moment }
brief-shared = Compartilhado com você
brief-seen = Você já tinha visto isto.
brief-waiting = Antes da sua sessão, um cliente compartilhou algo com você.
sent-now = Enviado a você antes da sua sessão
