# O que um coach lê.
invite-code = Aqui está um código para um cliente:
invite-how = Funciona até { $expires }, para qualquer pessoa que o tenha. O processo iria até { $until }. Entregue com as suas palavras, por exemplo:
invite-example =
    Entre as nossas sessões você pode usar o Handrail, se quiser. Escreva este código para ele: { $code }
    Você escolhe o que ele pergunta, quando, e o que eu posso ver. Se preferir não usar, tudo bem, e ninguém vai me dizer.
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
digest-end = Cada pessoa viu exatamente isto antes e aprovou para você.
digest-empty = Não há nada novo compartilhado com você. Isso não diz nada sobre ninguém.
digest-not-delivered = Não entregue: seu resumo de { $day }. Este chat não aceitou. Aqui está o que ainda pode ser lido dele.
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
    [one] Falta { $count } item.
   *[other] Faltam { $count } itens.
}
digest-show-more = Ver mais

coaches-ask = Aqui, as pessoas que me administram decidem quem faz coaching. Se você acompanha alguém, dê a elas a linha abaixo. Eu não repasso nada por conta própria.
coaches-off = No momento você não está entre quem faz coaching aqui. Nada do que os clientes compartilham é mostrado a você, e seus códigos não abrem nada. Você pode encerrar todos os seus processos, perguntar o que eu guardo ou digitar “apagar”.
invite-enough = Posso dar a você { $count ->
    [one] { $count } código
   *[other] { $count } códigos
} por dia, e o limite de hoje foi atingido. Um código serve para mais de uma pessoa, então um anterior talvez baste. Amanhã pode haver mais.
share-waits = No momento seu coach não está entre quem faz coaching aqui. Até isso mudar, nada do que você compartilha é mostrado a ele.
