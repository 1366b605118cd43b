# Conversa miúda: uma frase neutra, sem pergunta nem botão. Nunca festiva: acima pode haver algo difícil.
small-thanks-1 = De nada.
small-thanks-2 = Não há de quê.
small-thanks-3 = Por nada.
small-hello-1 = Bom dia.
small-hello-2 = Boa tarde.
small-hello-3 = Boa noite.
small-fine-1 = Certo.
small-fine-2 = Tudo bem.
small-fine-3 = Está bem.
small-laugh-1 = Estou aqui.
small-laugh-2 = Certo, estou aqui.
small-laugh-3 = Continuo aqui.
small-bye-1 = Até logo.
small-bye-2 = Até a próxima.
small-bye-3 = Certo. Até logo.
