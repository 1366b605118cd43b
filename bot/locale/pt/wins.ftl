# O que a pessoa fez e o que escreveu: só dela.
wins-heading = O que você fez
wins-none = Ainda não há nada aqui. Os pequenos passos que você marcar como feitos se reúnem aqui, só para você.
wins-alt = Um ramo com { $count ->
    [one] { $count } folha
   *[other] { $count } folhas
}, uma para cada pequeno passo que você fez.
wins-alone = Só mostro isto a você.
wins-older = { $count ->
    [one] E { $count } de antes.
   *[other] E { $count } de antes.
}
recall-heading = O que você escreveu
recall-none = Não guardei nenhuma das suas palavras.
recall-older = Anteriores…
