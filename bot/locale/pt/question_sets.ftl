# Paths, sets around sessions, and a word to a coach about how a question asks.
paths-open = Caminhos…
paths-heading = Caminhos
paths-hint = Um caminho reúne algumas perguntas que combinam entre si, mais ou menos uma por semana. Você pode sair dele quando quiser.
path-chosen = Agora você está no caminho “{ $title }”. Estas são as perguntas dele:
path-chosen-how = Faço uma de cada vez, mais ou menos uma por semana, no lugar de outra pergunta. Tudo bem pular.
path-next = Você está no caminho “{ $title }”. A próxima é a pergunta { $number } de { $most }.
path-at-end = Você está no caminho “{ $title }”. Com as suas escolhas, não resta nada dele para perguntar.
path-place = { $title }: pergunta { $number } de { $most }
path-leave = Sair deste caminho
path-left = Você saiu do caminho. Suas respostas continuam como estão.

questions-look = Ver: { $title }
more-after-tap = { $question } Uma frase basta, se quiser.
after-hello = Depois da sua sessão, uma pergunta, se quiser.

asks-look = Antes de salvar, uma observação sobre o jeito de perguntar:
asks-hostile = Isto poderia magoar quem lê, então não salvo. Mais gentil seria: “O que tornou isso difícil?”
asks-blaming = Soa como se alguém tivesse culpa, então não salvo. Em vez de “Por que você sempre chega tarde?”, você poderia perguntar: “O que ajudaria você a começar na hora?”
asks-leading = A sua própria resposta já está nesta pergunta. Uma pergunta mais aberta seria: “Como você vê isso?”
asks-double = Isto pergunta duas coisas de uma vez. Uma de cada vez é mais fácil de responder.
asks-field = Suas perguntas
asks-save-changed = Salvar
asks-save-as-it-is = Salvar assim
