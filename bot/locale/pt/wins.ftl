# O que a pessoa fez e o que escreveu: só dela.
wins-heading = O que você fez
wins-none = Ainda não há nada aqui. Os pequenos passos que você marcar como feitos se reúnem aqui, só para você.
wins-alt = Um ramo com { $count ->
    [one] { $count } folha
   *[other] { $count } folhas
}, uma para cada pequeno passo que você fez.
wins-alone = Só mostro isto a você.
wins-older = { $count ->
    [one] E mais { $count } de antes.
   *[other] E mais { $count } de antes.
}
recall-heading = O que você escreveu
recall-none = Não guardei nenhuma das suas palavras.
recall-older = Anteriores…
strengths-heading = Seus pontos fortes, nas suas palavras
strengths-none = Ainda não há nada aqui. Quando um passo estiver feito e você disser o que o tornou possível, suas palavras se reúnem aqui, só para você.
strengths-alone = Só mostro isto a você e guardo no máximo até { $until }.
curve-heading = Suas respostas de 1 a 5
curve-none = Ainda não há linha para desenhar. Bastam duas respostas de 1 a 5 à mesma pergunta.
curve-keeping = Só guardo essas respostas se você permitir.
curve-alt = Uma linha que passa pelas suas respostas, da mais antiga à mais recente: { $values }
curve-point = { $day }: { $value }
