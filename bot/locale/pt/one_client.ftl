# One client as their coach sees them, and the end of it.
clients-type = Ou digite um nome, para ver o que essa pessoa compartilhou.
clients-pick = Cliente
clients-pick-open = Abrir
client-until = O tempo de vocês aqui vai até { $until }.
client-next = Próxima sessão: { $moment }
client-since = Desde a sessão de { $day }
client-before = Antes da sessão de { $day }
client-noted = Você anotou isto para conversar.
client-nothing = No momento não há aqui nada dessa pessoa para ler. Isso não diz nada sobre ela.
client-which = Mais de uma pessoa tem esse nome. De quem você fala?
client-unknown = Com esse nome não há nada que eu possa mostrar. Isso não diz nada sobre ninguém.
client-brief = Para a sessão …
goodbye =
    Seu coaching com { $coach } aqui terminou: { $coach } o encerrou. Não escrevo mais sobre isso.
    O que guardei continua seu até { $erased }. Você pode levar com você, ou digitar “apagar”. Se quiser saber algo sobre isso, o melhor é perguntar a { $coach }.
goodbye-gone =
    Seu coaching aqui terminou: não alcanço mais o espaço de trabalho de quem acompanha você. Não escrevo mais sobre isso.
    O que guardei continua seu até { $erased }. Você pode levar com você, ou digitar “apagar”.
client-suggest = Sugerir perguntas …
client-suggest-which = Quais perguntas você sugere a { $client }? Essa pessoa lê quem sugere, e decide.
client-suggested = Vou perguntar a { $client } a partir de “{ $title }”, se não houver outra escolha. Essa pessoa lê que a sugestão é sua e pode mudar quando quiser. Não conto o que ela escolhe.
more-own = O que faz ser { $mark }?
client-numbered = { $client } ({ $number })
